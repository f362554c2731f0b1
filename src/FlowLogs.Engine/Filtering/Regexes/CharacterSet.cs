using System.Globalization;
using System.Text;

namespace FlowLogs.Filtering.Regexes;

/// <summary>
/// A set of characters: those up to U+00FF one by one, and all the others, which no expression can tell apart, as one.
/// </summary>
internal sealed class CharacterSet
{
    public const int Others = 256;

    private readonly bool[] _members = new bool[Others + 1];

    public static CharacterSet Digits { get; } = new CharacterSet().AddRange('0', '9');

    public static CharacterSet Blanks { get; } =
        new CharacterSet().AddRange('\t', '\n').AddRange('\f', '\r').AddRange(' ', ' ');

    public static CharacterSet WordCharacters { get; } =
        new CharacterSet().AddRange('0', '9').AddRange('A', 'Z').AddRange('a', 'z').AddRange('_', '_');

    public static CharacterSet AnyButNewline { get; } = new CharacterSet().AddRange('\n', '\n').Inverted();

    /// <summary>The one member, if the set has only one and it is told apart from others.</summary>
    public int? Single =>
        _members.AsSpan().Count(true) == 1 && !_members[Others] ? Array.IndexOf(_members, true) : null;

    public CharacterSet AddRange(int first, int last)
    {
        _members.AsSpan(first, last - first + 1).Fill(true);
        return this;
    }

    public void Add(CharacterSet other)
    {
        for (var i = 0; i < _members.Length; i++)
            _members[i] |= other._members[i];
    }

    public CharacterSet Inverted()
    {
        var inverted = new CharacterSet();
        for (var i = 0; i < _members.Length; i++)
            inverted._members[i] = !_members[i];
        return inverted;
    }

    /// <summary>Writes the set as a class of the .NET engine over <see cref="MessageText"/>.</summary>
    public void WriteTo(StringBuilder expression)
    {
        var start = expression.Length;
        expression.Append('[');
        for (var first = 0; first < _members.Length; first++)
        {
            if (!_members[first])
                continue;
            var last = first;
            // ASCII and the rest are not neighbours there.
            while (last + 1 < _members.Length && _members[last + 1] && last + 1 != 0x80)
                last++;
            Append(expression, first);
            if (last > first)
                Append(expression.Append('-'), last);
            first = last;
        }
        if (expression.Length == start + 1)
            expression.Append("^\\s\\S");
        expression.Append(']');
    }

    private static void Append(StringBuilder expression, int member) =>
        expression.Append(CultureInfo.InvariantCulture, $"\\u{(int)MessageText.Widen(member):X4}");
}
