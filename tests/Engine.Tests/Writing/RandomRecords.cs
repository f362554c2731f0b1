using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowLogs.Records;
using FlowLogs.Tests.Conditions;

namespace FlowLogs.Tests.Writing;

/// <summary>Makes records of random formats of every version, repeatable by seed.</summary>
internal sealed class RandomRecords(Random random)
{
    private const int LinesOfOneFormat = 40;

    private static readonly int Scale =
        int.Parse(Environment.GetEnvironmentVariable("FLOWLOGS_TESTS_SCALE") ?? "1", CultureInfo.InvariantCulture);

    private readonly RandomLines _lines = new(random, isCanonical: false);

    /// <summary>Hands some records of one format to a check; FLOWLOGS_TESTS_SCALE multiplies how often.</summary>
    public static void ForEach(int seed, Action<FlowLogRecord, RandomRecords> check)
    {
        var source = new RandomRecords(new Random(seed));
        for (var i = 0; i < Scale; i++)
        {
            var format = source.Format();
            for (var j = 0; j < LinesOfOneFormat; j++)
                check(Lines.Read(format, source._lines.Line(format)), source);
        }
    }

    /// <summary>Checks that every field's text is somewhere in a record's document, and that there is one if it has a time.</summary>
    public static void LoseNothing(int seed, Func<FlowLogRecord, JsonElement> write, Func<JsonElement, FlowField, string, bool> has) => ForEach(seed, (record, _) =>
    {
        if (record.Start is null && record.End is null)
        {
            Assert.Equal("NoTime", Assert.Throws<FlowLogException>(() => write(record)).ErrorId);
            return;
        }

        var document = write(record);
        foreach (var field in record.Format.Fields)
        {
            var text = Encoding.UTF8.GetString(Lines.TextOf(record, field));
            Assert.True(text == "-" || has(document, field, text), $"{field} of {record.Format}: {record} is not in {document}");
        }
    });

    /// <summary>A format of the fields that a version has, in any order, perhaps with names that nobody knows.</summary>
    public FlowLogFormat Format()
    {
        var version = random.Next(2, 12);
        var names = FlowFields.All.Where(field => field.SinceVersion <= version).Select(static field => field.Name)
            .Concat(["my-field", "other-2"]).ToArray();
        random.Shuffle(names);
        return Parse(names.Take(random.Next(3) == 0 ? names.Length : random.Next(1, names.Length)));
    }

    /// <summary>A format with all fields of another and more, in any order.</summary>
    public FlowLogFormat Wider(FlowLogFormat format)
    {
        string[] names = [.. format.Fields.Concat(Format().Fields).Select(static field => field.Name).Distinct()];
        random.Shuffle(names);
        return Parse(names);
    }

    private static FlowLogFormat Parse(IEnumerable<string> names) => FlowLogFormat.Parse(string.Join(' ', names));
}
