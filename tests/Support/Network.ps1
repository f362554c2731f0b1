# Whether the sandbox has EC2's flow logs. To be called while tests are found.
function Test-SandboxNetwork {
    $sandbox = Start-FlowSandbox
    try { $null = Get-FlowLog -EndpointUrl $sandbox -ErrorAction Stop; $true }
    catch { $false }
    finally { $null = $sandbox | Stop-FlowSandbox }
}
