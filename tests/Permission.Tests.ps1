# Root may read everything; without two of its capabilities it is like anybody else.
BeforeDiscovery {
    $isRoot = -not $IsWindows -and [Environment]::UserName -eq 'root'
    $canDrop = $null -ne (Get-Command setpriv -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/Support/Child.ps1"
    $line = '2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK'
    $null = [IO.Directory]::CreateDirectory("$TestDrive/logs/closed")
    [IO.File]::WriteAllText("$TestDrive/logs/open.log", $line)
    [IO.File]::WriteAllText("$TestDrive/logs/secret.log", $line)
    [IO.File]::WriteAllText("$TestDrive/logs/closed/inside.log", $line)
    if (-not $IsWindows) {
        [IO.File]::SetUnixFileMode("$TestDrive/logs/secret.log", 'None')
        [IO.File]::SetUnixFileMode("$TestDrive/logs/closed", 'None')
    }

    $script = "$TestDrive/denied.ps1"
    [IO.File]::WriteAllText($script, @'
param($Root, $Folder)
Import-Module "$Root/out/FlowLogs/FlowLogs.psd1"
$records = @(Get-FlowLogEvent -Path $Folder -Recurse -ErrorAction SilentlyContinue -ErrorVariable problems)
"records=$($records.Count)"
foreach ($problem in $problems) {
    "$(($problem.FullyQualifiedErrorId -split ',')[0]) $($problem.CategoryInfo.Category) $([IO.Path]::GetFileName($problem.TargetObject))"
}
'@)
}

AfterAll {
    if (-not $IsWindows) {
        [IO.File]::SetUnixFileMode("$TestDrive/logs/closed", 'UserRead,UserWrite,UserExecute')
    }
}

Describe 'Get-FlowLogEvent without permission' -Skip:($IsWindows -or ($isRoot -and -not $canDrop)) {
    It 'says which file and folder it may not read, and reads the rest' {
        $capabilities = '-dac_override,-dac_read_search'
        $prefix = if ([Environment]::UserName -eq 'root') { 'setpriv', '--bounding-set', $capabilities, '--inh-caps', $capabilities }
        $program, $rest = @($prefix | Where-Object { $_ }) + @(Get-ShellCommand)
        $output = & $program @rest $script -Root ([IO.Path]::GetFullPath("$PSScriptRoot/..")) -Folder "$TestDrive/logs" 2>&1 | ForEach-Object { "$_" }
        $output | Should -Contain 'records=1'
        $output | Should -Contain 'PathAccessDenied PermissionDenied secret.log'
        $output | Should -Contain 'PathAccessDenied PermissionDenied closed'
    }
}
