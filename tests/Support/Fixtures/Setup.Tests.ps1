# A file whose own BeforeAll fails, as ../../Runner.Tests.ps1 knows.
BeforeAll { throw 'on purpose' }

Describe 'after a setup that failed' {
    It 'does not run' { }
    It 'does not run either' { }
}
