# Runs a script in a new process of the shell that runs the tests, and gives its output as lines.
function Invoke-ChildShell {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Script,
        [string[]] $Prefix = @(),
        [Parameter(ValueFromRemainingArguments)] [string[]] $Arguments
    )

    # In pwsh the process is pwsh itself; in our host it is dotnet, with the host's assembly as first argument.
    $process = [Environment]::ProcessPath
    $shell = if ([IO.Path]::GetFileNameWithoutExtension($process) -eq 'dotnet') {
        $process, [Environment]::GetCommandLineArgs()[0]
    }
    elseif ([IO.Path]::GetFileNameWithoutExtension($process) -eq 'pwsh') {
        $process, '-NoProfile', '-File'
    }
    else {
        , $process
    }

    $command = @($Prefix) + @($shell) + $Script + @($Arguments)
    $rest = @($command[1..($command.Length - 1)])
    & $command[0] @rest 2>&1 | ForEach-Object { "$_" }
}
