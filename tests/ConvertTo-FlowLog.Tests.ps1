BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $line = '2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK'
    $noData = '2 123456789012 eni-c46ee49c - - - - - - - 1441341480 1441341532 - NODATA'
    $record = $line | ConvertFrom-FlowLog

    # The properties of a record as an object that is none, as Select-Object and Import-Csv make one.
    function ConvertTo-Object($record, [switch] $AsText) {
        $properties = [ordered]@{}
        foreach ($property in $record.psobject.Properties) {
            $properties[$property.Name] = if ($AsText) { "$($property.Value)" } else { $property.Value }
        }
        [pscustomobject] $properties
    }
}

Describe 'ConvertTo-FlowLog' {
    It 'gives a record''s line back' {
        $record | ConvertTo-FlowLog | Should -BeExactly $line
        ConvertTo-FlowLog $record | Should -BeExactly $line
        @(ConvertTo-FlowLog -InputObject $record, $record).Count | Should -Be 2
    }

    It 'writes the fields of another format' {
        $record | ConvertTo-FlowLog -Format '${bytes} ${tcp-flags} ${srcaddr}' | Should -BeExactly '112 - 10.0.1.218'
        $record | ConvertTo-FlowLog -Format dstport, my-field | Should -BeExactly '54033 -'
    }

    It 'keeps fields that nobody knows' {
        '7 x%20y' | ConvertFrom-FlowLog -Format 'dstport my-field' | ConvertTo-FlowLog -Format 'my-field dstport' | Should -BeExactly 'x%20y 7'
    }

    It 'writes a header first, and again where the format changes' {
        $other = '10.0.0.1 7' | ConvertFrom-FlowLog -Format 'srcaddr bytes'
        $lines = @($other, $other, $record, $other | ConvertTo-FlowLog -IncludeHeader)
        $lines | Should -HaveCount 7
        $lines[0] | Should -BeExactly 'srcaddr bytes'
        $lines[3] | Should -BeLike 'version account-id interface-id srcaddr * log-status'
        $lines[5] | Should -BeExactly 'srcaddr bytes'
        $again = @($lines | ConvertFrom-FlowLog)
        $again | Should -HaveCount 4
        "$($again[2])" | Should -BeExactly $line
        $again[3].Bytes | Should -Be 7
    }

    It 'writes one header for one format' {
        $other = '10.0.0.1 7' | ConvertFrom-FlowLog -Format 'srcaddr bytes'
        $lines = @($other, $record | ConvertTo-FlowLog -IncludeHeader -Format bytes)
        $lines -join ' ' | Should -BeExactly 'bytes 7 112'
    }

    It 'warns once of lines that nobody can tell apart' {
        $other = '10.0.0.1 7' | ConvertFrom-FlowLog -Format 'srcaddr bytes'
        $other, $record, $other | ConvertTo-FlowLog -WarningVariable warnings -WarningAction SilentlyContinue | Should -HaveCount 3
        @($warnings) | Should -HaveCount 1
        $record, $record | ConvertTo-FlowLog -WarningVariable none | Should -HaveCount 2
        @($none) | Should -HaveCount 0
    }

    Context 'with objects that are no records' {
        It 'reads the properties of whole records, <Case>' -ForEach @(
            @{ Case = 'with their values'; AsText = $false }
            @{ Case = 'as text'; AsText = $true }
        ) {
            $objects = foreach ($text in $line, $noData) { ConvertTo-Object ($text | ConvertFrom-FlowLog) -AsText:$AsText }
            $lines = @($objects | ConvertTo-FlowLog)
            $lines[0] | Should -BeExactly $line
            $lines[1] | Should -BeExactly $noData
            "$(($lines | ConvertFrom-FlowLog)[0])" | Should -BeExactly $line
        }

        It 'has lines of all their fields from the first value that the default format lacks' {
            $rich = "$line 18 vpc-1" | ConvertFrom-FlowLog -Format "$([string]::Join(' ', $record.GetFields())) tcp-flags vpc-id"
            $objects = foreach ($item in $record, $rich, $record) { ConvertTo-Object $item -AsText }
            $again = @($objects | ConvertTo-FlowLog -IncludeHeader | ConvertFrom-FlowLog)
            $again | Should -HaveCount 3
            "$($again[0])" | Should -BeExactly $line
            [int] $again[1].TcpFlags | Should -Be 18
            $again[1].VpcId | Should -BeExactly 'vpc-1'
            $again[2].SrcAddr | Should -BeExactly '10.0.1.218'
            $null -eq $again[2].TcpFlags | Should -BeTrue
            @($again[2].GetFields()).Count | Should -Be @($again[1].GetFields()).Count
        }

        It 'takes AWS''s names, and times and flags in any form' {
            [pscustomobject]@{ srcaddr = '10.0.0.1'; tcp_flags = 'SYN, ACK'; 'pkt-srcaddr' = ''; start = '1441341480' } |
                ConvertTo-FlowLog | Should -BeExactly '10.0.0.1 18 - 1441341480'
            [pscustomobject]@{ Start = '2015-09-04T04:38:00Z'; TcpFlags = 2 } | ConvertTo-FlowLog | Should -BeExactly '1441341480 2'
            [pscustomobject]@{ End = [DateTimeOffset]'2015-09-04T04:38:00.250Z' } | ConvertTo-FlowLog | Should -BeExactly '1441341480250'
        }

        It 'chooses with -Format, among other properties too' {
            [pscustomobject]@{ Comment = 'a b'; MyField = 'x'; DstPort = 22 } |
                ConvertTo-FlowLog -Format 'dstport my-field action' | Should -BeExactly '22 x -'
        }

        It 'tells of <Case>, and goes on' -ForEach @(
            @{ Case = 'an object of another kind'; Item = { [version]'1.2' }; Id = 'NotARecord' }
            @{ Case = 'a line'; Item = { $line }; Id = 'NotARecord' }
            @{ Case = 'a property that is no field'; Item = { [pscustomobject]@{ SrcAddr = 'a'; Comment = 'b' } }; Id = 'NotARecord' }
            @{ Case = 'a value with blanks'; Item = { [pscustomobject]@{ SrcAddr = 'a b' } }; Id = 'InvalidFieldValue' }
            @{ Case = 'a number that is none'; Item = { [pscustomobject]@{ DstPort = 'http' } }; Id = 'InvalidFieldValue' }
        ) {
            $lines = @($record, (& $Item), $record | ConvertTo-FlowLog -ErrorAction SilentlyContinue -ErrorVariable problems)
            $lines | Should -HaveCount 2
            $problems.Count | Should -Be 1
            $problems[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
            $problems[0].CategoryInfo.Category | Should -Be 'InvalidData'
        }
    }

    It 'writes events of OCSF' {
        $text = $record | ConvertTo-FlowLog -As Ocsf
        $text | Should -BeLike '{*"class_uid":4001,*"version":"1.8.0"*"src_endpoint":{"ip":"10.0.1.218","port":80}*}'
        $text | Should -BeLike '*"unmapped":{"interface_id":"eni-c46ee49c"}}'
    }

    It 'writes documents of ECS' {
        $text = $record | ConvertTo-FlowLog -As Ecs
        $text | Should -BeLike '{"@timestamp":"2015-09-04T04:38:52.000Z","ecs":{"version":"9.4.0"},*"source":{"ip":"10.0.1.218",*}'
        @(ConvertTo-Object $record | ConvertTo-FlowLog -As Ecs) | Should -BeExactly $text
    }

    It 'writes no <As> document without a time' -ForEach @(@{ As = 'Ocsf' }, @{ As = 'Ecs' }) {
        $timeless = '10.0.0.1' | ConvertFrom-FlowLog -Format 'srcaddr'
        $texts = @($timeless, $record | ConvertTo-FlowLog -As $As -ErrorAction SilentlyContinue -ErrorVariable problems)
        $texts | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NoTime,*'
        [object]::ReferenceEquals($problems[0].TargetObject, $timeless) | Should -BeTrue
    }
}
