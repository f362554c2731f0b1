BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'New-FlowLogGroup' {
    It 'makes a group and gives it back' {
        $made = New-FlowLogGroup /vpc/made @cloud
        $made.LogGroupName | Should -BeExactly '/vpc/made'
        $made.CreationTime | Should -Not -BeNullOrEmpty
        (Get-FlowLogGroup /vpc/made @cloud).LogGroupName | Should -BeExactly '/vpc/made'
    }

    It 'does not make one that is there, and goes on with the next' {
        $made = New-FlowLogGroup my-flow-log, /vpc/next @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $made.LogGroupName | Should -BeExactly '/vpc/next'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupExists,*'
        $problems[0].CategoryInfo.Category | Should -Be 'ResourceExists'
    }

    It 'makes nothing with -WhatIf' {
        New-FlowLogGroup /vpc/not-made @cloud -WhatIf | Should -BeNullOrEmpty
        @(Get-FlowLogGroup '/vpc/not-made*' @cloud).Count | Should -Be 0
    }

    It 'refuses the name <Name> before it calls' -ForEach @(
        @{ Name = 'with blank' }
        @{ Name = 'with*star' }
        @{ Name = '' }
        @{ Name = 'x' * 513 }
    ) {
        { New-FlowLogGroup $Name -EndpointUrl http://127.0.0.1:1 } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }
}
