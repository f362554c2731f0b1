# What only some files need is loaded when the first of them comes, and apart from the session.
BeforeAll {
    . "$PSScriptRoot/Support/Child.ps1"
    $script = "$TestDrive/laziness.ps1"
    [IO.File]::WriteAllText($script, @'
param($Root, $Folder)
function Get-Loaded {
    $names = 'FlowLogs.Parquet', 'FlowLogs.Zstd', 'Snappier', 'ZstdSharp', 'FlowLogs.Aws', 'AWSSDK.Core'
    [string[]] $loaded = @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -in $names } | ForEach-Object {
        "$([Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name):$($_.GetName().Name)"
    })
    [Array]::Sort($loaded)
    $loaded -join ' '
}

Import-Module "$Root/out/FlowLogs/FlowLogs.psd1"
[IO.File]::WriteAllText("$Folder/a.log", 'dstport 22')
$null = Get-FlowLogEvent -Path "$Folder/a.log" -Format 'srcaddr dstport'
"text=$(Get-Loaded)"
"vectors=$([AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'FlowLogs.Vectors' }).Count)"
"newer=$([int]([Environment]::Version.Major -ge 10 -and [Runtime.Intrinsics.Vector512]::IsHardwareAccelerated -and $env:FLOWLOGS_VECTOR_BITS -notin '256', '128', '0'))"
$null = Get-FlowLogEvent -Path "$Root/tests/data/parquet/duckdb-v1-snappy.parquet"
"parquet=$(Get-Loaded)"
$null = Get-FlowLogEvent -Path "$Root/tests/data/parquet/duckdb-v2-zstd.parquet"
"zstd=$(Get-Loaded)"
'@)
    $output = Invoke-ChildScript $script -Root ([IO.Path]::GetFullPath("$PSScriptRoot/..")) -Folder "$TestDrive" 2>&1 | ForEach-Object { "$_" }
}

Describe 'What the module loads' {
    It 'is nothing beyond itself for text' {
        $output | Should -Contain 'text='
    }

    It 'is what a newer .NET knows of vectors of 512 bits, where these are' {
        $output | Where-Object { $_ -like 'vectors=*' } | Should -Be ($output | Where-Object { $_ -like 'newer=*' }).Replace('newer', 'vectors')
    }

    It 'is the reader of Parquet with the first such file' {
        $output | Should -Contain 'parquet=FlowLogs:FlowLogs.Parquet FlowLogs:Snappier'
    }

    It 'is zstd where a file needs it' {
        $output | Should -Contain 'zstd=FlowLogs:FlowLogs.Parquet FlowLogs:FlowLogs.Zstd FlowLogs:Snappier FlowLogs:ZstdSharp'
    }
}
