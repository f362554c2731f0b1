using FlowLogs.Bench.Data;
using FlowLogs.Bench.Harness;
using FlowLogs.Filtering;

namespace FlowLogs.Bench.Cases;

/// <summary>Counts the messages that a filter pattern matches.</summary>
internal static class PatternWork
{
    public static Work Count(string pattern, Messages messages)
    {
        var filter = FilterPattern.Parse(pattern);
        return (from, to) =>
        {
            long count = 0;
            for (var i = from; i < to; i++)
                count += filter.IsMatch(messages[i]) ? 1 : 0;
            return count;
        };
    }
}
