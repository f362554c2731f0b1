# What goes wrong before an answer comes: no Region, no credentials, nobody there.
BeforeAll {
    . "$PSScriptRoot/Support/Child.ps1"
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $names = 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION',
        'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_EC2_METADATA_DISABLED', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_LOGS',
        'AWS_ENDPOINT_URL_CLOUDWATCH_LOGS', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
        'AWS_CONTAINER_CREDENTIALS_FULL_URI'
    $before = @{}
    foreach ($name in $names) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
    }

    # The keys of AWS's own documentation.
    $keys = @{ AccessKey = 'AKIAIOSFODNN7EXAMPLE'; SecretKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }

    # A port on which nobody listens: it was free a moment ago.
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $closed = "http://127.0.0.1:$($listener.LocalEndpoint.Port)"
    $listener.Stop()
}

AfterAll {
    foreach ($name in $names) {
        [Environment]::SetEnvironmentVariable($name, $before[$name] ?? [NullString]::Value)
    }
}

Describe 'A connection' {
    BeforeEach {
        foreach ($name in $names) {
            [Environment]::SetEnvironmentVariable($name, [NullString]::Value)
        }
        $env:AWS_CONFIG_FILE = "$TestDrive/config"
        $env:AWS_SHARED_CREDENTIALS_FILE = "$TestDrive/credentials"
        $env:AWS_EC2_METADATA_DISABLED = 'true'
    }

    It '<Cmdlet> needs a Region' -ForEach @(
        @{ Cmdlet = 'Get-FlowLogGroup'; Arguments = @{} }
        @{ Cmdlet = 'Get-FlowLogStream'; Arguments = @{ LogGroupName = 'x' } }
        @{ Cmdlet = 'Get-FlowLogEvent'; Arguments = @{ LogGroupName = 'x' } }
        @{ Cmdlet = 'Get-FlowMetricFilter'; Arguments = @{ LogGroupName = 'x' } }
        @{ Cmdlet = 'New-FlowLogGroup'; Arguments = @{ LogGroupName = 'x' } }
    ) {
        { & $Cmdlet @Arguments -Credential $keys } | Should -Throw -ErrorId 'NoRegion,*'
    }

    It 'needs credentials' {
        { Get-FlowLogGroup -Region eu-west-1 } | Should -Throw -ErrorId 'NoCredentials,*'
        try {
            Get-FlowLogGroup -Region eu-west-1
        }
        catch {
            $_.CategoryInfo.Category | Should -Be 'AuthenticationError'
            "$_" | Should -BeLike '*-ProfileName*'
        }
    }

    It 'needs a profile that exists' {
        { Get-FlowLogGroup -Region eu-west-1 -ProfileName no-such-profile } | Should -Throw -ErrorId 'ProfileNotFound,*'
    }

    It 'says that nobody listens, without a secret in it' {
        try {
            Get-FlowLogGroup -Region eu-west-1 -Credential $keys -EndpointUrl $closed
            throw 'There was no error.'
        }
        catch {
            $_.FullyQualifiedErrorId | Should -BeLike 'ConnectionRefused,*'
            $_.CategoryInfo.Category | Should -Be 'ConnectionError'
            "$_" | Should -BeLike "*$closed*"
            "$_ $($_.Exception) $($_.ScriptStackTrace)" | Should -Not -BeLike "*$($keys.SecretKey)*"
        }
    }

    It 'finds Region, keys and endpoint in the environment' {
        $sandbox = Start-FlowSandbox
        $env:AWS_REGION = 'eu-west-1'
        $env:AWS_ACCESS_KEY_ID = $keys.AccessKey
        $env:AWS_SECRET_ACCESS_KEY = $keys.SecretKey
        $env:AWS_ENDPOINT_URL = $sandbox.EndpointUrl
        (Get-FlowLogGroup my-flow-log).LogGroupName | Should -Be 'my-flow-log'
        $env:AWS_ENDPOINT_URL = $closed
        $env:AWS_ENDPOINT_URL_LOGS = $sandbox.EndpointUrl
        (Get-FlowLogGroup my-flow-log).LogGroupName | Should -Be 'my-flow-log'
        $null = $sandbox | Stop-FlowSandbox
    }

    It 'finds Region, keys and endpoint in a profile' {
        # In a process of its own: where the files lie is a thing that the SDK looks up once.
        $sandbox = Start-FlowSandbox
        $env:AWS_CONFIG_FILE = "$TestDrive/config-here"
        $env:AWS_SHARED_CREDENTIALS_FILE = "$TestDrive/credentials-here"
        [IO.File]::WriteAllText($env:AWS_CONFIG_FILE, "[profile here]`nregion = eu-west-1`nendpoint_url = $($sandbox.EndpointUrl)`n")
        [IO.File]::WriteAllText($env:AWS_SHARED_CREDENTIALS_FILE, "[here]`naws_access_key_id = $($keys.AccessKey)`naws_secret_access_key = $($keys.SecretKey)`n")
        [IO.File]::WriteAllText("$TestDrive/profile.ps1", @'
param($Manifest)
Import-Module $Manifest
(Get-FlowLogGroup my-flow-log -ProfileName here).LogGroupName
$env:AWS_PROFILE = 'here'
(Get-FlowLogGroup my-flow-log).LogGroupName
'@)
        $output = Invoke-ChildScript "$TestDrive/profile.ps1" -Manifest ([IO.Path]::GetFullPath("$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"))
        $output | Should -Be 'my-flow-log', 'my-flow-log'
        $null = $sandbox | Stop-FlowSandbox
    }

    It 'takes keys as <Case>' -ForEach @(
        @{ Case = 'a PSCredential'; Make = {
                $secret = [Security.SecureString]::new()
                $keys.SecretKey.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
                [pscredential]::new($keys.AccessKey, $secret)
            }
        }
        @{ Case = 'a hash table'; Make = { $keys } }
        @{ Case = 'an object'; Make = { [pscustomobject]@{ AccessKeyId = $keys.AccessKey; SecretAccessKey = $keys.SecretKey; SessionToken = 't' } } }
    ) {
        { Get-FlowLogGroup -Region eu-west-1 -EndpointUrl $closed -Credential (& $Make) } |
            Should -Throw -ErrorId 'ConnectionRefused,*'
    }

    It 'refuses what is neither keys nor endpoint' {
        { Get-FlowLogGroup -Region eu-west-1 -Credential 'text' } | Should -Throw -ErrorId 'ParameterArgumentTransformationError*'
        { Get-FlowLogGroup -Region eu-west-1 -EndpointUrl 'not a url' } | Should -Throw -ErrorId 'ParameterArgumentTransformationError*'
    }

    It 'goes where -EndpointUrl says, sandbox or not' {
        $sandbox = Start-FlowSandbox
        $env:AWS_ENDPOINT_URL = $closed
        (Get-FlowLogGroup my-flow-log -EndpointUrl $sandbox).LogGroupName | Should -Be 'my-flow-log'
        $null = $sandbox | Stop-FlowSandbox
    }
}
