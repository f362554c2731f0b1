using System.Collections;

namespace FlowLogs.PS.Runtime;

/// <summary>Dimensions as a person gives them.</summary>
internal static class DimensionTable
{
    /// <summary>Names and values as texts; null where none are given.</summary>
    public static IReadOnlyDictionary<string, string>? Read(IDictionary? given) =>
        given?.Keys.Cast<object>().ToDictionary(static name => $"{name}", name => $"{given[name]}");
}
