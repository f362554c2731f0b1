using FlowLogs.Tests.Docs;

namespace FlowLogs.Tests.Filtering;

/// <summary>What docs/filter-patterns.md shows is what the engine does.</summary>
public class FilterDocsTests
{
    [Fact]
    public void The_tables_of_the_page_are_up_to_date() =>
        GeneratedPage.Check("docs/filter-patterns.md", FilterDocs.Refresh);

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
}
