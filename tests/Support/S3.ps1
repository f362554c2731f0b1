# Why the sandbox cannot be read as S3; nothing where it can.
function Get-MissingS3 {
    $probe = Start-FlowSandbox
    try {
        $null = Get-FlowLogEvent -S3Uri s3://my-flow-log-bucket -First 1 -EndpointUrl $probe -ErrorAction SilentlyContinue -ErrorVariable problems
        if ($problems) { "the sandbox has no S3 ($($problems[0].FullyQualifiedErrorId))" }
    }
    finally {
        $null = $probe | Stop-FlowSandbox
    }
}
