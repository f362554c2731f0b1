namespace FlowLogs.Tests.Sandbox;

public sealed class TestMetricFilterTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task Matches_are_numbered_from_1()
    {
        var answer = await host.DoAsync("TestMetricFilter", new { filterPattern = "", logEventMessages = new[] { "a", "b \"c\"\n" } });

        Assert.Equal(["1", "2"], answer.Names("matches", "eventNumber"));
        Assert.Equal(["a", "b \"c\"\n"], answer.Names("matches", "eventMessage"));
        Assert.Equal(["{}", "{}"], answer.Names("matches", "extractedValues"));
    }

    [Theory]
    [InlineData(0, "greater than or equal to 1")]
    [InlineData(51, "less than or equal to 50")]
    public async Task There_are_1_to_50_messages(int count, string constraint)
    {
        var answer = await host.CallAsync(
            "TestMetricFilter", new { filterPattern = "", logEventMessages = Enumerable.Repeat("x", count) });
        answer.IsError(
            "InvalidParameterException",
            $"1 validation error detected: Value at 'logEventMessages' failed to satisfy constraint: Member must have length {constraint}");
    }

    [Fact]
    public async Task Messages_are_not_empty()
    {
        var answer = await host.CallAsync("TestMetricFilter", new { filterPattern = "", logEventMessages = new[] { "x", "" } });
        answer.IsError(
            "InvalidParameterException",
            "1 validation error detected: Value '' at 'logEventMessages.2.member' failed to satisfy constraint: Member must have length greater than or equal to 1");
    }

    [Fact]
    public async Task Pattern_and_messages_must_be_there()
    {
        var answer = await host.CallAsync("TestMetricFilter", new { });
        answer.IsError(
            "InvalidParameterException",
            "2 validation errors detected: Value null at 'filterPattern' failed to satisfy constraint: Member must not be null; "
            + "Value null at 'logEventMessages' failed to satisfy constraint: Member must not be null");
    }

    [Fact]
    public async Task A_pattern_has_at_most_1024_characters()
    {
        await host.DoAsync("TestMetricFilter", new { filterPattern = new string('a', 1024), logEventMessages = new[] { "x" } });
        var answer = await host.CallAsync("TestMetricFilter", new { filterPattern = new string('a', 1025), logEventMessages = new[] { "x" } });
        answer.IsError(
            "InvalidParameterException",
            $"1 validation error detected: Value '{new string('a', 1025)}' at 'filterPattern' failed to satisfy constraint: Member must have length less than or equal to 1024");
    }
}
