BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"

    function Get-Fault($block) {
        $ErrorActionPreference = 'Stop'
        try { $null = & $block; 'none' } catch { ($_.FullyQualifiedErrorId -split ',')[0] }
    }
}

Describe 'New-FlowLogSample' {
    It 'makes a thousand labelled records of a fixed day' {
        $records = @(New-FlowLogSample)
        $records.Count | Should -Be 1000
        $records[0] | Should -BeOfType 'FlowLogs.FlowLogRecord'
        $records[0].Start | Should -Be ([DateTimeOffset]'2026-01-01T00:00:00Z')
        $records[-1].Start | Should -BeLessThan ([DateTimeOffset]'2026-01-02T00:00:00Z')
        $labels = @($records.ForEach({ $_.Scenario }).Where({ $_ -is [string] }))
        $labels.Count | Should -Be 1000
        [Collections.Generic.HashSet[string]]::new([string[]] $labels).Count | Should -Be 8
    }

    It 'gives the same records for a seed, and others for another' {
        "$(New-FlowLogSample 50 -Seed 7)" | Should -BeExactly "$(New-FlowLogSample -Count 50 -Seed 7)"
        "$(New-FlowLogSample 50 -Seed 7)" | Should -Not -Be "$(New-FlowLogSample 50)"
    }

    It 'keeps to the times given' {
        $first = (New-FlowLogSample 1 -StartTime '2026-03-04T05:00:00Z' -EndTime '2026-03-04T06:00:00Z').Start
        $first | Should -Be ([DateTimeOffset]'2026-03-04T05:00:00Z')
        (New-FlowLogSample 1 -EndTime '2026-03-05T00:00:00Z').Start | Should -Be ([DateTimeOffset]'2026-03-04T00:00:00Z')
        $last = @(New-FlowLogSample 100 -StartTime '2026-03-04T00:00:00Z')[-1].Start
        $last | Should -BeGreaterThan ([DateTimeOffset]'2026-03-04T20:00:00Z')
        $last | Should -BeLessThan ([DateTimeOffset]'2026-03-05T00:00:00Z')
    }

    It 'takes a format, with names that nobody knows' {
        $record = New-FlowLogSample 1 -Format '${srcaddr} ${scenario} ${flow-direction}'
        "$record" | Should -Match '^\S+ - (in|e)gress$'
        $record.Scenario | Should -BeExactly 'Web'
        (New-FlowLogSample 1 -Format srcaddr, my-own).MyOwn | Should -BeNullOrEmpty
    }

    It 'has the fields of version <Version>' -ForEach @(
        @{ Version = 2; Count = 14 }, @{ Version = 5; Count = 29 }, @{ Version = 11; Count = 54 }
    ) {
        $record = New-FlowLogSample 1 -Version $Version
        $record.Version | Should -Be $Version
        $record.GetFields().Count | Should -Be $Count
    }

    It 'has the default format of transit gateways' {
        $record = New-FlowLogSample 1 -TransitGateway
        $record.GetFields().Count | Should -Be 36
        $record.ResourceType | Should -BeExactly 'TransitGateway'
        $record.TgwId | Should -Match '^tgw-[0-9a-f]{17}$'
    }

    It 'mixes in what is asked for' {
        $records = @(New-FlowLogSample 60 -Scenario PortScan, Status)
        @($records.Where({ $_.Scenario -eq 'PortScan' })).Count | Should -Be 44
        @($records.Where({ $_.LogStatus -ne 'OK' -and $_.Scenario -eq 'Status' })).Count | Should -Be 16
    }

    It 'completes the names of scenarios' {
        $line = 'New-FlowLogSample -Scenario S'
        $matches = [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches
        $matches.CompletionText | Should -Contain 'SshBruteForce'
    }

    It 'stops when no more are wanted' {
        $script:seen = 0
        foreach ($once in 1) {
            New-FlowLogSample 1000000000 | ForEach-Object { if (++$script:seen -ge 3) { break } }
        }
        $script:seen | Should -Be 3
    }

    It 'refuses <Case>' -ForEach @(
        @{ Case = 'no records'; Id = 'ParameterArgumentValidationError'; Block = { New-FlowLogSample 0 } }
        @{ Case = 'a version before the first'; Id = 'ParameterArgumentValidationError'; Block = { New-FlowLogSample -Version 1 } }
        @{ Case = 'a version after the last'; Id = 'ParameterArgumentValidationError'; Block = { New-FlowLogSample -Version 12 } }
        @{ Case = 'two formats'; Id = 'AmbiguousParameterSet'; Block = { New-FlowLogSample -Version 5 -TransitGateway } }
        @{ Case = 'a format that is none'; Id = 'ParameterArgumentTransformationError'; Block = { New-FlowLogSample -Format '${}' } }
        @{ Case = 'a scenario that is none'; Id = 'CannotConvertArgumentNoMessage'; Block = { New-FlowLogSample -Scenario Flood } }
        @{ Case = 'an end before the start'; Id = 'InvalidTimeRange'; Block = { New-FlowLogSample -StartTime 2000 -EndTime 1000 } }
        @{ Case = 'a switch for a file without one'; Id = 'PathRequired'; Block = { New-FlowLogSample -NoHeader } }
    ) {
        Get-Fault $Block | Should -BeExactly $Id
    }

    Context 'with -Path' {
        BeforeAll {
            $file = "$TestDrive/sample.log"
        }

        It 'writes a file that reads back and tells what is in it' {
            $summaries = @(New-FlowLogSample 2000 -Version 5 -Path $file -Force)
            $summaries.Count | Should -Be 8
            $summaries[0] | Should -BeOfType 'FlowLogs.FlowLogSampleSummary'
            $lines = [IO.File]::ReadAllLines($file)
            $lines.Count | Should -Be 2001
            $lines[0] | Should -Match '^version account-id interface-id srcaddr '

            $records = @(Get-FlowLogEvent -Path $file -ErrorVariable problems)
            $problems | Should -BeNullOrEmpty
            $records.Count | Should -Be 2000

            $scan = $summaries.Where({ $_.Scenario -eq 'PortScan' })[0]
            $ports = [int[]] $records.Where({ $_.SrcAddr -eq $scan.SrcAddr[0] }).ForEach({ $_.DstPort })
            [Array]::Sort($ports)
            $ports.Count | Should -BeGreaterThan 150
            "$ports" | Should -BeExactly "$($scan.DstPort)"
        }

        It 'writes gzip for a name in .gz' {
            $null = New-FlowLogSample 500 -Path "$file.gz"
            $bytes = [IO.File]::ReadAllBytes("$file.gz")
            "$($bytes[0]) $($bytes[1])" | Should -Be '31 139'
            @(Get-FlowLogEvent -Path "$file.gz").Count | Should -Be 500
        }

        It 'leaves the header out' {
            $null = New-FlowLogSample 5 -Path $file -NoHeader -Force
            [IO.File]::ReadAllLines($file).Count | Should -Be 5
        }

        It 'does not write over a file unless it is told to' {
            [IO.File]::WriteAllText("$TestDrive/mine.log", 'mine')
            Get-Fault { New-FlowLogSample 5 -Path "$TestDrive/mine.log" } | Should -BeExactly 'FileExists'
            [IO.File]::ReadAllText("$TestDrive/mine.log") | Should -BeExactly 'mine'
        }

        It 'writes nothing with -WhatIf' {
            New-FlowLogSample 5 -Path "$TestDrive/whatif.log" -WhatIf | Should -BeNullOrEmpty
            [IO.File]::Exists("$TestDrive/whatif.log") | Should -BeFalse
        }

        It 'tells why a file cannot be written' {
            Get-Fault { New-FlowLogSample 5 -Path "$TestDrive/no/such/folder.log" } | Should -BeExactly 'PathNotFound'
            Get-Fault { New-FlowLogSample 5 -Path Env:/sample.log } | Should -BeExactly 'PathNotFileSystem'
        }

        It 'ends at once and removes the file when it is stopped' {
            $path = "$TestDrive/huge.log"
            $state = [initialsessionstate]::CreateDefault2()
            $shell = [powershell]::Create($state).AddScript('param($Manifest, $Path) Import-Module $Manifest; New-FlowLogSample 100000000000 -Path $Path')
            $null = $shell.AddArgument("$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1").AddArgument($path)
            $running = $shell.BeginInvoke()
            while (-not [IO.File]::Exists($path) -and -not $running.IsCompleted) { [Threading.Thread]::Sleep(20) }
            $running.IsCompleted | Should -BeFalse
            $shell.Stop()
            [IO.File]::Exists($path) | Should -BeFalse
        }
    }
}
