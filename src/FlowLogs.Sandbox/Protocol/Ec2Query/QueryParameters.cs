using System.Globalization;

namespace FlowLogs.Sandbox.Protocol.Ec2Query;

/// <summary>
/// The parameters of a call, or of a structure inside one. Lists are numbered (<c>FlowLogId.1</c>), the members of
/// structures stand behind a dot (<c>Filter.1.Name</c>).
/// </summary>
internal sealed class QueryParameters(IReadOnlyDictionary<string, string> pairs, string prefix = "")
{
    /// <summary>A parameter; null where it is not given, or empty.</summary>
    public string? Text(string name) =>
        pairs.GetValueOrDefault(prefix + name) is { Length: > 0 } text ? text : null;

    public string RequiredText(string name) => Text(name) ?? throw Ec2Error.Missing(prefix + name);

    /// <summary>A text out of a few.</summary>
    public string? Choice(string name, IEnumerable<string> choices) => Text(name) switch
    {
        null => null,
        var text when choices.Contains(text, StringComparer.Ordinal) => text,
        var text => throw Ec2Error.InvalidValue(prefix + name, text, $"Valid values are: {string.Join(", ", choices)}"),
    };

    public int? Number(string name, int min, int max)
    {
        if (Text(name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max
                ? number
                : throw Ec2Error.InvalidValue(prefix + name, text, $"Expecting a value between {min} and {max}.");
    }

    public bool Flag(string name) =>
        Text(name) is { } text && (bool.TryParse(text, out var flag)
            ? flag
            : throw Ec2Error.InvalidValue(prefix + name, text, "Expecting true or false."));

    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        while (pairs.TryGetValue(Numbered(name, texts.Count + 1), out var text))
            texts.Add(text);
        return texts;
    }

    public IReadOnlyList<string> RequiredTexts(string name) =>
        Texts(name) is { Count: > 0 } texts ? texts : throw Ec2Error.Missing(prefix + name);

    public IReadOnlyList<QueryParameters> Structures(string name)
    {
        var structures = new List<QueryParameters>();
        while (Numbered(name, structures.Count + 1) + "." is var start
            && pairs.Keys.Any(key => key.StartsWith(start, StringComparison.Ordinal)))
        {
            structures.Add(new QueryParameters(pairs, start));
        }

        return structures;
    }

    /// <summary>The members of a structure, which may all be missing.</summary>
    public QueryParameters Structure(string name) => new(pairs, $"{prefix}{name}.");

    /// <summary>Ends a call that only asks whether it would be allowed. To be called after everything was checked.</summary>
    public void EndDryRun()
    {
        if (Flag("DryRun"))
        {
            throw new ServiceException(
                "DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
        }
    }

    /// <summary>All that the request says, in one text, without some of its parameters.</summary>
    public string Question(params string[] without) => string.Join('\n', pairs
        .Where(pair => !without.Contains(pair.Key, StringComparer.Ordinal))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{pair.Key}={pair.Value}"));

    private string Numbered(string name, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{name}.{number}");
}
