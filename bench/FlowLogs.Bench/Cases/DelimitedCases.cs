using FlowLogs.Bench.Data;
using FlowLogs.Bench.Harness;

namespace FlowLogs.Bench.Cases;

/// <summary>Delimited patterns over flow log lines, against code that knows the format.</summary>
internal static class DelimitedCases
{
    private const double MaxRatio = 1.5;
    private const double MinRate = 5_000_000;

    // The example of AWS's documentation.
    private const string Ssh = "[version, account, eni, source, destination, srcport, destport = \"22\", "
        + "protocol = \"6\", packets, bytes, windowstart, windowend, action = \"REJECT\", flowlogstatus]";

    public static IEnumerable<BenchCase> Of(Messages lines)
    {
        var portAndAction = TypedPredicate.CountPortAndAction(lines, 22, "REJECT"u8.ToArray());
        const string WithEllipsis = "[version, account, eni, source, destination, srcport, destport = 22, ..., "
            + "action = REJECT, status]";
        const string FullList = "[version, account, eni, source, destination, srcport, destport = 22, protocol, packets, "
            + "bytes, start, end, action = REJECT, status]";
        yield return Case("all 14 slots, AWS's example for SSH", Ssh, portAndAction);
        yield return Case("all 14 slots, numbers by value", FullList, portAndAction);
        yield return Case("with an ellipsis in the middle", WithEllipsis, portAndAction);
        yield return Case(
            "counted from the end", "[..., action = REJECT, status]", TypedPredicate.CountAction(lines, "REJECT"u8.ToArray()));
        yield return Case(
            "prefix of an address", "[version, account, eni, source = 10.0.*, ...]",
            TypedPredicate.CountSource(lines, "10.0."u8.ToArray()));

        BenchCase Case(string name, string pattern, Work baseline) =>
            new("Delimited patterns", $"{name}: `{pattern}`", lines, PatternWork.Count(pattern, lines), "typed predicate", baseline)
            {
                SameResult = true,
                MaxRatio = MaxRatio,
                MinRate = MinRate,
            };
    }
}
