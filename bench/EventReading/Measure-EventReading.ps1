<#
.SYNOPSIS
Reads a log group of a sandbox with Get-FlowLogEvent and with boto3's paginator, by turns, and compares.

.DESCRIPTION
Both look at each event once and keep none. In each round boto3 reads once and then Get-FlowLogEvent three times, of which
the one in the middle counts: a tenth of the time is as much more easily disturbed. The round's factor is that of the two,
which had the machine at the same time, and what counts in the end is the median of all rounds. A round before the first,
which has the start of a process in it (assemblies, compilation, connections), is shown and does not count.
Needs Python with boto3. The sandbox runs in a process of its own:
    dotnet run --project src/FlowLogs.Shell -c Release -- bench/EventReading/Measure-EventReading.ps1

.PARAMETER Count
How many events.

.PARAMETER Rounds
How many rounds count.
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
    $process = [Diagnostics.Process]::GetCurrentProcess()
    function Get-Median([double[]] $Values) {
        [Array]::Sort($Values)
        $Values[[int][Math]::Floor($Values.Length / 2)]
    }
    function Get-SandboxTime {
        $server.Refresh()
        $server.TotalProcessorTime.TotalSeconds
    }

    $theirs, $ours, $factors, $savings = [Collections.Generic.List[double]]::new(), [Collections.Generic.List[double]]::new(),
        [Collections.Generic.List[double]]::new(), [Collections.Generic.List[double]]::new()
    foreach ($round in 0..$Rounds) {
        $served = Get-SandboxTime
        $events, $fields, $their, $theirProcessor = (& python3 "$PSScriptRoot/boto3-reading.py" read $url) -split ' '
        "boto3's paginator and split(): $events events in $their s, processor time $theirProcessor s, of the sandbox {0:F3} s" -f
            ((Get-SandboxTime) - $served)

        $times, $processorTimes = @(), @()
        foreach ($reading in 1..3) {
            # Into $null as a stream. An assignment to $null would gather all records first.
            $process.Refresh()
            $before, $served = $process.TotalProcessorTime, (Get-SandboxTime)
            Get-FlowLogEvent event-reading @cloud -SummaryVariable summary > $null
            $process.Refresh()
            $times += $summary.Duration.TotalSeconds
            $processorTimes += ($process.TotalProcessorTime - $before).TotalSeconds
            'Get-FlowLogEvent: {0} records in {1:F3} s, processor time {2:F3} s, of the sandbox {3:F3} s, {4} calls' -f
                $summary.Records, $times[-1], $processorTimes[-1], ((Get-SandboxTime) - $served), $summary.Requests
        }

        if ($round -gt 0) {
            $our = Get-Median $times
            $theirs.Add($their)
            $ours.Add($our)
            $factors.Add([double]$their / $our)
            $savings.Add([double]$theirProcessor / (Get-Median $processorTimes))
        }
    }

    $factors.Sort()
    'Median of {0} rounds: {1:F1} times as fast ({2:F1} to {3:F1}; {4:F3} s and {5:F3} s), with {6:F1} times less processor time' -f $Rounds,
        (Get-Median $factors), $factors[0], $factors[-1], (Get-Median $theirs), (Get-Median $ours), (Get-Median $savings)
}
finally {
    $server.StandardInput.Close()
    $server.WaitForExit()
}
