<#
.SYNOPSIS
Reads a log group of a sandbox with Get-FlowLogEvent and with boto3's paginator, by turns, and compares.

.DESCRIPTION
Both look at each event once and keep none. The first round of a process has its start in it: assemblies, compilation,
connections. Needs Python with boto3. The sandbox runs in a process of its own:
    dotnet run --project src/FlowLogs.Shell -c Release -- bench/EventReading/Measure-EventReading.ps1

.PARAMETER Count
How many events.

.PARAMETER Rounds
How often each reads.
#>
[CmdletBinding()]
param([int] $Count = 1000000, [int] $Rounds = 5)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../out/FlowLogs/FlowLogs.psd1"

$start = [Diagnostics.ProcessStartInfo]::new([Environment]::ProcessPath)
if ([IO.Path]::GetFileNameWithoutExtension([Environment]::ProcessPath) -eq 'dotnet') {
    $start.ArgumentList.Add([Environment]::GetCommandLineArgs()[0])
}
$start.ArgumentList.Add("$PSScriptRoot/Start-Sandbox.ps1")
$start.RedirectStandardOutput = $true
$start.RedirectStandardInput = $true
$server = [Diagnostics.Process]::Start($start)
try {
    $url = $server.StandardOutput.ReadLine()
    & python3 "$PSScriptRoot/boto3-reading.py" fill $url $Count
    if ($LASTEXITCODE) { throw 'boto3 could not fill the log group.' }

    $cloud = @{ EndpointUrl = $url; Region = 'us-east-1'; Credential = @{ AccessKey = 'bench'; SecretKey = 'bench' } }
    $best = @{}
    function Add-Best([string] $Name, [double] $Value) {
        if (-not $best.ContainsKey($Name) -or $Value -lt $best[$Name]) { $best[$Name] = $Value }
    }
    $process = [Diagnostics.Process]::GetCurrentProcess()
    foreach ($round in 1..$Rounds) {
        $server.Refresh()
        $served = $server.TotalProcessorTime
        $events, $fields, $seconds, $processor = (& python3 "$PSScriptRoot/boto3-reading.py" read $url) -split ' '
        $server.Refresh()
        Add-Best TheirTime $seconds
        Add-Best TheirProcessor $processor
        "boto3's paginator and split(): $events events in $seconds s, processor time $processor s, of the sandbox {0:F3} s" -f
            ($server.TotalProcessorTime - $served).TotalSeconds

        # Into $null as a stream. An assignment to $null would gather all records first.
        $process.Refresh()
        $server.Refresh()
        $before, $served = $process.TotalProcessorTime, $server.TotalProcessorTime
        Get-FlowLogEvent event-reading @cloud -SummaryVariable summary > $null
        $process.Refresh()
        $server.Refresh()
        $seconds = $summary.Duration.TotalSeconds
        $processor = ($process.TotalProcessorTime - $before).TotalSeconds
        Add-Best OurTime $seconds
        Add-Best OurProcessor $processor
        'Get-FlowLogEvent: {0} records in {1:F3} s, processor time {2:F3} s, of the sandbox {3:F3} s, {4} calls' -f $summary.Records,
            $seconds, $processor, ($server.TotalProcessorTime - $served).TotalSeconds, $summary.Requests
    }

    'Fastest of {0}: {1:F1} times as fast ({2:F3} s and {3:F3} s), with {4:F1} times less processor time ({5:F3} s and {6:F3} s)' -f $Rounds,
        ($best.TheirTime / $best.OurTime), $best.TheirTime, $best.OurTime,
        ($best.TheirProcessor / $best.OurProcessor), $best.TheirProcessor, $best.OurProcessor
}
finally {
    $server.StandardInput.Close()
    $server.WaitForExit()
}
