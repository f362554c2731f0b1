# First phase: the bodies of Describe and Context run, what they contain is noted down, and nothing else happens.

function Describe {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $Fixture,
        [switch] $Skip,
        $ForEach
    )
    Add-Block $Name $Fixture $Skip (Get-Case $PSBoundParameters)
}

function Context {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $Fixture,
        [switch] $Skip,
        $ForEach
    )
    Add-Block $Name $Fixture $Skip (Get-Case $PSBoundParameters)
}

function It {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $Test,
        [switch] $Skip,
        [Alias('TestCases')] $ForEach
    )
    $parent = Get-CurrentBlock
    if ($parent.IsRoot) { throw 'It must be in a Describe.' }
    foreach ($case in Get-Case $PSBoundParameters) {
        $item = New-Node 'Test' $Name $Test $Skip $case
        # A param() block of the test would hide the variables of the case, so it gets them as arguments.
        $item.Arguments = @{}
        foreach ($key in $case.Keys) { if ($key -ne '_') { $item.Arguments[$key] = $case[$key] } }
        $parent.Children.Add($item)
    }
}

function BeforeDiscovery {
    param([Parameter(Mandatory)] [scriptblock] $ScriptBlock)
    $null = Get-CurrentBlock
    . $ScriptBlock
}

function BeforeAll { param([Parameter(Mandatory)] [scriptblock] $Scriptblock) Set-Hook 'BeforeAll' $Scriptblock }
function BeforeEach { param([Parameter(Mandatory)] [scriptblock] $Scriptblock) Set-Hook 'BeforeEach' $Scriptblock }
function AfterEach { param([Parameter(Mandatory)] [scriptblock] $Scriptblock) Set-Hook 'AfterEach' $Scriptblock }
function AfterAll { param([Parameter(Mandatory)] [scriptblock] $Scriptblock) Set-Hook 'AfterAll' $Scriptblock }

function Set-Hook($kind, $body) {
    $block = Get-CurrentBlock
    if ($block[$kind]) { throw "There is a $kind in '$($block.Name)' already." }
    if ($block.IsRoot -and $kind -in 'BeforeEach', 'AfterEach') { throw "$kind must be in a Describe." }
    $block[$kind] = $body
}

function Get-CurrentBlock {
    if (-not $script:currentBlock) { throw 'Tests are run by tests/Support/Invoke-FlowLogsTest.ps1.' }
    $script:currentBlock
}

# Without -ForEach there is one case with no data; an empty list gives no case.
function Get-Case($bound) {
    if (-not $bound.ContainsKey('ForEach')) { return @{} }
    foreach ($item in $bound['ForEach']) {
        $case = @{}
        if ($null -ne $item) { $case['_'] = $item }
        if ($item -is [Collections.IDictionary]) {
            foreach ($key in $item.Keys) { $case[$key] = $item[$key] }
        }
        $case
    }
}

function Add-Block($name, $body, $skip, $cases) {
    $parent = Get-CurrentBlock
    foreach ($case in $cases) {
        $block = New-Node 'Block' $name $body $skip $case
        $parent.Children.Add($block)
        $script:currentBlock = $block
        try { $null = & $script:scopes.Discover @{ Data = $case; Body = $body } }
        finally { $script:currentBlock = $parent }
    }
}

function New-Node($kind, $name, $body, $skip, $data) {
    $item = @{
        Kind         = $kind
        IsRoot       = $false
        Name         = $name
        ExpandedName = $name
        Template     = ConvertTo-Template $name
        Body         = $body
        Line         = $body.StartPosition.StartLine
        Skip         = [bool] $skip
        ShouldRun    = $true
        Data         = $data
        Errors       = [Collections.Generic.List[object]]::new()
        Result       = $null
    }
    if ($kind -eq 'Block') {
        $item.Children = [Collections.Generic.List[object]]::new()
        $item.RunChildren = ${function:Invoke-Child}
    }
    $item
}

# <name> and <_.Property> in a title stand for values; everything else in it is meant as it is written.
function ConvertTo-Template($name) {
    $name -replace '[`$]', '`$0' -replace '<([^<>]+)>', '$$($$$1)'
}
