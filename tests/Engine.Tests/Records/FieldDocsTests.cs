using FlowLogs.Tests.Docs;

namespace FlowLogs.Tests.Records;

/// <summary>The pages about fields say what the table says.</summary>
public class FieldDocsTests
{
    private const string Page = "docs/fields.md";

    [Fact]
    public void The_tables_of_the_page_are_up_to_date() => GeneratedPage.Check(Page, FieldDocs.Refresh);

    [Fact]
    public void The_topic_is_up_to_date() =>
        GeneratedPage.Check("FlowLogs.PS/Help/en-US/about_FlowLogs_Fields.help.txt", static _ => FieldTopic.Write());

    [Fact]
    public void The_page_tells_of_every_property()
    {
        var page = File.ReadAllText(Path.Combine(GeneratedPage.Root, Page));
        Assert.All(typeof(FlowLogRecord).GetProperties(), property => Assert.Contains($"`{property.Name}`", page, StringComparison.Ordinal));
    }
}
