using System.Buffers;
using System.Text;

namespace FlowLogs.Conditions.Values;

/// <summary>
/// Texts to look for among fields in UTF-8. Compared by their characters' numbers, or so without regard to case
/// (<see cref="StringComparison.OrdinalIgnoreCase"/>). Immutable.
/// </summary>
internal sealed class TextSet
{
    private const int StackBytes = 256;

    private readonly string[] _texts;
    // Sorted; in capitals where case is ignored. Those with letters beyond ASCII are no bytes to compare then.
    private readonly byte[][] _sorted;
    private readonly int _longest;

    public TextSet(IEnumerable<string> texts, bool ignoresCase)
    {
        IgnoresCase = ignoresCase;
        _texts = [.. texts.Distinct(ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
        var bytes = ignoresCase
            ? _texts.Where(static text => Ascii.IsValid(text)).Select(static text => Encoding.UTF8.GetBytes(text.ToUpperInvariant()))
            : _texts.Select(Encoding.UTF8.GetBytes);
        _sorted = [.. bytes];
        Array.Sort(_sorted, static (left, right) => left.AsSpan().SequenceCompareTo(right));
        _longest = _sorted.Select(static text => text.Length).DefaultIfEmpty().Max();
    }

    public bool IgnoresCase { get; }

    public IReadOnlyList<string> Texts => _texts;

    public bool IsEmpty => _texts.Length == 0;

    public bool IsSingle => _texts.Length == 1;

    public TextSet Union(TextSet other) => new(_texts.Concat(other._texts), IgnoresCase);

    public bool Contains(ReadOnlySpan<byte> field)
    {
        if (!IgnoresCase)
            return field.Length <= _longest && Find(field);
        if (!Ascii.IsValid(field))
            return ContainsNonAscii(field);
        if (field.Length > _longest)
            return false;

        byte[]? rented = null;
        var buffer = field.Length <= StackBytes
            ? stackalloc byte[StackBytes]
            : rented = ArrayPool<byte>.Shared.Rent(field.Length);
        Ascii.ToUpper(field, buffer, out var length);
        var found = Find(buffer[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return found;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", _texts.Select(Quote)) + (IgnoresCase ? " in any case" : "");

    /// <summary>A text between quotes, so that no two texts look the same.</summary>
    public static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private bool Find(ReadOnlySpan<byte> field)
    {
        int low = 0, high = _sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = _sorted[middle].AsSpan().SequenceCompareTo(field);
            if (order == 0)
                return true;
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return false;
    }

    // Rare: AWS writes ASCII only.
    private bool ContainsNonAscii(ReadOnlySpan<byte> field)
    {
        using var text = new DecodedText(field);
        foreach (var candidate in _texts)
        {
            if (text.Chars.Equals(candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
