using System.Text;

namespace FlowLogs.Filtering.Values;

/// <summary>
/// A text to compare with, in which <c>*</c> stands for any characters. As in the service there is no going back:
/// each piece between stars takes its first occurrence, and the last one must then end at the end of the value.
/// </summary>
internal sealed class Wildcard
{
    private readonly byte[][] _pieces;

    public Wildcard(string text)
    {
        Text = text;
        _pieces = [.. text.Split('*').Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The text as it is meant: without quotes, escapes undone.</summary>
    public string Text { get; }

    /// <summary>The pieces between the stars; one if there is no star.</summary>
    public IReadOnlyList<byte[]> Pieces => _pieces;

    public bool HasStar => _pieces.Length > 1;

    public bool IsMatch(ReadOnlySpan<byte> value)
    {
        var pieces = _pieces;
        var first = pieces[0];
        if (pieces.Length == 1)
            return value.SequenceEqual(first);
        if (!value.StartsWith(first))
            return false;
        value = value[first.Length..];
        for (var i = 1; i < pieces.Length - 1; i++)
        {
            var found = value.IndexOf(pieces[i]);
            if (found < 0)
                return false;
            value = value[(found + pieces[i].Length)..];
        }
        var last = pieces[^1];
        return last.Length == 0 || (value.IndexOf(last) is >= 0 and var at && at + last.Length == value.Length);
    }

    /// <summary>A word about what surprises in this wildcard; null if nothing does.</summary>
    public string? FindWarning()
    {
        var last = _pieces[^1];
        if (!HasStar || last.Length == 0 || (_pieces.Length == 2 && !OverlapsItself(last)))
            return null;
        var end = Encoding.UTF8.GetString(last);
        return $"'{Text}': a * takes the first place that fits and tries no other, so a value in which '{end}' also "
            + "comes before the end may not match.";
    }

    // Such a piece is often found once too early: 1.1 in 1.1.1.
    private static bool OverlapsItself(ReadOnlySpan<byte> piece)
    {
        for (var length = 1; length < piece.Length; length++)
        {
            if (piece[..length].SequenceEqual(piece[^length..]))
                return true;
        }
        return false;
    }
}
