BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    . "$PSScriptRoot/Support/Cloud.ps1"
    $test = Start-TestCloud { param($cloud) Get-FlowMetric Any @cloud -ErrorAction Stop }
    $cloud = $test.Cloud
}

AfterAll { Stop-TestCloud $test }

Describe 'Get-FlowMetric' {
    It 'gives the datapoints of all pages in their order' {
        $result = Invoke-WithEndpoint '$points = Get-FlowMetric m n -Last 2h @cloud; if ("$points" -ne "2023-11-14T22:13:20Z 1 2023-11-14T22:14:20Z 2.5") { throw "$points" }' @{
            GetMetricData = '{"MetricDataResults":[{"Id":"m1","Timestamps":[1700000000,1700000060],"Values":[1,2.5],"StatusCode":"Complete"}]}'
        }
        $result.Error | Should -BeNullOrEmpty
        $result.Requests.Operation | Should -Be 'GetMetricData'
        $result.Requests[0].Body | Should -Match '"Metric":{"MetricName":"m","Namespace":"n"},"Period":60,"Stat":"Sum"'
    }

    It 'asks for a period that fits <Arguments>: <Period>' -ForEach @(
        @{ Arguments = ''; Period = 60 }
        @{ Arguments = '-Last 7d'; Period = 900 }
        @{ Arguments = '-StartTime 30d -EndTime 29d'; Period = 300 }
        @{ Arguments = '-Last 7d -Period 3600'; Period = 3600 }
    ) {
        (Invoke-WithEndpoint "Get-FlowMetric m $Arguments @cloud").Requests[0].Body | Should -Match """Period"":$Period,"
    }

    It 'asks for statistic, unit and dimensions' {
        $sent = (Invoke-WithEndpoint 'Get-FlowMetric m -Statistic p99 -Unit Bytes -Dimension @{ Interface = "eni-1" } @cloud').Requests[0].Body
        $sent | Should -Match '"Dimensions":\[{"Name":"Interface","Value":"eni-1"}\]'
        $sent | Should -Match '"Stat":"p99","Unit":"Bytes"'
    }

    It 'takes a metric filter or an alarm from the pipeline' {
        $sent = (Invoke-WithEndpoint '[FlowLogs.FlowMetricFilter] @{ LogGroupName = "g"; FilterName = "f"; FilterPattern = ""; MetricName = "m"; MetricNamespace = "n" } | Get-FlowMetric @cloud').Requests[0].Body
        $sent | Should -Match '"Metric":{"MetricName":"m","Namespace":"n"}'
        $sent = (Invoke-WithEndpoint '[FlowLogs.FlowAlarm] @{ AlarmName = "a"; MetricName = "m"; MetricNamespace = "n"; Statistic = "p90"; Period = 600 } | Get-FlowMetric @cloud').Requests[0].Body
        $sent | Should -Match '"Period":600,"Stat":"p90"'
    }

    It 'says that the service could not read the metric' {
        $result = Invoke-WithEndpoint 'Get-FlowMetric m @cloud' @{ GetMetricData = '{"MetricDataResults":[{"Id":"m1","StatusCode":"InternalError"}]}' }
        $result.Error.FullyQualifiedErrorId | Should -BeLike 'ServiceError,*'
    }

    It 'gives nothing for a metric without data' {
        if ($test.Gap) { Set-ItResult -Skipped -Because $test.Gap }
        @(Get-FlowMetric no-such-metric @cloud).Count | Should -Be 0
    }

    It 'refuses <Case> before it calls' -ForEach @(
        @{ Case = 'two beginnings'; Id = 'AmbiguousStartTime'; Arguments = @{ StartTime = '2h'; Last = '2h' } }
        @{ Case = 'an end before the beginning'; Id = 'InvalidTimeRange'; Arguments = @{ StartTime = '2h'; EndTime = '3h' } }
        @{ Case = 'a period of 90 seconds'; Id = 'InvalidPeriod'; Arguments = @{ Period = 90 } }
        @{ Case = 'an unknown unit'; Id = 'InvalidUnit'; Arguments = @{ Unit = 'bytes' } }
        @{ Case = 'an unknown statistic'; Id = 'InvalidStatistic'; Arguments = @{ Statistic = 'Median' } }
        @{ Case = 'a field as a dimension'; Id = 'InvalidDimension'; Arguments = @{ Dimension = @{ Interface = '$eni' } } }
    ) {
        { Get-FlowMetric m @Arguments -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } -EndpointUrl http://127.0.0.1:1 } |
            Should -Throw -ErrorId "$Id,*"
    }
}
