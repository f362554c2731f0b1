BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
    $all = @(Get-FlowLogEvent my-flow-log @cloud)
    $path = "$TestDrive/all.log"
    [IO.File]::WriteAllLines($path, [string[]] @($all | ForEach-Object { "$_" }))

    # An object's properties in one text.
    function Show($object) { @($object.PSObject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" }) -join ' ' }

    # Count and sum of bytes of each value of a property, as a script would find them.
    function Get-Expected($records, $property) {
        $groups = @{}
        foreach ($record in $records) {
            $key = "$($record.$property)"
            if (-not $groups.ContainsKey($key)) { $groups[$key] = [long[]]::new(2) }
            $groups[$key][0]++
            $groups[$key][1] += [long] $record.Bytes
        }
        $groups
    }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Measure-FlowLog' {
    It 'counts the records of <From>' -ForEach @(
        @{ From = 'a log group'; Source = { @{ LogGroupName = 'my-flow-log' } + $cloud } }
        @{ From = 'a file'; Source = { @{ Path = $path } } }
        @{ From = 'a literal path'; Source = { @{ LiteralPath = $path } } }
        @{ From = 'an array'; Source = { @{ InputObject = $all } } }
    ) {
        $from = & $Source
        $measure = @(Measure-FlowLog @from)
        $measure.Count | Should -Be 1
        Show $measure[0] | Should -BeExactly "Count=$($all.Count)"
        $measure[0].Count | Should -BeOfType 'long'
        $measure[0].PSObject.TypeNames -contains 'FlowLogs.FlowMeasure' | Should -BeTrue
    }

    It 'counts the records of a bucket' {
        $place = "s3://my-flow-log-bucket"
        $expected = @(Get-FlowLogEvent -S3Uri $place @cloud -Action REJECT).Count
        (Measure-FlowLog -S3Uri $place @cloud -Action REJECT).Count | Should -Be $expected
    }

    It 'takes records, paths and log groups from the pipeline' {
        ($all | Measure-FlowLog).Count | Should -Be $all.Count
        ($path, $path | Measure-FlowLog).Count | Should -Be (2 * $all.Count)
        ([pscustomobject]@{ LogGroupName = 'my-flow-log' } | Measure-FlowLog @cloud).Count | Should -Be $all.Count
    }

    It 'gives the same for a group as adding up in a script: <Property>' -ForEach @(
        @{ Property = 'SrcAddr' }, @{ Property = 'DstPort' }, @{ Property = 'Action' }, @{ Property = 'InterfaceId' }, @{ Property = 'Start' }
    ) {
        $expected = Get-Expected $all $Property
        $found = @(Measure-FlowLog -Path $path -GroupBy $Property -Sum Bytes)
        $found.Count | Should -Be $expected.Count
        foreach ($measure in $found) {
            $key = "$($measure.$Property)"
            "$key $($measure.Count) $($measure.Bytes)" | Should -BeExactly "$key $($expected[$key][0]) $($expected[$key][1])"
        }
    }

    It 'gives an object for each group, with its columns in order' {
        $found = @(Measure-FlowLog -Path $path -GroupBy SrcAddr, DstPort -Sum Bytes, Packets -Count -Distinct DstAddr -Bin 6h -OrderBy Bytes -Top 20)
        $found.Count | Should -Be 20
        $found[0].PSObject.Properties.Name -join ' ' | Should -BeExactly 'SrcAddr DstPort Count Bytes Packets DistinctDstAddr Bin'
        $found[0].SrcAddr | Should -BeOfType 'string'
        $found[0].DstPort | Should -BeOfType 'int'
        $found[0].Bytes | Should -BeOfType 'long'
        $found[0].Bin | Should -BeOfType 'DateTimeOffset'
        $found[0].Bin.Hour % 6 | Should -Be 0
        for ($i = 1; $i -lt 20; $i++) { $found[$i].Bytes | Should -Not -BeGreaterThan $found[$i - 1].Bytes }
        $same = @($all | Where-Object { $_.SrcAddr -eq $found[0].SrcAddr -and $_.DstPort -eq $found[0].DstPort -and $_.Start -ge $found[0].Bin -and $_.Start -lt $found[0].Bin.AddHours(6) })
        $same.Count | Should -Be $found[0].Count
        $peers = [Collections.Generic.HashSet[string]]::new([string[]] $same.DstAddr)
        $peers.Count | Should -Be $found[0].DistinctDstAddr
    }

    It 'gives objects that other commands take as any others' {
        $found = @(Measure-FlowLog -Path $path -GroupBy DstPort -Sum Bytes -OrderBy Bytes)
        $found[1] -is [FlowLogs.FlowMeasure] | Should -BeTrue
        "$($found[1])" | Should -BeExactly "@{DstPort=$($found[1].DstPort); Count=$($found[1].Count); Bytes=$($found[1].Bytes)}"
        @($found | Where-Object DstPort -EQ $found[1].DstPort).Count | Should -Be 1
        @(Measure-FlowLog -Path $path -GroupBy DstPort | ForEach-Object { $_.Count }).Count | Should -Be $found.Count
        $again = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($found[1]))
        $again.PSObject.TypeNames -contains 'Deserialized.FlowLogs.FlowMeasure' | Should -BeTrue
        Show $again | Should -BeExactly (Show $found[1])
        [FlowLogs.PS.Output.MeasureView]::Row($again).Trim() -replace ' +', ' ' | Should -BeExactly "$($again.DstPort) $($again.Count) $($again.Bytes)"
        $found[1].PSObject.Properties.Add([psnoteproperty]::new('Extra', 'x'))
        [FlowLogs.PS.Output.MeasureView]::Heading($found[1]) | Should -BeLike '*Extra*'
    }

    It 'orders by bin and fields, or by what is asked for first where the top is wanted' {
        $bins = @(Measure-FlowLog -Path $path -Bin 1h)
        for ($i = 1; $i -lt $bins.Count; $i++) { $bins[$i].Bin | Should -BeGreaterThan $bins[$i - 1].Bin }
        $ports = @(Measure-FlowLog -Path $path -GroupBy DstPort)
        $null -eq $ports[0].DstPort | Should -BeTrue
        for ($i = 2; $i -lt $ports.Count; $i++) { $ports[$i].DstPort | Should -BeGreaterThan $ports[$i - 1].DstPort }
        foreach ($measure in @{}, @{ Sum = 'Bytes' }, @{ Distinct = 'SrcAddr' }, @{ Sum = 'Packets', 'Bytes'; Distinct = 'SrcAddr' }) {
            $first = if ($measure.Sum) { @($measure.Sum)[0] } elseif ($measure.Distinct) { 'DistinctSrcAddr' } else { 'Count' }
            (@(Measure-FlowLog -Path $path -GroupBy DstPort @measure -Top 7) | ForEach-Object { Show $_ }) -join "`n" |
                Should -BeExactly ((@(Measure-FlowLog -Path $path -GroupBy dstport @measure -OrderBy $first)[0..6] | ForEach-Object { Show $_ }) -join "`n")
        }
    }

    It 'measures what meets the conditions: <Conditions>' -ForEach @(
        @{ Conditions = @{ Action = 'REJECT' } }
        @{ Conditions = @{ DstPort = 22, '400-500'; Address = '10.0.0.0/8' } }
        @{ Conditions = @{ Where = { $_.Bytes -gt 1000 } } }
        @{ Conditions = @{ Where = { "$($_.SrcAddr)".EndsWith('0') } } }
        @{ Conditions = @{ FilterPattern = '?REJECT ?NODATA' } }
        @{ Conditions = @{ Last = '6h' } }
        @{ Conditions = @{ EndTime = '12h' } }
    ) {
        $expected = @(Get-FlowLogEvent -Path $path @Conditions).Count
        $expected | Should -BeGreaterThan 0
        $expected | Should -BeLessThan $all.Count
        (Measure-FlowLog -Path $path @Conditions).Count | Should -Be $expected
        ($all | Measure-FlowLog @Conditions).Count | Should -Be $expected
        (Measure-FlowLog my-flow-log @Conditions @cloud).Count | Should -Be $expected
    }

    It 'gives nothing for groups of nothing, and a zero without groups' {
        @(Measure-FlowLog -Path $path -DstPort 1 -GroupBy SrcAddr).Count | Should -Be 0
        Show (Measure-FlowLog -Path $path -DstPort 1 -Sum Bytes) | Should -BeExactly 'Count=0 Bytes=0'
    }

    It 'keeps the types of flags and of fields that it does not know' {
        $records = '2 x 7', '2 y -', '18 x -' | ConvertFrom-FlowLog -Format 'tcp-flags my-field bytes'
        $found = @($records | Measure-FlowLog -GroupBy TcpFlags, my-field -Sum bytes -Format 'my-field bytes')
        $found[0].TcpFlags | Should -BeOfType 'FlowLogs.FlowTcpFlags'
        ($found | ForEach-Object { Show $_ }) -join '; ' |
            Should -BeExactly 'TcpFlags=SYN MyField=x Count=1 Bytes=7; TcpFlags=SYN MyField=y Count=1 Bytes=0; TcpFlags=SYN, ACK MyField=x Count=1 Bytes=0'
    }

    It 'adds up beyond 64 bits' {
        $sum = [long]::MaxValue, [long]::MaxValue | ConvertFrom-FlowLog -Format bytes -ErrorAction Stop | Measure-FlowLog -Sum Bytes
        $sum.Bytes | Should -BeOfType 'decimal'
        $sum.Bytes | Should -Be (2 * [decimal] [long]::MaxValue)
    }

    It 'warns of a field that a format lacks, and reports bad lines' {
        $null = Measure-FlowLog -Path $path -GroupBy VpcId -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*vpc-id*'
        [IO.File]::WriteAllText("$TestDrive/bad.log", "$($all[0])`nnot a record`n$($all[1])`n")
        (Measure-FlowLog -Path "$TestDrive/bad.log" -ErrorAction SilentlyContinue -ErrorVariable problems).Count | Should -Be 2
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FieldCount,*'
    }

    It 'leaves out records without a start where a time is wanted, with an error' {
        $records = '1 1770000000', '2 -' | ConvertFrom-FlowLog -Format 'dstport start'
        ($records | Measure-FlowLog -StartTime 0 -ErrorAction SilentlyContinue -ErrorVariable problems).Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NoStartField,*'
    }

    It 'tells how complete it was' {
        $null = Measure-FlowLog -Path $path -GroupBy SrcAddr -SummaryVariable summary
        $summary.Records | Should -Be $all.Count
        $summary.SkipData | Should -Be @($all | Where-Object LogStatus -EQ 'SKIPDATA').Count
        $null = $all | Measure-FlowLog -GroupBy SrcAddr -SummaryVariable piped
        "$($piped.Events) $($piped.SkipData) $($piped.NoData) $($piped.FirstTime)" |
            Should -BeExactly "$($summary.Events) $($summary.SkipData) $($summary.NoData) $($summary.FirstTime)"
        { Measure-FlowLog -Path $path -RequireComplete } | Should -Throw -ErrorId 'IncompleteRead*'
    }

    It 'ends where there are too many groups, and goes on to no other source: <From>' -ForEach @(
        @{ From = 'files'; Source = { @{ Path = $path, $path } } }
        @{ From = 'files and a script'; Source = { @{ Path = $path, $path; Where = { "$_".Length -gt 0 } } } }
        @{ From = 'log groups'; Source = { @{ LogGroupName = 'my-flow-log', 'my-flow-log' } + $cloud } }
        @{ From = 'buckets'; Source = { @{ S3Uri = 's3://my-flow-log-bucket', 's3://my-flow-log-bucket' } + $cloud } }
        @{ From = 'an array'; Source = { @{ InputObject = $all } } }
    ) {
        $from = & $Source
        { Measure-FlowLog @from -GroupBy SrcPort -MaxGroups 10 -SummaryVariable script:summary -ErrorAction Ignore } |
            Should -Throw -ErrorId 'TooManyGroups*'
        @($summary.Reasons -like 'There are more than 10 groups*').Count | Should -Be 1
    }

    It 'takes as many groups as there may be' {
        { $all | Measure-FlowLog -Distinct SrcPort -MaxGroups 10 } | Should -Throw -ErrorId 'TooManyGroups*'
        @(Measure-FlowLog -Path $path -GroupBy LogStatus -MaxGroups 3).Count | Should -Be 3
    }

    It 'refuses <Case> before it reads' -ForEach @(
        @{ Case = 'a field that nobody knows'; Id = 'UnknownField'; Arguments = @{ GroupBy = 'SrcAdr' } }
        @{ Case = 'a sum of texts'; Id = 'NotANumberField'; Arguments = @{ Sum = 'SrcAddr' } }
        @{ Case = 'a sum of times'; Id = 'NotANumberField'; Arguments = @{ Sum = 'Start' } }
        @{ Case = 'an order by what is not there'; Id = 'UnknownColumn'; Arguments = @{ GroupBy = 'SrcAddr'; OrderBy = 'Bytes' } }
        @{ Case = 'two columns of a name'; Id = 'AmbiguousColumn'; Arguments = @{ GroupBy = 'Bytes'; Sum = 'bytes' } }
        @{ Case = 'a field twice'; Id = 'AmbiguousColumn'; Arguments = @{ GroupBy = 'SrcAddr', 'srcaddr' } }
        @{ Case = 'a bin of half a second'; Id = 'InvalidBin'; Arguments = @{ Bin = '0.5s' } }
        @{ Case = 'a bin that is none'; Id = 'ParameterArgumentTransformationError'; Arguments = @{ Bin = 'often' } }
        @{ Case = 'a bad pattern'; Id = 'InvalidFilterPattern'; Arguments = @{ FilterPattern = '[a' } }
    ) {
        { Measure-FlowLog -Path /no/such/file @Arguments } | Should -Throw -ErrorId "$Id*"
    }

    It 'completes <Text>' -ForEach @(
        @{ Text = 'Measure-FlowLog -GroupBy dst'; Expected = 'DstAddr DstPort' }
        @{ Text = 'Measure-FlowLog -GroupBy SrcAddr, dstp'; Expected = 'DstPort' }
        @{ Text = 'Measure-FlowLog -Sum '; Expected = 'Bytes Packets PacketsLostBlackhole PacketsLostMtuExceeded PacketsLostNoRoute PacketsLostTtlExpired' }
        @{ Text = 'Measure-FlowLog -GroupBy SrcAddr, DstPort -Sum Bytes -Distinct DstAddr -Bin 5m -OrderBy '; Expected = 'Bin Bytes Count DistinctDstAddr DstPort SrcAddr' }
        @{ Text = 'Measure-FlowLog -GroupBy SrcAddr -OrderBy c'; Expected = 'Count' }
    ) {
        $found = [Management.Automation.CommandCompletion]::CompleteInput($Text, $Text.Length, $null)
        $found.CompletionMatches.CompletionText -join ' ' | Should -BeExactly $Expected
    }
}

Describe 'What a measurement looks like' {
    It 'is a line below a heading' {
        $measure = @(Measure-FlowLog -Path $path -GroupBy LogStatus -Sum Bytes -OrderBy Count)[0]
        $heading = [FlowLogs.PS.Output.MeasureView]::Heading($measure)
        $heading | Should -Match '^LogStatus Count +Bytes$'
        [FlowLogs.PS.Output.MeasureView]::Row($measure) | Should -Match "^OK +$($measure.Count) +$($measure.Bytes)$"
        [FlowLogs.PS.Output.MeasureView]::Row($measure).Length | Should -Be $heading.Length
    }

    It 'is shown when its objects come from elsewhere' {
        [FlowLogs.PS.Output.MeasureView]::Row([pscustomobject]@{ SrcAddr = '10.0.0.1'; Count = 5 }) | Should -BeExactly '10.0.0.1     5'
    }
}
