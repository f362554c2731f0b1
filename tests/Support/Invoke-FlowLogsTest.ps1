<#
.SYNOPSIS
Runs the module's tests: with Pester 5 where it is installed, else with the small runner beside this file.

.PARAMETER Path
A test file, a folder, or a pattern for file names. By default all tests of the repository.

.PARAMETER Filter
Patterns for the full names of tests or blocks, such as 'Get-FlowLogEvent*'.
#>
[CmdletBinding()]
param(
    [string[]] $Path = "$PSScriptRoot/..",
    [string[]] $Filter = @()
)

function Find-TestFile($pattern) {
    $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($pattern)
    if ([IO.Directory]::Exists($full)) { $full = [IO.Path]::Combine($full, '*.Tests.ps1') }
    $files = [IO.Directory]::GetFiles([IO.Path]::GetDirectoryName($full), [IO.Path]::GetFileName($full))
    [array]::Sort($files, [StringComparer]::Ordinal)
    $files
}

function Find-Pester {
    $newest = $null
    foreach ($module in Get-Module Pester -ListAvailable) {
        if ($module.Version.Major -eq 5 -and (-not $newest -or $module.Version -gt $newest.Version)) { $newest = $module }
    }
    $newest
}

# Counts everything that failed: tests, and blocks and files that failed outside of their tests.
function Invoke-WithPester($module, $files) {
    Import-Module $module.Path
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $files
    $configuration.Run.PassThru = $true
    $configuration.Filter.FullName = $Filter
    $run = Invoke-Pester -Configuration $configuration
    @{
        Passed  = $run.PassedCount
        Failed  = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
        Skipped = $run.SkippedCount
    }
}

function Invoke-WithRunner($files) {
    Import-Module "$PSScriptRoot/Runner/FlowLogsTestRunner.psm1"
    $scopes = & "$PSScriptRoot/Runner/Scopes.ps1"
    $total = @{ Passed = 0; Failed = 0; Skipped = 0 }
    foreach ($file in $files) {
        $count = @{ Passed = 0; Failed = 0; Skipped = 0 }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        foreach ($result in Invoke-TestFile -Path $file -Scopes $scopes -Filter $Filter) {
            $count[$result.Result]++
            $total[$result.Result]++
            if ($result.Result -eq 'Failed') {
                Out-Host -InputObject "[-] $($result.Name)"
                Out-Host -InputObject "    $($result.File):$($result.Line)"
                Out-Host -InputObject "    $($result.Message -replace '\r?\n', "`n    ")"
            }
        }
        $name = [IO.Path]::GetFileName($file)
        Out-Host -InputObject "$name`: $($count.Passed) passed, $($count.Failed) failed, $($count.Skipped) skipped ($($watch.ElapsedMilliseconds) ms)"
    }
    $total
}

# The host has the module where its commands are found; pwsh has to be told.
if ($Host.Name -ne 'FlowLogs.Shell') {
    $module = if ($env:FLOWLOGS_MODULE) { $env:FLOWLOGS_MODULE } else { "$PSScriptRoot/../../out/FlowLogs" }
    $folder = [IO.Path]::GetDirectoryName([IO.Path]::TrimEndingDirectorySeparator([IO.Path]::GetFullPath($module)))
    $env:PSModulePath = $folder + [IO.Path]::PathSeparator + $env:PSModulePath
}

$files = @($Path | ForEach-Object { Find-TestFile $_ })
if (-not $files) { throw "There are no tests in $($Path -join ', ')." }
$pester = Find-Pester
$total = if ($pester) { Invoke-WithPester $pester $files } else { Invoke-WithRunner $files }

"Pester: $($total.Passed) passed, $($total.Failed) failed, $($total.Skipped) skipped"
exit [int] ($total.Failed -gt 0 -or $total.Passed + $total.Skipped -eq 0)
