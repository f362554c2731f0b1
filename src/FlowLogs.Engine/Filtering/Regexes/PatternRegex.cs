using System.Buffers;
using System.Text.RegularExpressions;
using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Regexes;

/// <summary>
/// A regular expression of the service's kind, searched for anywhere in a text. Runs on the engine that never goes
/// back, so no expression takes more than linear time.
/// </summary>
internal sealed class PatternRegex
{
    private const int StackChars = 512;

    private readonly Regex _regex;

    private PatternRegex(string text, Regex regex)
    {
        Text = text;
        _regex = regex;
    }

    /// <summary>The expression as it is written, without the percent signs.</summary>
    public string Text { get; }

    /// <summary>Compiles an expression that <see cref="RegexText"/> has read at a place in a pattern.</summary>
    /// <exception cref="FilterPatternException">It does not compile, or is too large.</exception>
    public static PatternRegex Compile(string pattern, int position, string text)
    {
        var translator = new RegexTranslator(text);
        if (translator.Translate() is not { } expression)
            throw PatternErrors.RegexDoesNotCompile(pattern, position);
        if (translator.Size > RegexTranslator.MaxSize)
            throw PatternErrors.RegexTooLarge(pattern, position, RegexTranslator.MaxSize);
        try
        {
            const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
            return new PatternRegex(text, new Regex(expression, Options, Regex.InfiniteMatchTimeout));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw PatternErrors.RegexDoesNotCompile(pattern, position);
        }
    }

    public bool IsMatch(ReadOnlySpan<byte> value)
    {
        char[]? rented = null;
        var buffer = value.Length <= StackChars
            ? stackalloc char[StackChars]
            : rented = ArrayPool<char>.Shared.Rent(value.Length);
        var length = MessageText.Convert(value, buffer);
        var found = _regex.IsMatch(buffer[..length]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return found;
    }
}
