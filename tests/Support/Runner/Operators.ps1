# What each operator of Should asks for. TakesList: it looks at everything on the pipeline at once; the others look at
# one value after the other.
$script:operators = @{
    Be                   = @{ TakesList = $true; Text = 'to be'; Test = { param($a, $e) Test-Equal $a $e $false } }
    BeExactly            = @{ TakesList = $true; Text = 'to be exactly'; Test = { param($a, $e) Test-Equal $a $e $true } }
    BeNullOrEmpty        = @{ TakesList = $true; Text = 'to be null or empty'; Test = { param($a) Test-NullOrEmpty $a } }
    Contain              = @{ TakesList = $true; Text = 'to contain'; Test = { param($a, $e) $a -contains $e } }
    HaveCount            = @{ TakesList = $true; Text = 'to have the count'; Test = { param($a, $e) @($a).Count -eq $e } }
    BeTrue               = @{ Text = 'to be true'; Test = { param($a) [bool] $a } }
    BeFalse              = @{ Text = 'to be false'; Test = { param($a) -not $a } }
    BeGreaterThan        = @{ Text = 'to be greater than'; Test = { param($a, $e) -not ($a -le $e) } }
    BeGreaterOrEqual     = @{ Text = 'to be greater than or equal to'; Test = { param($a, $e) -not ($a -lt $e) } }
    BeLessThan           = @{ Text = 'to be less than'; Test = { param($a, $e) -not ($a -ge $e) } }
    BeLessOrEqual        = @{ Text = 'to be less than or equal to'; Test = { param($a, $e) -not ($a -gt $e) } }
    Match                = @{ Text = 'to match'; Test = { param($a, $e) $a -match $e } }
    BeLike               = @{ Text = 'to be like'; Test = { param($a, $e) $a -like $e } }
    BeIn                 = @{ Text = 'to be in'; Test = { param($a, $e) $e -contains $a } }
    BeOfType             = @{ Text = 'to be of type'; Test = { param($a, $e) $a -is (ConvertTo-Type $e) } }
    Exist                = @{ Text = 'to exist'; Test = { param($a) Test-FileOrFolder $a } }
}

# A type is written [string], string or ([string]): without parentheses it arrives as text.
function ConvertTo-Type($type) {
    if ($type -is [type]) { return $type }
    $found = ("$type" -replace '^\[(.*)\]$', '$1') -as [type]
    if (-not $found) { throw [ArgumentException]::new("There is no type $type.") }
    $found
}

function Test-FileOrFolder($path) {
    $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($path)
    [IO.File]::Exists($full) -or [IO.Directory]::Exists($full)
}
