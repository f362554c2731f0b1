# Runs a script in a process of its own, with the same engine as this one.

# Gives the lines of standard output, and leaves the exit code in $LASTEXITCODE. Standard error is merged only where the
# caller merges it.
function Invoke-ChildScript($script) {
    $program = [Environment]::ProcessPath
    $first = @()
    if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') {
        # dotnet runs a library, the first argument: the host, or a pwsh that was installed as a .NET tool.
        $first = @([Environment]::GetCommandLineArgs()[0])
    }
    & $program @first -NoProfile -File $script @args
}
