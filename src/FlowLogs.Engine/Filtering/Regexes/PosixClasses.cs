namespace FlowLogs.Filtering.Regexes;

/// <summary>The named sets that may stand inside a class: <c>[[:alpha:]_]</c>.</summary>
internal static class PosixClasses
{
    public static CharacterSet? Find(string name) => name switch
    {
        "alnum" => Ranges('0', '9', 'A', 'Z', 'a', 'z'),
        "alpha" => Ranges('A', 'Z', 'a', 'z'),
        "ascii" => Ranges('\0', '\x7F'),
        "blank" => Ranges('\t', '\t', ' ', ' '),
        "cntrl" => Ranges('\0', '\x1F', '\x7F', '\x7F'),
        "digit" => CharacterSet.Digits,
        "graph" => Ranges('!', '~'),
        "lower" => Ranges('a', 'z'),
        "print" => Ranges(' ', '~'),
        "punct" => Ranges('!', '/', ':', '@', '[', '`', '{', '~'),
        "space" => Ranges('\t', '\r', ' ', ' '),
        "upper" => Ranges('A', 'Z'),
        "word" => CharacterSet.WordCharacters,
        "xdigit" => Ranges('0', '9', 'A', 'F', 'a', 'f'),
        _ => null,
    };

    private static CharacterSet Ranges(params ReadOnlySpan<char> ends)
    {
        var members = new CharacterSet();
        for (var i = 0; i < ends.Length; i += 2)
            members.AddRange(ends[i], ends[i + 1]);
        return members;
    }
}
