using System.Text;
using FlowLogs.Filtering;

namespace FlowLogs.Tests.Filtering;

/// <summary>Short forms for tests.</summary>
internal static class Filters
{
    public static bool Matches(string pattern, string message) =>
        FilterPattern.Parse(pattern).IsMatch(Encoding.UTF8.GetBytes(message));

    public static string Extract(string pattern, string message) =>
        string.Join('|', FilterPattern.Parse(pattern).Extract(Encoding.UTF8.GetBytes(message)).Select(static v => $"{v.Key}={v.Value}"));

    public static FilterExplanation Explain(string pattern, string message) =>
        FilterPattern.Parse(pattern).Explain(Encoding.UTF8.GetBytes(message));

    public static FilterPatternException Refused(string pattern) =>
        Assert.Throws<FilterPatternException>(() => FilterPattern.Parse(pattern));
}
