using System.Globalization;
using System.Text;
using FlowLogs.Conditions.Values;
using FlowLogs.Querying.Cells;
using FlowLogs.Records;
using FlowLogs.Scanning;
using FlowLogs.Tests.Conditions;

namespace FlowLogs.Tests.Querying;

/// <summary>What is read several bytes at once is what is read byte by byte.</summary>
public sealed class CellTests
{
    private static readonly string[] Behind = ["", " ", " 1", " 10.0.0.1 22", ".1.1.1.1.1.1.1.1.1", "0123456789012345678901234567890"];

    [Fact]
    public void Addresses_are_those_of_the_plain_parser()
    {
        var random = new Random(11);
        foreach (var text in RandomLines.AllAddresses.Concat(Enumerable.Range(0, 60_000).Select(_ => Dotted(random))))
        {
            var expected = AddressText.TryParseIPv4(Encoding.UTF8.GetBytes(text), out var address);
            foreach (var more in Behind)
            {
                var tail = Encoding.UTF8.GetBytes(text + more);
                Assert.True(expected == DottedText.TryParse(tail, tail.Length - more.Length, out var found), text + more);
                Assert.True(!expected || address == found, text + more);
            }
        }
    }

    [Fact]
    public void Numbers_are_those_of_the_plain_parser()
    {
        var random = new Random(12);
        var reader = new CellReader(new TextStore(), 0);
        for (var i = 0; i < 50_000; i++)
        {
            var value = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            var text = (value < 0 ? "-" : "") + new string('0', random.Next(4)) + value.ToString(CultureInfo.InvariantCulture).TrimStart('-');
            foreach (var more in Behind)
            {
                var line = Encoding.UTF8.GetBytes(text + more);
                var amount = Read(reader, new LineFields(line, [ushort.MaxValue, (ushort)text.Length]), 0, CellKind.Amount);
                Assert.Equal(FieldNumber.Parse(Encoding.UTF8.GetBytes(text)), (long)amount);
            }
        }
    }

    [Theory]
    [InlineData("action", "ACCEPT")]
    [InlineData("action", "a")]
    [InlineData("action", "1234567")]
    [InlineData("action", "12345678")]
    [InlineData("action", "1.1.1.1")]
    [InlineData("srcaddr", "1.1.1.1")]
    [InlineData("srcaddr", "255.255.255.255")]
    [InlineData("srcaddr", "010.0.0.1")]
    [InlineData("srcaddr", "::1")]
    [InlineData("srcaddr", "2001:DB8::1")]
    [InlineData("srcaddr", "2001:db8::ffff:ffff:ffff:ffff:fff")]
    [InlineData("interface-id", "eni-0123456789abcdef0")]
    [InlineData("interface-id", "é")]
    [InlineData("interface-id", "--")]
    public void A_text_is_given_back_as_it_was(string name, string text)
    {
        var field = FlowFields.Find(name)!;
        foreach (var more in Behind)
        {
            var line = Encoding.UTF8.GetBytes($"x {text} y{more}");
            var store = new TextStore();
            var end = 2 + Encoding.UTF8.GetByteCount(text);
            var cell = Read(new CellReader(store, 0), new LineFields(line, [ushort.MaxValue, 1, (ushort)end, (ushort)line.Length]), 1, CellSource.Of(field).Kind);
            Assert.Equal(text, Cell.ToValue(cell, field, store));
        }
    }

    [Fact]
    public void Texts_have_one_number_in_all_threads()
    {
        var store = new TextStore();
        var found = new int[4][];
        Parallel.For(0, found.Length, thread =>
        {
            var cache = new TextCache(store);
            var random = new Random(thread);
            found[thread] = new int[20_000];
            foreach (var i in Enumerable.Range(0, found[thread].Length).OrderBy(_ => random.Next()))
            {
                found[thread][i] = cache.IdOf(Text(i));
                Assert.True(store.Get(found[thread][i]).SequenceEqual(Text(i)));
            }
        });
        Assert.All(found, ids => Assert.Equal(found[0], ids));
        Assert.Equal(Enumerable.Range(0, 20_000), found[0].Order());

        static byte[] Text(int i) => Encoding.UTF8.GetBytes($"text {i} {new string('x', i % 61)}");
    }

    [Fact]
    public void A_text_may_be_as_long_as_a_line()
    {
        var store = new TextStore();
        byte[][] texts = [.. Enumerable.Range(0, 5).Select(i => Enumerable.Repeat((byte)('a' + i), ushort.MaxValue - i).ToArray())];
        var ids = texts.Select(text => store.IdOf(text, 1)).ToList();
        Assert.Equal(Enumerable.Range(0, 5), ids);
        Assert.All(ids, id => Assert.Equal(texts[id], store.Get(id).ToArray()));
    }

    private static string Dotted(Random random)
    {
        var parts = Enumerable.Range(0, random.Next(20) == 0 ? random.Next(1, 6) : 4).Select(_ => random.Next(12) switch
        {
            0 => random.Next(1200).ToString("D2", CultureInfo.InvariantCulture),
            1 => random.Next(20) == 0 ? "" : random.Next(10).ToString(CultureInfo.InvariantCulture),
            2 => random.Next(20) == 0 ? "1x" : random.Next(100).ToString(CultureInfo.InvariantCulture),
            _ => random.Next(260).ToString(CultureInfo.InvariantCulture),
        });
        return string.Join('.', parts);
    }

    private static ulong Read(CellReader reader, in LineFields fields, int column, CellKind kind)
    {
        var cell = 0UL;
        reader.Read(fields.ToRun(), [0], column, kind, new Span<ulong>(ref cell), step: 1);
        return cell;
    }
}
