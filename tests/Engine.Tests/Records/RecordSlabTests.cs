using System.Text;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Tests.Records;

/// <summary>Records share blocks, and keep what is theirs.</summary>
public class RecordSlabTests
{
    private static readonly FlowLogFormat Pair = FlowLogFormat.Parse("srcaddr dstaddr");

    [Fact]
    public void Records_of_any_length_keep_their_line_and_fields()
    {
        var slab = new RecordSlab();
        var lengths = Enumerable.Range(1, 300).Concat([253, 254, 255, 256, 257, 8_000, 8_192, 9_000, 65_533, 1, 65_533]).ToList();
        var records = lengths.ConvertAll(length => Add(slab, Pair, Text(length)));
        Span<ushort> bounds = stackalloc ushort[3];
        foreach (var (record, length) in records.Zip(lengths))
        {
            Assert.Equal($"{Text(length)} b", record.ToString());
            Assert.Equal(Text(length), record.SrcAddr);
            Assert.Equal("b", record.DstAddr);
            var fields = record.GetFields(bounds);
            Assert.Equal([length, 1], new[] { fields.LengthOf(0), fields.LengthOf(1) });
            Assert.True(record.Origin.IsNone);
        }
    }

    [Fact]
    public void Events_of_many_streams_keep_where_they_are_from()
    {
        var slab = new RecordSlab();
        var random = new Random(5);
        var streams = Enumerable.Range(0, 300).Select(static i => i == 0 ? null : $"stream-{i}").ToArray();
        var origins = Enumerable.Range(0, 3000).Select(i => random.Next(5) == 0 ? RecordOrigin.None : new RecordOrigin(
            random.Next(9) == 0 ? null : "group",
            streams[random.Next(streams.Length)],
            random.Next(4) switch { 0 => null, 1 => new string('7', random.Next(1, 9_000)), _ => $"{i:D56}" },
            random.Next(9) == 0 ? null : random.NextInt64(),
            random.Next(9) == 0 ? null : -i)).ToList();
        var records = origins.ConvertAll(origin => Add(slab, Pair, Text(random.Next(1, 400)), origin));
        foreach (var (record, origin) in records.Zip(origins))
        {
            Assert.Equal(origin, record.Origin);
            Assert.Equal(origin.EventId, record.EventId);
            Assert.Equal(origin.LogStreamName, record.LogStreamName);
            Assert.Equal("b", record.DstAddr);
        }
    }

    [Fact]
    public void A_block_numbers_a_bounded_number_of_streams()
    {
        var block = new RecordBlock(Pair, 1);
        var origins = Enumerable.Range(0, 256).Select(static i => new RecordOrigin("group", $"stream-{i}", null, null, null)).ToList();
        Assert.Equal(Enumerable.Range(1, 255).Select(static i => (byte)i).Append((byte)0), origins.Select(origin => block.NumberOf(origin)));
        Assert.Equal(7, block.NumberOf(origins[6]));
    }

    [Fact]
    public void Another_format_takes_another_block()
    {
        var slab = new RecordSlab();
        var other = FlowLogFormat.Parse("dstaddr srcaddr");
        var records = new[] { Add(slab, Pair, "a"), Add(slab, other, "c"), Add(slab, Pair, "d") };
        Assert.Equal(["a", "b", "d"], records.Select(static record => record.SrcAddr));
        Assert.Equal([Pair, other, Pair], records.Select(static record => record.Format));
    }

    [Fact]
    public void Texts_that_come_again_are_the_same_string()
    {
        var slab = new RecordSlab();
        Assert.Same(Add(slab, Pair, "eni-0123456789abcdef0").SrcAddr, Add(slab, Pair, "eni-0123456789abcdef0").SrcAddr);
        foreach (var text in new[] { "ü", "ü", "u", "eni-ü", "eni-?", Text(41), Text(40) })
            Assert.Equal(text, Add(slab, Pair, text).SrcAddr);
    }

    private static string Text(int length) => string.Create(length, 0, static (text, _) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = (char)('a' + (i % 26));
    });

    private static FlowLogRecord Add(RecordSlab slab, FlowLogFormat format, string first, RecordOrigin origin = default)
    {
        var line = Encoding.UTF8.GetBytes($"{first} b");
        return slab.Add(new LineFields(line, [ushort.MaxValue, (ushort)(line.Length - 2), (ushort)line.Length]), format, origin);
    }
}
