# Keys go into the signature of a request and nowhere else.
BeforeAll {
    . "$PSScriptRoot/Support/Cloud.ps1"
    . "$PSScriptRoot/Support/ReachableText.ps1"
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $keys = @{
        AccessKey    = 'AKIAFLOWLOGSEXAMPLE7'
        SecretKey    = 'SeCrEtKeYfLoWlOgS/0123456789+abcdefghijk'
        SessionToken = 'ToKeNfLoWlOgS/IQoJb3JpZ2luX2VjEJr0123456789'
    }
    $secrets = $keys.SecretKey, $keys.SessionToken
    $variables = 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_CONFIG_FILE',
        'AWS_SHARED_CREDENTIALS_FILE', 'AWS_EC2_METADATA_DISABLED'
    $before = @{}
    foreach ($variable in $variables) { $before[$variable] = [Environment]::GetEnvironmentVariable($variable) }

    # What the user reads or writes down, with the secrets that are in it.
    function Assert-NoSecret([string] $text) {
        $text.Length | Should -BeGreaterThan 100
        foreach ($secret in $secrets) {
            $at = $text.IndexOf($secret, [StringComparison]::OrdinalIgnoreCase)
            if ($at -ge 0) { $text.Substring([Math]::Max(0, $at - 200), [Math]::Min(200, $at)) | Should -Be 'without the secret that follows' }
        }
    }

    # The commands that are tried; each in a session that shows everything.
    $all = @'
$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
Get-FlowLogGroup @cloud
Get-FlowLogStream my-flow-log @cloud
Get-FlowLogEvent my-flow-log -Checkpoint $checkpoint -First 20 @cloud
Get-FlowLogEvent my-flow-log -First 5 -SummaryVariable summary @cloud
$summary
Get-FlowLog @cloud
Get-FlowLogEvent -S3Uri s3://my-flow-log-bucket -First 5 @cloud
Get-FlowAlarm @cloud
New-FlowMetricFilter my-flow-log secrets REJECT -MetricName M -WhatIf @cloud
Test-FlowFilter REJECT 'x' -Remote @cloud
'@

    # Runs code against an endpoint and gives all text that one can come by afterwards.
    function Get-SeenText([string] $code, [hashtable] $cloud, [string] $checkpoint) {
        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule([IO.Path]::GetFullPath("$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"))
        $shell = [powershell]::Create($state)
        try {
            $null = $shell.AddScript("param(`$cloud, `$checkpoint) $code").AddParameter('cloud', $cloud).AddParameter('checkpoint', $checkpoint)
            $output = try { $shell.Invoke() } catch { $_ }
            $streams = $shell.Streams
            $listed = $shell.Runspace.SessionStateProxy.GetVariable('Error')
            Get-ReachableText @($output), $streams.Error, $streams.Verbose, $streams.Debug, $streams.Warning, $streams.Progress, $streams.Information, $listed
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }
}

AfterAll {
    foreach ($variable in $variables) { [Environment]::SetEnvironmentVariable($variable, $before[$variable] ?? [NullString]::Value) }
}

Describe 'A secret' {
    BeforeAll { $sandbox = Start-FlowSandbox }
    AfterAll { $null = $sandbox | Stop-FlowSandbox }

    It 'is not in what commands say that succeed' {
        $cloud = @{ EndpointUrl = $sandbox.EndpointUrl; Region = 'us-east-1'; Credential = $keys }
        $text = Get-SeenText $all $cloud "$TestDrive/good.json"
        $text | Should -BeLike '*my-flow-log*'
        Assert-NoSecret $text
        Assert-NoSecret ([IO.File]::ReadAllText("$TestDrive/good.json"))
    }

    It 'is not in what commands say that fail: <Case>' -ForEach @(
        @{ Case = 'an unknown key'; Type = 'UnrecognizedClientException'; Message = 'The security token included in the request is invalid.' }
        @{ Case = 'a wrong signature, with the request quoted'; Type = 'InvalidSignatureException'; Message = 'The Canonical String should have been POST / x-amz-security-token:TOKEN' }
        @{ Case = 'an expired token'; Type = 'ExpiredTokenException'; Message = 'The token TOKEN is expired' }
        @{ Case = 'no permission'; Type = 'AccessDeniedException'; Message = 'User x may not.' }
        @{ Case = 'an answer that is none'; Type = $null; Message = '<html>' }
    ) {
        $answer = if ($Type) { "{""__type"":""$Type"",""message"":""$($Message.Replace('TOKEN', $keys.SessionToken))""}" } else { $Message }
        $answers = @{ DescribeLogGroups = $answer; FilterLogEvents = $answer; DescribeLogStreams = $answer }
        # An answer that is none is asked for again and again where events are read.
        $calls = if ($Type) { 'try { Get-FlowLogGroup @cloud } finally { Get-FlowLogEvent x @cloud }' } else { 'Get-FlowLogGroup @cloud' }
        $code = "`$cloud.Credential = @{ AccessKey = `$env:TEST_KEY; SecretKey = `$env:TEST_SECRET; SessionToken = `$env:TEST_TOKEN }; $calls"
        $env:TEST_KEY, $env:TEST_SECRET, $env:TEST_TOKEN = $keys.AccessKey, $keys.SecretKey, $keys.SessionToken
        try { $result = Invoke-WithEndpoint $code $answers }
        finally { $env:TEST_KEY = $env:TEST_SECRET = $env:TEST_TOKEN = $null }
        $result.Error | Should -Not -BeNullOrEmpty
        Assert-NoSecret (Get-ReachableText @($result.Error))
        Assert-NoSecret (@($result.Requests | ForEach-Object { $_.Body + $_.Url }) -join "`n").PadRight(101)
    }

    It 'is not in what commands say that find nobody' {
        $cloud = @{ EndpointUrl = "http://127.0.0.1:$(Get-FreePort)"; Region = 'us-east-1'; Credential = $keys }
        Assert-NoSecret (Get-SeenText 'try { Get-FlowLogEvent x @cloud } finally { Get-FlowMetric M @cloud }' $cloud '')
    }

    It 'is not in the message where somebody puts one into an endpoint' {
        $cloud = @{ EndpointUrl = "http://user:pAsSwOrD@127.0.0.1:$(Get-FreePort)"; Region = 'us-east-1'; Credential = $keys }
        try { Get-FlowLogGroup @cloud } catch { $problem = $_ }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ConnectionRefused,*'
        "$problem $($problem.Exception)" | Should -Not -BeLike '*pAsSwOrD*'
    }

    It 'is not in what commands say that are throttled' {
        $busy = Start-FlowSandbox -Fault Throttling -FaultRate 0.3
        try {
            $cloud = @{ EndpointUrl = $busy.EndpointUrl; Region = 'us-east-1'; Credential = $keys }
            Assert-NoSecret (Get-SeenText $all $cloud "$TestDrive/busy.json")
        }
        finally { $null = $busy | Stop-FlowSandbox }
    }

    It 'is not in what commands say that have it from <Source>' -ForEach @(
        @{ Source = 'the environment' }
        @{ Source = 'a profile' }
        @{ Source = 'a broken profile' }
    ) {
        foreach ($variable in $variables) { [Environment]::SetEnvironmentVariable($variable, [NullString]::Value) }
        $env:AWS_CONFIG_FILE = "$TestDrive/config"
        $env:AWS_SHARED_CREDENTIALS_FILE = "$TestDrive/credentials"
        $env:AWS_EC2_METADATA_DISABLED = 'true'
        $cloud = @{ EndpointUrl = 'http://127.0.0.1:9'; Region = 'us-east-1' }
        if ($Source -eq 'the environment') {
            $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY, $env:AWS_SESSION_TOKEN = $keys.AccessKey, $keys.SecretKey, $keys.SessionToken
        }
        else {
            $cloud.ProfileName = 'mine'
            $broken = if ($Source -eq 'a broken profile') { "aws_secret_access_key $($keys.SecretKey)`n[" }
            [IO.File]::WriteAllText("$TestDrive/credentials", @"
[mine]
$broken
aws_access_key_id = $($keys.AccessKey)
aws_secret_access_key = $($keys.SecretKey)
aws_session_token = $($keys.SessionToken)
"@)
        }
        Assert-NoSecret (Get-SeenText 'try { Get-FlowLogGroup @cloud } finally { Get-FlowLogEvent -S3Uri s3://bucket @cloud }' $cloud '')
    }

    It 'would be found' {
        $text = Get-SeenText '[Exception]::new("x", [ArgumentException]::new($cloud.Credential.SecretKey)); "y" * 200' @{ Credential = $keys } ''
        { Assert-NoSecret $text } | Should -Throw
    }
}

Describe 'The check of a server''s certificate' {
    It 'cannot be turned off' {
        $rsa = [Security.Cryptography.RSA]::Create(2048)
        $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=localhost', $rsa, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $names = [Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
        $names.AddDnsName('localhost')
        $request.CertificateExtensions.Add($names.Build())
        $now = [DateTimeOffset]::UtcNow
        $made = $request.CreateSelfSigned($now.AddDays(-1), $now.AddDays(1))
        $certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::new($made.Export('Pfx'))
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()

        # What turns it off elsewhere.
        $off = @{
            AWS_NO_VERIFY_SSL = '1'; NODE_TLS_REJECT_UNAUTHORIZED = '0'; PYTHONHTTPSVERIFY = '0'; GIT_SSL_NO_VERIFY = '1'
            CURL_INSECURE = '1'; SSL_VERIFY = 'false'; AWS_CA_BUNDLE = ''; REQUESTS_CA_BUNDLE = ''
        }
        foreach ($name in $off.Keys) { [Environment]::SetEnvironmentVariable($name, $off[$name]) }
        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule([IO.Path]::GetFullPath("$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"))
        $shell = [powershell]::Create($state)
        $served = 0
        try {
            $code = @'
param($url)
[Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }
try { Get-FlowLogGroup -EndpointUrl $url -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } } catch { $_ }
'@
            $running = $shell.AddScript($code).AddParameter('url', "https://localhost:$($listener.LocalEndpoint.Port)").BeginInvoke()
            $accepted = $listener.AcceptTcpClientAsync()
            while (-not $running.IsCompleted) {
                if (-not $accepted.Wait(50)) { continue }
                $client = $accepted.Result
                $accepted = $listener.AcceptTcpClientAsync()
                $secure = [Net.Security.SslStream]::new($client.GetStream())
                try {
                    $secure.AuthenticateAsServer($certificate)
                    if ($secure.ReadByte() -ge 0) { $served++ }
                }
                catch { $null = $_ }
                finally { $secure.Dispose(); $client.Dispose() }
            }
            $problem = $shell.EndInvoke($running)[0]
        }
        finally {
            foreach ($name in $off.Keys) { [Environment]::SetEnvironmentVariable($name, [NullString]::Value) }
            $listener.Stop()
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
        $problem.FullyQualifiedErrorId | Should -BeLike 'SecureConnectionFailed,*'
        "$problem" | Should -BeLike '*certificate*'
        $served | Should -Be 0
    }
}
