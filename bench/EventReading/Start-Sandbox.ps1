# A sandbox that tells its address and lives until its input ends.
Import-Module "$PSScriptRoot/../../out/FlowLogs/FlowLogs.psd1"
$sandbox = Start-FlowSandbox
[Console]::Out.WriteLine($sandbox.EndpointUrl)
$null = [Console]::In.ReadToEnd()
$null = $sandbox | Stop-FlowSandbox
