using System.Runtime.CompilerServices;
using System.Text;

namespace FlowLogs.Records;

/// <summary>An event's id, in place: the service's are digits, as many as fit here. Others are strings.</summary>
internal readonly struct EventIdText : IEquatable<EventIdText>
{
    private const int MaxLength = 56;

    private readonly string? _other;
    private readonly Bytes _bytes;
    private readonly byte _length;

    /// <summary>An id in UTF-8; none if it is empty.</summary>
    public EventIdText(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
        {
            _other = Encoding.UTF8.GetString(utf8);
            return;
        }

        utf8.CopyTo(_bytes);
        _length = (byte)utf8.Length;
    }

    /// <summary>An id that is a string already.</summary>
    public EventIdText(string? id) => _other = id;

    /// <inheritdoc/>
    public bool Equals(EventIdText other) => ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EventIdText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString()?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>The id; null if there is none.</summary>
    public override string? ToString() => _length == 0 ? _other : Encoding.UTF8.GetString(((ReadOnlySpan<byte>)_bytes)[.._length]);

    [InlineArray(MaxLength)]
    private struct Bytes
    {
        private byte _first;
    }
}
