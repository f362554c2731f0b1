BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
    $all = @(Get-FlowLogEvent my-flow-log @cloud)

    $line = '2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK'
    $later = '2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 54033 22 6 2 112 1441345080 1441345132 REJECT OK'
    $lost = '2 123456789012 eni-c46ee49c - - - - - - - 1441341480 1441341532 - SKIPDATA'
    [IO.File]::WriteAllText("$TestDrive/good.log", "$line`n$later`n")
    [IO.File]::WriteAllText("$TestDrive/bad.log", "$line`nbogus`n$lost`n")
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Get-FlowLogEvent -SummaryVariable' {
    It 'tells what was read from a log group' {
        $null = Get-FlowLogEvent my-flow-log @cloud -SummaryVariable summary
        $summary | Should -BeOfType 'FlowLogs.FlowReadSummary'
        $summary.Records | Should -Be $all.Count
        $summary.Events | Should -Be $all.Count
        $summary.Requests | Should -BeGreaterThan 1
        $summary.Pages | Should -Be $summary.Requests
        $summary.Retries | Should -Be 0
        $summary.DuplicatesDropped | Should -Be 0
        $summary.FirstTime | Should -Be $all[0].Start
        $summary.LastTime | Should -Be $all[-1].Start
        $summary.IngestLag | Should -BeGreaterThan ([timespan]::Zero)
        $summary.Duration | Should -BeGreaterThan ([timespan]::Zero)

        # The sample has intervals of which AWS lost records.
        $skipped = @($all | Where-Object LogStatus -EQ SKIPDATA).Count
        $skipped | Should -BeGreaterThan 0
        $summary.SkipData | Should -Be $skipped
        $summary.NoData | Should -Be @($all | Where-Object LogStatus -EQ NODATA).Count
        $summary.Complete | Should -BeFalse
        $summary.Reasons | Should -HaveCount 1
        $summary.Reasons[0] | Should -BeLike '*SKIPDATA*'
    }

    It 'is complete where nothing is missing' {
        $one = @($all | Where-Object LogStatus -EQ OK)[0]
        $null = Get-FlowLogEvent my-flow-log $one.LogStreamName -StartTime $one.Start -EndTime $one.Start @cloud -SummaryVariable summary
        $summary.Complete | Should -BeTrue
        $summary.Reasons | Should -HaveCount 0
        "$summary" | Should -BeLike '*records, complete'
    }

    It 'tells of files in the same way' {
        $null = Get-FlowLogEvent -Path "$TestDrive/good.log" -SummaryVariable summary
        $summary.Complete | Should -BeTrue
        $summary.Events | Should -Be 2
        $summary.Records | Should -Be 2
        $summary.Requests | Should -Be 0

        $null = Get-FlowLogEvent -Path "$TestDrive/bad.log", "$TestDrive/missing.log" -Action REJECT -SummaryVariable summary -ErrorAction SilentlyContinue
        $summary.Complete | Should -BeFalse
        $summary.Events | Should -Be 3
        $summary.Records | Should -Be 0
        $summary.LinesSkipped | Should -Be 1
        $summary.SkipData | Should -Be 1
        $summary.Reasons | Should -HaveCount 3
        $summary.Reasons[0] | Should -BeLike '*missing.log*'
    }

    It 'says that it was stopped, and is complete as far as that' {
        $null = Get-FlowLogEvent -Path "$TestDrive/good.log" -First 1 -SummaryVariable summary
        $summary.Records | Should -Be 1
        $summary.Complete | Should -BeTrue
        $summary.Reasons | Should -HaveCount 1
        $summary.Reasons[0] | Should -BeLike '*-First*'

    }

    It 'says that the pipeline wanted no more' -Skip:(-not (Get-Command Select-Object -ErrorAction Ignore)) {
        $null = Get-FlowLogEvent -Path "$TestDrive/good.log" -SummaryVariable summary | Select-Object -First 1
        $summary.Records | Should -Be 1
        $summary.Complete | Should -BeTrue
        $summary.Reasons[0] | Should -BeLike '*pipeline*'
    }

    It 'tells of an error that ended the reading' {
        { Get-FlowLogEvent no-such-group @cloud -SummaryVariable summary -ErrorAction Stop } | Should -Throw
        { Get-FlowLogEvent my-flow-log -EndpointUrl http://127.0.0.1:1 -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } -SummaryVariable script:away } | Should -Throw -ErrorId 'ConnectionRefused*'
        $away.Complete | Should -BeFalse
        $away.Records | Should -Be 0
        $away.Reasons[0] | Should -BeLike '*127.0.0.1:1*'
        $null = Get-FlowLogEvent no-such-group @cloud -SummaryVariable summary -ErrorAction SilentlyContinue
        $summary.Complete | Should -BeFalse
        $summary.Reasons[0] | Should -BeLike '*no-such-group*'
    }

    It 'adds to a variable' {
        $summary = $null
        $null = Get-FlowLogEvent -Path "$TestDrive/good.log" -SummaryVariable +summary
        $null = Get-FlowLogEvent -Path "$TestDrive/bad.log" -SummaryVariable +summary -ErrorAction SilentlyContinue
        $summary | Should -HaveCount 2
        $summary[0].Complete | Should -BeTrue
        $summary[1].Complete | Should -BeFalse
    }
}

