# $TestDrive: a folder for each file. What a block leaves in it goes when the block ends.

function New-TestDrive {
    $path = [IO.Path]::Combine([IO.Path]::GetTempPath(), [Guid]::NewGuid())
    $global:TestDrive = [IO.Directory]::CreateDirectory($path).FullName
    $global:TestDrive
}

function Get-TestDriveEntry {
    [IO.Directory]::GetFileSystemEntries($global:TestDrive, '*', [IO.SearchOption]::AllDirectories)
}

function Clear-TestDrive($keep) {
    foreach ($entry in Get-TestDriveEntry) {
        if ($entry -in $keep) { continue }
        if ([IO.Directory]::Exists($entry)) { [IO.Directory]::Delete($entry, $true) }
        elseif ([IO.File]::Exists($entry)) { [IO.File]::Delete($entry) }
    }
}

function Remove-TestDrive($path) {
    [IO.Directory]::Delete($path, $true)
    $ExecutionContext.SessionState.PSVariable.Remove('global:TestDrive')
}
