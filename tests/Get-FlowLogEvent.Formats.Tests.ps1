# What only the whole can show: records that were made here, put into the sandbox in formats of their own, and read back.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
    $role = 'arn:aws:iam::123456789012:role/flow'
    $client = [Net.Http.HttpClient]::new()

    function Invoke-Logs($operation, [string] $json) {
        $request = [Net.Http.HttpRequestMessage]::new('POST', [uri] $sandbox.EndpointUrl)
        $request.Content = [Net.Http.StringContent]::new($json, [Text.Encoding]::UTF8, 'application/x-amz-json-1.1')
        $request.Headers.Add('X-Amz-Target', "Logs_20140328.$operation")
        $client.SendAsync($request).Result.EnsureSuccessStatusCode()
    }

    # Of the last hour, so that the group takes them.
    function New-Line([int] $count, $format, [int] $seed) {
        $now = [DateTimeOffset]::UtcNow
        @(New-FlowLogSample $count -Format $format -Seed $seed -StartTime $now.AddHours(-1) -EndTime $now)
    }

    function Add-Event($group, $stream, $records) {
        $null = Invoke-Logs CreateLogStream "{`"logGroupName`":`"$group`",`"logStreamName`":`"$stream`"}"
        $events = foreach ($record in $records) { "{`"timestamp`":$($record.Start.ToUnixTimeMilliseconds()),`"message`":`"$record`"}" }
        $null = Invoke-Logs PutLogEvents "{`"logGroupName`":`"$group`",`"logStreamName`":`"$stream`",`"logEvents`":[$($events -join ',')]}"
    }

    function Join-Sorted($records) {
        $lines = [string[]] @($records | ForEach-Object { "$_" })
        [Array]::Sort($lines, [StringComparer]::Ordinal)
        $lines -join "`n"
    }
}

