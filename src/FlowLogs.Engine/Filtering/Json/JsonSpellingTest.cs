using System.Buffers;
using System.Text.Json;

namespace FlowLogs.Filtering.Json;

/// <summary>A test of the text of strings and numbers. Other values have none.</summary>
internal abstract class JsonSpellingTest : JsonTest
{
    private const int StackBytes = 512;

    public sealed override bool? Accepts(ReadOnlySpan<byte> json, JsonValue value) => value.Kind switch
    {
        JsonTokenType.Number =>
            Accepts(JsonNumber.Text(value.In(json), stackalloc byte[JsonNumber.MaxDoubleLength])),
        JsonTokenType.String when value.IsEscaped => AcceptsEscaped(value.In(json)),
        JsonTokenType.String => Accepts(value.In(json)),
        _ => null,
    };

    protected abstract bool Accepts(ReadOnlySpan<byte> spelling);

    private bool AcceptsEscaped(ReadOnlySpan<byte> raw)
    {
        byte[]? rented = null;
        var buffer = raw.Length <= StackBytes
            ? stackalloc byte[StackBytes]
            : rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        var isAccepted = Accepts(buffer[..JsonText.Unescape(raw, buffer)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return isAccepted;
    }
}
