# Every way for a test to end. ../../Runner.Tests.ps1 knows the counts: 5 passed, 11 failed, 5 skipped.
Describe 'outcomes' {
    It 'passes' { 1 | Should -Be 1 }
    It 'fails' { 1 | Should -Be 2 }
    It 'throws' { throw 'on purpose' }
    It 'stops at the first failure' {
        1 | Should -Be 2
        throw 'not reached'
    }
    It 'meets a statement that cannot go on' { [int]::Parse('x') }
    It 'is skipped' -Skip { throw 'not reached' }
    It 'is skipped on a condition' -Skip:$true { throw 'not reached' }
    It 'is not skipped on a condition' -Skip:$false { }
    It 'skips itself' {
        Set-ItResult -Skipped -Because 'it says so'
        throw 'not reached'
    }
    It 'has case <_>' -ForEach 1, 2 { $_ | Should -Be 1 }

    Context 'whose BeforeEach fails' {
        BeforeEach { throw 'on purpose' }
        It 'fails' { }
    }

    Context 'whose AfterEach fails' {
        AfterEach { throw 'on purpose' }
        It 'fails' { }
    }

    Context 'whose BeforeAll fails' {
        BeforeAll { throw 'on purpose' }
        It 'fails' { }
        It 'fails even where it would be skipped' -Skip { }
    }

    Context 'whose AfterAll fails' {
        AfterAll { throw 'on purpose' }
        It 'passes' { }
    }

    Context 'that is skipped' -Skip {
        BeforeAll { throw 'not reached' }
        It 'is skipped' { throw 'not reached' }
    }

    Context 'where all tests are skipped' {
        BeforeAll { throw 'not reached' }
        It 'is skipped' -Skip { throw 'not reached' }
    }

    Context 'without cases' {
        It 'is not there' -ForEach @() { throw 'not reached' }
    }

    It 'passes after all that' { }
}
