# A file whose discovery fails, as ../../Runner.Tests.ps1 knows.
Describe 'broken' {
    It 'does not run' { }
    throw 'on purpose'
}
