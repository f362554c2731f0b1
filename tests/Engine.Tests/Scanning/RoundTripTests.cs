using System.Globalization;
using System.Text;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Tests.Conditions;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Scanning;

/// <summary>
/// A record gives its line back. The lines are of random formats: of one version each, or of all of them, with names that
/// the table lacks. FLOWLOGS_TESTS_SCALE multiplies their number; 2,000 makes a million lines.
/// </summary>
public class RoundTripTests
{
    private const int Lines = 5;

    private static readonly int Formats =
        int.Parse(Environment.GetEnvironmentVariable("FLOWLOGS_TESTS_SCALE") ?? "1", CultureInfo.InvariantCulture);

    private static readonly string[] Unknown = ["brand-new-field", "x", "field-2-of-3", "a_b"];

    [Property(MaxTest = 100, Replay = "(31337,11)")]
    public void Every_record_gives_its_line_back(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var source = new RandomLines(random, isCanonical: false);
        for (var i = 0; i < Formats; i++)
        {
            var format = MakeFormat(random);
            var lines = Enumerable.Range(0, Lines).Select(_ => source.Line(format)).Where(IsPlain).ToList();
            var text = string.Join(random.Next(2) == 0 ? "\n" : "\r\n", lines.Select(line => Spread(line, random)));
            var options = random.Next(2) == 0 ? new FlowReadOptions { Formats = [format] } : new FlowReadOptions();
            if (options.Formats.Count == 0)
                text = $"{string.Join(' ', format.Fields)}\n{text}";

            var items = Reading.SourceReading.Read(text, options);
            Assert.Equal(lines, items.Select(static item => item.Record?.ToString() ?? item.Problem!.Message));
            foreach (var (item, line) in items.Zip(lines))
                CheckValues(item.Record!, format, line.Split(' '));
        }
    }

    // What makes other things of a line than a record: JSON, packed data, a header line.
    private static bool IsPlain(string line) =>
        line[0] is not ('{' or '[') && FlowLogFormat.FromHeader(Encoding.UTF8.GetBytes(line), out _) is null;

    private static FlowLogFormat MakeFormat(Random random)
    {
        var version = random.Next(2, 13);
        var names = (version switch
        {
            12 => FlowFields.All,
            6 => FlowLogFormat.TransitGatewayDefault.Fields,
            _ => FlowFields.All.Where(field => field.SinceVersion <= version && field.SinceVersion != 6),
        }).Select(static field => field.Name).ToArray();
        if (random.Next(2) == 0)
            random.Shuffle(names);
        if (random.Next(2) == 0)
            names = names[..random.Next(1, names.Length + 1)];
        if (random.Next(3) == 0)
            names = [.. Unknown[..random.Next(1, Unknown.Length + 1)], .. names];
        return FlowLogFormat.Parse(string.Join(' ', names));
    }

    // Runs of blanks and tabs count as one blank.
    private static string Spread(string line, Random random) => random.Next(3) switch
    {
        0 => line.Replace(" ", "  ", StringComparison.Ordinal) + " ",
        1 => "\t" + line.Replace(" ", " \t", StringComparison.Ordinal),
        _ => line,
    };

    private static void CheckValues(FlowLogRecord record, FlowLogFormat format, string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            var field = format.Fields[i];
            object? expected = (texts[i], field.Type) switch
            {
                ("-", _) => null,
                (var text, FlowFieldType.Text) => text,
                (var text, FlowFieldType.Int32) when field.Name == "tcp-flags" => (FlowTcpFlags)int.Parse(text, CultureInfo.InvariantCulture),
                (var text, FlowFieldType.Int32) => int.Parse(text, CultureInfo.InvariantCulture),
                (var text, FlowFieldType.Int64) => long.Parse(text, CultureInfo.InvariantCulture),
                (var text, _) => EpochTime.FromNumber(long.Parse(text, CultureInfo.InvariantCulture)),
            };
            Assert.Equal(expected, record.GetValue(field.Name));
        }
    }
}
