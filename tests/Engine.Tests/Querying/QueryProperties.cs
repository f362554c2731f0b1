using FlowLogs.Querying;
using FlowLogs.Records;
using FlowLogs.Scanning;
using FlowLogs.Tests.Conditions;
using FlowLogs.Tests.Writing;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Querying;

/// <summary>Whatever the threads that lines are given to, and however lines reach them, the answer is that of plain LINQ.</summary>
public sealed class QueryProperties
{
    private static readonly string[] Wild =
    [
        "9223372036854775807", "-9223372036854775808", "1152921504606846976", "-1152921504606846977", "01152921504606846976",
        "00000000000000000000022",
    ];

    [Property(Replay = "20260711,3", MaxTest = 400)]
    public void Answers_are_those_of_plain_counting(int seed)
    {
        var random = new Random(seed);
        var source = new RandomLines(random, isCanonical: random.Next(2) == 0);
        FlowLogFormat[] formats = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => source.Format())];
        FlowLogRecord[] records = [.. Enumerable.Range(0, random.Next(300)).Select(_ => Record(random, source, formats[random.Next(formats.Length)]))];
        var query = new RandomQueries(random).Query(formats);

        var result = Answer(query, records, random);
        var expected = Reference.Answer(query, records);
        Assert.Equal(expected, result.Rows.Select(static row => row.GetValues().ToArray()));
        Assert.Equal(Reference.Answer(query with { Top = null }, records).Count, result.Groups);
        Assert.Equal(query.Columns, result.Columns);
        var used = query.GroupBy.Concat(query.Sums).Concat(query.Distinct).Select(static field => field.Name)
            .Concat(query.Bin is null ? [] : new[] { "start" });
        Assert.Equal(
            used.Where(name => records.Any(record => record.Format.ColumnOf(name) < 0)).Order().Distinct(),
            result.LackingFields.Select(static field => field.Name).Order());
    }

    // Many values, so that tables grow and threads meet the same new texts at the same time.
    [Property(Replay = "20260711,5", MaxTest = 6)]
    public void Large_tables_are_joined_without_loss(int seed)
    {
        var random = new Random(seed);
        var format = FlowLogFormat.Parse("srcaddr dstaddr interface-id dstport bytes start");
        FlowLogRecord[] records = [.. Enumerable.Range(0, 40_000).Select(_ =>
        {
            var source = random.Next(2) == 0 ? $"10.0.{random.Next(256)}.{random.Next(256)}" : $"2001:db8::{random.Next(4096):x}";
            var rest = $"eni-{random.Next(3000):x17} {random.Next(65536)} {random.NextInt64(long.MaxValue)} {random.Next(100_000)}";
            return Lines.Read(format, $"{source} 10.1.1.{random.Next(256)} {rest}");
        })];
        FlowField[] fields = [.. format.Fields];
        random.Shuffle(fields);
        var query = new FlowQuery
        {
            GroupBy = [.. fields.Where(static field => field.Name != "bytes").Take(2)],
            Sums = [FlowFields.Get(FlowFieldId.Bytes)],
            Distinct = [fields[^1]],
        };
        Assert.Equal(
            Reference.Answer(query, records),
            Answer(query, records, random).Rows.Select(static row => row.GetValues().ToArray()));
    }

    private static FlowLogRecord Record(Random random, RandomLines source, FlowLogFormat format)
    {
        var words = source.Line(format).Split(' ');
        foreach (var column in format.NumberColumns)
        {
            if (format.Fields[column].Type == FlowFieldType.Int64 && random.Next(6) == 0)
                words[column] = Wild[random.Next(Wild.Length)];
        }

        return Lines.Read(format, string.Join(' ', words));
    }

    // Some threads, each with lines as they come and the first with records, too.
    private static FlowQueryResult Answer(FlowQuery query, FlowLogRecord[] records, Random random)
    {
        var runner = new FlowQueryRunner(query);
        var threads = random.Next(1, 5);
        var owners = Array.ConvertAll(records, _ => random.Next(-1, threads));
        Parallel.For(0, threads, thread =>
        {
            var sink = runner.OpenSink();
            var order = new Random(thread);
            var run = new List<FlowLogRecord>();
            for (var i = 0; i < records.Length; i++)
            {
                if (owners[i] < 0 && thread == 0)
                    runner.Add(records[i]);
                if (owners[i] != thread)
                    continue;
                if (run.Count > 0 && (run[0].Format != records[i].Format || order.Next(10) == 0))
                    Add(sink, run, order);
                run.Add(records[i]);
            }

            Add(sink, run, order);
        });
        return runner.Finish();
    }

    // As a run of lines, of which some are not wanted.
    private static void Add(LineSink sink, List<FlowLogRecord> records, Random random)
    {
        if (records.Count == 0)
            return;
        var text = new List<byte>();
        var bounds = new List<ushort> { ushort.MaxValue };
        var chosen = new List<ushort>();
        foreach (var record in records)
        {
            if (random.Next(4) == 0)
                AddLine(records[0]);
            chosen.Add((ushort)((bounds.Count - 1) / record.Format.Fields.Count));
            AddLine(record);
        }

        var format = records[0].Format;
        sink.Add(format, new LineRun(text.ToArray(), bounds.ToArray(), format.Fields.Count), chosen.ToArray());
        records.Clear();

        void AddLine(FlowLogRecord record)
        {
            var fields = record.GetFields(new byte[record.LineLength], new ushort[record.Format.Fields.Count + 1]);
            for (var i = 0; i < fields.Count; i++)
            {
                text.AddRange(fields[i]);
                bounds.Add((ushort)text.Count);
                text.Add((byte)(i == fields.Count - 1 ? '\n' : ' '));
            }
        }
    }
}
