using System.Text.Json;

namespace FlowLogs.Filtering.Json;

/// <summary><c>IS TRUE</c>, <c>IS FALSE</c>, <c>IS NULL</c>.</summary>
internal sealed class JsonLiteralTest(JsonTokenType kind, bool alsoInArrays) : JsonTest
{
    public override bool? Accepts(ReadOnlySpan<byte> json, JsonValue value) =>
        value.Kind == kind || (alsoInArrays && value.Kind == JsonTokenType.StartArray && HasElement(value.In(json)));

    // The service says that an array which directly holds a null is null.
    private bool HasElement(ReadOnlySpan<byte> array)
    {
        var reader = JsonScanner.Open(array);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == kind)
                return true;
            reader.Skip();
        }
        return false;
    }
}
