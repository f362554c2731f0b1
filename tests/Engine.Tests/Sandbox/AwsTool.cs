using System.ComponentModel;
using System.Diagnostics;

namespace FlowLogs.Tests.Sandbox;

/// <summary>Runs AWS's own clients against a sandbox, where they are installed.</summary>
internal static class AwsTool
{
    private static readonly Lazy<string?> CliMissing = new(() => WhyMissing("aws", "--version"));
    private static readonly Lazy<string?> Boto3Missing = new(() => WhyMissing("python3", "-c", "import boto3"));

    /// <summary>Why tests with the aws CLI cannot run here; null if they can.</summary>
    public static string? WhyNoCli => CliMissing.Value;

    /// <summary>Why tests with boto3 cannot run here; null if they can.</summary>
    public static string? WhyNoBoto3 => Boto3Missing.Value;

    /// <summary>Runs a program with keys that mean nothing, and without the machine's own AWS configuration.</summary>
    public static async Task<AwsToolResult> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
            start.Environment.Remove(name);
        var nothing = Path.Combine(Path.GetTempPath(), "no-such-aws-configuration");
        start.Environment["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "not-a-secret";
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_CONFIG_FILE"] = nothing;
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = nothing;
        start.Environment["AWS_PAGER"] = "";

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    private static bool IsForeign(string name) =>
        name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase);

    private static string? WhyMissing(string program, params string[] arguments)
    {
        try
        {
            var result = RunAsync(program, arguments).GetAwaiter().GetResult();
            return result.ExitCode == 0 ? null : $"'{program} {string.Join(' ', arguments)}' does not work here.";
        }
        catch (Win32Exception)
        {
            return $"{program} is not installed.";
        }
    }
}

/// <summary>What a program said.</summary>
internal sealed record AwsToolResult(int ExitCode, string Output, string Errors);
