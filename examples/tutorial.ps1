<#
.SYNOPSIS
    The first half of the VPC Flow Logs tutorial: look at a log, understand a record, test a filter, make a metric filter.
.DESCRIPTION
    Runs against a sandbox on this machine, so that neither an account nor credentials are needed. With -LogGroupName it
    runs against that log group of your own account instead; the metric filter that it makes there is removed at the end.
.EXAMPLE
    ./examples/tutorial.ps1
.EXAMPLE
    ./examples/tutorial.ps1 -LogGroupName my-flow-log -Region eu-west-1
#>
[CmdletBinding()]
param(
    # A log group of your account that a VPC flow log with the default format writes to.
    [string] $LogGroupName,
    [string] $Region,
    [string] $ProfileName,
    [string] $EndpointUrl
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"

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

$sandbox = $null
if (-not $LogGroupName) {
    Show-Step 'A sandbox stands in for AWS: a CloudWatch Logs endpoint on this machine, with a day of generated flow logs.'
    $sandbox = Start-FlowSandbox
    $sandbox | Out-Host
    $LogGroupName = 'my-flow-log'
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
}

try {
    Show-Step 'A flow log writes to a log group.'
    Get-FlowLogGroup $LogGroupName @cloud | Out-Host

    Show-Step 'In the group there is a log stream for each network interface.'
    $streams = @(Get-FlowLogStream $LogGroupName @cloud)
    $streams | Out-Host

    Show-Step "The first event of the stream $($streams[0].LogStreamName), as the line that the service keeps."
    $first = Get-FlowLogEvent $LogGroupName $streams[0].LogStreamName -First 1 @cloud
    "$first"

    Show-Step 'Events come as records, so that PowerShell can choose among them: here the first five that were rejected.'
    $records = @(Get-FlowLogEvent $LogGroupName -First 2000 @cloud)
    @($records | Where-Object Action -EQ 'REJECT')[0..4] | Out-Host

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

    Show-Step 'A metric filter counts what matches the pattern, in a CloudWatch metric.'
    New-FlowMetricFilter $LogGroupName SSHAccess $pattern -MetricName SSHAccessCount -MetricNamespace MyFlowLogs @cloud | Out-Host

    Show-Step 'The service has it now.'
    Get-FlowMetricFilter $LogGroupName SSHAccess @cloud | Out-Host

    Show-Step 'And it is removed again.'
    $null = Remove-FlowMetricFilter $LogGroupName SSHAccess @cloud
    "Metric filters left: $(@(Get-FlowMetricFilter $LogGroupName @cloud).Count)"
}
finally {
    if ($sandbox) {
        $null = $sandbox | Stop-FlowSandbox
    }
}
