using System.Runtime.CompilerServices;

namespace FlowLogs.Tests.Aws;

/// <summary>Tests that talk to stand-ins for AWS run alone: they change the environment of the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AwsEnvironment
{
    public const string Name = "AWS environment";

    /// <summary>
    /// Whatever is set on the machine that runs the tests, its credentials, its configuration and, in EC2, its
    /// metadata service are out of the tests' reach.
    /// </summary>
#pragma warning disable CA2255 // A test assembly is the application here.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void CutOff()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
                Environment.SetEnvironmentVariable(name, null);
        }
        var nowhere = Path.Combine(Path.GetTempPath(), "flowlogs-tests-no-such-folder", "file");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        // Port 9 is nobody's. The SDK may go on asking in the background after a test has ended.
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:9");
    }
}

/// <summary>Environment variables that are set until this is disposed.</summary>
internal sealed class TemporaryEnvironment : IDisposable
{
    private readonly List<(string Name, string? Before)> _before = [];

    public TemporaryEnvironment Set(string name, string? value)
    {
        _before.Add((name, Environment.GetEnvironmentVariable(name)));
        Environment.SetEnvironmentVariable(name, value);
        return this;
    }

    public void Dispose()
    {
        _before.Reverse();
        foreach (var (name, before) in _before)
            Environment.SetEnvironmentVariable(name, before);
    }
}

/// <summary>A folder with AWS configuration files, which the SDK reads until this is disposed.</summary>
internal sealed class TemporaryProfiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowlogs-aws-");
    private readonly TemporaryEnvironment _environment = new();

    public TemporaryProfiles(string config, string credentials = "")
    {
        var configFile = Path.Combine(_folder.FullName, "config");
        var credentialsFile = Path.Combine(_folder.FullName, "credentials");
        File.WriteAllText(configFile, config);
        File.WriteAllText(credentialsFile, credentials);
        _environment.Set("AWS_CONFIG_FILE", configFile).Set("AWS_SHARED_CREDENTIALS_FILE", credentialsFile);
    }

    public void Dispose()
    {
        _environment.Dispose();
        _folder.Delete(recursive: true);
    }
}
