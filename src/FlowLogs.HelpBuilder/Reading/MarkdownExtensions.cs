using Markdig.Syntax;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>Small additions to Markdig's syntax tree.</summary>
internal static class MarkdownExtensions
{
    extension(MarkdownObject place)
    {
        /// <summary>The line, from 1.</summary>
        public int LineNumber() => place.Line + 1;
    }

    extension(LeafBlock block)
    {
        /// <summary>The lines of a block as they are written.</summary>
        public IEnumerable<string> RawLines() =>
            block.Lines.Lines.Take(block.Lines.Count).Select(line => line.Slice.ToString());
    }
}