Describe 'Get-FlowLogEvent -RequireComplete' {
    It 'is an error where something is missing, after all is read' {
        $records = @(Get-FlowLogEvent -Path "$TestDrive/good.log" -RequireComplete)
        $records | Should -HaveCount 2
        $script:seen = 0
        $failure = { Get-FlowLogEvent -Path "$TestDrive/bad.log" -RequireComplete -SummaryVariable script:audit -ErrorAction SilentlyContinue | ForEach-Object { $script:seen++ } } |
            Should -Throw -ErrorId 'IncompleteRead,*' -PassThru
        $script:seen | Should -Be 2
        $audit.Complete | Should -BeFalse
        "$failure" | Should -BeLike '*SKIPDATA*'
        $failure.TargetObject.LinesSkipped | Should -Be 1
    }

    It 'lets pass what was stopped on purpose' {
        @(Get-FlowLogEvent -Path "$TestDrive/good.log" -First 1 -RequireComplete) | Should -HaveCount 1
    }
}

Describe 'Get-FlowLogEvent -Tail' {
    It 'gives the last <_> records in the order of time' -ForEach 1, 10, 100000 {
        $found = @(Get-FlowLogEvent my-flow-log -Tail $_ @cloud -SummaryVariable summary)
        $expected = if ($_ -lt $all.Count) { $all[-$_..-1] } else { $all }
        ($found -join "`n") | Should -BeExactly ($expected -join "`n")
        $summary.Records | Should -Be $found.Count
    }

    It 'counts what meets the conditions' {
        $expected = @($all | Where-Object { $_.DstPort -eq 22 -and $_.SrcPort -gt $_.DstPort })[-5..-1]
        $found = @(Get-FlowLogEvent my-flow-log -Tail 5 @cloud -Where { $_.DstPort -eq 22 -and $_.SrcPort -gt $_.DstPort })
        ($found -join "`n") | Should -BeExactly ($expected -join "`n")
    }

    It 'keeps to the time range and the streams' {
        $middle = $all[[int] ($all.Count / 2)].Timestamp
        $stream = $all[0].LogStreamName
        $expected = @($all | Where-Object { $_.Timestamp -le $middle -and $_.LogStreamName -eq $stream })[-7..-1]
        $found = @(Get-FlowLogEvent my-flow-log $stream -EndTime $middle -Tail 7 @cloud)
        ($found -join "`n") | Should -BeExactly ($expected -join "`n")
    }

    It 'takes the last of several groups together' {
        $found = @(Get-FlowLogEvent my-flow-log, my-flow-log -Tail 4 @cloud)
        ($found -join "`n") | Should -BeExactly (@($all[-2], $all[-2], $all[-1], $all[-1]) -join "`n")
    }

    It 'gives the last records of files' {
        (Get-FlowLogEvent -Path "$TestDrive/good.log" -Tail 1).DstPort | Should -Be 22
        @(Get-FlowLogEvent -Path "$TestDrive/good.log", "$TestDrive/good.log" -Tail 3) | Should -HaveCount 3
    }

    It 'is not given together with -First' {
        { Get-FlowLogEvent my-flow-log -Tail 1 -First 1 @cloud } | Should -Throw -ErrorId 'AmbiguousTail*'
    }
}

Describe 'Get-FlowLogEvent -Raw and -MaxRequestsPerSecond' {
    It 'gives the lines as text' {
        $found = @(Get-FlowLogEvent -Path "$TestDrive/good.log" -Raw)
        $found[0] | Should -BeOfType 'string'
        ($found -join "`n") | Should -BeExactly "$line`n$later"
        Get-FlowLogEvent -Path "$TestDrive/good.log" -Raw -DstPort 22 | Should -BeExactly $later
        @(Get-FlowLogEvent my-flow-log -Raw -First 3 @cloud) -join "`n" | Should -BeExactly ($all[0..2] -join "`n")
    }

    It 'calls no more often than it may' {
        $null = Get-FlowLogEvent my-flow-log -First 1 -MaxRequestsPerSecond 1000 @cloud
        { Get-FlowLogEvent my-flow-log -MaxRequestsPerSecond 0 @cloud } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        $from = $all[0].Timestamp
        $null = Get-FlowLogEvent my-flow-log -StartTime $from -EndTime $from -MaxRequestsPerSecond 4 @cloud -SummaryVariable summary
        $summary.Requests | Should -BeGreaterThan 1
        $summary.Duration.TotalSeconds | Should -BeGreaterThan (($summary.Requests - 3) / 4)
    }
}
