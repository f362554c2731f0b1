using System.Globalization;
using System.Text.RegularExpressions;
using FlowLogs.Reading;
using FlowLogs.Scanning;

namespace FlowLogs.Tests.Reading;

/// <summary>Every file of the samples is read to its end: each line is a record, a header line, or told of.</summary>
public partial class SampleTests
{
    // Names of fields, and nothing else, between blanks or commas.
    [GeneratedRegex("^[a-z][a-z0-9_-]*([ ,]+[a-z][a-z0-9_-]*)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HeaderLine { get; }

    [GeneratedRegex(": (?<count>[0-9,]+) more lines", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MoreLines { get; }

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        var root = TestData.SamplesFolder;
        var files = root is null ? ["-"] : Directory.GetFiles(root, "*", SearchOption.AllDirectories);
        foreach (var file in files.Order(StringComparer.Ordinal).Where(static file => Path.GetExtension(file) is not (".md" or ".parquet")))
            data.Add(root is null ? file : Path.GetRelativePath(root, file).Replace('\\', '/'));
        return data;
    }

    [SamplesTheory]
    [MemberData(nameof(Files))]
    public async Task Every_line_is_accounted_for(string file)
    {
        var path = Path.Combine(TestData.SamplesFolder!, file);
        var items = new List<ReadItem>();
        await foreach (var batch in FlowFileReader.ReadAsync([path], new FlowReadOptions()))
            items.AddRange(batch);

        Assert.All(items, static item => Assert.True(item.Record is not null || item.Problem!.Message.Length > 20));
        if (Path.GetExtension(file) is not (".log" or ".csv"))
            return;
        var lines = File.ReadAllLines(path).Select(static line => line.Trim('\uFEFF', ' ', '\t')).Where(static line => line.Length > 0).ToList();
        var told = items.Count(static item => item.Record is not null || item.Problem is FlowLineException);
        var counted = items.Where(static item => item.Problem is not null and not FlowLineException)
            .Sum(static item => int.Parse(MoreLines.Match(item.Problem!.Message).Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        Assert.Equal(lines.Count(static line => !HeaderLine.IsMatch(line) || line.StartsWith("bogus", StringComparison.Ordinal)), told + counted);
    }
}
