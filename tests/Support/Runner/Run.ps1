# Second phase.

<#
Runs the tests of one file and gives one object for each test, and one for each thing that failed outside of a test
(the file itself, a BeforeAll, an AfterAll), with Result (Passed, Failed, Skipped), Name, File, Line and Message.
#>
function Invoke-TestFile {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [Collections.IDictionary] $Scopes,
        [string[]] $Filter
    )
    $script:scopes = $Scopes
    $root = New-Node 'Block' ([IO.Path]::GetFileName($Path)) { } $false @{}
    $root.IsRoot = $true
    $root.Path = @()
    $script:currentBlock = $root
    try {
        $null = & $Scopes.File $Path
    }
    catch {
        # As with Pester, what was found before that still runs.
        $root.Errors.Add($_)
    }
    finally {
        $script:currentBlock = $null
    }

    Set-Plan $root @() $Filter $false $false
    if ($root.ShouldRun) { Invoke-Block $root }
    Get-Result $root $Path
}

function Invoke-Block($block) {
    # The hooks of a block with nothing but skipped tests have nothing to do.
    if ($block.Skip) {
        $block.BeforeAll = $null
        $block.AfterAll = $null
    }

    if ($block.IsRoot) {
        $drive = New-TestDrive
        try { $null = & $script:scopes.File "$PSScriptRoot/Container.ps1" @($script:scopes.Block, $block) }
        finally { Remove-TestDrive $drive }
    }
    else {
        $before = Get-TestDriveEntry
        try { $null = & $script:scopes.Block $block }
        finally { Clear-TestDrive $before }
    }
}

# Called from within the scope of the block, so that the scopes of its children lie in it.
function Invoke-Child($block) {
    foreach ($item in $block.Children) {
        if (-not $item.ShouldRun) { continue }
        if ($item.Kind -eq 'Test') { Invoke-Test $item } else { Invoke-Block $item }
    }
}

function Invoke-Test($test) {
    if ($test.Skip) {
        $test.Result = 'Skipped'
        return
    }

    # Outer hooks first before the test, last after it.
    $blocks = [Collections.Generic.List[object]]::new()
    for ($block = $test.Parent; $block; $block = $block.Parent) { $blocks.Add($block) }
    $test.AfterEach = @($blocks | ForEach-Object { $_.AfterEach } | Where-Object { $_ })
    $blocks.Reverse()
    $test.BeforeEach = @($blocks | ForEach-Object { $_.BeforeEach } | Where-Object { $_ })

    # The loop is for a break in the test, which would otherwise end the one that runs the tests.
    do { $null = & $script:scopes.Test $test } while ($false)
    $test.Result =
        if ($test.Errors.Count -eq 0) { 'Passed' }
        elseif ($test.Errors.Count -eq 1 -and $test.Errors[0].FullyQualifiedErrorId -eq 'PesterTestSkipped') { 'Skipped' }
        else { 'Failed' }
}

function Get-Result($block, $file) {
    foreach ($failure in $block.Errors) { New-Result 'Failed' (Get-FullName $block) $file $block.Line $failure }
    foreach ($item in $block.Children) {
        if (-not $item.ShouldRun) { continue }
        if ($item.Kind -eq 'Block') {
            Get-Result $item $file
        }
        elseif (-not $item.Result) {
            New-Result 'Failed' (Get-FullName $item) $file $item.Line 'It did not run, because what comes before it failed.'
        }
        else {
            New-Result $item.Result (Get-FullName $item) $file $item.Line $item.Errors
        }
    }
}

function Get-FullName($item) {
    if ($item.IsRoot) { return $item.Name }
    $names = @(for (; -not $item.IsRoot; $item = $item.Parent) { $item.ExpandedName })
    [array]::Reverse($names)
    $names -join '.'
}

# The line is that of the test file where something went wrong, as far as the error knows.
function New-Result($result, $name, $file, $line, $failures) {
    $messages = foreach ($failure in $failures) {
        if ($failure -is [string]) { $failure; continue }
        foreach ($frame in $failure.ScriptStackTrace -split '\r?\n') {
            if ($frame -match '^at .*, (?<file>.+): line (?<line>\d+)$' -and $Matches.file -eq $file) {
                $line = [int] $Matches.line
                break
            }
        }
        $failure.Exception.Message
    }
    [pscustomobject] @{
        Result = $result; Name = $name; File = $file; Line = $line; Message = $messages -join [Environment]::NewLine
    }
}
