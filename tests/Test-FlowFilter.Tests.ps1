BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $ssh = '2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 54033 22 6 2 112 1441341480 1441341532 ACCEPT OK'
    $web = '2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK'
    $pattern = '[version, account, eni, source, destination, srcport, dstport=22, protocol=6, packets, bytes, windowstart, windowend, action, flowlogstatus]'
}

Describe 'Test-FlowFilter' {
    It 'gives one object for each match, numbered from 1' {
        $found = @(Test-FlowFilter $pattern $web, $ssh, $web, $ssh)
        $found.EventNumber | Should -Be 2, 4
        $found[0] | Should -BeOfType 'FlowLogs.FlowFilterMatch'
        $found[0].Message | Should -BeExactly $ssh
    }

    It 'gives the fields in order, with the service''s names' {
        $values = (Test-FlowFilter $pattern $ssh).ExtractedValues
        @($values.Keys)[0..2] | Should -Be '$version', '$account', '$eni'
        $values.Count | Should -Be 14
        $values['$dstport'] | Should -BeExactly '22'
        $values['$flowlogstatus'] | Should -BeExactly 'OK'
    }

    It 'takes strings, records and objects with a message from the pipeline' {
        $record = $ssh | ConvertFrom-FlowLog
        $other = [pscustomobject]@{ Message = $ssh; Timestamp = 1 }
        ($web, $ssh | Test-FlowFilter $pattern).EventNumber | Should -Be 2
        ($record | Test-FlowFilter $pattern).Message | Should -BeExactly $ssh
        ($other | Test-FlowFilter $pattern).Message | Should -BeExactly $ssh
    }

    It '<Pattern> matches <Expected>' -ForEach @(
        @{ Pattern = '[a, status = 4*, ...]'; Expected = 1, 2 }
        @{ Pattern = '[a, status != 4*, ...]'; Expected = 3 }
        @{ Pattern = '[a, status > 404, ...]'; Expected = 2, 3 }
        @{ Pattern = '[a, status <= 404, ...]'; Expected = 1 }
        @{ Pattern = '[..., last = z]'; Expected = 1, 3 }
        @{ Pattern = '[a, b]'; Expected = 1, 2, 3 }
        @{ Pattern = '[a, b, c, d]'; Expected = @() }
        @{ Pattern = '404'; Expected = 1 }
        @{ Pattern = ''; Expected = 1, 2, 3 }
    ) {
        @(Test-FlowFilter $Pattern 'x 404 z', 'x 410 y', 'x 500 z').EventNumber | Should -Be $Expected
    }

    It 'says where a pattern goes wrong' {
        { Test-FlowFilter '[a, b=1, a]' 'x' } | Should -Throw -ErrorId 'InvalidFilterPattern,*'
        try {
            Test-FlowFilter '[a, b=1, a]' 'x'
        }
        catch {
            $_.CategoryInfo.Category | Should -Be 'InvalidArgument'
            $_.Exception.Position | Should -Be 9
            $_.Exception.Reason | Should -BeLike "*Duplicate field 'a'*"
            $lines = $_.Exception.Message -split '\r?\n'
            $lines[2].IndexOf('^') | Should -Be ($lines[1].IndexOf('[a') + 9)
        }
    }

    It 'takes empty messages and none at all' {
        '' | Test-FlowFilter '' | Should -HaveCount 1
        @() | Test-FlowFilter '' | Should -BeNullOrEmpty
    }
}
