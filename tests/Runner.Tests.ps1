# The tests of the tests: what the other files rely on, and that what should fail does. All of it holds for Pester 5 as
# well as for the runner in Support/.

BeforeDiscovery {
    $foundEarly = 'found in the discovery'

    # Each operator with a value that it accepts and one that it refuses.
    $operators = @(
        @{ Operator = 'Be'; Accepts = { 'abc' | Should -Be 'ABC' }; Refuses = { 'abc' | Should -Be 'abd' } }
        @{ Operator = 'Be'; Accepts = { 1, 2 | Should -Be 1, 2 }; Refuses = { 1, 2 | Should -Be 1, 3 } }
        @{ Operator = 'Be'; Accepts = { $null | Should -Be $null }; Refuses = { $null | Should -Be 0 } }
        @{ Operator = 'Be'; Accepts = { @() | Should -Be $null }; Refuses = { 1, 2 | Should -Be 1 } }
        @{ Operator = 'BeExactly'; Accepts = { 'abc' | Should -BeExactly 'abc' }; Refuses = { 'abc' | Should -BeExactly 'ABC' } }
        @{ Operator = 'BeNullOrEmpty'; Accepts = { '' | Should -BeNullOrEmpty }; Refuses = { 0, 1 | Should -BeNullOrEmpty } }
        @{ Operator = 'BeNullOrEmpty'; Accepts = { @() | Should -BeNullOrEmpty }; Refuses = { 'x' | Should -BeNullOrEmpty } }
        @{ Operator = 'BeTrue'; Accepts = { 1 | Should -BeTrue }; Refuses = { $null | Should -BeTrue } }
        @{ Operator = 'BeFalse'; Accepts = { 0 | Should -BeFalse }; Refuses = { 'x' | Should -BeFalse } }
        @{ Operator = 'BeGreaterThan'; Accepts = { 2 | Should -BeGreaterThan 1 }; Refuses = { 1 | Should -BeGreaterThan 1 } }
        @{ Operator = 'BeGreaterOrEqual'; Accepts = { 1 | Should -BeGreaterOrEqual 1 }; Refuses = { 0 | Should -BeGreaterOrEqual 1 } }
        @{ Operator = 'BeLessThan'; Accepts = { 1 | Should -BeLessThan 2 }; Refuses = { 2 | Should -BeLessThan 2 } }
        @{ Operator = 'BeLessOrEqual'; Accepts = { 2 | Should -BeLessOrEqual 2 }; Refuses = { 3 | Should -BeLessOrEqual 2 } }
        @{ Operator = 'Match'; Accepts = { 'Abc' | Should -Match '^a.c$' }; Refuses = { 'abc' | Should -Match '^b' } }
        @{ Operator = 'BeLike'; Accepts = { 'Abc' | Should -BeLike 'a*' }; Refuses = { 'abc' | Should -BeLike 'b*' } }
        @{ Operator = 'Contain'; Accepts = { 1, 2 | Should -Contain 2 }; Refuses = { 1, 2 | Should -Contain 3 } }
        @{ Operator = 'BeIn'; Accepts = { 1 | Should -BeIn 1, 2 }; Refuses = { 3 | Should -BeIn 1, 2 } }
        @{ Operator = 'HaveCount'; Accepts = { 1, 2 | Should -HaveCount 2 }; Refuses = { @() | Should -HaveCount 1 } }
        @{ Operator = 'BeOfType'; Accepts = { 1 | Should -BeOfType [int] }; Refuses = { 1 | Should -BeOfType ([string]) } }
        @{ Operator = 'Exist'; Accepts = { $TestDrive | Should -Exist }; Refuses = { "$TestDrive/none" | Should -Exist } }
    )
}

Describe 'Should -<Operator>' -ForEach $operators {
    It 'accepts {<Accepts>}' { $Accepts | Should -Not -Throw }
    It 'refuses {<Refuses>}' { $Refuses | Should -Throw -ErrorId 'PesterAssertionFailed' }
    It 'refuses with -Not what it accepts' {
        $body = [scriptblock]::Create("$Accepts".Replace('Should', 'Should -Not'))
        $body | Should -Throw -ErrorId 'PesterAssertionFailed'
    }
    It 'accepts with -Not what it refuses' {
        $body = [scriptblock]::Create("$Refuses".Replace('Should', 'Should -Not'))
        $body | Should -Not -Throw
    }
}

