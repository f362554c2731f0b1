BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Get-FlowLogEvent from a log group' {
    BeforeAll {
        $streams = @(Get-FlowLogStream my-flow-log @cloud).LogStreamName
        $all = @(Get-FlowLogEvent my-flow-log @cloud)
    }

    It 'reads every event once, with what the service knows of it' {
        $all.Count | Should -BeGreaterThan 1000
        $all[0] | Should -BeOfType 'FlowLogs.FlowLogRecord'
        $ids = [Collections.Generic.HashSet[string]]::new()
        $all | ForEach-Object { $null = $ids.Add($_.EventId) }
        $ids.Count | Should -Be $all.Count
        $all[0].LogGroupName | Should -BeExactly 'my-flow-log'
        $streams | Should -Contain $all[0].LogStreamName
        $all[0].Timestamp | Should -Be $all[0].Start
        $all[0].IngestionTime | Should -BeGreaterThan $all[0].End
    }

    It 'reads the same, stream by stream, with ids' {
        $one = @(Get-FlowLogEvent my-flow-log $streams[0] @cloud)
        $one[0].LogStreamName | Should -BeExactly $streams[0]
        $one[0].EventId | Should -Not -BeNullOrEmpty
        $expected = @($all | Where-Object LogStreamName -EQ $streams[0])
        ($one -join "`n") | Should -BeExactly ($expected -join "`n")

        $each = @(Get-FlowLogStream my-flow-log @cloud | Get-FlowLogEvent @cloud)
        $each.Count | Should -Be $all.Count
    }

    It 'finds streams by <Case>' -ForEach @(
        @{ Case = 'wildcard'; Arguments = { @{ LogStreamName = "$($streams[0].Substring(0, 10))*" } } }
        @{ Case = 'prefix'; Arguments = { @{ LogStreamNamePrefix = $streams[0].Substring(0, 10) } } }
        @{ Case = 'interface'; Arguments = { @{ InterfaceId = $streams[0] -replace '-all$' } } }
    ) {
        $found = & $Arguments
        @(Get-FlowLogEvent my-flow-log @found @cloud).Count |
            Should -Be @($all | Where-Object LogStreamName -EQ $streams[0]).Count
    }

    It 'reads several streams' {
        @(Get-FlowLogEvent my-flow-log $streams[0], $streams[1] @cloud).Count |
            Should -Be @($all | Where-Object { $_.LogStreamName -in $streams[0, 1] }).Count
    }

    It 'has the service filter by pattern' {
        $pattern = '[version, account, eni, source, destination, srcport, dstport=22, ...]'
        $found = @(Get-FlowLogEvent my-flow-log -FilterPattern $pattern @cloud)
        $found.Count | Should -BeGreaterThan 0
        ($found -join "`n") | Should -BeExactly (@($all | Where-Object DstPort -EQ 22) -join "`n")
    }

    It 'has the service do what it can of the conditions: <Arguments>' -ForEach @(
        @{ Arguments = @{ DstPort = 22; Action = 'REJECT' }; Pushed = $true }
        @{ Arguments = @{ SrcAddr = '10.0.0.0/15'; Protocol = 'tcp' }; Pushed = $true }
        @{ Arguments = @{ Address = '10.0.3.30' }; Pushed = $false }
        @{ Arguments = @{ Where = { $_.DstPort -in 22, 443 -and $_.Bytes -gt 1000 } }; Pushed = $true }
        @{ Arguments = @{ Where = { $_.DstPort -eq 443 -and $_.SrcPort -gt $_.DstPort } }; Pushed = $true }
        @{ Arguments = @{ Where = { $_.LogStatus -ne 'OK' } }; Pushed = $true }
    ) {
        $path = "$TestDrive/all.log"
        [IO.File]::WriteAllLines($path, [string[]] @($all | ForEach-Object { "$_" }))
        $expected = @(Get-FlowLogEvent -Path $path @Arguments)
        $expected.Count | Should -BeGreaterThan 0
        $output = @(Get-FlowLogEvent my-flow-log @Arguments @cloud -Verbose 4>&1)
        $found = @($output | Where-Object { $_ -is [FlowLogs.FlowLogRecord] })
        ($found -join "`n") | Should -BeExactly ($expected -join "`n")
        @($output | Where-Object { "$_" -like 'The service applies*' }).Count | Should -Be ([int] $Pushed)

        # One stream is read with the pattern, too.
        $one = @(Get-FlowLogEvent my-flow-log $found[0].LogStreamName @Arguments @cloud)
        ($one -join "`n") | Should -BeExactly (@($found | Where-Object LogStreamName -EQ $found[0].LogStreamName) -join "`n")
    }

    It 'chooses by time, both ends inclusive, for a group and for a stream' {
        $ordered = @($all | ForEach-Object { $_.Timestamp } | Where-Object { $_ })
        $from = $ordered[[int]($ordered.Count / 4)]
        $to = $ordered[[int]($ordered.Count / 2)]
        $range = @{ StartTime = $from; EndTime = $to }
        $expected = @($all | Where-Object { $_.Timestamp -ge $from -and $_.Timestamp -le $to })
        $expected.Count | Should -BeGreaterThan 10
        @(Get-FlowLogEvent my-flow-log @range @cloud).Count | Should -Be $expected.Count
        @(Get-FlowLogEvent my-flow-log $streams[0] @range @cloud).Count |
            Should -Be @($expected | Where-Object LogStreamName -EQ $streams[0]).Count
    }

    It 'takes the last hours' {
        $found = @(Get-FlowLogEvent my-flow-log -Last 6h @cloud)
        $found.Count | Should -BeGreaterThan 0
        $found.Count | Should -BeLessThan $all.Count
    }

    It 'stops at -First' {
        @(Get-FlowLogEvent my-flow-log -First 3 @cloud).Count | Should -Be 3
        @($streams | ForEach-Object { [pscustomobject]@{ LogGroupName = 'my-flow-log'; LogStreamName = $_ } } |
                Get-FlowLogEvent -First 3 @cloud).Count | Should -Be 3
    }

    It 'reports the events of a group that holds other logs' {
        Get-FlowLogEvent /aws/lambda/hello @cloud -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.Count | Should -BeGreaterThan 0
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FieldCount,*'
    }

    It 'refuses <Case> before it reads' -ForEach @(
        @{ Case = 'a bad pattern'; Id = 'InvalidFilterPattern'; Arguments = @{ FilterPattern = '[a' } }
        @{ Case = 'an end before the start'; Id = 'InvalidTimeRange'; Arguments = @{ StartTime = 200; EndTime = 100 } }
        @{ Case = 'two starts'; Id = 'AmbiguousStartTime'; Arguments = @{ StartTime = 200; Last = '2h' } }
        @{ Case = 'a prefix and names'; Id = 'AmbiguousStreams'; Arguments = @{ LogStreamNamePrefix = 'a'; LogStreamName = 'b' } }
        @{ Case = 'no time'; Id = 'ParameterArgumentTransformationError'; Arguments = @{ StartTime = 'soon' } }
    ) {
        { Get-FlowLogEvent my-flow-log @Arguments @cloud } | Should -Throw -ErrorId "$Id*"
    }

    It 'says that a group or stream is missing, and goes on with the next group' {
        $found = @(Get-FlowLogEvent no-such-group, my-flow-log @cloud -First 2 -ErrorAction SilentlyContinue -ErrorVariable problems)
        $found.Count | Should -Be 2
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupNotFound,*'
        Get-FlowLogEvent my-flow-log no-such-stream @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogStreamNotFound,*'
        Get-FlowLogEvent my-flow-log 'no-such-*' @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogStreamNotFound,*'
    }
}