AfterAll {
    $client.Dispose()
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'A group whose flow log has a format of its own' {
    BeforeAll {
        $format = '${start} ${action} ${flow-direction} ${dstport} ${pkt-srcaddr} ${bytes}'
        $null = New-FlowLogGroup /vpc/own @cloud
        $null = New-FlowLog vpc-00000000000000001 /vpc/own -RoleArn $role -Format $format @cloud
        $records = New-Line 500 $format 1
        Add-Event /vpc/own eni-1-all $records
    }

    It 'is read by it' {
        $read = @(Get-FlowLogEvent /vpc/own @cloud)
        Join-Sorted $read | Should -BeExactly (Join-Sorted $records)
        $read[0].FlowDirection | Should -Match '^(in|e)gress$'
        $read[0].LogStreamName | Should -BeExactly 'eni-1-all'
    }

    It 'has the service choose by <Sent>' -ForEach @(
        @{ Sent = 'action = %'; Arguments = @{ Action = 'REJECT' }; Wanted = { $_.Action -eq 'REJECT' } }
        @{ Sent = 'dstport = 443'; Arguments = @{ DstPort = 443 }; Wanted = { $_.DstPort -eq 443 } }
        @{ Sent = 'flow_direction'; Arguments = @{ Where = { $_.FlowDirection -eq 'egress' -and $_.Bytes -gt 1000 } }; Wanted = { $_.FlowDirection -eq 'egress' -and $_.Bytes -gt 1000 } }
    ) {
        $output = @(Get-FlowLogEvent /vpc/own @Arguments @cloud -Verbose 4>&1)
        "$($output | Where-Object { $_ -is [Management.Automation.VerboseRecord] })" | Should -BeLike "*$Sent*"
        $expected = @($records | Where-Object $Wanted)
        $expected.Count | Should -BeGreaterThan 0
        Join-Sorted @($output | Where-Object { $_ -is [FlowLogs.FlowLogRecord] }) | Should -BeExactly (Join-Sorted $expected)
    }

    It 'may have a second one' {
        # Of the same length, so that only the values tell the lines apart.
        $other = '${srcaddr} ${protocol} ${start} ${end} ${action} ${log-status}'
        $null = New-FlowLog vpc-00000000000000002 /vpc/own -RoleArn $role -Format $other @cloud
        $more = New-Line 500 $other 2
        Add-Event /vpc/own eni-2-all $more

        Join-Sorted (Get-FlowLogEvent /vpc/own @cloud) | Should -BeExactly (Join-Sorted ($records + $more))
        foreach ($wanted in { $_.Action -eq 'REJECT' }, { $_.Protocol -eq 17 }, { $_.DstPort -eq 443 }) {
            $expected = @($records + $more | Where-Object $wanted)
            $expected.Count | Should -BeGreaterThan 0
            Join-Sorted (Get-FlowLogEvent /vpc/own -Where $wanted @cloud) | Should -BeExactly (Join-Sorted $expected)
        }
    }
}

Describe 'Samples in <Case>' -ForEach @(
    @{ Case = 'version 2'; Arguments = @{ Version = 2 } }
    @{ Case = 'version 3'; Arguments = @{ Version = 3 } }
    @{ Case = 'version 4'; Arguments = @{ Version = 4 } }
    @{ Case = 'version 5'; Arguments = @{ Version = 5 } }
    @{ Case = 'version 7'; Arguments = @{ Version = 7 } }
    @{ Case = 'version 8'; Arguments = @{ Version = 8 } }
    @{ Case = 'version 9'; Arguments = @{ Version = 9 } }
    @{ Case = 'version 10'; Arguments = @{ Version = 10 } }
    @{ Case = 'version 11'; Arguments = @{ Version = 11 } }
    @{ Case = 'transit gateways'' format'; Arguments = @{ TransitGateway = $true } }
) {
    BeforeAll {
        $records = @(New-FlowLogSample 400 -Seed 3 @Arguments)
        $header = $records[0].GetFields().Name -join ' '
    }

    It 'are written as lines and read back' {
        $lines = @($records | ConvertTo-FlowLog -IncludeHeader)
        $lines[0] | Should -BeExactly $header
        $again = @($lines | ConvertFrom-FlowLog)
        $again -join "`n" | Should -BeExactly ($records -join "`n")
        $again[0].GetFields().Name -join ' ' | Should -BeExactly $header
    }

    It 'are written as <As>' -ForEach @{ As = 'Ocsf' }, @{ As = 'Ecs' } {
        $documents = @($records | ConvertTo-FlowLog -As $As -ErrorVariable problems)
        $problems | Should -BeNullOrEmpty
        $documents.Count | Should -Be 400
        foreach ($document in $documents) { [Text.Json.JsonDocument]::Parse($document).Dispose() }
    }

    It 'go through a CSV file' {
        if (-not (Get-Command Export-Csv, Import-Csv -ErrorAction Ignore)) { Set-ItResult -Skipped -Because 'this host has no Export-Csv' }
        $records | Export-Csv "$TestDrive/records.csv"
        $again = @(Import-Csv "$TestDrive/records.csv" | ConvertTo-FlowLog -Format $header)
        $again -join "`n" | Should -BeExactly ($records -join "`n")
    }

    It 'are read from S3, packed, as from a file' {
        $null = New-FlowLogSample 400 -Seed 3 @Arguments -Path "$TestDrive/sample.log.gz" -Force
        $content = [Net.Http.ByteArrayContent]::new([IO.File]::ReadAllBytes("$TestDrive/sample.log.gz"))
        $null = $client.PutAsync("$($sandbox.EndpointUrl)/my-flow-log-bucket/samples/sample.log.gz", $content).Result.EnsureSuccessStatusCode()

        (Get-FlowLogEvent -S3Uri s3://my-flow-log-bucket/samples @cloud) -join "`n" | Should -BeExactly ($records -join "`n")
        (Get-FlowLogEvent -Path "$TestDrive/sample.log.gz") -join "`n" | Should -BeExactly ($records -join "`n")

        $few = @(Get-FlowLogEvent -S3Uri s3://my-flow-log-bucket/samples -MaxInflatedSize 20KB @cloud -ErrorAction SilentlyContinue -ErrorVariable problems)
        $problems.FullyQualifiedErrorId | Should -BeLike 'InflatedTooLarge,*'
        "$($problems[0].TargetObject)" | Should -BeLike 's3://my-flow-log-bucket/samples/*'
        $few.Count | Should -BeGreaterThan 0
        $few.Count | Should -BeLessThan 400
        "$($few[-1])" | Should -BeExactly "$($records[$few.Count - 1])"
    }
}
