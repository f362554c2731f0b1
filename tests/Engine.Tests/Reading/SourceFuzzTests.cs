using FlowLogs.Conditions;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Scanning;
using FlowLogs.Tests.Filtering;
using FlowLogs.Tests.Records;

namespace FlowLogs.Tests.Reading;

/// <summary>
/// Whatever a source has in it, only records and problems come out, the same however it comes in blocks, and the reader
/// keeps nothing. FLOWLOGS_FUZZ=10000000 runs for longer.
/// </summary>
[Collection(AloneTests.Name)]
public class SourceFuzzTests
{
    [Fact]
    public void No_source_crashes_a_reader()
    {
        var random = FuzzSettings.Start();
        var fuzzer = new SourceFuzzer(random);
        var cases = FuzzSettings.Cases(10_000);
        var records = 0;
        var problems = new Dictionary<string, int>();
        long firstMemory = 0;
        for (var i = 0; i < cases; i++)
        {
            FlowLogFormat[] formats = random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => fuzzer.Format())];
            var source = fuzzer.Next();
            try
            {
                var items = Read(source, formats, condition: null);
                records += items.Count(static item => item.Record is not null);
                foreach (var problem in items.Where(static item => item.Problem is not null))
                    problems[problem.Problem!.ErrorId] = problems.GetValueOrDefault(problem.Problem.ErrorId) + 1;
                Check(items, source, formats);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Case {i}: formats <{string.Join("; ", formats.AsEnumerable())}>, source <{Convert.ToHexString(source)}>: {e}");
            }

            if (i == cases / 10)
                firstMemory = GC.GetTotalMemory(forceFullCollection: true);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - firstMemory, long.MinValue, 4 << 20);

        // Otherwise the cases are no good.
        Assert.InRange(records, cases / 2, long.MaxValue);
        foreach (var id in new[] { "FieldCount", "MoreFieldCount", "BadInteger", "IntegerRange", "InvalidJson", "InvalidPayload", "InvalidBase64", "InvalidGzip" })
            Assert.InRange(problems.GetValueOrDefault(id), cases / 2000, int.MaxValue);
    }

    private static void Check(List<ReadItem> items, byte[] source, FlowLogFormat[] formats)
    {
        foreach (var item in items)
        {
            Assert.True(item.Record is null != item.Problem is null);
            if (item.Problem is not null)
            {
                Assert.NotEmpty(item.Problem.Message);
                continue;
            }

            // A record can be looked at, and is what its line is.
            var record = item.Record!;
            foreach (var field in record.GetFields())
                _ = record.GetValue(field.Name);
            var line = RecordLines.LineOf(record);
            if (line.AsSpan().Count((byte)' ') >= record.Format.Fields.Count || line.Contains((byte)'\t'))
                continue; // Blanks between commas, which AWS never writes.
            var again = new LineScanner("again", [record.Format]).Scan(line, 1, default, out var problem);
            Assert.True(problem is null && (again is null || line.SequenceEqual(RecordLines.LineOf(again))), record.ToString());
        }

        // A condition leaves records out, and tells of the same problems.
        var unwanted = Read(source, formats, FlowExpression.False);
        Assert.Equal(items.Where(static item => item.Problem is not null).Select(static item => item.Problem!.Message), unwanted.Select(static item => item.Problem!.Message));
    }

    private static List<ReadItem> Read(byte[] source, FlowLogFormat[] formats, FlowExpression? condition)
    {
        var items = new List<ReadItem>();
        var options = new FlowReadOptions { Formats = formats, Condition = condition, MaxPayloadLength = 100_000 };
        var reader = new LineReader("source", options);
        using var blocks = new LineBlockReader(new MemoryStream(source));
        for (var block = blocks.Read(reader.IsInObject); !block.IsEmpty; block = blocks.Read(reader.IsInObject))
            reader.ReadPart(block.Span, items);
        reader.Finish(items);
        return items;
    }
}
