using System.Text;
using FlowLogs.Filtering;

namespace FlowLogs.Tests.Filtering;

/// <summary>The engine agrees with the documented and captured behaviour of the service.</summary>
public class FilterCaseTests
{
    public static TheoryData<string> Valid => [.. Ids(static c => !c.IsInvalid)];

    public static TheoryData<string> Invalid => [.. Ids(static c => c.IsInvalid)];

    [Theory]
    [MemberData(nameof(Valid))]
    public void Matches_what_the_service_matches(string id)
    {
        var expected = FilterCase.Get(id);
        var pattern = FilterPattern.Parse(expected.Pattern);
        var messages = expected.Messages;

        var matches = Enumerable.Range(1, messages.Length)
            .Where(number => pattern.IsMatch(Encoding.UTF8.GetBytes(messages[number - 1])));
        Assert.Equal(expected.Matches, matches);
        Assert.Equal(expected.Pattern, pattern.Text);
        Assert.Equal(expected.Kind, pattern.Kind.ToString(), ignoreCase: true);
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void Extracts_what_the_service_extracts(string id)
    {
        var expected = FilterCase.Get(id);
        var pattern = FilterPattern.Parse(expected.Pattern);
        foreach (var number in expected.Matches)
        {
            var values = pattern.Extract(Encoding.UTF8.GetBytes(expected.Messages[number - 1]));
            Assert.Equal(expected.Extracted(number), values.ToDictionary());
        }
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Refuses_what_the_service_refuses_in_its_words(string id)
    {
        var expected = FilterCase.Get(id);
        var error = Assert.Throws<FilterPatternException>(() => FilterPattern.Parse(expected.Pattern));

        Assert.Equal(expected.Pattern, error.Pattern);
        Assert.InRange(error.Position, 0, expected.Pattern.Length);
        if (expected.ErrorMessage is not { } message)
            return;
        // FilterLogEvents has a short text of its own for what TestMetricFilter explains.
        if (expected.Operation == "FilterLogEvents" && message == "Invalid filter pattern")
            return;
        Assert.Equal(message, error.Reason);
    }

    private static IEnumerable<string> Ids(Func<FilterCase, bool> condition) =>
        FilterCase.All.Where(condition).Select(static c => c.Id);
}