Describe 'Get-FlowLogEvent from files' {
    BeforeAll {
        $line = '2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK'
        $ssh = '2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 54033 22 6 2 112 1441345080 1441345132 REJECT OK'
        $folder = "$TestDrive/logs"
        $null = [IO.Directory]::CreateDirectory("$folder/deeper")
        [IO.File]::WriteAllText("$folder/a.log", "$line`n$ssh`n")
        [IO.File]::WriteAllText("$folder/[b].log", "srcaddr my-own`r`n10.0.0.9 x`r`n")
        $text = [Text.Encoding]::UTF8.GetBytes("$line`n" * 1000)
        $file = [IO.File]::Create("$folder/deeper/c.log.gz")
        $gzip = [IO.Compression.GZipStream]::new($file, [IO.Compression.CompressionLevel]::Fastest)
        $gzip.Write($text, 0, $text.Length)
        $gzip.Dispose()
        $bytes = [IO.File]::ReadAllBytes("$folder/deeper/c.log.gz")
        [IO.File]::WriteAllBytes("$TestDrive/cut.log.gz", $bytes[0..($bytes.Length - 9)])
    }

    It 'reads a file' {
        $records = @(Get-FlowLogEvent -Path "$folder/a.log")
        ($records -join "`n") | Should -BeExactly "$line`n$ssh"
        $null -eq $records[0].Timestamp | Should -BeTrue
    }

    It 'reads wildcards, folders and folders in folders' {
        @(Get-FlowLogEvent -Path "$folder/a*").Count | Should -Be 2
        @(Get-FlowLogEvent -Path $folder).Count | Should -Be 3
        @(Get-FlowLogEvent -Path $folder -Recurse).Count | Should -Be 1003
        @(Get-FlowLogEvent -Path "$folder/deeper/c.log.gz", "$folder/a.log").Count | Should -Be 1002
    }

    It 'reads literal paths' {
        $record = Get-FlowLogEvent -LiteralPath "$folder/[b].log"
        $record.SrcAddr | Should -BeExactly '10.0.0.9'
        $record.MyOwn | Should -BeExactly 'x'
        $null -eq $record.Version | Should -BeTrue
    }

    It 'takes paths from the pipeline' {
        @("$folder/a.log", "$folder/a.log" | Get-FlowLogEvent).Count | Should -Be 4
        @([pscustomobject]@{ PSPath = "$folder/[b].log" } | Get-FlowLogEvent).Count | Should -Be 1
    }

    It 'chooses by pattern and time' {
        @(Get-FlowLogEvent -Path "$folder/a.log" -FilterPattern '[v, a, e, s, d, sp, dp=22, ...]').DstPort | Should -Be 22
        (Get-FlowLogEvent -Path "$folder/a.log" -StartTime 1441345080).DstPort | Should -Be 22
        (Get-FlowLogEvent -Path "$folder/a.log" -EndTime '2015-09-04T04:38:00Z').DstPort | Should -Be 54033
        Get-FlowLogEvent -Path "$folder/a.log" -Last 7d | Should -BeNullOrEmpty
        @(Get-FlowLogEvent -Path "$folder/a.log" -Last '50000d').Count | Should -Be 2
    }

    It 'stops at -First' {
        @(Get-FlowLogEvent -Path $folder -Recurse -First 5).Count | Should -Be 5
    }

    It 'reads a file of several formats, and warns where one line fits two' {
        [IO.File]::WriteAllText("$TestDrive/mixed.log", "1 2`n$line`n3 4`n")
        $records = @(Get-FlowLogEvent -Path "$TestDrive/mixed.log" -Port 2, 4, 80 -WarningAction SilentlyContinue -WarningVariable warnings `
                -Format 'srcport dstport', 'dstport srcport', 'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status')
        ($records | ForEach-Object DstPort) -join ',' | Should -Be "2,$(($line -split ' ')[6]),4"
        $warnings.Count | Should -Be 1
        "$($warnings[0])" | Should -BeLike '*mixed.log, line 1*-Format*'
    }

    It 'names file, line, field and text of a bad line, and goes on' {
        [IO.File]::WriteAllText("$TestDrive/bad.log", "$line`n$($line -replace ' 80 ', ' x80 ')`n$ssh`n")
        $records = @(Get-FlowLogEvent -Path "$TestDrive/bad.log" -ErrorAction SilentlyContinue -ErrorVariable problems)
        $records.Count | Should -Be 2
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'BadInteger,*'
        $problems[0].Exception.SourceName | Should -BeLike '*bad.log'
        $problems[0].Exception.LineNumber | Should -Be 2
        $problems[0].Exception.FieldName | Should -Be 'srcport'
        "$($problems[0])" | Should -BeLike '*bad.log, line 2: *srcport*x80*10.0.1.218 10.0.1.63 x80 54033*'
    }

    It 'says that a file is missing, and goes on' {
        $records = @(Get-FlowLogEvent -Path "$TestDrive/missing.log", "$TestDrive/missing*.gz", "$folder/a.log" -ErrorAction SilentlyContinue -ErrorVariable problems)
        $records.Count | Should -Be 2
        ($problems | ForEach-Object FullyQualifiedErrorId) -like 'PathNotFound,*' | Should -HaveCount 2
        Get-FlowLogEvent -LiteralPath "$TestDrive/missing.log" -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'PathNotFound,*'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'says that a gzip file is cut off, and keeps what it has' {
        $records = @(Get-FlowLogEvent -Path "$TestDrive/cut.log.gz", "$folder/a.log" -ErrorAction SilentlyContinue -ErrorVariable problems)
        $records.Count | Should -BeGreaterThan 900
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidGzip,*'
    }

    It 'reads Parquet as it reads text' {
        $records = @(Get-FlowLogEvent -Path "$PSScriptRoot/data/parquet/duckdb-v2-zstd.parquet" -Action REJECT -DstPort 22 -First 2)
        $records.Count | Should -Be 2
        $records[0].ToString() | Should -Be '2 000000007000 eni-00000000 10.0.3.3 172.16.0.21 93 22 6 3 3000009 1700000003 1700000063 REJECT OK'
        $records[0].SrcPort | Should -Be 93
        $records[0].Start | Should -Be ([DateTimeOffset]::FromUnixTimeSeconds(1700000003))
    }

    It 'reads the rows of Parquet that it can, and tells of the others' {
        $records = @(Get-FlowLogEvent -Path "$PSScriptRoot/data/parquet/duckdb-types.parquet" -ErrorAction SilentlyContinue -ErrorVariable problems)
        $records.Count | Should -Be 1
        $records[0].Flag | Should -BeNullOrEmpty
        ($problems | ForEach-Object { ($_.FullyQualifiedErrorId -split ',')[0] }) -join ' ' | Should -Be 'ColumnNotRead BadInteger BadInteger'
    }

    It 'says that a Parquet file is broken or encrypted' {
        [IO.File]::WriteAllText("$TestDrive/x.parquet", 'PAR1....PAR1')
        Get-FlowLogEvent -Path "$TestDrive/x.parquet", "$PSScriptRoot/data/parquet/duckdb-encrypted.parquet" -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems | ForEach-Object FullyQualifiedErrorId) -like 'InvalidParquet,*' | Should -HaveCount 2
        "$($problems[1])" | Should -BeLike '*encrypted*'
    }

    It 'reads zstd' {
        # One frame: a size of one byte, and one block that is not compressed, the last one (RFC 8878).
        $text = [Text.Encoding]::ASCII.GetBytes("dstport`n22`n443`n")
        [byte[]] $frame = @(0x28, 0xB5, 0x2F, 0xFD, 0x20, $text.Length, (1 + 8 * $text.Length), 0, 0) + $text
        [IO.File]::WriteAllBytes("$TestDrive/a.zst", $frame)
        (Get-FlowLogEvent -Path "$TestDrive/a.zst" | ForEach-Object DstPort) -join ' ' | Should -Be '22 443'

        [IO.File]::WriteAllBytes("$TestDrive/a.zst", $frame[0..12])
        Get-FlowLogEvent -Path "$TestDrive/a.zst" -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.FullyQualifiedErrorId | Should -BeLike 'InvalidZstd,*'
    }

    It 'ends what inflates to more than is allowed, and keeps what it has' {
        $stream = [IO.Compression.GZipStream]::new([IO.File]::Create("$TestDrive/large.log.gz"), [IO.Compression.CompressionLevel]::Fastest)
        $lines = [Text.Encoding]::ASCII.GetBytes("dstport`n" + "22`n" * 500000)
        $stream.Write($lines, 0, $lines.Length)
        $stream.Dispose()
        $records = @(Get-FlowLogEvent -Path "$TestDrive/large.log.gz" -MaxInflatedSize 1MB -ErrorAction SilentlyContinue -ErrorVariable problems)
        $records.Count | Should -BeGreaterThan 200000
        $records.Count | Should -BeLessThan 350000
        $problems.FullyQualifiedErrorId | Should -BeLike 'InflatedTooLarge,*'
        @(Get-FlowLogEvent -Path "$TestDrive/large.log.gz" -MaxInflatedSize 2MB).Count | Should -Be 500000
    }
}
