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
            var fields = record.GetFields(new byte[record.LineLength], bounds);
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
        var block = new RecordBlock(Pair, new RecordHeads(), 1);
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

    [Theory]
    [InlineData("version account-id interface-id srcaddr", 3)]
    [InlineData("vpc-id az-id tcp-flags vpc-id-2", 2)]
    [InlineData("interface-id action", 1)]
    [InlineData("srcaddr interface-id", 0)]
    [InlineData("my-field interface-id action", 0)]
    [InlineData("action", 0)]
    public void A_head_ends_before_what_differs_from_line_to_line(string format, int columns) =>
        Assert.Equal(columns, FlowLogFormat.Parse(format).HeadColumns);

    [Fact]
    public void Records_share_heads_of_any_number_and_length()
    {
        var slab = new RecordSlab();
        var format = FlowLogFormat.Parse("version interface-id srcport");
        var random = new Random(9);
        var heads = Enumerable.Range(0, 3000).Select(i => $"2 eni-{i}{Text(random.Next(9) == 0 ? random.Next(600) : 3)}").ToArray();
        var lines = Enumerable.Range(0, 20_000).Select(i => $"{heads[random.Next(i < 5_000 ? 9 : heads.Length)]} {i}").ToArray();
        var records = lines.Select(line => AddLine(slab, format, line, ' ')).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            Assert.Equal(lines[i], records[i].ToString());
            Assert.Equal((2, lines[i].Split(' ')[1], i), (records[i].Version, records[i].InterfaceId, records[i].SrcPort));
            CheckFields(records[i], lines[i].Split(' '));
        }
    }

    [Fact]
    public void Fields_with_blanks_in_them_stay_whole()
    {
        var slab = new RecordSlab();
        var format = FlowLogFormat.Parse("interface-id srcaddr my-field");
        string[] lines = ["a,b,c", "a a,b,c", "a,b,c c", "a  a,b b b,", ",,", " , , ", "a,b,c"];
        var origin = new RecordOrigin("group", "stream", "id", 1, 2);
        foreach (var line in lines)
        {
            var record = AddLine(slab, format, line, ',', origin);
            Assert.Equal(line.Replace(',', ' '), record.ToString());
            Assert.Equal(origin, record.Origin);
            CheckFields(record, line.Split(','));
        }
    }

    [Fact]
    public void A_table_of_heads_is_bounded()
    {
        var heads = new RecordHeads();
        Assert.Equal([0, 0, 1, 2, 1], new[] { "", Text(513), "a ", "b ", "a " }.Select(text => heads.NumberOf(Encoding.UTF8.GetBytes(text))));
        var numbers = Enumerable.Range(0, 2000).Select(i => heads.NumberOf(Encoding.UTF8.GetBytes($"head-{i:D9} "))).ToList();
        Assert.Equal(Enumerable.Range(3, 1021), numbers.Take(1021));
        Assert.All(numbers.Skip(1021), static number => Assert.Equal(-1, number));
        Assert.Equal("head-000000007 ", Encoding.UTF8.GetString(heads[numbers[7]]));
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

    private static void CheckFields(FlowLogRecord record, string[] texts)
    {
        var fields = record.GetFields(new byte[record.LineLength], stackalloc ushort[texts.Length + 1]);
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal(texts[i], Encoding.UTF8.GetString(record.Raw(i)));
            Assert.Equal(texts[i], Encoding.UTF8.GetString(fields[i]));
        }
    }

    private static FlowLogRecord AddLine(RecordSlab slab, FlowLogFormat format, string line, char separator, RecordOrigin origin = default)
    {
        ushort[] bounds = [ushort.MaxValue, .. line.Select(static (c, i) => (c, i)).Where(at => at.c == separator).Select(static at => (ushort)at.i), (ushort)line.Length];
        return slab.Add(new LineFields(Encoding.UTF8.GetBytes(line.Replace(separator, ' ')), bounds), format, origin);
    }

    private static FlowLogRecord Add(RecordSlab slab, FlowLogFormat format, string first, RecordOrigin origin = default)
    {
        var line = Encoding.UTF8.GetBytes($"{first} b");
        return slab.Add(new LineFields(line, [ushort.MaxValue, (ushort)(line.Length - 2), (ushort)line.Length]), format, origin);
    }
}
