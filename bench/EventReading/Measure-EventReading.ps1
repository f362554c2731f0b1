<#
.SYNOPSIS
Reads a log group of a sandbox with Get-FlowLogEvent and with boto3's paginator, by turns, and compares.

.DESCRIPTION
Needs Python with boto3. The sandbox runs in a process of its own:
    dotnet run --project src/FlowLogs.Shell -c Release -- bench/EventReading/Measure-EventReading.ps1

.PARAMETER Count
How many events.

.PARAMETER Rounds
How often each reads.
#>
[CmdletBinding()]
param([int] $Count = 1000000, [int] $Rounds = 3)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../out/FlowLogs/FlowLogs.psd1"

$start = [Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
$arguments = [Environment]::GetCommandLineArgs()
if ($arguments[0] -like '*.dll') { $start.ArgumentList.Add($arguments[0]) }
$start.ArgumentList.Add("$PSScriptRoot/Start-Sandbox.ps1")
$start.RedirectStandardOutput = $true
$start.RedirectStandardInput = $true
$server = [Diagnostics.Process]::Start($start)
try {
    $url = $server.StandardOutput.ReadLine()
    & python3 "$PSScriptRoot/boto3-reading.py" fill $url $Count
    if ($LASTEXITCODE) { throw 'boto3 could not fill the log group.' }

    $cloud = @{ EndpointUrl = $url; Region = 'us-east-1'; Credential = @{ AccessKey = 'bench'; SecretKey = 'bench' } }
    $ours = $theirs = [double]::MaxValue
    foreach ($round in 1..$Rounds) {
        $events, $fields, $seconds, $processor = (& python3 "$PSScriptRoot/boto3-reading.py" read $url) -split ' '
        $theirs = [Math]::Min($theirs, [double] $seconds)
        "boto3 paginator and split(): $events events in $seconds s, processor time $processor s"

        $process = [Diagnostics.Process]::GetCurrentProcess()
        $before, $served = $process.TotalProcessorTime, $server.TotalProcessorTime
        $null = Get-FlowLogEvent event-reading @cloud -SummaryVariable summary
        $process.Refresh()
        $server.Refresh()
        $ours = [Math]::Min($ours, $summary.Duration.TotalSeconds)
        'Get-FlowLogEvent: {0} records in {1:F3} s, processor time {2:F3} s, of the sandbox {3:F3} s, {4} calls' -f $summary.Records,
            $summary.Duration.TotalSeconds, ($process.TotalProcessorTime - $before).TotalSeconds,
            ($server.TotalProcessorTime - $served).TotalSeconds, $summary.Requests
    }

    'Fastest of {0}: {1:F1} times as fast' -f $Rounds, ($theirs / $ours)
}
finally {
    $server.StandardInput.Close()
    $server.WaitForExit()
}
