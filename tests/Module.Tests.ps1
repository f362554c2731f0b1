BeforeAll {
    . "$PSScriptRoot/Support/Child.ps1"
    $root = [IO.Path]::GetFullPath("$PSScriptRoot/..")
    $manifest = "$root/out/FlowLogs/FlowLogs.psd1"
}

Describe 'The module' {
    It 'has a valid manifest' {
        $info = Test-ModuleManifest $manifest -WarningVariable warnings -ErrorVariable problems
        $problems | Should -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        $info.Name | Should -BeExactly 'FlowLogs'
        $info.RootModule | Should -BeExactly 'FlowLogs.PS.dll'
    }

    It 'exports just the cmdlets it has' {
        $module = Import-Module $manifest -PassThru
        $types = $module.ImplementingAssembly.GetExportedTypes() | Where-Object { $_.IsSubclassOf([Management.Automation.PSCmdlet]) -and -not $_.IsAbstract }
        $names = $types | ForEach-Object {
            $cmdlet = $_.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)[0]
            "$($cmdlet.VerbName)-$($cmdlet.NounName)"
        }
        $module.ExportedCmdlets.Count | Should -Be @($names).Count
        foreach ($name in $names) {
            $module.ExportedCmdlets.Keys | Should -Contain $name
        }
    }

    It 'has no type of the SDK in a parameter or an output' {
        $module = Import-Module $manifest -PassThru
        foreach ($command in $module.ExportedCmdlets.Values) {
            $types = @($command.Parameters.Values | ForEach-Object { $_.ParameterType.FullName }) + $command.OutputType.Name
            $types | Should -Not -Match '^Amazon\.' -Because $command.Name
            $command.OutputType.Count | Should -BeGreaterThan 0 -Because $command.Name
        }
    }

    It 'names every package that it ships in its notices' {
        $notices = [IO.File]::ReadAllText("$root/out/FlowLogs/THIRD-PARTY-NOTICES.md")
        foreach ($file in [IO.Directory]::GetFiles("$root/out/FlowLogs/dependencies", '*.dll')) {
            $name = [IO.Path]::GetFileNameWithoutExtension($file)
            if ($name -notmatch '^(FlowLogs|Amazon)\.') { $notices | Should -Match "\b$([regex]::Escape($name))\b" }
        }
    }

    It 'is whole where only the host is built' {
        $shell = [IO.File]::ReadAllText("$root/src/FlowLogs.Shell/FlowLogs.Shell.csproj")
        foreach ($file in [IO.Directory]::GetFiles("$root/src", '*.csproj', 'AllDirectories')) {
            if ([IO.File]::ReadAllText($file) -match '<ModuleFolder>' -and $file -notlike '*FlowLogs.Engine.csproj') {
                $shell | Should -Match "$([regex]::Escape([IO.Path]::GetFileName($file)))\b"
            }
        }
    }

    It 'loads nothing of the AWS SDK, Parquet and zstd before it is needed' {
        $script = "$TestDrive/loaded.ps1"
        [IO.File]::WriteAllText($script, @'
param($Manifest)
Import-Module $Manifest
"loaded=$([AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -match '^AWSSDK|^Amazon|^Snappier|^Zstd|^FlowLogs\.(Aws|Sandbox|Parquet|Zstd)' }).Count)"
'@)
        Invoke-ChildScript $script -Manifest $manifest | Should -Contain 'loaded=0'
    }

    It 'loads EC2 of the AWS SDK only where the format is asked for' {
        $script = "$TestDrive/network.ps1"
        [IO.File]::WriteAllText($script, @'
param($Manifest)
Import-Module $Manifest
$sandbox = Start-FlowSandbox
function Test-Loaded { @([AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'AWSSDK.EC2' })).Count }
$format = 'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'
$null = Get-FlowLogEvent my-flow-log -First 1 -Format $format -EndpointUrl $sandbox
"given=$(Test-Loaded)"
$null = Get-FlowLogEvent my-flow-log -First 1 -EndpointUrl $sandbox
"found=$(Test-Loaded)"
'@)
        $output = Invoke-ChildScript $script -Manifest $manifest
        $output | Should -Contain 'given=0'
        $output | Should -Contain 'found=1'
    }

    It 'stops its sandboxes when it is removed' {
        $script = "$TestDrive/removed.ps1"
        [IO.File]::WriteAllText($script, @'
param($Manifest)
Import-Module $Manifest
$port = (Start-FlowSandbox).Port
Remove-Module FlowLogs
$client = [Net.Sockets.TcpClient]::new()
try { $client.Connect('127.0.0.1', $port); 'open' } catch { 'closed' }
'@)
        Invoke-ChildScript $script -Manifest $manifest | Should -Contain 'closed'
    }
}
