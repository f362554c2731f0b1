using System.Collections.Frozen;
using System.Text.Json;
using FlowLogs.Records;

namespace FlowLogs.Writing;

/// <summary>AWS's names with underscores instead of hyphens, as Athena, Parquet files and JSON documents have them.</summary>
internal static class UnderscoreNames
{
    private static readonly FrozenDictionary<FlowField, JsonEncodedText> Known =
        FlowFields.All.ToFrozenDictionary(static field => field, Make);

    public static JsonEncodedText Of(FlowField field) => Known.TryGetValue(field, out var name) ? name : Make(field);

    private static JsonEncodedText Make(FlowField field) => JsonEncodedText.Encode(field.Name.Replace('-', '_'));
}
