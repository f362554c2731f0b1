using System.Text.Json;
using FlowLogs.Bench.Data;
using FlowLogs.Bench.Harness;

namespace FlowLogs.Bench.Cases;

/// <summary>JSON patterns over events like CloudTrail's, against reading their tokens.</summary>
internal static class JsonCases
{
    private const double MaxRatio = 1.3;

    public static IEnumerable<BenchCase> Of(Messages events)
    {
        yield return Case("one equality", "{ $.errorCode = \"AccessDenied\" }");
        yield return Case(
            "three conditions, one with a wildcard",
            "{ $.eventSource = \"ec2.amazonaws.com\" && $.eventName = \"*SecurityGroup*\" && $.userIdentity.type = IAMUser }");
        yield return Case("all elements of an array", "{ $.resources[*].accountId = \"210987654321\" }");
        yield return Case("null and missing", "{ $.responseElements IS NULL && $.errorCode NOT EXISTS }");

        BenchCase Case(string name, string pattern) =>
            new("JSON patterns", $"{name}: `{pattern}`", events, PatternWork.Count(pattern, events), "tokens read", CountTokens(events))
            {
                MaxRatio = MaxRatio,
            };
    }

    private static Work CountTokens(Messages events) => (from, to) =>
    {
        long count = 0;
        for (var i = from; i < to; i++)
        {
            var reader = new Utf8JsonReader(events[i]);
            while (reader.Read())
                count++;
        }
        return count;
    };
}
