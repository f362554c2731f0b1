# What a person at the prompt sees of fields: flags, names of numbers, completion, views.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $format = 'version srcaddr dstaddr dstport protocol start tcp-flags traffic-path encryption-status instance-tag'
    $records = @(
        '11 10.0.0.1 10.0.0.2 22 6 1770000000 2 1 0 caf%C3%A9%20%2F%20ops'
        '11 10.0.0.2 10.0.0.1 40000 6 1770000000 18 - 2 -'
        '11 10.0.0.1 10.0.0.3 0 253 1770000000 - 9 - -'
        '11 10.0.0.1 10.0.0.4 443 6 1770000000 0 6 3 %2D'
    ) | ConvertFrom-FlowLog -Format $format

    function Get-Completion($line) {
        # Nothing is asked of a host here: a shell of its own would not know the module.
        [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null, [powershell]::Create('CurrentRunspace')).CompletionMatches
    }
}

Describe 'TCP flags' {
    It 'compare with numbers and with names' {
        $records[1].TcpFlags -eq 18 | Should -BeTrue
        $records[1].TcpFlags -eq 'SYN, ACK' | Should -BeTrue
        $records[1].TcpFlags -eq 'syn,ack' | Should -BeTrue
        $records[1].TcpFlags -eq 2 | Should -BeFalse
        @($records | Where-Object TcpFlags -eq 2).Count | Should -Be 1
        @($records | Where-Object TcpFlags -eq 'SYN').Count | Should -Be 1
        @($records | Where-Object TcpFlags -in 2, 18).Count | Should -Be 2
    }

    It 'are asked for single bits' {
        @($records | Where-Object { $_.TcpFlags -band 2 }).Count | Should -Be 2
        @($records | Where-Object { $_.TcpFlags -band [FlowLogs.FlowTcpFlags]::SYN }).Count | Should -Be 2
        @($records | Where-Object { ($_.TcpFlags -band 18) -eq 18 }).Count | Should -Be 1
    }

    It 'are text to people and a number to arithmetic' {
        "$($records[1].TcpFlags)" | Should -BeExactly 'SYN, ACK'
        "$($records[3].TcpFlags)" | Should -BeExactly '0'
        [int] $records[1].TcpFlags | Should -Be 18
        $null -eq $records[2].TcpFlags | Should -BeTrue
        $records[1].GetValue('tcp-flags') -eq $records[1].TcpFlags | Should -BeTrue
    }

    It 'have their type as soon as the module is there' {
        . "$PSScriptRoot/Support/Child.ps1"
        $script = "$TestDrive/flags.ps1"
        [IO.File]::WriteAllText($script, 'param($Manifest) Import-Module $Manifest; "flags=$([FlowLogs.FlowTcpFlags] 18)"')
        Invoke-ChildScript $script -Manifest ([IO.Path]::GetFullPath("$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1")) | Should -Contain 'flags=SYN, ACK'
    }
}

Describe 'Names of numbers' {
    It 'are there where the number has one' {
        $records.ProtocolName -join ' ' | Should -BeExactly 'TCP TCP  TCP'
        $records[0].TrafficPathName | Should -BeExactly 'same VPC'
        $records[2].TrafficPathName | Should -BeNullOrEmpty
        $records[1].EncryptionStatusName | Should -BeExactly 'application'
        $records[2].EncryptionStatusName | Should -BeNullOrEmpty
    }

    It 'leave the line as it was' {
        "$($records[0])" | Should -BeExactly '11 10.0.0.1 10.0.0.2 22 6 1770000000 2 1 0 caf%C3%A9%20%2F%20ops'
        $records[0].GetFields().Name -join ' ' | Should -BeExactly $format
    }

    It 'and tags are decoded when that is asked for' {
        $records[0].InstanceTag | Should -BeExactly 'caf%C3%A9%20%2F%20ops'
        $records[0].GetDecoded('InstanceTag') | Should -BeExactly "caf$([char] 0xe9) / ops"
        $records[3].GetDecoded('instance-tag') | Should -BeExactly '-'
        $records[1].GetDecoded('instance-tag') | Should -BeNullOrEmpty
    }
}

