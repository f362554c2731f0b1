using System.Buffers;
using System.Text.Json;

namespace FlowLogs.Reading.Payloads;

/// <summary>The text of a JSON string in UTF-8, without a .NET string of it; in place where it has no escapes.</summary>
internal readonly ref struct JsonText : IDisposable
{
    private readonly byte[]? _rented;

    /// <exception cref="JsonException">The string has escapes that stand for no characters.</exception>
    public JsonText(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            Bytes = reader.ValueSpan;
            return;
        }

        _rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            Bytes = _rented.AsSpan(0, reader.CopyString(_rented));
        }
        catch (InvalidOperationException e)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            throw new JsonException(e.Message, e);
        }
    }

    public ReadOnlySpan<byte> Bytes { get; }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
    }
}
