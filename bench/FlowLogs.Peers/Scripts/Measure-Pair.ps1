# Runs two scripts by turns in this process. For each round a line: the seconds and processor seconds of both.
param(
    [string] $Manifest, [string] $BareModule, [string] $File, [int] $Lines, [string] $Ours, [string] $Peer,
    [string] $OursAnswer, [string] $PeerAnswer, [int] $Rounds
)

$ErrorActionPreference = 'Stop'
Import-Module $Manifest, $BareModule
$process = [Diagnostics.Process]::GetCurrentProcess()

# A function of its own for each run, with nothing else in it than what is measured.
function New-Side([string] $text) {
    [scriptblock]::Create("param(`$file, `$lines) $text")
}

function Measure-Side([scriptblock] $side, [string] $expected) {
    [GC]::Collect()
    $process.Refresh()
    $processor = $process.TotalProcessorTime
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $answer = & $side $File $Lines
    $seconds = $watch.Elapsed.TotalSeconds
    $process.Refresh()
    if ($null -ne $answer -and $answer -ne $expected) { throw "An answer is $answer, and was $expected." }
    $seconds
    ($process.TotalProcessorTime - $processor).TotalSeconds
}

$sides = (New-Side $Ours), (New-Side $Peer)
$answers = @(
    & (New-Side $(if ($OursAnswer) { $OursAnswer } else { $Ours })) $File $Lines
    & (New-Side $(if ($PeerAnswer) { $PeerAnswer } else { $Peer })) $File $Lines
)
if ($answers[0] -ne $answers[1]) { throw "The answers differ: $answers" }
foreach ($round in 1..$Rounds) {
    $usage = foreach ($side in $sides) { Measure-Side $side $answers[0] }
    [Console]::Out.WriteLine([string]::Format([cultureinfo]::InvariantCulture, '{0:F6} {1:F6} {2:F6} {3:F6}', [object[]] $usage))
}
