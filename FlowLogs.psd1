@{
    RootModule           = 'FlowLogs.PS.dll'
    # Loaded with the module, so that [FlowLogs.FlowTcpFlags] is there before the first record is.
    RequiredAssemblies   = 'FlowLogs.Engine.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6e0b1f0a-7a53-4a2e-9a55-1f6d0c2b8e47'
    Author               = 'FlowLogs contributors'
    CompanyName          = 'FlowLogs contributors'
    Copyright            = '(c) FlowLogs contributors. Apache-2.0.'
    Description          = 'Read, filter, test and alarm on AWS VPC Flow Logs: typed records from CloudWatch Logs and files, filter patterns tested offline, metric filters, alarms, subscriptions.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'ConvertFrom-FlowLog'
        'ConvertTo-FlowLog'
        'Get-FlowAlarm'
        'Get-FlowLog'
        'Get-FlowLogEvent'
        'Get-FlowLogGroup'
        'Get-FlowLogStream'
        'Get-FlowMetric'
        'Get-FlowMetricFilter'
        'Get-FlowSubscription'
        'Measure-FlowLog'
        'New-FlowAlarm'
        'New-FlowFilter'
        'New-FlowLog'
        'New-FlowLogGroup'
        'New-FlowLogSample'
        'New-FlowMetricFilter'
        'New-FlowSubscription'
        'Remove-FlowAlarm'
        'Remove-FlowLog'
        'Remove-FlowLogGroup'
        'Remove-FlowMetricFilter'
        'Remove-FlowSubscription'
        'Set-FlowLogGroup'
        'Set-FlowMetricFilter'
        'Start-FlowSandbox'
        'Stop-FlowSandbox'
        'Test-FlowFilter'
    )
    FormatsToProcess     = @('FlowLogs.Format.ps1xml')
    TypesToProcess       = @('FlowLogs.Types.ps1xml')
    PrivateData          = @{
        PSData = @{
            Tags       = @('AWS', 'VPC', 'FlowLogs', 'CloudWatch', 'Network', 'Security')
            LicenseUri = 'https://www.apache.org/licenses/LICENSE-2.0'
        }
    }
}
