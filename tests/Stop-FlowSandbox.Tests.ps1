BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
}

Describe 'Stop-FlowSandbox' {
    AfterEach {
        $null = Stop-FlowSandbox
    }

    It 'stops the one it is given' {
        $one = Start-FlowSandbox
        $two = Start-FlowSandbox
        ($one | Stop-FlowSandbox).Port | Should -Be $one.Port
        @(Get-FlowLogGroup -EndpointUrl $two).Count | Should -BeGreaterThan 0
        { Get-FlowLogGroup -EndpointUrl $one -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } } |
            Should -Throw -ErrorId 'ConnectionRefused,*'
    }

    It 'stops all' {
        $started = 1..3 | ForEach-Object { Start-FlowSandbox }
        (Stop-FlowSandbox).Port | Should -HaveCount $started.Count
        Stop-FlowSandbox | Should -BeNullOrEmpty
    }

    It 'stops nothing with -WhatIf' {
        $one = Start-FlowSandbox
        Stop-FlowSandbox -WhatIf | Should -BeNullOrEmpty
        @(Get-FlowLogGroup -EndpointUrl $one).Count | Should -BeGreaterThan 0
    }

    It 'says that there is none on a port' {
        Stop-FlowSandbox -Port 1 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SandboxNotFound,*'
    }
}
