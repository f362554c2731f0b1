using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Json;

/// <summary>
/// Reads selectors: <c>$.a.['b c'][0][*]</c>. The dollar and the first step are one term, the others one each.
/// </summary>
internal static class SelectorSyntax
{
    /// <summary>Reads the selector that starts with the dollar at a place.</summary>
    /// <exception cref="FilterPatternException">It is not well formed.</exception>
    public static JsonStep[] Read(string pattern, int start, out int end)
    {
        // A bracket cannot follow the dollar.
        if (At(pattern, start + 1) != '.')
            throw Invalid(pattern, start, start + 1);
        var steps = new List<JsonStep> { ReadMember(pattern, start, start + 1, out end) };
        while (At(pattern, end) is '.' or '[')
        {
            steps.Add(pattern[end] == '.'
                ? ReadMember(pattern, end, end, out end)
                : ReadElement(pattern, end, out end));
        }
        return [.. steps];
    }

    // .name, .* or .['any text']
    private static JsonStep ReadMember(string pattern, int term, int dot, out int end)
    {
        end = dot + 1;
        switch (At(pattern, end))
        {
            case '*':
                end++;
                return new JsonStep(term, null, -1);
            case '[' when At(pattern, end + 1) == '\'':
                return ReadQuoted(pattern, term, end + 2, out end);
            case '[':
                throw Invalid(pattern, term, end + 1);
            default:
                var start = end;
                while ((At(pattern, end) == '-' ? 1 : Characters.WordCharLength(pattern, end)) is > 0 and var length)
                    end += length;
                return end > start
                    ? new JsonStep(term, pattern[start..end], -1)
                    : throw Invalid(pattern, term, end);
        }
    }

    private static JsonStep ReadQuoted(string pattern, int term, int start, out int end)
    {
        var quote = pattern.IndexOf('\'', start);
        if (quote < 0)
            throw PatternErrors.Characters(pattern, term, pattern.Length, term);
        if (At(pattern, quote + 1) != ']')
            throw Invalid(pattern, term, quote + 1);
        end = quote + 2;
        return new JsonStep(term, pattern[start..quote], -1);
    }

    // [12] or [*]
    private static JsonStep ReadElement(string pattern, int start, out int end)
    {
        end = start + 1;
        if (At(pattern, end) == '*')
        {
            end++;
            return End(pattern, start, ref end, -1);
        }
        long index = 0;
        while (Characters.IsDigit(At(pattern, end)))
            index = Math.Min((index * 10) + (pattern[end++] - '0'), int.MaxValue);
        return end > start + 1 ? End(pattern, start, ref end, (int)index) : throw Invalid(pattern, start, end);
    }

    private static JsonStep End(string pattern, int start, ref int end, int index) =>
        At(pattern, end++) == ']' ? new JsonStep(start, null, index) : throw Invalid(pattern, start, end - 1);

    private static FilterPatternException Invalid(string pattern, int term, int position) =>
        PatternErrors.Characters(pattern, term, Math.Min(position + 1, pattern.Length));

    private static char At(string pattern, int position) => position < pattern.Length ? pattern[position] : '\0';
}
