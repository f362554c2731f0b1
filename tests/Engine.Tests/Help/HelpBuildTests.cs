using FlowLogs.HelpBuilder;

namespace FlowLogs.Tests.Help;

/// <summary>From a folder of pages to the file on disk.</summary>
public sealed class HelpBuildTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowlogs-help-").FullName;
    private readonly string _pages;
    private readonly string _output;

    public HelpBuildTests()
    {
        _pages = Directory.CreateDirectory(Path.Combine(_folder, "pages")).FullName;
        _output = Path.Combine(_folder, "en-US", SamplePage.HelpFile);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_page_with_everything_gives_the_expected_file_byte_for_byte()
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data", "help");
        var output = Path.Combine(_folder, "Sample.dll-Help.xml");

        var errors = Run(data, output);

        Assert.Empty(errors);
        Assert.Equal(File.ReadAllText(Path.Combine(data, "Sample.dll-Help.xml")), File.ReadAllText(output));
        Assert.Equal(File.ReadAllBytes(Path.Combine(data, "Sample.dll-Help.xml")), File.ReadAllBytes(output));
    }

    [Fact]
    public void Line_ends_of_a_page_do_not_matter()
    {
        AddPage("Get-Thing", SamplePage.Text);
        Run();
        var expected = File.ReadAllBytes(_output);
        File.Delete(_output);

        AddPage("Get-Thing", SamplePage.Text.ReplaceLineEndings("\r\n"));
        Run();

        Assert.Equal(expected, File.ReadAllBytes(_output));
    }

    [Fact]
    public void Pages_come_in_ordinal_order()
    {
        foreach (var name in new[] { "Set-Thing", "Get-Thing", "get-Zebra", "Get-Other" })
            AddPage(name, SamplePage.Text.Replace("Get-Thing", name, StringComparison.Ordinal));

        Assert.Empty(Run());

        var names = File.ReadLines(_output).Where(line => line.Contains("<command:name>", StringComparison.Ordinal));
        Assert.Equal(["Get-Other", "Get-Thing", "Set-Thing", "get-Zebra"], names.Select(line => line.Trim()[14..^15]));
    }

    [Fact]
    public void A_file_that_would_not_change_is_left_alone()
    {
        AddPage("Get-Thing", SamplePage.Text);
        Run();
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_output, longAgo);

        Run();
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(_output));

        AddPage("Get-Thing", SamplePage.Text.Replace("Gets things.", "Gets other things.", StringComparison.Ordinal));
        Run();
        Assert.NotEqual(longAgo, File.GetLastWriteTimeUtc(_output));
        Assert.Contains("Gets other things.", File.ReadAllText(_output), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_are_written_for_MSBuild_and_the_old_file_stays()
    {
        AddPage("Get-Thing", SamplePage.Text);
        Run();
        var before = File.ReadAllText(_output);
        var page = AddPage("Get-Other", SamplePage.Text);

        var errors = Run();

        Assert.Equal([$"{page}(8): error HELP003: The title is 'Get-Thing', but the page is named 'Get-Other'."], errors);
        Assert.Equal(before, File.ReadAllText(_output));
    }

    [Theory]
    [InlineData("pages")]
    [InlineData("nowhere")]
    public void A_folder_without_pages_is_an_error(string folder)
    {
        var path = Path.Combine(_folder, folder);

        var errors = Run(path, _output);

        Assert.Equal([$"{path}(1): error HELP001: There are no help pages (*.md) in this folder."], errors);
        Assert.False(File.Exists(_output));
    }

    private string AddPage(string name, string text)
    {
        var path = Path.Combine(_pages, name + ".md");
        File.WriteAllText(path, text);
        return path;
    }

    private string[] Run() => Run(_pages, _output);

    private static string[] Run(string pages, string output)
    {
        using var errors = new StringWriter();
        var success = HelpBuild.Run(pages, output, errors);
        var lines = errors.ToString().Split(errors.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Length == 0, success);
        return lines;
    }
}
