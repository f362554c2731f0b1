using FlowLogs.Bench.Data;
using FlowLogs.Bench.Harness;

namespace FlowLogs.Bench.Cases;

/// <summary>Text patterns, against looking for the same bytes.</summary>
internal static class TextCases
{
    public static IEnumerable<BenchCase> Of(Messages lines, Messages events)
    {
        yield return Case("a term in many lines", "REJECT", "REJECT"u8.ToArray(), lines);
        yield return Case("a term in few lines", "NODATA", "NODATA"u8.ToArray(), lines);
        yield return Case("a term in few events", "AccessDenied", "AccessDenied"u8.ToArray(), events);
    }

    private static BenchCase Case(string name, string term, byte[] bytes, Messages messages) =>
        new("Text patterns", $"{name}: `{term}`", messages, PatternWork.Count(term, messages), "`IndexOf`", Find(bytes, messages))
        {
            SameResult = true,
        };

    private static Work Find(byte[] term, Messages messages) => (from, to) =>
    {
        long count = 0;
        for (var i = from; i < to; i++)
            count += messages[i].IndexOf(term) >= 0 ? 1 : 0;
        return count;
    };
}
