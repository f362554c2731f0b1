using FlowLogs.HelpBuilder.Pages;
using FlowLogs.HelpBuilder.Reading;

namespace FlowLogs.Tests.Help;

/// <summary>What is wrong with a page, and in which line.</summary>
public class PageReaderTests
{
    [Fact]
    public void The_sample_page_has_no_problem() => Assert.Equal("", ProblemsOf(SamplePage.Text));

    [Theory]
    // Front matter
    [InlineData("schema: 2.0.0\n", "", "HELP002@1")]
    [InlineData("schema: 2.0.0", "schema: 1.0.0", "HELP002@5")]
    [InlineData("file: Things.dll", "file: Thing.dll", "HELP002@2")]
    [InlineData("online version:", "online version: nowhere", "HELP002@4")]
    [InlineData("online version:", "on-line version:", "HELP020@4")]
    // Title and sections
    [InlineData("# Get-Thing\n", "# Get-Things\n", "HELP003@8 HELP010@19 HELP010@25")]
    [InlineData("# Get-Thing\n\n## SYN", "## SYN", "HELP003@1")]
    [InlineData("## SYNOPSIS", "Words.\n\n## SYNOPSIS", "HELP005@10")]
    [InlineData("## NOTES", "# Notes", "HELP005@121 HELP004@8 HELP006@121")]
    [InlineData("## NOTES", "## REMARKS", "HELP005@121 HELP004@8")]
    [InlineData("## NOTES", "## NOTES\n\n## NOTES", "HELP005@123")]
    [InlineData("## SYNOPSIS\n\nGets things.\n\n", "", "HELP004@8")]
    [InlineData("Gets things.\n\n", "", "HELP004@10")]
    [InlineData("Gets them at once.\n\n", "", "HELP004@28")]
    [InlineData("### Things.Thing\n\n", "", "HELP004@115")]
    // Markdown that help cannot show
    [InlineData("Gets them at once.", "Gets <b>them</b> at once.", "HELP006@30 HELP006@30")]
    [InlineData("Gets them at once.", "> Gets them at once.", "HELP006@30")]
    [InlineData("Gets them at once.", "| a | b |\n|---|---|\n| c | d |", "HELP006@30")]
    [InlineData("Gets them at once.", "Gets them.\n\n### At once", "HELP006@32")]
    [InlineData("Gets them at once.", "Gets them.\n\n- one\n- ![two](x.png)", "HELP006@33")]
    [InlineData("Gets them at once.", "Gets \u001b them.", "HELP006@30")]
    // SYNTAX
    [InlineData(" [<CommonParameters>]\n```\n\n### ById", "\n```\n\n### ById", "HELP010@19")]
    [InlineData("[-Kind <string>]", "[-Kind <string>", "HELP010@19")]
    [InlineData("```\nGet-Thing -Id", "Words.\n\n```\nGet-Thing -Id", "HELP010@22")]
    [InlineData("## SYNTAX\n", "## SYNTAX\n\n```\nGet-Thing\n```\n", "HELP010@16")]
    [InlineData("### ById", "### ByName", "HELP005@22")]
    // SYNTAX against PARAMETERS
    [InlineData("[-Kind <string>]", "[-Kind <string>] [-Colour <string>]", "HELP011@19")]
    [InlineData("[-Kind <string>] ", "", "HELP012@78")]
    [InlineData("[-Kind <string>]", "[-Kind <int>]", "HELP012@78")]
    [InlineData("[-Kind <string>]", "[-Kind]", "HELP012@78")]
    [InlineData("[-Kind <string>]", "-Kind <string>", "HELP012@78")]
    [InlineData("[-Kind <string>]", "[[-Kind] <string>]", "HELP012@78")]
    [InlineData("[-Name] <string[]>", "-Name <string[]>", "HELP012@95")]
    [InlineData("-Id <int> [-Force]", "-Id <int> [-Kind <string>] [-Force]", "HELP012@74")]
    [InlineData("Parameter Sets: ById", "Parameter Sets: ById, ByAge", "HELP012@62")]
    // PARAMETERS
    [InlineData("### -Kind", "### Kind", "HELP005@74")]
    [InlineData("### -Kind", "### -id", "HELP005@74")]
    [InlineData("The kind.\n\n", "", "HELP004@74")]
    [InlineData("### CommonParameters\n\nThe common ones.\n\n", "", "HELP004@40")]
    [InlineData("## PARAMETERS\n", "## PARAMETERS\n\nWords.\n", "HELP005@42")]
    [InlineData("### -Id\n\nThe number.\n\n```yaml", "### -Id\n\nThe number.\n\n```text", "HELP004@58")]
    [InlineData("### -Id\n", "More words.\n\n### -Id\n", "HELP005@58")]
    // YAML
    [InlineData("Aliases: k", "Alias: k", "HELP020@81 HELP021@78")]
    [InlineData("Aliases: k", "Aliases: k\nAliases: l", "HELP020@82")]
    [InlineData("Aliases: k", "k", "HELP020@81 HELP021@78")]
    [InlineData("Position: 0", "Position: -1", "HELP021@101")]
    [InlineData("Required: True\nPosition: 0", "Required: Yes\nPosition: 0", "HELP021@100")]
    [InlineData("Default value: False", "Default value:", "HELP021@53")]
    [InlineData("True (ByValue)", "True", "HELP021@103")]
    [InlineData("True (ByValue)", "True (ByName)", "HELP021@103")]
    [InlineData("characters: True", "characters: Some", "HELP021@104")]
    // EXAMPLES and RELATED LINKS
    [InlineData("Example 1: One thing", "Example 2: One thing", "HELP030@34")]
    [InlineData("Example 1: One thing", "Example 1", "HELP030@34")]
    [InlineData("```powershell\nGet-Thing one\n```\n", "Get-Thing one\n", "HELP030@34")]
    [InlineData("### Example 1: One thing", "Words.\n\n### Example 1: One thing", "HELP005@34")]
    [InlineData("### Example 1: One thing\n\n```powershell\nGet-Thing one\n```\n\n", "", "HELP004@32")]
    [InlineData("[Set-Thing](Set-Thing.md)", "Set-Thing", "HELP031@125")]
    [InlineData("[Set-Thing](Set-Thing.md)", "[Set-Thing](Set-Thing.md), too", "HELP031@125")]
    [InlineData("[Set-Thing](Set-Thing.md)", "> [Set-Thing](Set-Thing.md)", "HELP031@125")]
    public void A_problem_is_found_in_its_line(string text, string replacement, string problems)
    {
        Assert.Contains(text, SamplePage.Text, StringComparison.Ordinal);
        var at = SamplePage.Text.IndexOf(text, StringComparison.Ordinal);

        var spoilt = SamplePage.Text.Remove(at, text.Length).Insert(at, replacement);

        Assert.Equal(problems, ProblemsOf(spoilt));
    }

