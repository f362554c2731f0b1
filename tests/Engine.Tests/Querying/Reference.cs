using System.Numerics;
using System.Text;
using FlowLogs.Conditions.Values;
using FlowLogs.Querying;
using FlowLogs.Records;

namespace FlowLogs.Tests.Querying;

/// <summary>Answers queries from records' properties, in the plainest way.</summary>
internal static class Reference
{
    /// <summary>The values of all groups in order.</summary>
    public static List<object?[]> Answer(FlowQuery query, IReadOnlyList<FlowLogRecord> records)
    {
        var groups = records.GroupBy(record => KeyText(KeyOf(query, record))).Select(static group => group.ToList()).ToList();
        if (query.GroupBy.Count == 0 && query.Bin is null && groups.Count == 0)
            groups.Add([]);
        var rows = groups.Select(group => (Row: Row(query, group), Key: group.Count == 0 ? [] : KeyOf(query, group[0]))).ToList();
        var order = query.OrderBy is { } column ? query.Columns.ToList().IndexOf(column) : -1;
        rows.Sort((left, right) =>
        {
            var result = order < 0 ? 0
                : query.OrderBy!.IsMeasure ? ToBig(right.Row[order]).CompareTo(ToBig(left.Row[order]))
                : Compare(left.Row[order], right.Row[order], query.OrderBy.Field);
            for (var i = 0; result == 0 && i < left.Key.Length; i++)
                result = Compare(left.Key[i].Value, right.Key[i].Value, left.Key[i].Field);
            return result;
        });
        return [.. rows.Select(static row => row.Row).Take(query.Top ?? int.MaxValue)];
    }

    private static (FlowField Field, object? Value)[] KeyOf(FlowQuery query, FlowLogRecord record) =>
    [
        .. query.Bin is { } bin ? new[] { (FlowFields.Get(FlowFieldId.Start), (object?)BinOf(record, bin)) } : [],
        .. query.GroupBy.Select(field => (field, record.GetValue(field.Name))),
    ];

    private static string KeyText((FlowField Field, object? Value)[] key) =>
        string.Join('\u0001', key.Select(static part => part.Value switch
        {
            null => "\u0002",
            DateTimeOffset time => $"{time.Ticks}",
            var value => $"{value}",
        }));

    private static object?[] Row(FlowQuery query, List<FlowLogRecord> group) =>
    [
        .. query.GroupBy.Select(field => group[0].GetValue(field.Name)),
        (long)group.Count,
        .. query.Sums.SelectMany(field => Sum(group.Select(record => record.GetValue(field.Name)))),
        .. query.Distinct.Select(field => (object)group.Select(record => record.GetValue(field.Name)).OfType<object>().Distinct().LongCount()),
        .. query.Bin is { } bin ? new object?[] { BinOf(group[0], bin) } : [],
    ];

    private static object?[] Sum(IEnumerable<object?> values)
    {
        var sum = values.OfType<object>().Aggregate(BigInteger.Zero, static (total, value) => total + ToBig(value));
        return sum >= long.MinValue && sum <= long.MaxValue ? [(long)sum] : [(decimal)sum];
    }

    private static BigInteger ToBig(object? value) => value switch
    {
        long number => number,
        decimal number => new BigInteger(number),
        int number => number,
        FlowTcpFlags flags => (int)flags,
        _ => throw new ArgumentException($"{value} is no number.", nameof(value)),
    };

    private static DateTimeOffset? BinOf(FlowLogRecord record, TimeSpan bin)
    {
        if (record.Start is not { } start)
            return null;
        var ticks = (start - DateTimeOffset.UnixEpoch).Ticks;
        var begin = ((ticks % bin.Ticks) + bin.Ticks) % bin.Ticks;
        return ticks - begin < (DateTimeOffset.MinValue - DateTimeOffset.UnixEpoch).Ticks ? DateTimeOffset.MinValue : start.AddTicks(-begin);
    }

    private static int Compare(object? left, object? right, FlowField? field)
    {
        if (left is not string leftText || right is not string rightText)
            return Comparer<object?>.Default.Compare(left, right);
        var isAddress = field?.Name is "srcaddr" or "dstaddr" or "pkt-srcaddr" or "pkt-dstaddr";
        var (leftBytes, rightBytes) = (Encoding.UTF8.GetBytes(leftText), Encoding.UTF8.GetBytes(rightText));
        uint rightAddress = 0;
        var leftIs = AddressText.TryParseIPv4(leftBytes, out var leftAddress) && isAddress;
        var rightIs = isAddress && AddressText.TryParseIPv4(rightBytes, out rightAddress);
        return (leftIs, rightIs) switch
        {
            (true, true) => leftAddress.CompareTo(rightAddress),
            (false, false) => leftBytes.AsSpan().SequenceCompareTo(rightBytes),
            _ => leftIs ? -1 : 1,
        };
    }
}
