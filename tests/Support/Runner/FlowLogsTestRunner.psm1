# The subset of Pester 5 that this repository's tests use, for the bare PowerShell engine: see ../README.md.
# Tests run in the session state of their caller; what is in here cannot be seen by them, and its variables do not
# hide theirs.

# Set by Invoke-TestFile: the script blocks of Scopes.ps1, and the block whose body is being discovered.
$script:scopes = $null
$script:currentBlock = $null

. $PSScriptRoot/Discovery.ps1
. $PSScriptRoot/Plan.ps1
. $PSScriptRoot/Run.ps1
. $PSScriptRoot/TestDrive.ps1
. $PSScriptRoot/Compare.ps1
. $PSScriptRoot/Operators.ps1
. $PSScriptRoot/Should.ps1

Export-ModuleMember -Function @(
    'Invoke-TestFile'
    'Describe', 'Context', 'It'
    'BeforeDiscovery', 'BeforeAll', 'BeforeEach', 'AfterEach', 'AfterAll'
    'Should', 'Set-ItResult'
)