    [Fact]
    public void A_page_without_front_matter_is_an_error() =>
        Assert.Equal("HELP002@1", ProblemsOf(SamplePage.Text[SamplePage.Text.IndexOf("# Get", StringComparison.Ordinal)..]));

    [Theory]
    [InlineData("[[-A] <int>]", "A:int positional")]
    [InlineData("[-A] <int[]>", "A:int[] required positional")]
    [InlineData("-A <Nullable[int]> -B", "A:Nullable[int] required|B: required")]
    [InlineData("[-A <int>] [-B] [-C] <int>", "A:int|B:|C:int required positional")]
    [InlineData("[-A]\n [-B]", "A:|B:")]
    [InlineData("", "")]
    public void Syntax_is_read_as_Get_Command_writes_it(string written, string expected)
    {
        var text = SamplePage.Text.Replace("-Id <int> [-Force]", written, StringComparison.Ordinal);
        var (page, _) = Read(text);

        var read = page.Syntax.Single(form => form.ParameterSet == "ById").Parameters.Select(parameter =>
            $"{parameter.Name}:{parameter.Type}{(parameter.Required ? " required" : "")}{(parameter.Positional ? " positional" : "")}");
        Assert.Equal(expected, string.Join('|', read));
    }

    [Fact]
    public void A_cmdlet_without_named_sets_has_one_block_without_a_heading()
    {
        var start = SamplePage.Text.IndexOf("### ByName", StringComparison.Ordinal);
        var end = SamplePage.Text.IndexOf("## DESCRIPTION", StringComparison.Ordinal);
        var syntax = "```\nGet-Thing [-Name] <string[]> -Id <int> [-Kind <string>] [-Force] [<CommonParameters>]\n```\n\n";
        var text = SamplePage.Text.Remove(start, end - start).Insert(start, syntax)
            .Replace("Sets: ById", "Sets: (All)", StringComparison.Ordinal)
            .Replace("Sets: ByName", "Sets: (All)", StringComparison.Ordinal);

        var (page, problems) = Read(text);

        Assert.Empty(problems);
        Assert.Equal("(All)", Assert.Single(page.Syntax).ParameterSet);
    }

    private static string ProblemsOf(string text) =>
        string.Join(' ', Read(text).Problems.Select(problem => $"{problem.Code}@{problem.Line}"));

    private static (HelpPage Page, List<HelpProblem> Problems) Read(string text)
    {
        var problems = new List<HelpProblem>();
        var page = PageReader.Read("Get-Thing.md", text, SamplePage.HelpFile, new("Get-Thing.md", problems));
        return (page, problems);
    }
}