Describe 'Completion' {
    It 'of <Line> offers <Text>' -ForEach @(
        @{ Line = 'ConvertFrom-FlowLog x -Format dstp'; Text = 'dstport' }
        @{ Line = 'ConvertFrom-FlowLog x -Format version, dstp'; Text = 'dstport' }
        @{ Line = "ConvertFrom-FlowLog x -Format 'dstp"; Text = 'dstport' }
        @{ Line = "ConvertFrom-FlowLog x -Format 'version dstp"; Text = "'version dstport'" }
        @{ Line = "ConvertFrom-FlowLog x -Format '`${dstp"; Text = "'`${dstport}'" }
        @{ Line = "ConvertFrom-FlowLog x -Format '`${version} `${dstp"; Text = "'`${version} `${dstport}'" }
        @{ Line = "New-FlowFilter -DstPort 1 -Format '`${srcaddr} `$"; Text = "'`${srcaddr} `${account-id}'" }
        @{ Line = 'New-FlowFilter -Action r'; Text = 'REJECT' }
        @{ Line = 'New-FlowFilter -Action ACCEPT, r'; Text = 'REJECT' }
        @{ Line = 'New-FlowFilter -LogStatus n'; Text = 'NODATA' }
        @{ Line = 'New-FlowFilter -Protocol t'; Text = 'TCP' }
        @{ Line = 'New-FlowFilter -Protocol mob'; Text = "'Mobility Header'" }
    ) {
        @(Get-Completion $Line)[0].CompletionText | Should -BeExactly $Text
    }

    It 'says what a field or a value means' {
        @(Get-Completion 'ConvertFrom-FlowLog x -Format dstp')[0].ToolTip | Should -BeExactly ([FlowLogs.Records.FlowFields]::Find('dstport').Meaning)
        @(Get-Completion 'New-FlowFilter -LogStatus n')[0].ToolTip | Should -BeExactly 'no traffic in the interval'
        @(Get-Completion 'New-FlowFilter -Protocol tcp')[0].ToolTip | Should -BeExactly 'protocol 6'
    }

    It 'does not offer a field twice' {
        (Get-Completion "ConvertFrom-FlowLog x -Format 'version ").ListItemText | Should -Not -Contain 'version'
        @(Get-Completion "ConvertFrom-FlowLog x -Format 'version ").Count | Should -Be ([FlowLogs.Records.FlowFields]::All.Count - 1)
    }
}

Describe 'Conditions on fields with few values' {
    It 'refuse what is none of them: <Arguments>' -ForEach @(
        @{ Arguments = @{ Action = 'REJET' }; Text = '*"REJET" is no value of action; these are: ACCEPT, REJECT.*' }
        @{ Arguments = @{ LogStatus = 'OK', 'NONE' }; Text = '*"NONE" is no value of log-status; these are: OK, NODATA, SKIPDATA.*' }
    ) {
        { New-FlowFilter @Arguments } | Should -Throw $Text -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'take them in any case' {
        New-FlowFilter -Action reject -LogStatus ok | Should -BeLike '*action = "REJECT"*'
    }
}

# The formatting cmdlets are not part of the engine.
Describe 'The list view' -Skip:(-not (Get-Command Format-List -ErrorAction Ignore)) {
    It 'is readable' {
        $text = $records[0, 3] | Format-List | Out-String
        $text | Should -Match '(?m)^Protocol +: 6 \(TCP\)\r?$'
        $text | Should -Match '(?m)^Start +: 2026-02-02 02:40:00Z\r?$'
        $text | Should -Match '(?m)^TcpFlags +: SYN\r?$'
        $text | Should -Match '(?m)^TcpFlags +: 0\r?$'
        $text | Should -Match '(?m)^TrafficPath +: 1 \(same VPC\)\r?$'
        $text | Should -Match '(?m)^EncryptionStatus +: 0 \(not encrypted\)\r?$'
        $text | Should -Match "(?m)^InstanceTag +: caf$([char] 0xe9) / ops\r?$"
        $text | Should -Match '(?m)^InstanceTag +: -\r?$'
    }

    It 'leaves out fields that the record lacks' {
        $records[2] | Format-List | Out-String | Should -Not -Match 'TcpFlags|EncryptionStatus|VpcId'
    }
}