Describe 'Should' {
    It 'looks at every value on the pipeline' {
        { 2, 3, 0 | Should -BeGreaterThan 1 } | Should -Throw -ErrorId 'PesterAssertionFailed'
    }

    It 'says why' {
        { 1 | Should -Be 2 -Because 'we say so' } | Should -Throw '*because we say so*'
    }

    It 'is not disturbed by variables of the test that are named like its parameters' {
        $not = 'not'
        $expectedValue = 'mine'
        { $not, $expectedValue | Should -Be 'not', 'mine' } | Should -Not -Throw
    }
}

Describe 'Should -Throw' {
    BeforeAll {
        function Invoke-Failure {
            $failure = [ArgumentException]::new('bad [port] 80')
            throw [Management.Automation.ErrorRecord]::new($failure, 'BadPort', 'InvalidArgument', 80)
        }
    }

    It 'accepts what is asked for' {
        { Invoke-Failure } | Should -Throw
        { Invoke-Failure } | Should -Throw 'BAD*80'
        { Invoke-Failure } | Should -Throw -ExpectedMessage 'bad*' -ErrorId 'BadPort*' -ExceptionType ([ArgumentException])
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'another message'; Body = { { Invoke-Failure } | Should -Throw 'good*' } }
        @{ Name = 'a part of the message'; Body = { { Invoke-Failure } | Should -Throw 'bad' } }
        @{ Name = 'another id'; Body = { { Invoke-Failure } | Should -Throw -ErrorId 'Other' } }
        @{ Name = 'another type'; Body = { { Invoke-Failure } | Should -Throw -ExceptionType ([IO.IOException]) } }
        @{ Name = 'an error where none should be'; Body = { { Invoke-Failure } | Should -Not -Throw } }
        @{ Name = 'no error where one should be'; Body = { { } | Should -Throw } }
    ) {
        $Body | Should -Throw -ErrorId 'PesterAssertionFailed'
    }

    It 'refuses what is not a script block' {
        { 1 | Should -Throw } | Should -Throw -ExceptionType ([ArgumentException])
    }

    It 'gives the error with -PassThru' {
        $failure = { Invoke-Failure } | Should -Throw -PassThru
        $failure.TargetObject | Should -Be 80
    }

    It 'gives nothing without' {
        { Invoke-Failure } | Should -Throw | Should -BeNullOrEmpty
    }
}

Describe 'hooks' {
    BeforeAll {
        $order = [Collections.Generic.List[string]]::new()
        $order.Add('outer all')
    }
    BeforeEach { $order.Add('outer each') }
    AfterEach { $order.Add('outer after each') }

    Context 'that are nested' {
        BeforeAll { $order.Add('inner all') }
        BeforeEach { $order.Add('inner each') }
        AfterEach { $order.Add('inner after each') }
        AfterAll { $order.Add('inner after all') }
        It 'run around the test' {
            $order.Add('test')
            $order | Should -Be 'outer all', 'inner all', 'outer each', 'inner each', 'test'
        }
    }

    It 'are finished when the block is' {
        $order | Should -Be @(
            'outer all', 'inner all', 'outer each', 'inner each', 'test', 'inner after each', 'outer after each',
            'inner after all', 'outer each'
        )
    }
}

Describe 'scopes' {
    BeforeAll {
        $number = 1
        $script:shared = 1
        function Get-Number { $number }
    }
    BeforeEach { $each = 'set' }

    It 'lets a test see variables and functions of BeforeAll, and variables of BeforeEach' {
        $number | Should -Be 1
        Get-Number | Should -Be 1
        $each | Should -Be 'set'
    }

    It 'lets a test change them for itself' {
        $number = 2
        Get-Number | Should -Be 2
        $script:shared++
    }

    It 'lets only the script scope carry a change on' {
        $number | Should -Be 1
        $script:shared | Should -Be 2
    }

    It 'keeps the variables of the discovery out of the run' { $foundEarly | Should -BeNullOrEmpty }

    It 'knows the file' {
        [IO.Path]::GetFileName($PSCommandPath) | Should -Be 'Runner.Tests.ps1'
        "$PSScriptRoot/Runner.Tests.ps1" | Should -Exist
    }

    Context 'in a block within' {
        BeforeAll { $number = 3 }
        It 'can be set anew' { Get-Number | Should -Be 3 }
    }

    It 'does not see what was set in another block' { Get-Number | Should -Be 1 }
}

