using FlowLogs.Querying.Answers;
using FlowLogs.Querying.Tables;
using FlowLogs.Scanning;

namespace FlowLogs.Tests.Querying;

/// <summary>The tables that threads share, beside a dictionary; and the numbers that their groups are sorted by.</summary>
public class TableTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20_000)]
    [InlineData(3, 1_000_000)]
    [InlineData(30, 20_000)]
    public void Shared_tables_have_what_a_dictionary_has(int keyLength, int different)
    {
        var layout = new GroupLayout(keyLength, sums: 1, distinct: 0);
        var lines = Lines(layout, different);
        var expected = new Dictionary<string, (ulong Count, Int128 Sum)>();
        for (var at = 0; at < lines.Length; at += layout.LineLength)
        {
            var key = string.Join(' ', lines[at..(at + keyLength)]);
            var (count, sum) = expected.GetValueOrDefault(key);
            expected[key] = (count + 1, sum + (long)lines[at + keyLength]);
        }

        var table = Fill(layout, lines, expected.Count);
        Assert.Equal(expected.Count, table.Count);
        foreach (var row in table.Rows())
        {
            Assert.Equal(expected[string.Join(' ', table.Key(row).ToArray())], (table.Values(row)[0], GroupLayout.Sum(table.Values(row), 0)));
            Assert.Equal(row, table.Find(table.Key(row)));
        }

        var problem = Assert.ThrowsAny<Exception>(() => Fill(layout, lines, expected.Count - 1));
        Assert.IsType<SinkException>(problem.InnerException);
    }

    [Fact]
    public void Tables_of_two_readings_are_joined()
    {
        var layout = new GroupLayout(2, sums: 1, distinct: 0);
        var lines = Lines(layout, 100_000);
        var whole = Fill(layout, lines, int.MaxValue);
        var half = lines.Length / layout.LineLength / 2 * layout.LineLength;
        var joined = Fill(layout, lines[..half], int.MaxValue);
        joined.AddGroups(Fill(layout, lines[half..], int.MaxValue));
        Assert.Equal(whole.Count, joined.Count);
        foreach (var row in whole.Rows())
            Assert.Equal(whole.Group(row), joined.Group(joined.Find(whole.Key(row))));
    }

    [Theory]
    [InlineData(100, ulong.MaxValue)]
    [InlineData(5000, 0xFF00FF)]
    [InlineData(50_000, ulong.MaxValue)]
    [InlineData(50_000, 0xF_000F_0003)]
    [InlineData(50_000, 3)]
    [InlineData(50_000, 0)]
    public void Numbers_are_sorted_with_their_rows(int count, ulong bits)
    {
        var random = new Random(5);
        var numbers = Numbers(random, count, bits);
        ulong[] keys = [.. numbers];
        int[] rows = [.. Enumerable.Range(0, count)];
        var ends = KeySort.Divide(ref keys, ref rows);
        var start = 0;
        foreach (var end in ends)
        {
            new KeySort().Sort(keys.AsSpan(start..end), rows.AsSpan(start..end));
            start = end;
        }

        Assert.Equal(numbers.Order(), keys);
        Assert.Equal(keys, rows.Select(row => numbers[row]));
        Assert.Equal(count, rows.Distinct().Count());
    }

    [Fact]
    public void Some_bits_keep_the_order()
    {
        var random = new Random(6);
        for (var i = 0; i < 1000; i++)
        {
            var wanted = (ulong)random.NextInt64() & (ulong)random.NextInt64() & (ulong)random.NextInt64();
            var numbers = Numbers(random, 10, wanted);
            foreach (var one in numbers)
            {
                foreach (var other in numbers)
                {
                    Assert.Equal(one.CompareTo(other), SomeBits.Of(one, wanted).CompareTo(SomeBits.Of(other, wanted)));
                    Assert.Equal(one.CompareTo(other), SomeBits.AllOf(one, wanted).CompareTo(SomeBits.AllOf(other, wanted)));
                }

                Assert.True(SomeBits.Count(wanted) == 64 || SomeBits.Of(one, wanted) >> SomeBits.Count(wanted) == 0);
                Assert.True(SomeBits.CountAll(wanted) == 64 || SomeBits.AllOf(one, wanted) >> SomeBits.CountAll(wanted) == 0);
            }
        }
    }

    // Three threads, each with lines in portions of all lengths.
    private static SharedTable Fill(GroupLayout layout, ulong[] lines, int limit)
    {
        var table = new SharedTable(layout, limit);
        var count = lines.Length / layout.LineLength;
        Parallel.For(0, 3, thread =>
        {
            var random = new Random(thread);
            var feed = new TableFeed(table);
            var end = count * (thread + 1) / 3;
            for (int at = count * thread / 3, some; at < end; at += some)
            {
                some = Math.Min(random.Next(600), end - at);
                feed.Add(lines.AsSpan(at * layout.LineLength, some * layout.LineLength), some);
            }

            feed.GiveOwn();
            for (var part = 0; part < table.Parts.Count; part++)
                feed.Give(part);
        });
        return table;
    }

    // A third of the lines is of one group.
    private static ulong[] Lines(GroupLayout layout, int different)
    {
        var random = new Random(4);
        var lines = new ulong[400_000 * layout.LineLength];
        for (var at = 0; at < lines.Length; at += layout.LineLength)
        {
            var key = random.Next(3) == 0 ? 0 : (ulong)random.Next(different);
            for (var i = 0; i < layout.KeyLength; i++)
                lines[at + i] = (key * 0x9E3779B1) >> i;
            lines[at + layout.KeyLength] = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
        }

        return lines;
    }

    // They differ in some bits, and are the same in all others.
    private static ulong[] Numbers(Random random, int count, ulong bits)
    {
        var same = (ulong)random.NextInt64() & ~bits;
        return [.. Enumerable.Range(0, count).Select(_ => same | (((ulong)random.NextInt64() << 1) & bits))];
    }
}
