# Equality, and how values look in messages.

# Lists are equal when their elements are; a list of one is its element; nothing, null and a list of null are the same.
function Test-Equal([object[]] $actual, [object[]] $expected, [bool] $matchCase) {
    $actualIsNothing = $null -eq $actual -or $actual.Count -eq 0 -or ($actual.Count -eq 1 -and $null -eq $actual[0])
    $expectedIsNothing = $null -eq $expected -or $expected.Count -eq 0 -or ($expected.Count -eq 1 -and $null -eq $expected[0])
    if ($actualIsNothing -or $expectedIsNothing) { return $actualIsNothing -and $expectedIsNothing }
    if ($actual.Count -ne $expected.Count) { return $false }

    for ($i = 0; $i -lt $actual.Count; $i++) {
        $equal =
            if ($actual[$i] -is [array] -or $expected[$i] -is [array]) { Test-Equal $actual[$i] $expected[$i] $matchCase }
            elseif ($matchCase) { $expected[$i] -ceq $actual[$i] }
            else { $expected[$i] -eq $actual[$i] }
        if (-not $equal) { return $false }
    }
    $true
}

function Test-NullOrEmpty($values) {
    if ($null -eq $values -or $values.Count -eq 0) { return $true }
    if ($values.Count -gt 1) { return $false }
    if ($values[0] -is [hashtable]) { return $values[0].Count -eq 0 }
    [string]::IsNullOrEmpty($values[0])
}

function Format-Value($value) {
    if ($null -eq $value) { return '$null' }
    if ($value -is [bool]) { return "`$$value".ToLowerInvariant() }
    if ($value -is [string]) { return "'$value'" }
    if ($value -is [type]) { return "[$($value.FullName)]" }
    if ($value -is [scriptblock]) { return "{$value}" }
    if ($value -is [Collections.IList]) {
        if ($value.Count -eq 1) { return Format-Value $value[0] }
        return "@($(($value | ForEach-Object { Format-Value $_ }) -join ', '))"
    }
    "$value"
}
