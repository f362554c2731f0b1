using System.Reflection;
using System.Runtime.Loader;

namespace FlowLogs.Scanning;

/// <summary>
/// Makes indexes, of the fastest kind there is. A newer .NET than the one that this is made for knows instructions for it;
/// what uses them is an assembly of its own beside this one, and loaded where it can run.
/// </summary>
internal static class LineIndexes
{
    private static readonly Func<LineIndex> Best = FindBest() ?? (static () => new LineIndex());

    /// <summary>Makes an index.</summary>
    public static LineIndex Create() => Best();

    // Null where there is none, or it is not to be used.
    private static Func<LineIndex>? FindBest()
    {
        var engine = typeof(LineIndex).Assembly;
        if (VectorWidth.Bits < 512 || Environment.Version.Major < 10 || string.IsNullOrEmpty(engine.Location))
            return null;
        var path = Path.Combine(Path.GetDirectoryName(engine.Location)!, "FlowLogs.Vectors.dll");
        if (!File.Exists(path))
            return null;
        var type = AssemblyLoadContext.GetLoadContext(engine)!.LoadFromAssemblyPath(path).GetType("FlowLogs.Vectors.WideLineIndex", throwOnError: true)!;
        return type.GetProperty("IsSupported", BindingFlags.Public | BindingFlags.Static)!.GetValue(null) is true
            ? () => (LineIndex)Activator.CreateInstance(type)!
            : null;
    }
}
