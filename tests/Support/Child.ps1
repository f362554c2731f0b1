# Runs a script in a process of its own, with the same engine as this one.

# The command line that starts this engine, to be followed by the script.
function Get-ShellCommand {
    $program = [Environment]::ProcessPath
    $program
    if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') {
        # dotnet runs a library, the first argument: the host, or a pwsh that was installed as a .NET tool.
        [Environment]::GetCommandLineArgs()[0]
    }
    '-NoProfile'
    '-File'
}

# Gives the lines of standard output, and leaves the exit code in $LASTEXITCODE. Standard error is merged only where the
# caller merges it.
function Invoke-ChildScript($script) {
    $program, $first = Get-ShellCommand
    & $program @first $script @args
}
