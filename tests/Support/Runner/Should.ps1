# One parameter set for each operator; the set's name is the operator's.
function Should {
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipeline)] $ActualValue,

        [Parameter(Mandatory, ParameterSetName = 'Be')] [switch] $Be,
        [Parameter(Mandatory, ParameterSetName = 'BeExactly')] [switch] $BeExactly,
        [Parameter(Mandatory, ParameterSetName = 'BeNullOrEmpty')] [switch] $BeNullOrEmpty,
        [Parameter(Mandatory, ParameterSetName = 'BeTrue')] [switch] $BeTrue,
        [Parameter(Mandatory, ParameterSetName = 'BeFalse')] [switch] $BeFalse,
        [Parameter(Mandatory, ParameterSetName = 'BeGreaterThan')] [switch] $BeGreaterThan,
        [Parameter(Mandatory, ParameterSetName = 'BeGreaterOrEqual')] [switch] $BeGreaterOrEqual,
        [Parameter(Mandatory, ParameterSetName = 'BeLessThan')] [switch] $BeLessThan,
        [Parameter(Mandatory, ParameterSetName = 'BeLessOrEqual')] [switch] $BeLessOrEqual,
        [Parameter(Mandatory, ParameterSetName = 'Match')] [switch] $Match,
        [Parameter(Mandatory, ParameterSetName = 'BeLike')] [switch] $BeLike,
        [Parameter(Mandatory, ParameterSetName = 'BeIn')] [switch] $BeIn,
        [Parameter(Mandatory, ParameterSetName = 'Contain')] [switch] $Contain,
        [Parameter(Mandatory, ParameterSetName = 'HaveCount')] [switch] $HaveCount,
        [Parameter(Mandatory, ParameterSetName = 'BeOfType')] [switch] $BeOfType,
        [Parameter(Mandatory, ParameterSetName = 'Exist')] [switch] $Exist,
        [Parameter(Mandatory, ParameterSetName = 'Throw')] [switch] $Throw,

        [Parameter(Position = 0)]
        [Alias('RegularExpression', 'ExpectedType', 'ExpectedMessage')]
        $ExpectedValue,

        [Parameter(ParameterSetName = 'Throw')] [string] $ErrorId,
        [Parameter(ParameterSetName = 'Throw')] [type] $ExceptionType,
        [Parameter(ParameterSetName = 'Throw')] [switch] $PassThru,

        [switch] $Not,
        [string] $Because
    )
    begin { $values = [Collections.Generic.List[object]]::new() }
    process { $values.Add($ActualValue) }
    end {
        $name = $PSCmdlet.ParameterSetName
        if ($name -eq 'Throw') {
            foreach ($value in $values) {
                Assert-Throw $value $ExpectedValue $ErrorId $ExceptionType $Not $Because $PassThru
            }
            return
        }

        $operator = $script:operators[$name]
        $expected = if ($PSBoundParameters.ContainsKey('ExpectedValue')) { ' ' + (Format-Value $ExpectedValue) }
        $text = "$(if ($Not) { 'not ' })$($operator.Text)$expected"
        if ($operator.TakesList) {
            Assert-Value $operator ($values.ToArray()) $ExpectedValue $Not $text $Because
            return
        }

        foreach ($value in $values) {
            Assert-Value $operator $value $ExpectedValue $Not $text $Because
        }
    }
}

function Assert-Value($operator, $actual, $expected, [bool] $not, $text, $because) {
    if ([bool] (& $operator.Test $actual $expected) -eq $not) {
        Write-Failure "Expected $(Format-Value $actual) $text" $because
    }
}

# Message and error id are wildcard patterns. With -Not, nothing at all may be thrown.
function Assert-Throw($body, $message, $errorId, $exceptionType, $not, $because, $passThru) {
    if ($body -isnot [scriptblock]) { throw [ArgumentException]::new('Should -Throw takes a script block.') }
    $thrown = $null
    # The loop is for a break in the script block, which would otherwise end one further out.
    do {
        try { $null = & $body } catch { $thrown = $_ }
    } while ($false)

    if ($not) {
        if ($thrown) { Write-Failure "Expected nothing to be thrown, but there was '$($thrown.Exception.Message)'" $because }
        return
    }

    $buts = @(
        if (-not $thrown) { 'nothing was' }
        else {
            if ($message -and $thrown.Exception.Message -notlike $message) { "the message was '$($thrown.Exception.Message)'" }
            if ($errorId -and $thrown.FullyQualifiedErrorId -notlike $errorId) { "the id was '$($thrown.FullyQualifiedErrorId)'" }
            if ($exceptionType -and $thrown.Exception -isnot $exceptionType) { "the type was [$($thrown.Exception.GetType().FullName)]" }
        }
    )
    if ($buts) {
        $asked = @(
            if ($message) { " with message '$message'" }
            if ($errorId) { " with id '$errorId'" }
            if ($exceptionType) { " with type [$($exceptionType.FullName)]" }
        ) -join ''
        Write-Failure "Expected an error$asked to be thrown, but $($buts -join ' and ')" $because
    }
    if ($passThru) { $thrown }
}

function Set-ItResult {
    param([Parameter(Mandatory)] [switch] $Skipped, [string] $Because)
    throw [Management.Automation.ErrorRecord]::new([Exception]::new("is skipped, because $Because"), 'PesterTestSkipped', 'InvalidResult', $null)
}

# The id is Pester's, so that a test of the tests can ask for it under either.
function Write-Failure($message, $because) {
    $text = if ($because) { "$message, because $($because -replace '^because\s')." } else { "$message." }
    throw [Management.Automation.ErrorRecord]::new([Exception]::new($text), 'PesterAssertionFailed', 'InvalidResult', $null)
}
