# -Where must give what Where-Object gives, whichever part of the block runs where.
BeforeDiscovery {
    $blocks = @(
        # Read whole.
        '$_.DstPort -eq 22', '$_.DstPort -ne 22', '22 -eq $_.DstPort', '22 -ne $_.DstPort', '1024 -gt $_.DstPort', '-5 -lt $_.DstPort'
        '$_.DstPort -lt 1024', '$_.DstPort -le 22', '$_.DstPort -gt 22', '$_.DstPort -ge 443', '$_.DstPort -lt -1', '$_.DstPort -gt -1'
        '$_.DstPort -lt 0', '$_.DstPort -ge 0', '$_.DstPort -gt 21.5', '$_.DstPort -lt 22.5d', '$_.DstPort -eq "22"', '$_.DstPort -ne "22"'
        '$_.DstPort -lt "1000"', '$_.DstPort -ge "443"', '$_.DstPort -eq 22.0', '$_.Bytes -gt 9007199254740992', '$_.Bytes -eq 9007199254740993.0'
        '$_.DstPort -eq $null', '$null -eq $_.DstPort', '$_.DstPort -ne $null', '$null -ne $_.Action', '$_.VpcId -eq $null'
        '$_.DstPort -in 22, 443', '$_.DstPort -notin 22, 443', '22, 443 -contains $_.DstPort', '22, 443 -notcontains $_.DstPort', '$_.DstPort -in @(22)'
        '$_.Action -eq "reject"', '$_.Action -ceq "REJECT"', '$_.Action -ceq "reject"', '$_.Action -ne "ACCEPT"', '$_.Action -cne "accept"'
        '"REJECT" -eq $_.Action', '$_.Action -in "reject", "x"', '$_.Action -cin "reject", "x"', '$_.Action -notin "REJECT"', '"reject" -in $_.Action'
        '$_.SrcAddr -like "10.*"', '$_.SrcAddr -notlike "10.*"', '$_.SrcAddr -like "*"', '$_.SrcAddr -like "?0.0.?.*"', '$_.Action -clike "REJ*"', '$_.Action -clike "rej*"'
        '$_.SrcAddr -like "[12]0.*"', '$_.SrcAddr -match "^10\."', '$_.SrcAddr -notmatch "^10\."', '$_.Action -cmatch "ject"', '$_.SrcAddr -match ""', '$_.AccountId -eq 123456789012'
        '$_.Start -gt [DateTimeOffset]"2015-09-04T05:00:00Z"', '$_.Start -ge "2015-09-04T05:38:00Z"', '$_.Start -lt "2015-09-04T05:38:00Z"', '$_.End -eq $null'
        '$_.DstPort', '-not $_.DstPort', '!$_.Action', '$_.Start', '$true', '$false', '1', '"x"', '(($_.DstPort -eq 22))'
        '$_.DstPort -eq 22 -and $_.Action -eq "REJECT"', '$_.DstPort -eq 22 -or $_.Action -eq "REJECT"', '-not ($_.DstPort -eq 22 -or $_.Protocol -eq 17)'
        '$_.DstPort -eq $port', '$_.DstPort -in $ports', '$_.SrcAddr -like $like', '$_.DstPort -eq $noSuchVariable', '$_.Start -lt $time', '$_.DstPort -eq $script:port'
        '$PSItem.DstPort -eq 22', '$_.dstport -EQ 22'
        # Read in part, or not at all.
        '$_.DstPort -eq 22 -and (Get-Module)', '(Get-Module) -and $_.DstPort -eq 22', '$_.DstPort -eq 22 -and $_.SrcAddr.StartsWith("10.")'
        '$_.Bytes / 2 -gt 100', '$_.DstPort + 1 -eq 23', '$_."DstPort" -eq 22', '$_.PSObject.Properties["DstPort"].Value -eq 22', '$_.ToString() -like "* 22 *"'
        '$_.DstPort -eq $_.SrcPort', '$_.Action -lt "B"', '$_.DstPort -like "2*"', '$_.DstPort -eq $true', '$_.Action -eq $true', '$_.DstPort -in "22", "443"', '$_.DstPort -eq 22, 443'
        'if ($_.DstPort -eq 22) { $true }', '$p = $_.DstPort; $p -eq 22', '$_ | ForEach-Object { $_.DstPort -eq 22 }', '$_.NoSuchProperty -eq 1', '$_.MyOwn -eq "x"', ''
        'param($x) $_.DstPort -eq 22', 'begin { } process { $_.DstPort -eq 22 }', '$_.Action -match "(REJ)" -and $Matches[1] -eq "REJ"', '$input.Count -eq 0', '$args.Count -eq 0'
        '$_.Action -eq "re`u{AD}ject"', '$_.SrcAddr -split "\." -contains "10"', '[int] $_.DstPort -eq 22', '$_.Timestamp -eq $null', '$_.DstPort -is [int]', '@($_.DstPort).Count -eq 1'
        '$_.DstPort -eq 22 -xor $_.Protocol -eq 6', '$_.DstPort -band 1', '($_.DstPort -eq 22) -eq $true', '$_.DstPort -eq 22; $_.DstPort -eq 443', '$_.DstPort -lt "x"', '$_.Action -match "("'
    ) | ForEach-Object { @{ Block = $_ } }

    # Flags, beside the comparisons that are tried with all constants below.
    $flagBlocks = @(
        '$_.TcpFlags', '-not $_.TcpFlags', '$_.TcpFlags -in 2, 18, 66', '$_.TcpFlags -notin 2, -1', '0, 18 -contains $_.TcpFlags', '$_.TcpFlags -in $words'
        '$_.TcpFlags -in "SYN", 18', '$_.TcpFlags -in $bytes', '$_.TcpFlags -in $null, 2', '$_.TcpFlags -in 2.0, 18', '$_.TcpFlags -eq 2, 18', '2, 18 -eq $_.TcpFlags'
        '$_.TcpFlags -band 2', '$_.TcpFlags -band 64', '$_.TcpFlags -band "SYN"', '2 -band $_.TcpFlags', '($_.TcpFlags -band 18) -eq 18', '-not ($_.TcpFlags -band 2)'
        '$_.TcpFlags -band [FlowLogs.FlowTcpFlags]::SYN', '$_.TcpFlags -band [FlowLogs.FlowTcpFlags] "SYN, ACK"', '$_.TcpFlags.HasFlag([FlowLogs.FlowTcpFlags]::SYN)'
        '$_.TcpFlags -bor 1', '$_.TcpFlags -like "*SYN*"', '$_.TcpFlags -notlike "SYN"', '$_.TcpFlags -match "ACK"', '$_.TcpFlags -is [FlowLogs.FlowTcpFlags]', '$_.TcpFlags -is [int]'
        '$_.TcpFlags -eq 2 -and $_.DstPort -eq 22', '$_.TcpFlags -eq "SYN" -or $_.DstPort -eq 22', '$_.TcpFlags -eq 2 -and $_.TcpFlags -band 2', '[int] $_.TcpFlags -eq 18'
        '$_.GetValue("tcp-flags") -eq 2', '$_.ProtocolName -eq "tcp"', '$_.ProtocolName -in "TCP", "UDP"', '$_.GetDecoded("instance-tag") -eq "café"'
    ) | ForEach-Object { @{ Block = $_ } }
    $operators = '-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-ceq', '-cne', '-cgt', '-ieq' | ForEach-Object { @{ Operator = $_ } }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $path = "$TestDrive/odd.log"
    [IO.File]::WriteAllText($path, @'
2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 54033 22 6 2 112 1441341480 1441341532 ACCEPT OK
2 123456789012 eni-c46ee49c 20.0.1.218 10.0.1.63 22 22 6 2 9007199254740993 1441345080 1441345132 REJECT OK
2 unknown eni-c46ee49c 2001:db8::1 10.0.1.63 80 022 17 2 9007199254740992 1441345081 1441345132 reject OK
2 123456789012 eni-c46ee49c - - - - - - - 1431280876 1431280934 - NODATA
2 123456789012 eni-c46ee49c - - 0 0 1 4 336 - - - SKIPDATA
2 123456789012 eni-c46ee49c 10.0.1.1 10.0.1.2 -1 -7 6 0 0 1441345080000 1441345080000 ACCEPT OK
2 123456789012 eni-c46ee49c 10.0.1.1 10.0.1.2 70000 443 6 0 0 1441345080 1441345080 REJECTED OK

'@)
    $port = 22
    $ports = 22, 443
    $like = '10.*'
    $time = [DateTimeOffset]'2015-09-04T05:00:00Z'

    $flagPath = "$TestDrive/flags.log"
    [IO.File]::WriteAllLines($flagPath, [string[]] (@('dstport protocol tcp-flags') + (0, 1, 2, 3, 16, 18, 19, 63, 64, 66, 274, -1, 2147483647, '-', '018' | ForEach-Object { "22 6 $_"; "443 - $_" })))
    $words = 2, 'SYN, ACK'
    [byte[]] $bytes = 2, 18
    $flag = [FlowLogs.FlowTcpFlags]::SYN
    [uint64] $wide = 18
    $constants = '18', '0', '2', '64', '66', '-1', '274', '2147483647', '2147483648', '4294967314', '-9223372036854775808', '18.0', '2.5', '18d', '18L', '[byte] 18', '$wide',
        '"SYN, ACK"', '"syn,ack"', '" ACK , SYN"', '"SYN,SYN"', '"S"', '"18"', '"64"', '"66"', '"18, 1"', '"x"', '""', '" "', '","', '"SYN,"', '"-1"', '$true', '$false', '$null',
        '$flag', '[FlowLogs.FlowTcpFlags]::ACK', '[FlowLogs.FlowTcpFlags] "SYN, ACK"', '[DayOfWeek]::Tuesday', '$time', '@()'

    # What comes out, and how many errors there were on the way.
    function Get-Result($work) {
        $lines = @(& $work 2>&1)
        $failed = @($lines | Where-Object { $_ -is [Management.Automation.ErrorRecord] }).Count
        $records = @($lines | Where-Object { $_ -isnot [Management.Automation.ErrorRecord] }) -join "`n"
        "$records`nerrors: $failed"
    }
}

Describe 'Get-FlowLogEvent -Where' {
    It 'gives what Where-Object gives: <Block>' -ForEach $blocks {
        $script = [scriptblock]::Create($Block)
        $expected = Get-Result { try { Get-FlowLogEvent -Path $path | Where-Object $script } catch { "thrown: $($_.FullyQualifiedErrorId)" } }
        $actual = Get-Result { try { Get-FlowLogEvent -Path $path -Where $script } catch { "thrown: $($_.FullyQualifiedErrorId)" } }
        $actual | Should -BeExactly $expected
    }

    It 'gives what Where-Object gives on flags: <Block>' -ForEach $flagBlocks {
        $script = [scriptblock]::Create($Block)
        $expected = Get-Result { try { Get-FlowLogEvent -Path $flagPath | Where-Object $script } catch { "thrown: $($_.FullyQualifiedErrorId)" } }
        $actual = Get-Result { try { Get-FlowLogEvent -Path $flagPath -Where $script } catch { "thrown: $($_.FullyQualifiedErrorId)" } }
        $actual | Should -BeExactly $expected
    }

    It 'gives what Where-Object gives on flags, of any value and on either side: <Operator>' -ForEach $operators {
        $all = @(Get-FlowLogEvent -Path $flagPath)
        foreach ($constant in $constants) {
            foreach ($block in "`$_.TcpFlags $Operator $constant", "$constant $Operator `$_.TcpFlags") {
                $script = [scriptblock]::Create($block)
                $expected = Get-Result { try { $all | Where-Object $script } catch { "thrown: $($_.FullyQualifiedErrorId)" } }
                $actual = Get-Result { try { Get-FlowLogEvent -Path $flagPath -Where $script } catch { "thrown: $($_.FullyQualifiedErrorId)" } }
                $actual | Should -BeExactly $expected -Because $block
            }
        }
    }

    It 'reads comparisons of flags with numbers and names' -ForEach @(
        @{ Block = { $_.TcpFlags -eq 18 }; Text = '*tcp-flags = 18*' }
        @{ Block = { $_.TcpFlags -eq 'SYN, ACK' }; Text = '*tcp-flags = 18*' }
        @{ Block = { 2 -eq $_.TcpFlags }; Text = '*tcp-flags = 2*' }
        @{ Block = { $_.TcpFlags -in 2, 18 }; Text = '*tcp-flags in 2, 18*' }
    ) {
        $verbose = Get-FlowLogEvent -Path $flagPath -Where $Block -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$verbose" | Should -BeLike $Text
        "$verbose" | Should -Not -BeLike '*script block*'
    }

    It 'says what it read, and what it runs as a block' {
        $verbose = Get-FlowLogEvent -Path $path -Where { $_.DstPort -eq 22 } -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$verbose" | Should -BeLike '*dstport = 22*'
        "$verbose" | Should -Not -BeLike '*script block*'
        $verbose = Get-FlowLogEvent -Path $path -Where { $_.DstPort -eq 22 -and $_.ToString() } -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$verbose" | Should -BeLike '*dstport = 22*script block*'
        $verbose = Get-FlowLogEvent -Path $path -Where { $_.ToString() } -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$verbose" | Should -BeLike '*script block on each record*'
    }

    It 'leaves the same behind in the caller''s scope' {
        $seen = 0
        $null = Get-FlowLogEvent -Path $path -Where { $seen++; $_.DstPort -eq 22 }
        $seen | Should -Be 7
        $seen = 0
        $null = Get-FlowLogEvent -Path $path -Where { $_.DstPort -eq 22 -and $seen++ -ge 0 }
        $seen | Should -Be @(Get-FlowLogEvent -Path $path | Where-Object DstPort -EQ 22).Count
    }

    It 'does not read a variable that the block changes' {
        $wanted = 22
        $all = @(Get-FlowLogEvent -Path $path -Where { $_.DstPort -eq $wanted -or ($wanted = 443) -and $false })
        $wanted = 22
        $expected = @(Get-FlowLogEvent -Path $path | Where-Object { $_.DstPort -eq $wanted -or ($wanted = 443) -and $false })
        $all -join "`n" | Should -BeExactly ($expected -join "`n")
    }

    It 'finds variables of the function that calls' {
        function Get-Some { $local = 443; Get-FlowLogEvent -Path $path -Where { $_.DstPort -eq $local } }
        @(Get-Some).DstPort | Should -Be 443
    }

    It 'stops a loop with break as Where-Object does' {
        $after = 0
        foreach ($i in 1, 2) {
            $null = Get-FlowLogEvent -Path $path -Where { break }
            $after++
        }
        $after | Should -Be 0
    }

    It 'counts for -First what the block lets through' {
        @(Get-FlowLogEvent -Path $path -First 2 -Where { "$($_.DstPort)" -eq '22' }).Count | Should -Be 2
    }
}

Describe 'Get-FlowLogEvent with typed conditions' {
    It '<Arguments> chooses <Lines>' -ForEach @(
        @{ Arguments = @{ DstPort = 22 }; Lines = 1, 2, 3 }
        @{ Arguments = @{ DstPort = '1-100', 443 }; Lines = 1, 2, 3, 7 }
        @{ Arguments = @{ SrcPort = '22' }; Lines = 2 }
        @{ Arguments = @{ Port = 80, 443 }; Lines = 3, 7 }
        @{ Arguments = @{ SrcAddr = '10.0.1.218' }; Lines = 1 }
        @{ Arguments = @{ SrcAddr = '10.0.0.0/8' }; Lines = 1, 6, 7 }
        @{ Arguments = @{ DstAddr = '10.0.1.0/26' }; Lines = 1, 2, 3, 6, 7 }
        @{ Arguments = @{ DstAddr = '10.0.1.0/27' }; Lines = 6, 7 }
        @{ Arguments = @{ SrcAddr = '2001:DB8:0:0::/32' }; Lines = 3 }
        @{ Arguments = @{ Address = '20.0.0.0/8', '10.0.1.2' }; Lines = 2, 6, 7 }
        @{ Arguments = @{ Protocol = 'tcp' }; Lines = 1, 2, 6, 7 }
        @{ Arguments = @{ Protocol = 'UDP', 1 }; Lines = 3, 5 }
        @{ Arguments = @{ Action = 'reject' }; Lines = 2, 3 }
        @{ Arguments = @{ LogStatus = 'NODATA', 'SKIPDATA' }; Lines = 4, 5 }
        @{ Arguments = @{ DstPort = 22; Action = 'ACCEPT' }; Lines = 1 }
        @{ Arguments = @{ Protocol = 6; Where = { $_.Bytes -eq 0 } }; Lines = 6, 7 }
    ) {
        $all = @(Get-FlowLogEvent -Path $path | ForEach-Object { "$_" })
        $found = @(Get-FlowLogEvent -Path $path @Arguments | ForEach-Object { [array]::IndexOf($all, "$_") + 1 })
        $found | Should -Be $Lines
    }

    It 'refuses <Arguments>' -ForEach @(
        @{ Arguments = @{ SrcAddr = '10.0.0.256' }; Id = 'InvalidAddress' }
        @{ Arguments = @{ SrcAddr = '10.0.0.0/33' }; Id = 'InvalidAddress' }
        @{ Arguments = @{ DstPort = 'http' }; Id = 'InvalidRange' }
        @{ Arguments = @{ DstPort = '5-1' }; Id = 'InvalidRange' }
        @{ Arguments = @{ Protocol = 'tpc' }; Id = 'UnknownProtocol' }
    ) {
        { Get-FlowLogEvent -Path $path @Arguments } | Should -Throw -ErrorId "$Id,*"
    }
}
