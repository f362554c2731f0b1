# Prints how many milliseconds a module's import takes, and on the same line the assemblies that are loaded then.
param([string] $Manifest, [string] $Module)

$ErrorActionPreference = 'Stop'
$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module $Module
$time = $watch.Elapsed.TotalMilliseconds
$names = foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) { $assembly.GetName().Name }
[Console]::Out.WriteLine([string]::Format([cultureinfo]::InvariantCulture, '{0:F1} {1}', $time, $names -join ' '))
