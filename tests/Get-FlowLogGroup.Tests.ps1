BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Get-FlowLogGroup' {
    It 'lists the groups' {
        $groups = @(Get-FlowLogGroup @cloud)
        $groups.LogGroupName | Should -Contain 'my-flow-log'
        $groups.Count | Should -BeGreaterThan 1
        $groups[0] | Should -BeOfType 'FlowLogs.FlowLogGroup'
    }

    It 'finds one group by name, with its times in UTC' {
        $group = Get-FlowLogGroup my-flow-log @cloud
        $group.LogGroupName | Should -BeExactly 'my-flow-log'
        $group.CreationTime | Should -BeOfType ([DateTimeOffset])
        $group.CreationTime.Offset | Should -Be ([TimeSpan]::Zero)
        $group.StoredBytes | Should -BeGreaterThan 0
        $group.LogGroupArn | Should -Match ':log-group:my-flow-log$'
    }

    It 'finds groups by <Pattern>' -ForEach @(
        @{ Pattern = 'my-*'; Count = 1 }
        @{ Pattern = '*-flow-*'; Count = 1 }
        @{ Pattern = 'MY-*'; Count = 0 }
        @{ Pattern = '[a-m]y-flow-log'; Count = 1 }
    ) {
        @(Get-FlowLogGroup $Pattern @cloud).Count | Should -Be $Count
    }

    It 'takes names from the pipeline' {
        ('my-flow-log', 'my-flow-*' | Get-FlowLogGroup @cloud).LogGroupName | Should -Be 'my-flow-log', 'my-flow-log'
    }

    It 'says which group is missing and goes on with the next' {
        $found = Get-FlowLogGroup no-such-group, my-flow-log @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.LogGroupName | Should -BeExactly 'my-flow-log'
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupNotFound,*'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problems[0].TargetObject | Should -Be 'no-such-group'
    }

    It 'reads past the first page' {
        1..60 | ForEach-Object { $null = New-FlowLogGroup "many/$_" @cloud }
        @(Get-FlowLogGroup 'many/*' @cloud).Count | Should -Be 60
        $null = Get-FlowLogGroup 'many/*' @cloud | Remove-FlowLogGroup @cloud -Confirm:$false
        @(Get-FlowLogGroup 'many/*' @cloud).Count | Should -Be 0
    }
}
