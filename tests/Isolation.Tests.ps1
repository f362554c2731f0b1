# Another module may have loaded another AWSSDK.Core into the session; neither may see the other's.
BeforeAll {
    . "$PSScriptRoot/Support/Child.ps1"
    $script = "$TestDrive/isolation.ps1"
    [IO.File]::WriteAllText($script, @'
param($Root)
$other = [Reflection.Assembly]::LoadFrom("$Root/out/tests/OtherAwsSdk/AWSSDK.Core.dll")
Import-Module "$Root/out/FlowLogs/FlowLogs.psd1"
$sandbox = Start-FlowSandbox
"group=$((Get-FlowLogGroup my-flow-log -EndpointUrl $sandbox).LogGroupName)"
$loaded = @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'AWSSDK.Core' })
foreach ($assembly in $loaded) {
    $context = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name
    $version = [Diagnostics.FileVersionInfo]::GetVersionInfo($assembly.Location).FileVersion
    "loaded=$context $version"
}

# The other module's credentials are of its own AWSCredentials type.
$credentials = $other.GetType('Amazon.Runtime.BasicAWSCredentials')::new('key', 'secret')
"credential=$((Get-FlowLogGroup my-flow-log -EndpointUrl $sandbox.EndpointUrl -Region eu-west-1 -Credential $credentials).LogGroupName)"
"exported=$(@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -like 'FlowLogs.*' -and $_.GetReferencedAssemblies().Name -like 'AWSSDK*' } | ForEach-Object { [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name }) -join ',')"
'@)
    $output = Invoke-ChildScript $script -Root ([IO.Path]::GetFullPath("$PSScriptRoot/..")) 2>&1 | ForEach-Object { "$_" }
}

Describe 'The module beside another AWSSDK.Core' {
    It 'works' {
        $output | Should -Contain 'group=my-flow-log'
    }

    It 'has its own, of another version, in its own load context' {
        $loaded = @($output | Where-Object { $_ -like 'loaded=*' } | ForEach-Object { $_.Substring(7) })
        $loaded.Count | Should -Be 2
        @($loaded | Where-Object { $_ -like 'FlowLogs *' }).Count | Should -Be 1
        ($loaded[0] -split ' ')[1] | Should -Not -Be ($loaded[1] -split ' ')[1]
    }

    It 'takes over the keys of the other''s credentials' {
        $output | Should -Contain 'credential=my-flow-log'
    }

    It 'keeps what refers to the SDK in that context' {
        $output | Should -Contain 'exported=FlowLogs'
    }
}
