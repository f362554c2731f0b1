using System.Reflection;
using System.Runtime.Loader;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>
/// FlowLogs.Aws as the module loads it: from the built module, in a load context of its own, which finds what lies
/// beside it and takes the engine from the default one. Nothing that the SDK keeps in memory is shared with other tests.
/// </summary>
internal sealed class IsolatedModule : AssemblyLoadContext
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "out", "FlowLogs", "dependencies");

    private IsolatedModule()
        : base("FlowLogs.Aws alone")
    {
        // A session with AWS.Tools has the same assemblies already. The SDK must not take those.
        foreach (var name in new[] { "AWSSDK.Core", "AWSSDK.SecurityToken", "AWSSDK.SSO", "AWSSDK.SSOOIDC" })
            Default.LoadFromAssemblyName(new AssemblyName(name));
    }

    public ICloudFactory<ICloudLogs> Factory { get; private set; } = null!;

    public static IsolatedModule Open()
    {
        var module = new IsolatedModule();
        var type = module.LoadFromAssemblyName(new AssemblyName("FlowLogs.Aws")).GetType("FlowLogs.Aws.CloudLogsFactory", throwOnError: true)!;
        module.Factory = (ICloudFactory<ICloudLogs>)Activator.CreateInstance(type)!;
        return module;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(Folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private static string RepositoryRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "FlowLogs.slnx")))
                return folder;
        }
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
