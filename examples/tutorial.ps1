<#
.SYNOPSIS
    The VPC Flow Logs tutorial: look at a log, understand a record, test a filter, count with a metric, be alarmed, and
    process the log as it arrives.
.DESCRIPTION
    Runs against a sandbox on this machine, so that neither an account nor credentials are needed.

    With -LogGroupName it runs against that log group of your own account instead. With -EndpointUrl it runs against an
    emulator of AWS; a log group that is not there is made and filled. What the emulator lacks is said where it is
    missed, and again at the end. Whatever the script makes is removed.
.EXAMPLE
    ./examples/tutorial.ps1
.EXAMPLE
    ./examples/tutorial.ps1 -LogGroupName my-flow-log -Region eu-west-1
.EXAMPLE
    ./examples/tutorial.ps1 -EndpointUrl http://127.0.0.1:5000 -Region us-east-1
#>
[CmdletBinding()]
param(
    # A log group of your account that a VPC flow log with the default format writes to.
    [string] $LogGroupName,
    [string] $Region,
    [string] $ProfileName,
    # Something on this machine that stands in for AWS.
    [uri] $EndpointUrl,
    # In your account: what a subscription is to send events to, such as a Lambda function that lets CloudWatch Logs invoke it.
    [string] $DestinationArn
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
. "$PSScriptRoot/Emulator.ps1"

$cloud = @{}
foreach ($name in 'Region', 'ProfileName', 'EndpointUrl') {
    if ($PSBoundParameters.ContainsKey($name)) {
        $cloud[$name] = $PSBoundParameters[$name]
    }
}

# Each step's objects go to Out-Host, so that each gets the view of its own type; in one pipeline the first would decide.
$step = 0
function Show-Step([string] $Text) {
    $script:step++
    ''
    "$step. $Text"
}

# Does what not everything that stands in for AWS can do. The work gives nothing, or throws with what is missing.
$lacking = [Collections.Generic.List[string]]::new()
function Invoke-Part([string] $Name, [scriptblock] $Work) {
    try {
        & $Work
    }
    catch {
        if (-not $isEmulator) { throw }
        $lacking.Add($Name)
        "   not here: $Name ($_)"
    }
}

# Waits until a question has an answer, and gives it; nothing if it has none in time.
function Wait-Answer([scriptblock] $Question, [int] $Seconds) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        $answer = & $Question
        if ($answer -or $watch.Elapsed.TotalSeconds -ge $Seconds) { return $answer }
        [Threading.Thread]::Sleep(250)
    }
}

# Somebody tries to get in with SSH, just now. Only where something stands in for AWS.
function Send-Attack([int] $Seed) {
    $now = [DateTimeOffset]::UtcNow
    $attack = @(New-FlowLogSample -Count 40 -Scenario SshBruteForce -Seed $Seed -StartTime $now.AddSeconds(-20) -EndTime $now.AddSeconds(-5))
    Send-FlowRecord $EndpointUrl $LogGroupName $attack
}

$isAccount = $LogGroupName -and -not $EndpointUrl
$isEmulator = [bool] $EndpointUrl
$began = [DateTimeOffset]::UtcNow.AddMinutes(-1)
# How to undo what was done, the last first.
$undo = [Collections.Generic.Stack[scriptblock]]::new()

if (-not $isAccount -and -not $DestinationArn) {
    $DestinationArn = 'arn:aws:lambda:us-east-1:123456789012:function:flow-log-tutorial'
}

