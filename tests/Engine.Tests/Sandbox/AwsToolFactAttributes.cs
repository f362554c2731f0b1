namespace FlowLogs.Tests.Sandbox;

/// <summary>A test that is skipped where the aws CLI is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AwsCliFactAttribute : FactAttribute
{
    public AwsCliFactAttribute() => Skip = AwsTool.WhyNoCli!;
}

/// <summary>A test that is skipped where boto3 is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Boto3FactAttribute : FactAttribute
{
    public Boto3FactAttribute() => Skip = AwsTool.WhyNoBoto3!;
}