Describe 'cases' {
    It 'come from scalars, as <_>' -ForEach 'a', 'b' { $_ | Should -BeIn 'a', 'b' }

    It 'come from hashtables, as <Name> and <Value.Length>' -ForEach @(
        @{ Name = 'one'; Value = 'x'; Length = 1 }
        @{ Name = 'two'; Value = 'xy'; Length = 2 }
    ) {
        $Value.Length | Should -Be $Length
        $_.Name | Should -Be $Name
    }

    It 'come to parameters' -ForEach @{ Value = 5 } {
        param($Value)
        $Value | Should -Be 5
    }

    It 'come under the older name, too' -TestCases @{ Value = 5 } { $Value | Should -Be 5 }

    Context 'of a block with <Outer>' -ForEach @{ Outer = 1 }, @{ Outer = 2 } {
        BeforeAll { $double = $Outer * 2 }
        It 'reach its hooks, and its tests with <Inner>' -ForEach @{ Inner = 10 }, @{ Inner = 20 } {
            $double + $Inner | Should -BeIn 12, 14, 22, 24
        }
    }
}

Describe 'TestDrive' {
    BeforeAll {
        [IO.File]::WriteAllText("$TestDrive/outer", '1')
        $first = "$TestDrive"
    }

    Context 'in a block' {
        It 'takes files' {
            $null = [IO.Directory]::CreateDirectory("$TestDrive/folder")
            [IO.File]::WriteAllText("$TestDrive/folder/inner", '1')
            "$TestDrive/folder/inner" | Should -Exist
        }
        It 'keeps them for the block' { "$TestDrive/folder/inner" | Should -Exist }
    }

    It 'loses them after the block' { "$TestDrive/folder" | Should -Not -Exist }
    It 'keeps what was there before the block' { "$TestDrive/outer" | Should -Exist }
    It 'is the same folder for the whole file' { "$TestDrive" | Should -Be $first }
}

# Skipping is among the outcomes: here it would leave a number in every summary.
Describe 'a run of <File>' -ForEach @(
    @{ File = 'Outcomes.Tests.ps1'; Summary = 'Pester: 5 passed, 11 failed, 5 skipped' }
    @{ File = 'Broken.Tests.ps1'; Summary = 'Pester: 1 passed, 1 failed, 0 skipped' }
    @{ File = 'Setup.Tests.ps1'; Summary = 'Pester: 0 passed, 3 failed, 0 skipped' }
    @{ File = 'Empty.Tests.ps1'; Summary = 'Pester: 0 passed, 0 failed, 0 skipped' }
) {
    BeforeAll {
        . $PSScriptRoot/Support/Child.ps1
        $output = Invoke-ChildScript "$PSScriptRoot/Support/Invoke-FlowLogsTest.ps1" -Path "$PSScriptRoot/Support/Fixtures/$File"
        $exitCode = $LASTEXITCODE
    }

    It 'ends with the counts' { $output[-1] | Should -Be $Summary }
    It 'fails' { $exitCode | Should -Be 1 }
}

Describe 'a filtered run' {
    It 'runs what has such a name' {
        . $PSScriptRoot/Support/Child.ps1
        $output = Invoke-ChildScript "$PSScriptRoot/Support/Invoke-FlowLogsTest.ps1" -Path "$PSScriptRoot/Support/Fixtures/Outcomes.Tests.ps1" `
            -Filter 'outcomes.*AfterAll*'
        $output[-1] | Should -Be 'Pester: 1 passed, 1 failed, 0 skipped'
    }
}
