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

    It 'explains each message' {
        $results = @(Test-FlowFilter $pattern $web, $ssh -Explain)
        $results.IsMatch | Should -Be $false, $true
        $results[0] | Should -BeOfType 'FlowLogs.FlowFilterResult'
        $results[0].Condition | Should -BeExactly 'dstport=22'
        $results[0].Position | Should -Be $pattern.IndexOf('dstport=22')
        $results[0].Value | Should -BeExactly '54033'
        $results[0].Reason | Should -Not -BeNullOrEmpty
        $results[1].Reason | Should -BeNullOrEmpty
        $results[1].ExtractedValues['$dstport'] | Should -BeExactly '22'
    }

    It 'warns of <Pattern>' -ForEach @(
        @{ Pattern = 'a-b'; Word = '*b*' }
        @{ Pattern = '?x y'; Word = '*x*' }
        @{ Pattern = '" "'; Word = '*blank*' }
        @{ Pattern = '[a, b = 4*]'; Word = '*rest of the line*' }
    ) {
        $null = Test-FlowFilter $Pattern 'x' -Explain -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings.Count | Should -Be 1
        "$($warnings[0])" | Should -BeLike $Word
    }

    It 'gives one boolean with -Quiet' {
        Test-FlowFilter $pattern $web, $ssh -Quiet | Should -BeTrue
        ($web, $web | Test-FlowFilter $pattern -Quiet) | Should -BeFalse
    }

    It 'asks the service with -Remote, fifty messages a call' {
        $sandbox = Start-FlowSandbox
        $output = 1..120 | ForEach-Object { if ($_ % 2) { $ssh } else { $web } } | Test-FlowFilter $pattern -Remote -EndpointUrl $sandbox -Verbose -ErrorVariable problems 4>&1
        @($output | Where-Object { $_ -is [FlowLogs.FlowFilterMatch] }).Count | Should -Be 60
        @($output | Where-Object { "$_" -like 'The service was asked*' }).Count | Should -Be 3
        $problems | Should -BeNullOrEmpty
        { Test-FlowFilter '[a, a]' 'x' -Remote -EndpointUrl $sandbox } | Should -Throw -ErrorId 'InvalidFilterPattern,*'
        $null = $sandbox | Stop-FlowSandbox
    }

    It 'tells where the service answers otherwise' {
        # An endpoint that finds a match in everything, and takes every pattern.
        $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $probe.Start()
        $port = $probe.LocalEndpoint.Port
        $probe.Stop()
        $listener = [Net.HttpListener]::new()
        $listener.Prefixes.Add("http://127.0.0.1:$port/")
        $listener.Start()
        $answer = [Text.Encoding]::UTF8.GetBytes('{"matches":[{"eventNumber":1,"eventMessage":"m","extractedValues":{"$version":"3"}}]}')
        $state = [initialsessionstate]::CreateDefault2()
        $server = [powershell]::Create($state).AddScript({
                param($listener, $answer)
                while ($true) {
                    # Not a blocking call: it would keep the process alive when the listener has stopped.
                    $next = $listener.GetContextAsync()
                    while (-not ([IAsyncResult] $next).AsyncWaitHandle.WaitOne(50)) {
                        if (-not $listener.IsListening) { return }
                    }
                    if (-not $next.IsCompletedSuccessfully) { return }
                    $context = $next.Result
                    $context.Response.ContentType = 'application/x-amz-json-1.1'
                    $context.Response.OutputStream.Write($answer, 0, $answer.Length)
                    $context.Response.Close()
                }
            }).AddArgument($listener).AddArgument($answer)
        $running = $server.BeginInvoke()
        $cloud = @{ EndpointUrl = "http://127.0.0.1:$port"; Region = 'us-east-1'; Credential = @{ AccessKey = 'a'; SecretKey = 'b' } }
        try {
            $null = Test-FlowFilter $pattern $web -Remote @cloud -ErrorVariable problems -ErrorAction SilentlyContinue
            $problems.FullyQualifiedErrorId | Should -BeLike 'RemoteDifference,*'
            "$problems" | Should -BeLike '*for the service, but not here*'
            $null = Test-FlowFilter $pattern $ssh -Remote @cloud -ErrorVariable problems -ErrorAction SilentlyContinue
            "$problems" | Should -BeLike '*$version*'
            { Test-FlowFilter '[a' $web -Remote @cloud } | Should -Throw -ErrorId 'RemoteDifference,*'
        }
        finally {
            $listener.Stop()
            $null = $server.EndInvoke($running)
            $server.Runspace.Dispose()
            $server.Dispose()
        }
    }

    It 'takes empty messages and none at all' {
        '' | Test-FlowFilter '' | Should -HaveCount 1
        @() | Test-FlowFilter '' | Should -BeNullOrEmpty
    }
}
