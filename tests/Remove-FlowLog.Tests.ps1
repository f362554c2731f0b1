BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Remove-FlowLog' {
    BeforeEach {
        $log = New-FlowLog vpc-00000000000000001 /vpc/short -RoleArn arn:aws:iam::123456789012:role/flow @cloud
    }

    AfterEach {
        $null = Get-FlowLog -LogGroupName /vpc/short @cloud | Remove-FlowLog @cloud -Confirm:$false
    }

    It 'removes a flow log and gives back what was there' {
        $removed = Remove-FlowLog $log.FlowLogId @cloud -Confirm:$false
        $removed.FlowLogId | Should -BeExactly $log.FlowLogId
        $removed.LogGroupName | Should -BeExactly '/vpc/short'
        Get-FlowLog -LogGroupName /vpc/short @cloud | Should -BeNullOrEmpty
    }

    It 'takes flow logs from the pipeline' {
        ($log | Remove-FlowLog @cloud -Confirm:$false).FlowLogId | Should -BeExactly $log.FlowLogId
    }

    It 'removes nothing with -WhatIf' {
        $log | Remove-FlowLog @cloud -WhatIf | Should -BeNullOrEmpty
        @(Get-FlowLog -LogGroupName /vpc/short @cloud).Count | Should -Be 1
    }

    It 'says that one is missing, and goes on with the next' {
        $removed = Remove-FlowLog fl-00000000000000000, $log.FlowLogId @cloud -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $removed.FlowLogId | Should -BeExactly $log.FlowLogId
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FlowLogNotFound,*'
    }
}

Describe 'Remove-FlowLog at the prompt' {
    It 'asks first' {
        $attribute = (Get-Command Remove-FlowLog).ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)
        $attribute.ConfirmImpact | Should -Be 'High'
    }
}
