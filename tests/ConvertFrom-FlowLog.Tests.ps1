BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $line = '2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK'
}

Describe 'ConvertFrom-FlowLog' {
    It 'makes a record of the tutorial''s line' {
        $record = $line | ConvertFrom-FlowLog
        $record | Should -BeOfType 'FlowLogs.FlowLogRecord'
        $record.Version | Should -Be 2
        $record.AccountId | Should -BeExactly '123456789012'
        $record.InterfaceId | Should -BeExactly 'eni-c46ee49c'
        $record.SrcAddr | Should -BeExactly '10.0.1.218'
        $record.DstAddr | Should -BeExactly '10.0.1.63'
        $record.SrcPort | Should -Be 80
        $record.DstPort | Should -Be 54033
        $record.Protocol | Should -Be 6
        $record.Packets | Should -Be 2
        $record.Bytes | Should -Be 112
        $record.Start | Should -Be ([DateTimeOffset]'2015-09-04T04:38:00Z')
        $record.End | Should -Be ([DateTimeOffset]'2015-09-04T04:38:52Z')
        $record.Action | Should -BeExactly 'ACCEPT'
        $record.LogStatus | Should -BeExactly 'OK'
        "$record" | Should -BeExactly $line
    }

    It 'has text, numbers and times of fixed types' {
        $record = $line | ConvertFrom-FlowLog
        $record.SrcPort | Should -BeOfType ([int])
        $record.Bytes | Should -BeOfType ([long])
        $record.Start | Should -BeOfType ([DateTimeOffset])
        $record.SrcAddr | Should -BeOfType ([string])
    }

    It 'gives null for what <Status> records lack' -ForEach @(@{ Status = 'NODATA' }, @{ Status = 'SKIPDATA' }) {
        $record = "2 123456789010 eni-1a2b3c4d - - - - - - - 1431280876 1431280934 - $Status" | ConvertFrom-FlowLog
        $record.LogStatus | Should -BeExactly $Status
        $record.InterfaceId | Should -BeExactly 'eni-1a2b3c4d'
        foreach ($name in 'SrcAddr', 'DstAddr', 'SrcPort', 'DstPort', 'Protocol', 'Packets', 'Bytes', 'Action', 'VpcId') {
            $null -eq $record.$name | Should -BeTrue -Because $name
        }
    }

    It 'takes a format as <Case>' -ForEach @(
        @{ Case = 'AWS writes it'; Format = '${srcaddr} ${pkt-srcaddr} ${my-own}' }
        @{ Case = 'names'; Format = 'srcaddr pkt-srcaddr my-own' }
        @{ Case = 'a list'; Format = 'srcaddr', 'pkt-srcaddr', 'my-own' }
    ) {
        $record = '10.0.0.1 10.0.0.2 x' | ConvertFrom-FlowLog -Format $Format
        $record.SrcAddr | Should -BeExactly '10.0.0.1'
        $record.PktSrcAddr | Should -BeExactly '10.0.0.2'
        $record.MyOwn | Should -BeExactly 'x'
    }

    It 'takes several formats, given as <Case>' -ForEach @(
        @{ Case = 'texts'; Format = 'srcaddr dstport', '${version} ${srcaddr} ${dstport}', 'srcaddr' }
        @{ Case = 'lists'; Format = ('srcaddr', 'dstport'), ('version', 'srcaddr', 'dstport'), 'srcaddr' }
        @{ Case = 'texts and single names'; Format = 'srcaddr dstport', 'version srcaddr dstport', 'srcaddr' }
    ) {
        $records = @('a 1', '5 b 2', 'c', 'd 3' | ConvertFrom-FlowLog -Format $Format)
        ($records | ForEach-Object SrcAddr) -join ',' | Should -BeExactly 'a,b,c,d'
        ($records | ForEach-Object DstPort) -join ',' | Should -BeExactly '1,2,,3'
        ($records | ForEach-Object Version) -join ',' | Should -BeExactly ',5,,'
    }

    It 'warns once where a line fits two formats' {
        $records = @('1 2', '3 4' | ConvertFrom-FlowLog -Format 'srcport dstport', 'dstport srcport' -WarningAction SilentlyContinue -WarningVariable warnings -ErrorVariable problems)
        ($records | ForEach-Object DstPort) -join ',' | Should -Be '2,4'
        $problems.Count | Should -Be 0
        $warnings.Count | Should -Be 1
        "$($warnings[0])" | Should -BeLike '*${srcport} ${dstport}*${dstport} ${srcport}*-Format*'
    }

    It 'reads lines of transit gateways among others without a format' {
        $gateway = '6 TransitGateway 123456789010 tgw-0a tgw-attach-0b 123456789010 123456789011 vpc-0a vpc-0b subnet-0a subnet-0b eni-0a eni-0b use1-az1 use1-az2 tgw-attach-0c 10.1.0.5 10.2.0.7 49153 443 6 7 700 1700000000 1700000060 OK IPv4 0 0 0 0 2 us-east-1 ingress - -'
        $records = @($line, $gateway, $line | ConvertFrom-FlowLog)
        $records.Count | Should -Be 3
        $records[1].TgwId | Should -BeExactly 'tgw-0a'
        $records[1].DstPort | Should -Be 443
    }

    It 'tells of lines that fit no format once, with their number' {
        $records = @($line, 'a b', 'a b', 'a b', $line | ConvertFrom-FlowLog -ErrorAction SilentlyContinue -ErrorVariable problems)
        $records.Count | Should -Be 2
        $problems.Count | Should -Be 2
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FieldCount,*'
        $problems[1].FullyQualifiedErrorId | Should -BeLike 'MoreFieldCount,*'
        "$($problems[1])" | Should -BeLike '*2 more lines*2 fields in 2 lines*lines 3, 4*-Format*'
    }

    It 'finds the format in a header line' {
        $records = @('srcaddr dstport tcp-flags', '10.0.0.1 22 2', '10.0.0.2 443 -' | ConvertFrom-FlowLog)
        $records.Count | Should -Be 2
        $records[0].TcpFlags | Should -Be 2
        $null -eq $records[1].TcpFlags | Should -BeTrue
    }

    It 'reads fields between commas after a header with commas' {
        $records = @('account_id,srcaddr,dstport,tcp_flags', '047615872826,10.0.0.1,22,', '-,10.0.0.2,443,2' | ConvertFrom-FlowLog)
        $records.Count | Should -Be 2
        $records[0].AccountId | Should -BeExactly '047615872826'
        $null -eq $records[0].TcpFlags | Should -BeTrue
        $records[1].TcpFlags | Should -Be 2
        "$($records[0])" | Should -BeExactly '047615872826 10.0.0.1 22 -'
    }

    It 'takes the messages of other tools'' events, and text of several lines' {
        ([pscustomobject]@{ EventId = '1'; Message = $line } | ConvertFrom-FlowLog).SrcPort | Should -Be 80
        @("$line`r`n`r`n$line`n" | ConvertFrom-FlowLog).Count | Should -Be 2
    }

    It 'reads lines that are wrapped as <Case>' -ForEach @(
        @{ Case = 'a JSON object with a message'; Before = '{"kind":1,"message":"'; After = '"}' }
        @{ Case = 'an export task has them'; Before = '2015-09-04T04:38:00.000Z '; After = '' }
    ) {
        $record = "$Before$line$After" | ConvertFrom-FlowLog
        "$record" | Should -BeExactly $line
        $record.SrcPort | Should -Be 80
    }

    Context 'with what subscriptions send' {
        BeforeAll {
            function ConvertTo-Data($text) {
                $memory = [IO.MemoryStream]::new()
                $gzip = [IO.Compression.GZipStream]::new($memory, [IO.Compression.CompressionMode]::Compress)
                $bytes = [Text.Encoding]::UTF8.GetBytes($text)
                $gzip.Write($bytes, 0, $bytes.Length)
                $gzip.Dispose()
                [Convert]::ToBase64String($memory.ToArray())
            }

            $payload = '{"messageType":"DATA_MESSAGE","logGroup":"g","logStream":"s","policyLevel":"x","logEvents":[{"id":"7","timestamp":1441341480000,"message":"' + $line + '"}]}'
            $control = '{"messageType":"CONTROL_MESSAGE","logGroup":"","logStream":"","logEvents":[{"id":"","timestamp":1,"message":"CWL CONTROL MESSAGE"}]}'
            $data = ConvertTo-Data $payload
        }

        It 'reads <Case>' -ForEach @(
            @{ Case = 'the payload'; Text = { $payload } }
            @{ Case = 'payloads without a separator'; Text = { $control + $payload + $control } }
            @{ Case = 'what Lambda gets'; Text = { '{"awslogs":{"data":"' + $data + '"}}' } }
            @{ Case = 'records of Kinesis, line by line'; Text = { '{', '"Records": [ { "kinesis": {', "`"data`": `"$data`"", '} } ]', '}' } }
            @{ Case = 'the data alone'; Text = { $data } }
            @{ Case = 'objects of JSON'; Text = { [pscustomobject]@{ Message = $data } } }
        ) {
            $records = @(& $Text | ConvertFrom-FlowLog)
            $records.Count | Should -Be 1
            "$($records[0])" | Should -BeExactly $line
            $records[0].LogGroupName | Should -BeExactly 'g'
            $records[0].LogStreamName | Should -BeExactly 's'
            $records[0].EventId | Should -BeExactly '7'
            $records[0].Timestamp | Should -Be ([DateTimeOffset]'2015-09-04T04:38:00Z')
        }

        It 'tells of <Id>, and goes on' -ForEach @(
            @{ Id = 'InvalidJson'; Text = '{"logEvents":[}' }
            @{ Id = 'InvalidPayload'; Text = '{"a":1}' }
            @{ Id = 'InvalidBase64'; Text = '{"awslogs":{"data":"?"}}' }
            @{ Id = 'InvalidGzip'; Text = 'H4sIAAAAAAAA' }
        ) {
            $records = @($line, $Text, $line | ConvertFrom-FlowLog -ErrorAction SilentlyContinue -ErrorVariable problems)
            $records.Count | Should -Be 2
            $problems.Count | Should -Be 1
            $problems[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
            $problems[0].CategoryInfo.Category | Should -Be 'InvalidData'
        }
    }

    Context 'with events of other tools' {
        BeforeAll {
            $time = [DateTimeOffset]'2015-09-04T04:38:00Z'
            $json = '{"logStreamName":"s","timestamp":1441341480000,"message":"' + $line + '","ingestionTime":1441341480000,"eventId":"7"}'
        }

        It 'keeps what is known of events from <Case>' -ForEach @(
            @{ Case = 'another module'; Events = { [pscustomobject]@{ Message = $line; LogStreamName = 's'; EventId = '7'; Timestamp = [DateTime]::SpecifyKind([DateTime]'2015-09-04T04:38:00', 'Utc'); IngestionTime = $time } } }
            @{ Case = 'the answer of aws'; Events = { "{`n", '  "events": [', "    $json", '  ],', '"searchedLogStreams": [], "nextToken": "t"', '}' } }
            @{ Case = 'an array'; Events = { "[`n  $json`n]" } }
            @{ Case = 'events of an answer'; Events = { [pscustomobject]@{ logStreamName = 's'; timestamp = 1441341480000; message = $line; ingestionTime = [long]1441341480000; eventId = '7' } } }
            @{ Case = 'an answer'; Events = { [pscustomobject]@{ events = @([pscustomobject]@{ logStreamName = 's'; timestamp = 1441341480000; message = $line; ingestionTime = [long]1441341480000; eventId = '7' }); nextToken = 't' } } }
            @{ Case = 'events of a payload'; Events = { [pscustomobject]@{ timestamp = 1441341480000; message = $line; ingestionTime = $time; eventId = 7; logStreamName = 's' } } }
        ) {
            $records = @(& $Events | ConvertFrom-FlowLog)
            $records.Count | Should -Be 1
            "$($records[0])" | Should -BeExactly $line
            $records[0].LogStreamName | Should -BeExactly 's'
            $records[0].EventId | Should -BeExactly '7'
            $records[0].Timestamp | Should -Be $time
            $records[0].IngestionTime | Should -Be $time
        }

        It 'takes messages whose other properties are <Case>' -ForEach @(
            @{ Case = 'null'; Value = $null }
            @{ Case = 'no times'; Value = 'soon' }
            @{ Case = 'before all times'; Value = [DateTime]::MinValue }
        ) {
            $record = [pscustomobject]@{ Message = $line; Timestamp = $Value; IngestionTime = $Value; EventId = 'e'; LogStreamName = $null } | ConvertFrom-FlowLog
            "$record" | Should -BeExactly $line
            $record.EventId | Should -BeExactly 'e'
        }

        It 'tells of an event without a message' {
            [pscustomobject]@{ events = @([pscustomobject]@{ a = 1 }) } | ConvertFrom-FlowLog -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidPayload,*'
        }
    }

    It 'takes the time of an export task''s line for the event''s' {
        ("2015-09-04T04:38:01.500Z $line" | ConvertFrom-FlowLog).Timestamp | Should -Be ([DateTimeOffset]'2015-09-04T04:38:01.500Z')
        $null -eq ($line | ConvertFrom-FlowLog).Timestamp | Should -BeTrue
    }

    It 'names line, field and text of what is wrong, and goes on' {
        $bad = '2 123456789010 eni-1235b8ca 10.0.0.5 10.0.0.220 x80 443 6 1 40 1418530010 1418530070 ACCEPT OK'
        $records = @($line, $bad, $line | ConvertFrom-FlowLog -ErrorAction SilentlyContinue -ErrorVariable problems)
        $records.Count | Should -Be 2
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'BadInteger,*'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $problems[0].TargetObject | Should -BeExactly $bad
        $problems[0].Exception.LineNumber | Should -Be 2
        $problems[0].Exception.FieldName | Should -Be 'srcport'
        "$($problems[0])" | Should -BeLike '*line 2*srcport*x80*'
    }

    It 'tells how to give the format where a line does not fit the default' {
        'one two three' | ConvertFrom-FlowLog -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FieldCount,*'
        "$($problems[0])" | Should -BeLike '*-Format*'
    }

    It 'refuses a format that is none' {
        { 'x' | ConvertFrom-FlowLog -Format '${srcaddr},${dstaddr}' } | Should -Throw -ErrorId 'ParameterArgumentTransformationError*'
    }

    It 'works with what PowerShell does to objects' {
        $records = $line, ($line -replace ' 112 ', ' 5000 ') | ConvertFrom-FlowLog
        @($records | Where-Object Bytes -GT 1000).Count | Should -Be 1
        @($records | Where-Object { $_.SrcAddr -like '10.*' -and $_.Start -lt [DateTime]::Now }).Count | Should -Be 2
        ($records | ForEach-Object Bytes) -join ',' | Should -Be '112,5000'
    }
}
