<#
.SYNOPSIS
The one entry for people: builds, tests, measures and packs the module. Thin, over dotnet.

.DESCRIPTION
Runs in pwsh and, where there is only the .NET SDK, in the host:
    dotnet run --project src/FlowLogs.Shell -- build.ps1 -Task Test
which is why it keeps to the language and the engine's own commands.

.PARAMETER Task
Build: everything, and the module in out/FlowLogs. Test: Build, then all tests; the last line counts them.
Soak: a thousand logs of 100,000 events, read from services with every fault, half of them from sandboxes; takes long.
Bench: the benchmarks, which write docs/performance.md; half an hour. They compare with pwsh where FLOWLOGS_PWSH or the
path names one. Pack: a clean module, zipped in out.

.PARAMETER Configuration
Debug, as dotnet run has it, so that the host and what it builds are the same; Release for Soak, Bench and Pack.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Soak', 'Bench', 'Pack')] [string] $Task = 'Build',
    [ValidateSet('Debug', 'Release')] [string] $Configuration
)

$ErrorActionPreference = 'Stop'
if (-not $Configuration) { $Configuration = if ($Task -in 'Soak', 'Bench', 'Pack') { 'Release' } else { 'Debug' } }
$out = "$PSScriptRoot/out"

function Invoke-Build {
    & dotnet build "$PSScriptRoot/FlowLogs.slnx" --configuration $Configuration --nologo --verbosity minimal | Out-Host
    if ($LASTEXITCODE) { throw "The build failed with exit code $LASTEXITCODE." }
}

function New-Count($passed, $failed, $skipped) {
    [pscustomobject] @{ Passed = [int] $passed; Failed = [int] $failed; Skipped = [int] $skipped }
}

# A runner that says nothing, or that fails without a failed test, has crashed: that counts as a failure.
function Complete-Count($name, $count, $exitCode) {
    if ($null -eq $count -or $count.Passed + $count.Failed + $count.Skipped -eq 0) {
        Out-Host -InputObject "$name ran no test (exit code $exitCode)."
        return New-Count 0 1 0
    }
    if ($exitCode -ne 0 -and $count.Failed -eq 0) {
        Out-Host -InputObject "$name ended with exit code $exitCode."
        $count.Failed = 1
    }
    $count
}

function Invoke-UnitTest($project, $filter, $suffix) {
    $name = [IO.Path]::GetFileNameWithoutExtension($project) + $suffix
    $report = "$out/TestResults/$name.trx"
    if ([IO.File]::Exists($report)) { [IO.File]::Delete($report) }
    $arguments = if ($filter) { '--filter', $filter }
    & dotnet test $project --configuration $Configuration --no-build --nologo --logger "trx;LogFileName=$name.trx" --results-directory "$out/TestResults" @arguments | Out-Host
    $exitCode = $LASTEXITCODE

    $count = $null
    if ([IO.File]::Exists($report)) {
        $counters = ([xml] [IO.File]::ReadAllText($report)).TestRun.ResultSummary.Counters
        $count = New-Count $counters.passed $counters.failed ([int] $counters.total - [int] $counters.executed)
    }
    Complete-Count $name $count $exitCode
}

# What reads lines, again with every width of vectors that is not the widest here (src/FlowLogs.Engine/Scanning/VectorWidth.cs).
function Invoke-WidthTest {
    $before = $env:FLOWLOGS_VECTOR_BITS
    try {
        foreach ($bits in 256, 128, 0) {
            $env:FLOWLOGS_VECTOR_BITS = $bits
            Invoke-UnitTest "$PSScriptRoot/tests/Engine.Tests/Engine.Tests.csproj" 'FullyQualifiedName~FlowLogs.Tests.Scanning|FullyQualifiedName~FlowLogs.Tests.Reading' ".$bits"
        }
    }
    finally { $env:FLOWLOGS_VECTOR_BITS = if ($before) { $before } else { [NullString]::Value } }
}

# In a process of its own, so that the module is not locked by this one.
function Invoke-ScriptTest {
    . "$PSScriptRoot/tests/Support/Child.ps1"
    $count = $null
    Invoke-ChildScript "$PSScriptRoot/tests/Support/Invoke-FlowLogsTest.ps1" | ForEach-Object {
        Out-Host -InputObject $_
        if ($_ -match '^Pester: (\d+) passed, (\d+) failed, (\d+) skipped$') {
            $count = New-Count $Matches[1] $Matches[2] $Matches[3]
        }
    }
    Complete-Count 'tests/*.Tests.ps1' $count $LASTEXITCODE
}

function Invoke-Test {
    Invoke-Build
    $counts = @(
        foreach ($project in [IO.Directory]::GetFiles("$PSScriptRoot/tests", '*.Tests.csproj', 'AllDirectories')) {
            Invoke-UnitTest $project
        }
        Invoke-WidthTest
        Invoke-ScriptTest
    )
    $total = New-Count 0 0 0
    foreach ($count in $counts) {
        $total.Passed += $count.Passed
        $total.Failed += $count.Failed
        $total.Skipped += $count.Skipped
    }
    $skipped = if ($total.Skipped) { ", $($total.Skipped) skipped" }
    Out-Host -InputObject "$($total.Passed) passed, $($total.Failed) failed$skipped"
    exit [int] ($total.Failed -gt 0)
}

function Invoke-Soak {
    $env:FLOWLOGS_SOAK = 500
    foreach ($service in 'process', 'sandbox') {
        $env:FLOWLOGS_SOAK_SERVICE = $service
        & dotnet test "$PSScriptRoot/tests/Engine.Tests" --configuration $Configuration --nologo --filter 'FullyQualifiedName~Reads_exactly_for_long' --logger 'console;verbosity=normal' | Out-Host
        if ($LASTEXITCODE) { throw "The soak over the service '$service' ended with exit code $LASTEXITCODE." }
    }
}

function Invoke-BenchProgram($name) {
    & dotnet run --project "$PSScriptRoot/bench/$name" --configuration $Configuration -- @args | Out-Host
    if ($LASTEXITCODE) { throw "$name ended with exit code $LASTEXITCODE." }
}

# Each program writes what it measured into out/bench, and the page is put together last. They build what they need: two
# of them are not in the solution, because of their packages.
function Invoke-Bench {
    if ([IO.Directory]::Exists("$out/bench")) { [IO.Directory]::Delete("$out/bench", $true) }
    foreach ($name in 'FlowLogs.Peers', 'FlowLogs.Bench', 'FlowLogs.Micro') { Invoke-BenchProgram $name }
    Invoke-BenchProgram FlowLogs.Bench '--page'
}

function Invoke-Pack {
    if ([IO.Directory]::Exists("$out/FlowLogs")) { [IO.Directory]::Delete("$out/FlowLogs", $true) }
    Invoke-Build
    $version = (Test-ModuleManifest "$out/FlowLogs/FlowLogs.psd1").Version
    $package = "$out/FlowLogs-$version.zip"
    if ([IO.File]::Exists($package)) { [IO.File]::Delete($package) }
    [IO.Compression.ZipFile]::CreateFromDirectory("$out/FlowLogs", $package, 'Optimal', $true)
    Out-Host -InputObject $package
}

switch ($Task) {
    'Build' { Invoke-Build }
    'Test' { Invoke-Test }
    'Soak' { Invoke-Soak }
    'Bench' { Invoke-Bench }
    'Pack' { Invoke-Pack }
}
