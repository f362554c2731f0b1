BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Get-FlowLogStream' {
    It 'lists the streams of a group, one for each interface' {
        $streams = @(Get-FlowLogStream my-flow-log @cloud)
        $streams.Count | Should -BeGreaterThan 1
        $streams | ForEach-Object {
            $_ | Should -BeOfType 'FlowLogs.FlowLogStream'
            $_.LogStreamName | Should -Match '^eni-[0-9a-f]{17}-all$'
            $_.LogGroupName | Should -BeExactly 'my-flow-log'
            $_.LastEventTimestamp | Should -BeGreaterThan $_.FirstEventTimestamp
        }
    }

    It 'takes the group from the pipeline' {
        @(Get-FlowLogGroup my-flow-log @cloud | Get-FlowLogStream @cloud).Count |
            Should -Be @(Get-FlowLogStream my-flow-log @cloud).Count
    }

    It 'finds streams by name and wildcard' {
        $first = @(Get-FlowLogStream my-flow-log @cloud)[0].LogStreamName
        (Get-FlowLogStream my-flow-log $first @cloud).LogStreamName | Should -BeExactly $first
        (Get-FlowLogStream my-flow-log "$($first.Substring(0, 15))*" @cloud).LogStreamName | Should -Contain $first
        @(Get-FlowLogStream my-flow-log '*-reject' @cloud).Count | Should -Be 0
    }

    It 'says that a group or a stream is missing' {
        Get-FlowLogStream no-such-group @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupNotFound,*'
        Get-FlowLogStream my-flow-log no-such-stream @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogStreamNotFound,*'
    }
}
