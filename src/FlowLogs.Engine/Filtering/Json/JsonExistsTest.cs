namespace FlowLogs.Filtering.Json;

/// <summary>Any value that is there, null included.</summary>
internal sealed class JsonExistsTest : JsonTest
{
    public static JsonExistsTest Instance { get; } = new();

    public override bool? Accepts(ReadOnlySpan<byte> json, JsonValue value) => true;
}
