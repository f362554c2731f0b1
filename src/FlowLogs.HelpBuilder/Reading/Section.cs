using Markdig.Syntax;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>A heading with the blocks below it, down to the next heading of its level.</summary>
/// <param name="Title">The heading's text.</param>
/// <param name="Line">The heading's line, from 1; 0 for a section that the page lacks.</param>
/// <param name="Blocks">What is below it.</param>
internal sealed record Section(string Title, int Line, IReadOnlyList<Block> Blocks)
{
    /// <summary>Whether the page has this section; one that it lacks is empty and on no line.</summary>
    public bool Exists => Line > 0;

    /// <summary>The blocks before the first heading of a level.</summary>
    public IReadOnlyList<Block> BlocksBefore(int level) => [.. Blocks.TakeWhile(block => !IsHeading(block, level))];

    /// <summary>The sections below this one, each under a heading of the level.</summary>
    public IReadOnlyList<Section> SectionsAt(int level, Prose prose) => Split(Blocks, level, prose);

    /// <summary>Splits blocks at the headings of a level; blocks before the first one are left out.</summary>
    public static IReadOnlyList<Section> Split(IEnumerable<Block> blocks, int level, Prose prose)
    {
        var sections = new List<Section>();
        var current = new List<Block>();
        foreach (var block in blocks)
        {
            if (IsHeading(block, level))
            {
                current = [];
                sections.Add(new(prose.ReadInlines((HeadingBlock)block), block.LineNumber(), current));
            }
            else
            {
                current.Add(block);
            }
        }
        return sections;
    }

    private static bool IsHeading(Block block, int level) => block is HeadingBlock heading && heading.Level == level;
}
