BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $lines = @(
        '2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 54033 22 6 2 112 1441341480 1441341532 ACCEPT OK'
        '2 123456789012 eni-c46ee49c 20.0.1.218 10.0.1.63 22 22 6 2 5000 1441345080 1441345132 REJECT OK'
        '2 123456789012 eni-c46ee49c 2001:db8::1 10.0.1.63 80 443 17 2 60 1441345081 1441345132 REJECT OK'
        '2 123456789012 eni-c46ee49c - - - - - - - 1431280876 1431280934 - NODATA'
        '2 123456789012 eni-c46ee49c 10.0.2.1 10.1.1.2 70000 8443 6 0 0 1441345080 1441345080 ACCEPT OK'
    )
}

Describe 'New-FlowFilter' {
    It 'names the fields as the format has them' {
        New-FlowFilter -DstPort 22 | Should -BeExactly '[version, account_id, interface_id, srcaddr, dstaddr, srcport, dstport = 22, protocol, packets, bytes, start, end, action, log_status]'
        New-FlowFilter -DstPort 22 -Format '${srcaddr} ${dstport} ${my-own}' | Should -BeExactly '[srcaddr, dstport = 22, my_own]'
    }

    It 'writes <Arguments> so that it chooses what the conditions choose' -ForEach @(
        @{ Arguments = @{ DstPort = 22; Action = 'reject' } }
        @{ Arguments = @{ DstPort = 22, '400-500' } }
        @{ Arguments = @{ SrcAddr = '10.0.0.0/16'; Protocol = 'tcp' } }
        @{ Arguments = @{ SrcAddr = '10.0.1.218', '20.0.0.0/8' } }
        @{ Arguments = @{ LogStatus = 'NODATA' } }
        @{ Arguments = @{ Where = { $_.DstPort -eq 22 -and $_.SrcAddr -notlike '10.*' } } }
        @{ Arguments = @{ Where = { $_.Bytes -gt 100 -and $_.Bytes -le 5000 } } }
        @{ Arguments = @{ Where = { -not ($_.Action -ceq 'ACCEPT' -or $_.Protocol -eq 17) } } }
        @{ Arguments = @{ Where = { $_.Action -in 'ACCEPT', 'REJECT' }; DstPort = '1-1000' } }
    ) {
        $path = "$TestDrive/lines.log"
        [IO.File]::WriteAllLines($path, [string[]] $lines)
        $expected = @(Get-FlowLogEvent -Path $path @Arguments | ForEach-Object { "$_" })
        $expected.Count | Should -BeGreaterThan 0
        $found = @(Test-FlowFilter (New-FlowFilter @Arguments) $lines).Message
        $found | Should -Be $expected
    }

    It 'refuses <Why>, with the reason' -ForEach @(
        @{ Why = 'either of two fields'; Arguments = @{ Port = 22 }; Reason = '*different fields*' }
        @{ Why = 'or over two fields'; Arguments = @{ Where = { $_.Action -eq 'REJECT' -or $_.DstPort -eq 22 } }; Reason = '*different fields*' }
        @{ Why = 'a network within an octet'; Arguments = @{ SrcAddr = '10.0.0.0/23' }; Reason = '*octet boundary*' }
        @{ Why = 'what a script does'; Arguments = @{ Where = { $_.DstPort -eq (20 + 2) } }; Reason = '*script block*' }
    ) {
        { New-FlowFilter @Arguments } | Should -Throw -ErrorId 'NotExpressible,*'
        try { New-FlowFilter @Arguments } catch { "$_" | Should -BeLike $Reason }
    }

    It 'gives the nearest wider pattern, with a warning' {
        $pattern = New-FlowFilter -SrcAddr 10.0.0.0/23 -DstPort 22 -Nearest -WarningVariable warnings -WarningAction SilentlyContinue
        $pattern | Should -BeLike '*srcaddr = "10.0.[*]"*dstport = 22*'
        $warnings.Count | Should -Be 1
        $pattern = New-FlowFilter -Where { $_.DstPort -eq 22 -and $_.ToString() } -Nearest -WarningAction SilentlyContinue
        $pattern | Should -BeLike '*dstport = 22*'
        { New-FlowFilter -Where { $_.ToString() } -Nearest } | Should -Throw -ErrorId 'NotExpressible,*'
    }

    It 'wants a condition' {
        { New-FlowFilter } | Should -Throw -ErrorId 'NoCondition,*'
    }

    It 'asks the service with -Remote' {
        $sandbox = Start-FlowSandbox
        $verbose = New-FlowFilter -DstPort 22 -Remote -EndpointUrl $sandbox -Verbose 4>&1
        "$verbose" | Should -BeLike '*accepts*dstport = 22*'
        $null = $sandbox | Stop-FlowSandbox
    }
}
