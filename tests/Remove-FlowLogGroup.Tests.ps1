BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Remove-FlowLogGroup' {
    BeforeEach {
        $null = New-FlowLogGroup short-lived @cloud
    }

    AfterEach {
        $null = Get-FlowLogGroup 'short-*' @cloud | Remove-FlowLogGroup @cloud -Confirm:$false
    }

    It 'removes a group and gives back what was there' {
        (Remove-FlowLogGroup short-lived @cloud -Confirm:$false).LogGroupName | Should -BeExactly 'short-lived'
        @(Get-FlowLogGroup 'short-*' @cloud).Count | Should -Be 0
    }

    It 'removes nothing with -WhatIf' {
        Remove-FlowLogGroup short-lived @cloud -WhatIf | Should -BeNullOrEmpty
        @(Get-FlowLogGroup 'short-*' @cloud).Count | Should -Be 1
    }

    It 'asks first, as its events cannot be brought back' {
        $attribute = (Get-Command Remove-FlowLogGroup).ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)
        $attribute.ConfirmImpact | Should -Be 'High'
    }

    It 'says that a group is missing' {
        Remove-FlowLogGroup no-such-group @cloud -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupNotFound,*'
    }
}
