namespace FlowLogs.Filtering.Syntax;

/// <summary>The numbers of the pattern language: <c>[+|-] digits [. digits] [e [+|-] digits]</c>.</summary>
internal static class NumberSyntax
{
    /// <summary>Where the longest number that starts at a place ends; the place itself if there is none.</summary>
    public static int End(string text, int start)
    {
        var integer = start < text.Length && text[start] is '+' or '-' ? start + 1 : start;
        var end = SkipDigits(text, integer);
        if (end == integer)
            return start;
        if (end < text.Length && text[end] == '.')
        {
            var fraction = SkipDigits(text, end + 1);
            if (fraction > end + 1)
                end = fraction;
        }
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var digits = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            var exponent = SkipDigits(text, digits);
            if (exponent > digits)
                end = exponent;
        }
        return end;
    }

    private static int SkipDigits(string text, int start)
    {
        while (start < text.Length && Characters.IsDigit(text[start]))
            start++;
        return start;
    }
}
