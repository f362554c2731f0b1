using System.Text;
using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Text;

/// <summary>A term of a text pattern: text that is looked for anywhere in a message.</summary>
internal sealed class TextTerm(TextTermKind kind, string text, bool isQuoted, PatternSpan span)
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

    public TextTermKind Kind { get; } = kind;

    public string Text { get; } = text;

    public bool IsQuoted { get; } = isQuoted;

    /// <summary>The term in the pattern, with its operator and quotes.</summary>
    public PatternSpan Span { get; } = span;

    public bool IsIn(ReadOnlySpan<byte> message) => message.IndexOf(_utf8) >= 0;
}
