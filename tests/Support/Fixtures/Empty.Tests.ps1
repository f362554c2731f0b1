# A file without tests, as ../../Runner.Tests.ps1 knows.
Describe 'nothing' { }
