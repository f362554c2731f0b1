using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using FlowLogs.Querying;
using FlowLogs.Querying.Tables;
using FlowLogs.Records;
using FlowLogs.Tests.Writing;

namespace FlowLogs.Tests.Querying;

/// <summary>Rows as objects, and the order they come in.</summary>
public sealed class MeasureTests
{
    private static readonly FlowLogFormat Format = FlowLogFormat.Parse("srcaddr dstport tcp-flags bytes start interface-id my-field");

    [Fact]
    public void A_row_has_a_property_for_each_column()
    {
        var query = new FlowQuery
        {
            GroupBy = [Field("srcaddr"), Field("dstport"), Field("tcp-flags"), Field("my-field")],
            Sums = [Field("bytes")],
            Distinct = [Field("interface-id")],
            Bin = TimeSpan.FromMinutes(1),
        };
        var rows = Answer(query, ["10.0.0.1 22 2 5 1770000060 eni-1 x", "- - - - - - -"]).Rows.ToList();
        var properties = rows[0].GetType().GetProperties();
        Assert.Equal(query.Columns.Select(static column => column.Name), properties.Select(static property => property.Name));
        Assert.Equal(
            [typeof(string), typeof(int?), typeof(FlowTcpFlags?), typeof(string), typeof(long), typeof(object), typeof(long), typeof(DateTimeOffset?)],
            properties.Select(static property => property.PropertyType));
        Assert.All(properties, static property => Assert.False(property.CanWrite));
        Assert.All(rows, row => Assert.Equal(row.GetValues(), properties.Select(property => property.GetValue(row))));
        Assert.Equal([null, null, null, null, 1L, 0L, 0L, null], rows[0].GetValues());
        Assert.Equal(
            "@{SrcAddr=10.0.0.1; DstPort=22; TcpFlags=SYN; MyField=x; Count=1; Bytes=5; DistinctInterfaceId=1; Bin=02/02/2026 02:41:00 +00:00}",
            rows[1].ToString());
    }

    [Fact]
    public void Answers_with_the_same_columns_have_rows_of_one_class_whoever_asks()
    {
        var query = new FlowQuery { GroupBy = [Field("dstport"), FlowField.Unknown("of-this-test")] };
        var types = new Type[16];
        Parallel.For(0, types.Length, i => types[i] = Answer(query, ["a 1 1 1 1 e x"]).Rows.Single().GetType());
        Assert.Single(types.Distinct());
        Assert.StartsWith("FlowLogs.FlowMeasure", types[0].FullName, StringComparison.Ordinal);
        Assert.NotEqual(types[0], Answer(query with { Bin = TimeSpan.FromDays(1) }, ["a 1 1 1 1 e x"]).Rows.Single().GetType());
    }

    [Fact]
    public void Rows_may_be_gone_through_again()
    {
        var result = Answer(new FlowQuery { GroupBy = [Field("dstport")] }, ["a 2 1 1 1 e x", "a 1 1 1 1 e x"]);
        Assert.Equal(result.Rows.Select(static row => row.GetValues()), result.Rows.Select(static row => row.GetValues()));
        Assert.All(result.Rows, row => Assert.Same(result, row.GetResult()));
    }

    [Fact]
    public void Long_texts_are_ordered_by_their_bytes()
    {
        var random = new Random(5);
        string[] parts = ["\u0001", "a", "abcdefg", "é", "zzzzzzzz", "~"];
        string[] texts = [.. Enumerable.Range(0, 3000)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)])))
            .Append("10.0.0.1").Append(new string('a', 5000)).Append(new string('a', 5001)).Distinct()];
        var query = new FlowQuery { GroupBy = [Field("my-field")] };
        var expected = texts.Order(Comparer<string>.Create(static (x, y) => Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y))));
        Assert.Equal(expected, Answer(query, [.. texts.Select(static text => $"a 1 1 1 1 e {text}")]).Rows.Select(static row => (string)row.GetValues()[0]!));
    }

    [Fact]
    public void Sums_of_any_size_are_ordered()
    {
        long[] amounts = [long.MaxValue, 0, -1, long.MinValue, 1, 7, long.MaxValue - 1];
        string[] lines = [.. amounts.SelectMany(static (amount, i) => Enumerable.Repeat($"a {i} 1 {amount} 1 e x", 1 + (i % 2)))];
        var query = new FlowQuery { GroupBy = [Field("dstport")], Sums = [Field("bytes")] };
        var rows = Answer(query with { OrderBy = query.FindColumn("bytes") }, lines).Rows.Select(static row => Convert.ToDecimal(row.GetValues()[2], null)).ToList();
        Assert.Equal(rows.OrderDescending(), rows);
        Assert.Contains(2m * long.MinValue, rows);
        query = new FlowQuery { GroupBy = [Field("bytes")] };
        Assert.Equal(amounts.Order().Cast<object>(), Answer(query, lines).Rows.Select(static row => row.GetValues()[0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(4999)]
    [InlineData(5000)]
    public void The_top_is_the_beginning_of_all(int top)
    {
        var random = new Random(top);
        string[] lines = [.. Enumerable.Range(0, 5000).Select(i => $"2001:db8::{i:x} {random.Next(3)} 1 {random.Next(5)} 1 eni-{random.Next(40):x17} x")];
        var query = new FlowQuery { GroupBy = [Field("interface-id"), Field("srcaddr"), Field("dstport")], Sums = [Field("bytes")] };
        foreach (var column in query.Columns)
        {
            var ordered = query with { OrderBy = column };
            var result = Answer(ordered with { Top = top }, lines);
            Assert.Equal(5000, result.Groups);
            Assert.Equal(
                Answer(ordered, lines).Rows.Take(top).Select(static row => row.GetValues()), result.Rows.Select(static row => row.GetValues()));
        }
    }

    [Fact]
    public void The_top_does_not_keep_the_others_in_memory()
    {
        var (row, others) = First();
        GC.Collect();
        Assert.All(others, static other => Assert.False(other.IsAlive));
        Assert.Equal("2001:db8::ffff:1", row.GetValues()[0]);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (FlowMeasure Row, WeakReference[] Others) First()
        {
            var runner = new FlowQueryRunner(new FlowQuery { GroupBy = [Field("srcaddr")], Top = 1 });
            var table = runner.OpenSink();
            table.Add(Lines.Read(Format, "2001:db8::ffff:1 1 1 1 1 e x"));
            table.Add(Lines.Read(Format, "2001:db8::ffff:2 1 1 1 1 e x"));
            object[] others = [.. typeof(MeasureTable).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
                .Select(field => field.GetValue(table)).Where(static value => value is TableFeed or MeasurePlan).OfType<object>()];
            Assert.Equal(2, others.Length);
            return (runner.Finish().Rows.Single(), Array.ConvertAll(others, static other => new WeakReference(other)));
        }
    }

    private static FlowField Field(string name) => FlowQuery.FindField(name, [Format]);

    private static FlowQueryResult Answer(FlowQuery query, string[] lines)
    {
        var runner = new FlowQueryRunner(query);
        foreach (var line in lines)
            runner.Add(Lines.Read(Format, line));
        return runner.Finish();
    }
}
