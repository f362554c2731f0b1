# Prints this process's largest working set in megabytes after a script over $file; without a script that of an idle shell.
param([string] $Manifest, [string] $File, [string] $Command)

$ErrorActionPreference = 'Stop'
if ($Command) {
    Import-Module $Manifest
    $null = & ([scriptblock]::Create("param(`$file) $Command")) $File
}
[Console]::Out.WriteLine([int] ([Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB))