try {
    if (-not $isAccount -and -not $isEmulator) {
        Show-Step 'A sandbox stands in for AWS: an endpoint on this machine, with a day of generated flow logs.'
        $payloads = [IO.Path]::GetTempFileName()
        $undo.Push({ [IO.File]::Delete($payloads) })
        $sandbox = Start-FlowSandbox -SubscriptionDestination @{ $DestinationArn = $payloads }
        $undo.Push({ $null = $sandbox | Stop-FlowSandbox })
        $sandbox | Out-Host
        $EndpointUrl = $sandbox.EndpointUrl
        $cloud = @{ EndpointUrl = $EndpointUrl }
    }
    if (-not $LogGroupName) { $LogGroupName = 'my-flow-log' }
    if ($isEmulator -and -not (Get-FlowLogGroup $LogGroupName @cloud -ErrorAction SilentlyContinue)) {
        Show-Step "The emulator has no log group $LogGroupName. It gets one, with two hours of generated flow logs."
        New-FlowLogGroup $LogGroupName @cloud | Out-Host
        $undo.Push({ $null = Remove-FlowLogGroup $LogGroupName @cloud -Confirm:$false })
        $end = [DateTimeOffset]::UtcNow.AddMinutes(-10)
        $sample = @(New-FlowLogSample -Count 2000 -Scenario Web, SshBruteForce, Status -StartTime $end.AddHours(-2) -EndTime $end)
        Send-FlowRecord $EndpointUrl $LogGroupName @($sample | Where-Object InterfaceId)
    }

    Show-Step 'A flow log writes to a log group.'
    Get-FlowLogGroup $LogGroupName @cloud | Out-Host

    Show-Step 'In the group there is a log stream for each network interface.'
    $streams = @(Get-FlowLogStream $LogGroupName @cloud)
    $streams[0..4] | Out-Host

    Show-Step "The first event of the stream $($streams[0].LogStreamName), as the line that the service keeps."
    Get-FlowLogEvent $LogGroupName $streams[0].LogStreamName -First 1 -Raw @cloud | Out-Host

    Show-Step 'The service answers in pages, each with two tokens, which are places in the stream: nextForwardToken for later events, nextBackwardToken for earlier ones.'
    '   GetLogEvents has come to the end where the forward token is the one that was sent. The cmdlets read on until then by'
    '   themselves, so that you need no token.'
    if (-not $isAccount) {
        $query = @{ logGroupName = $LogGroupName; logStreamName = $streams[0].LogStreamName; startFromHead = $true; limit = 3 }
        $page = Invoke-LogsCall $EndpointUrl GetLogEvents $query
        "   A page with $($page['events'].Count) events:"
        "   nextForwardToken   $($page['nextForwardToken'])"
        "   nextBackwardToken  $($page['nextBackwardToken'])"
    }

    Show-Step 'Events come as records, so that PowerShell can choose among them: here the first five that were rejected.'
    $records = @(Get-FlowLogEvent $LogGroupName -First 2000 @cloud)
    @($records | Where-Object Action -EQ 'REJECT')[0..4] | Out-Host

    Show-Step 'How complete is what was read? The summary of a reading tells.'
    $records = @(Get-FlowLogEvent $LogGroupName -EndTime $records[-1].Timestamp -SummaryVariable summary @cloud)
    $summary | Out-Host
    "   Complete is $($summary.Complete). With -RequireComplete a reading that is not complete is an error, for audits."

    Show-Step 'A record has 14 fields in the default format; each is a property with a type.'
    $record = @($records | Where-Object LogStatus -EQ 'OK')[0]
    foreach ($field in $record.GetFields()) {
        '   {0,-13} {1,-12} {2}' -f $field.Name, $field.PropertyName, $record.GetValue($field.Name)
    }

    Show-Step 'A filter pattern names the fields and sets conditions. It is tested here, without a call: who used SSH (port 22)?'
    $pattern = '[version, account, eni, source, destination, srcport, dstport=22, protocol=6, packets, bytes, windowstart, windowend, action, flowlogstatus]'
    $pattern
    $found = @($records | Test-FlowFilter $pattern)
    "$($found.Count) of $($records.Count) events match. The first one, with the values that the pattern takes from it:"
    $found[0] | Out-Host

    Show-Step 'The service finds the same.'
    Invoke-Part 'TestMetricFilter' {
        $same = @($records[0..49] | Test-FlowFilter $pattern -Remote @cloud)
        "   TestMetricFilter agrees about 50 events, of which $($same.Count) match."
    }
    Invoke-Part 'filter patterns in searches' {
        $same = @(Get-FlowLogEvent $LogGroupName -FilterPattern $pattern -EndTime $records[-1].Timestamp @cloud)
        if ($same.Count -ne $found.Count) { throw "FilterLogEvents gives $($same.Count) events where $($found.Count) match" }
        "   FilterLogEvents with the pattern gives the same $($same.Count) events."
    }

    Show-Step 'A metric filter counts what matches the pattern, in a CloudWatch metric.'
    New-FlowMetricFilter $LogGroupName TutorialSSH $pattern -MetricName SSHAccessCount -MetricNamespace FlowLogsTutorial -DefaultValue 0 @cloud | Out-Host
    $undo.Push({ $null = Remove-FlowMetricFilter $LogGroupName TutorialSSH @cloud })

    Show-Step 'An alarm watches the metric.'
    # In an account, the default is cheaper: five minutes. It looks every ten seconds here, so that nobody has to wait.
    $often = if ($isAccount) { @{} } else { @{ Period = 10; EvaluationPeriods = 6; DatapointsToAlarm = 1 } }
    New-FlowAlarm TutorialSSH -MetricName SSHAccessCount -MetricNamespace FlowLogsTutorial -Threshold 10 @often @cloud | Out-Host
    $undo.Push({ $null = Remove-FlowAlarm TutorialSSH @cloud })

    Show-Step 'A subscription sends events on as they arrive: here what uses SSH, to a Lambda function.'
    if ($isAccount -and -not $DestinationArn) {
        '   Give its ARN as -DestinationArn, and this step makes the subscription.'
    }
    else {
        Invoke-Part 'subscriptions' {
            New-FlowSubscription $LogGroupName TutorialSSH $pattern -DestinationArn $DestinationArn @cloud | Out-Host
            $undo.Push({ $null = Remove-FlowSubscription $LogGroupName TutorialSSH @cloud })
        }
    }

    if ($isAccount) {
        Show-Step 'Now somebody has to use SSH. Flow logs take up to ten minutes to arrive, so that the metric may have nothing yet.'
    }
    else {
        Show-Step 'Now somebody tries to get in with SSH: 40 records arrive.'
        Send-Attack -Seed 1
    }

    Show-Step 'The metric, as CloudWatch shows it.'
    $see = { Get-FlowMetric SSHAccessCount FlowLogsTutorial -StartTime $began -Period 60 @cloud | Where-Object Value -GT 0 }
    if ($isAccount) {
        & $see | Out-Host
        Get-FlowAlarm TutorialSSH @cloud | Out-Host
    }
    else {
        $seen = @()
        Invoke-Part 'datapoints of metric filters' {
            $script:seen = @(Wait-Answer $see 5)
            if (-not $seen) { throw 'the metric has none' }
            $seen | Out-Host
        }
        Show-Step 'And the alarm.'
        Invoke-Part 'the state of alarms' {
            if (-not $seen) { throw 'without datapoints there is nothing to be alarmed about' }
            $alarm = Wait-Answer { Get-FlowAlarm TutorialSSH @cloud | Where-Object StateValue -EQ 'ALARM' } 30
            if (-not $alarm) { throw 'the alarm has not seen the datapoints' }
            $alarm | Out-Host
            "   $($alarm.StateReason)"
        }
    }

    if ($sandbox) {
        Show-Step 'What the subscription sent. The Lambda function is a file here; each line is an event that it would be given.'
        $lines = @(Wait-Answer { $text = [IO.File]::ReadAllText($payloads); if ($text.EndsWith("`n")) { $text.TrimEnd() -split '\r?\n' } } 15)
        $received = @($lines | ConvertFrom-FlowLog)
        "   $($lines.Count) payloads with $($received.Count) records. The first:"
        $received[0] | Out-Host
    }

    Show-Step 'Without a destination, too, the log can be processed as it arrives: a follower waits for more.'
    $last = $null
    Get-FlowLogEvent $LogGroupName -Follow -StartTime $began -DstPort 22 -First 5 -EndTime ([DateTimeOffset]::UtcNow.AddSeconds(30)) @cloud | ForEach-Object {
        $last = $_
        "   $($_.SrcAddr) → $($_.DstAddr):$($_.DstPort) $($_.Action), $($_.Bytes) bytes"
    }
    if (-not $last) { '   Nothing came.' }
    if (-not $isAccount) {
        Invoke-Part 'live tail' {
            $came = 0
            $live = $null
            :waiting do {
                Get-FlowLogEvent $LogGroupName -Follow -Live -StartTime $began -DstPort 22 -EndTime ([DateTimeOffset]::UtcNow.AddSeconds(30)) @cloud -WarningAction SilentlyContinue -WarningVariable said | ForEach-Object {
                    # Only the log gives events ids.
                    if (-not $_.EventId) { $live = $_ }
                    if ($live -or $said) { break waiting }
                    # What is there before the tail begins comes from the log, so that it takes more than one.
                    if ($came++ % 10 -eq 0) { Send-Attack -Seed (2 + $came) }
                }
            } while ($false)
            if ($said) { throw "$said" }
            if (-not $live) { throw 'the service has sent nothing by itself' }
            "   With -Live the service sends them by itself. After $came records from the log this one came so:"
            "   $($live.SrcAddr) → $($live.DstAddr):$($live.DstPort) $($live.Action), $($live.Bytes) bytes"
        }
    }
}
finally {
    Show-Step 'What was made is removed.'
    while ($undo.Count) { & $undo.Pop() }
}

if ($lacking.Count) {
    ''
    "not here, $EndpointUrl lacks it: $($lacking -join '; ')"
}
