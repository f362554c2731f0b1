# A cloud for cmdlets whose operations not every sandbox knows: the sandbox where it knows them, else moto_server where
# that is installed. Where there is neither, .Gap tells why, and the tests skip themselves with it.
function Start-TestCloud([scriptblock] $probe) {
    $archive = [IO.Path]::GetTempFileName()
    $sandbox = Start-FlowSandbox -Seed 7 -SubscriptionDestination @{
        'arn:aws:logs:us-east-1:123456789012:destination:archive' = $archive
    }
    $cloud = @{
        Region      = 'us-east-1'
        EndpointUrl = $sandbox.EndpointUrl
        Credential  = @{ AccessKey = 'test'; SecretKey = 'test' }
    }
    $test = [pscustomobject] @{ Cloud = $cloud; Sandbox = $sandbox; Archive = $archive; Moto = $null; Gap = $null }
    $gap = Get-Gap $probe $cloud
    if (-not $gap) { return $test }
    $null = $sandbox | Stop-FlowSandbox
    $test.Sandbox = $null

    $program = Get-Command moto_server -CommandType Application -ErrorAction Ignore
    if (-not $program) {
        $test.Gap = "the sandbox lacks an operation and there is no moto_server ($gap)"
        return $test
    }

    $test.Moto = Start-Moto
    $cloud.EndpointUrl = $test.Moto.EndpointUrl

    # What a sandbox has from the beginning; moto takes a log group for the destination of that name.
    $null = New-FlowLogGroup my-flow-log, archive @cloud -ErrorAction Stop
    $test
}

function Stop-TestCloud($test) {
    if ($test.Sandbox) { $null = $test.Sandbox | Stop-FlowSandbox }
    [IO.File]::Delete($test.Archive)
    if ($test.Moto) { Stop-Moto $test.Moto }
}

# moto_server on a port of its own.
function Start-Moto {
    $port = Get-FreePort
    $program = @(Get-Command moto_server -CommandType Application)[0]
    $start = [Diagnostics.ProcessStartInfo]::new($program.Source)
    foreach ($argument in '-H', '127.0.0.1', '-p', "$port") { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    $process.BeginOutputReadLine()
    $process.BeginErrorReadLine()
    Wait-Port $port
    [pscustomobject] @{ Process = $process; EndpointUrl = "http://127.0.0.1:$port" }
}

function Stop-Moto($moto) {
    $moto.Process.Kill($true)
    $moto.Process.Dispose()
}

# Runs code in a session of its own against an endpoint that answers each operation with what it is told, or with {}.
# Gives the requests, with Operation and Body, and the last error.
function Invoke-WithEndpoint([string] $code, [hashtable] $answers = @{}) {
    $url = "http://127.0.0.1:$(Get-FreePort)/"
    $listener = [Net.HttpListener]::new()
    $listener.Prefixes.Add($url)
    $listener.Start()
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule("$PSScriptRoot/../../out/FlowLogs/FlowLogs.psd1")
    $shell = [powershell]::Create($state)
    $cloud = @{ Region = 'us-east-1'; EndpointUrl = $url; Credential = @{ AccessKey = 'test'; SecretKey = 'test' } }
    try {
        $running = $shell.AddScript("param(`$cloud) $code").AddParameter('cloud', $cloud).BeginInvoke()
        $next = $listener.GetContextAsync()
        $requests = while (-not $running.IsCompleted) {
            if (-not $next.Wait(50)) { continue }
            $context = $next.Result
            $operation = ($context.Request.Headers['X-Amz-Target'] -split '\.')[-1]
            $body = [IO.StreamReader]::new($context.Request.InputStream).ReadToEnd()
            [pscustomobject] @{ Operation = $operation; Url = $context.Request.RawUrl; Body = $body }
            $answer = $answers[$operation] ?? '{}'
            $context.Response.StatusCode = if ($answer -like '*"__type"*') { 400 } else { 200 }
            $context.Response.Close([Text.Encoding]::UTF8.GetBytes($answer), $true)
            $next = $listener.GetContextAsync()
        }
        $failure = $null
        try { $null = $shell.EndInvoke($running) } catch { $failure = $_.Exception.InnerException.ErrorRecord }
        [pscustomobject] @{ Requests = @($requests); Error = $failure ?? @($shell.Streams.Error)[-1] }
    }
    finally {
        $listener.Close()
        $shell.Runspace.Dispose()
        $shell.Dispose()
    }
}

# Why a cloud cannot carry out what a probe asks for: it does not know the operation. Any other answer will do.
function Get-Gap([scriptblock] $probe, [hashtable] $cloud) {
    try { $null = & $probe $cloud }
    catch { if ("$_" -like '*does not know*') { "$_" } }
}

function Get-FreePort {
    $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $probe.Start()
    $probe.LocalEndpoint.Port
    $probe.Stop()
}

function Wait-Port([int] $port) {
    foreach ($try in 1..300) {
        $client = [Net.Sockets.TcpClient]::new()
        try { $client.Connect('127.0.0.1', $port); return }
        catch { [Threading.Thread]::Sleep(200) }
        finally { $client.Dispose() }
    }
}
