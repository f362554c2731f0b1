namespace FlowLogs.Tests.Filtering;

/// <summary>What docs/filter-patterns.md shows is what the engine does.</summary>
public class FilterDocsTests
{
    private const string UpdateVariable = "FLOWLOGS_UPDATE_DOCS";

    /// <summary>With FLOWLOGS_UPDATE_DOCS=1 this writes the tables instead of checking them.</summary>
    [Fact]
    public void The_tables_of_the_page_are_up_to_date()
    {
        var path = Path.Combine(FindRoot(), "docs", "filter-patterns.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var fresh = FilterDocs.Refresh(page);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            if (page != fresh)
                File.WriteAllText(path, fresh);
            return;
        }
        if (page == fresh)
            return;
        var (number, stale, expected) = FirstDifference(page, fresh);
        Assert.Fail(
            $"docs/filter-patterns.md is stale from line {number} on.\n  It says: {stale}\n  It should say: {expected}\n"
            + $"Run this test with {UpdateVariable}=1 to make its tables anew, and look at what has changed.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!-- generated: no-such-table -->\n<!-- end -->")]
    public void A_page_with_other_tables_than_the_list_is_refused(string page) =>
        Assert.Throws<InvalidDataException>(() => FilterDocs.Refresh(page));

    [Theory]
    [InlineData("a b", "`a b`")]
    [InlineData("", "*(empty)*")]
    [InlineData(" ", "`␣`")]
    [InlineData(" a  b ", "`␣a␣␣b␣`")]
    [InlineData("a\tb\nc", "`a⇥b⏎c`")]
    [InlineData("a || b", "`a \\|\\| b`")]
    [InlineData("a\\|b", "`a\\\\|b`")]
    [InlineData("a `b", "``a `b``")]
    [InlineData("``a`", "``` ``a` ```")]
    public void A_cell_shows_any_text_as_it_is(string text, string cell) =>
        Assert.Equal(cell, MarkdownCell.Code(text));

    private static (int Number, string Stale, string Expected) FirstDifference(string page, string fresh)
    {
        var old = page.Split('\n');
        var now = fresh.Split('\n');
        var i = 0;
        while (i < old.Length && i < now.Length && old[i] == now[i])
            i++;
        return (i + 1, i < old.Length ? old[i] : "nothing", i < now.Length ? now[i] : "nothing");
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "FlowLogs.slnx")))
                return folder;
        }
        throw new DirectoryNotFoundException("The tests do not lie below a folder with FlowLogs.slnx.");
    }
}
