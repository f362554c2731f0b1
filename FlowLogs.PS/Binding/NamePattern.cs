using System.Management.Automation;

namespace FlowLogs.PS.Binding;

/// <summary>
/// A name that may have wildcards. The service knows only prefixes: it is asked for what stands before the first
/// wildcard, and the rest is compared here. Names are compared with their case, as AWS does.
/// </summary>
internal sealed class NamePattern
{
    private static readonly char[] Wildcards = ['*', '?', '['];
    private readonly string _name;
    private readonly WildcardPattern? _pattern;

    private NamePattern(string name, string? prefix, WildcardPattern? pattern)
    {
        _name = name;
        Prefix = prefix;
        _pattern = pattern;
    }

    /// <summary>What every matching name begins with; null for nothing in common.</summary>
    public string? Prefix { get; }

    public bool HasWildcard => _pattern is not null;

    public static NamePattern Parse(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
            return new NamePattern(name, name, null);
        var first = name.IndexOfAny(Wildcards);
        var escape = name.IndexOf('`', StringComparison.Ordinal);
        var length = escape >= 0 && escape < first ? escape : first;
        return new NamePattern(name, length > 0 ? name[..length] : null, WildcardPattern.Get(name, WildcardOptions.None));
    }

    public bool IsMatch(string name) => _pattern?.IsMatch(name) ?? string.Equals(name, _name, StringComparison.Ordinal);
}
