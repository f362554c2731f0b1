using System.Globalization;
using System.Text;
using FlowLogs.Records;
using FlowLogs.Samples;

namespace FlowLogs.Tests.Samples;

/// <summary>A sample's lines, taken apart by blanks and nothing else.</summary>
internal sealed class SampleLog
{
    public SampleLog(FlowLogSampleOptions options)
    {
        var sample = new FlowLogSample(options);
        using var stream = new MemoryStream();
        Summaries = sample.Write(stream, hasHeader: true).ToDictionary(summary => summary.Scenario, StringComparer.Ordinal);
        Text = Encoding.UTF8.GetString(stream.ToArray());
        var lines = Text.Split('\n')[..^1];
        var columns = lines[0].Split(' ').Select((name, i) => (name, i)).ToDictionary(column => column.name, column => column.i, StringComparer.Ordinal);
        var labels = sample.Records().Select(record => record.Scenario.ToString()).ToList();
        Lines = [.. lines.Skip(1).Select((line, i) => new Line(line.Split(' '), labels[i], columns))];
    }

    public string Text { get; }

    public IReadOnlyList<Line> Lines { get; }

    public IReadOnlyDictionary<string, FlowLogSampleSummary> Summaries { get; }

    public static FlowLogFormat EverythingOfVpc { get; } = SampleFormats.UpTo(SampleFormats.LastVersion);

    public sealed record Line(string[] Values, string Scenario, Dictionary<string, int> Columns)
    {
        public string this[string name] => Values[Columns[name]];

        public IEnumerable<string> Names => Columns.Keys;

        public long Number(string name) => long.Parse(this[name], CultureInfo.InvariantCulture);

        public bool IsFlow => this["log-status"] == "OK";

        public bool IsEgress => this["flow-direction"] == "egress";
    }
}
