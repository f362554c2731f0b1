using System.Reflection;
using System.Runtime.Loader;

namespace FlowLogs.PS.Runtime;

/// <summary>
/// Loads what lies in the module's <c>dependencies</c> folder, the AWS SDK above all, apart from everything else in the
/// session: another module may have brought another version of the same assemblies, and all of them carry the same
/// assembly version, so that without this whichever came first would serve both.
/// </summary>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lazy<ModuleLoadContext> Shared = new(static () => new ModuleLoadContext());
    private readonly string _folder;

    private ModuleLoadContext()
        : base("FlowLogs") =>
        _folder = Path.Combine(Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!, "dependencies");

    /// <summary>Makes the one class in an assembly of the folder that implements an interface of the engine.</summary>
    public static T Create<T>(string assemblyName)
        where T : class
    {
        var assembly = Shared.Value.LoadFromAssemblyName(new AssemblyName(assemblyName));
        var type = assembly.GetExportedTypes().Single(static t => typeof(T).IsAssignableFrom(t) && !t.IsAbstract);
        return (T)Activator.CreateInstance(type)!;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // The engine's interfaces are what both sides share.
        var engine = typeof(FlowLogRecord).Assembly;
        if (assemblyName.Name == engine.GetName().Name)
            return engine;

        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
