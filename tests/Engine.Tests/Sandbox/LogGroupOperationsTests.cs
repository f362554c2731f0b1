using System.Net;

namespace FlowLogs.Tests.Sandbox;

public sealed class LogGroupOperationsTests : IDisposable
{
    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Groups_are_listed_by_name_with_their_members()
    {
        var answer = await _host.DoAsync("DescribeLogGroups", new { });

        Assert.Equal(["/aws/lambda/hello", "my-flow-log"], answer.Names("logGroups", "logGroupName"));
        Assert.Null(answer.NextToken);
        var group = answer["logGroups"][1];
        Assert.Equal("arn:aws:logs:us-east-1:123456789012:log-group:my-flow-log:*", group.GetProperty("arn").GetString());
        Assert.Equal("arn:aws:logs:us-east-1:123456789012:log-group:my-flow-log", group.GetProperty("logGroupArn").GetString());
        Assert.Equal("STANDARD", group.GetProperty("logGroupClass").GetString());
        Assert.Equal(0, group.GetProperty("metricFilterCount").GetInt32());
        Assert.True(group.GetProperty("storedBytes").GetInt64() > 100_000);
        Assert.False(group.TryGetProperty("retentionInDays", out _));
    }

    [Theory]
    [InlineData("my-", new[] { "my-flow-log" })]
    [InlineData("flow", new string[0])]
    [InlineData("/aws", new[] { "/aws/lambda/hello" })]
    public async Task A_prefix_chooses_groups(string prefix, string[] expected)
    {
        var answer = await _host.DoAsync("DescribeLogGroups", new { logGroupNamePrefix = prefix });
        Assert.Equal(expected, answer.Names("logGroups", "logGroupName"));
    }

    [Theory]
    [InlineData("flow", new[] { "my-flow-log" })]
    [InlineData("FLOW", new string[0])]
    [InlineData("l", new[] { "/aws/lambda/hello", "my-flow-log" })]
    public async Task A_pattern_is_a_substring_and_gives_three_members(string pattern, string[] expected)
    {
        var answer = await _host.DoAsync("DescribeLogGroups", new { logGroupNamePattern = pattern });

        Assert.Equal(expected, answer.Names("logGroups", "logGroupName"));
        Assert.All(answer["logGroups"].EnumerateArray(), group =>
            Assert.Equal(["logGroupName", "creationTime", "arn"], group.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public async Task Prefix_and_pattern_exclude_each_other()
    {
        var answer = await _host.CallAsync("DescribeLogGroups", new { logGroupNamePrefix = "a", logGroupNamePattern = "b" });
        answer.IsError(
            "InvalidParameterException",
            "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public async Task Paging_gives_every_group_once(int limit)
    {
        for (var i = 0; i < 60; i++)
            await _host.DoAsync("CreateLogGroup", new { logGroupName = $"group-{i:D2}" });

        var pages = await _host.PagesAsync("DescribeLogGroups", new() { ["limit"] = limit });

        var names = pages.SelectMany(page => page.Names("logGroups", "logGroupName")).ToList();
        Assert.Equal(["/aws/lambda/hello", .. Enumerable.Range(0, 60).Select(i => $"group-{i:D2}"), "my-flow-log"], names);
        Assert.All(pages, page => Assert.True(page["logGroups"].GetArrayLength() <= limit));
    }

    [Fact]
    public async Task Without_a_limit_a_page_has_fifty_groups()
    {
        for (var i = 0; i < 60; i++)
            await _host.DoAsync("CreateLogGroup", new { logGroupName = $"group-{i:D2}" });
        var pages = await _host.PagesAsync("DescribeLogGroups", []);
        Assert.Equal([50, 12], pages.Select(page => page["logGroups"].GetArrayLength()));
    }

    [Fact]
    public async Task Tokens_are_checked()
    {
        const string Message = "The specified nextToken is invalid.";
        var token = (await _host.DoAsync("DescribeLogGroups", new { limit = 1 })).NextToken!;

        foreach (var bad in new[] { "x", "AAAA", "not base64 at all!", token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), token + "AAAA" })
        {
            var answer = await _host.CallAsync("DescribeLogGroups", new { limit = 1, nextToken = bad });
            answer.IsError("InvalidParameterException", Message);
        }

        // Another question, and a day later.
        var other = await _host.CallAsync("DescribeLogGroups", new { logGroupNamePrefix = "my", nextToken = token });
        other.IsError("InvalidParameterException", Message);
        _host.Clock.Now += TimeSpan.FromHours(23);
        Assert.Equal(HttpStatusCode.OK, (await _host.CallAsync("DescribeLogGroups", new { nextToken = token })).Status);
        _host.Clock.Now += TimeSpan.FromHours(2);
        var late = await _host.CallAsync("DescribeLogGroups", new { nextToken = token });
        late.IsError("InvalidParameterException", Message);
    }

    [Fact]
    public async Task A_group_is_made_and_removed()
    {
        var made = await _host.DoAsync("CreateLogGroup", new { logGroupName = "a/b_c.d#e-1", kmsKeyId = "key", logGroupClass = "INFREQUENT_ACCESS" });
        Assert.Equal("{}", made.Body.GetRawText());

        var group = (await _host.DoAsync("DescribeLogGroups", new { logGroupNamePrefix = "a/" }))["logGroups"][0];
        Assert.Equal(_host.Now, group.GetProperty("creationTime").GetInt64());
        Assert.Equal(0, group.GetProperty("storedBytes").GetInt64());
        Assert.Equal("key", group.GetProperty("kmsKeyId").GetString());
        Assert.Equal("INFREQUENT_ACCESS", group.GetProperty("logGroupClass").GetString());
        var ofClass = await _host.DoAsync("DescribeLogGroups", new { logGroupClass = "INFREQUENT_ACCESS" });
        Assert.Equal(["a/b_c.d#e-1"], ofClass.Names("logGroups", "logGroupName"));

        await _host.DoAsync("DeleteLogGroup", new { logGroupName = "a/b_c.d#e-1" });
        var gone = await _host.CallAsync("DeleteLogGroup", new { logGroupName = "a/b_c.d#e-1" });
        gone.IsError("ResourceNotFoundException", "The specified log group does not exist.");
    }

    [Fact]
    public async Task A_group_cannot_be_made_twice()
    {
        var answer = await _host.CallAsync("CreateLogGroup", new { logGroupName = SandboxHost.FlowGroup });
        answer.IsError("ResourceAlreadyExistsException", "The specified log group already exists");
    }

    [Theory]
    [InlineData("{}", "Value null at 'logGroupName' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"logGroupName":null}""", "Value null at 'logGroupName' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"logGroupName":""}""", "Value '' at 'logGroupName' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"logGroupName":"a b"}""", @"Value 'a b' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_/#A-Za-z0-9]+")]
    [InlineData("""{"logGroupName":"x","logGroupClass":"X"}""", "Value at 'logGroupClass' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, INFREQUENT_ACCESS, DELIVERY]")]
    public async Task A_request_that_breaks_the_model_is_refused(string request, string violation)
    {
        var answer = await _host.CallAsync("CreateLogGroup", request);
        answer.IsError("InvalidParameterException", "1 validation error detected: " + violation);
    }

    [Theory]
    [InlineData(0, "greater than or equal to 1")]
    [InlineData(51, "less than or equal to 50")]
    public async Task A_limit_has_limits(int limit, string constraint)
    {
        var answer = await _host.CallAsync("DescribeLogGroups", new { limit });
        answer.IsError(
            "InvalidParameterException",
            $"1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value {constraint}");
    }

    [Fact]
    public async Task Names_may_have_512_characters()
    {
        await _host.DoAsync("CreateLogGroup", new { logGroupName = new string('a', 512) });
        var answer = await _host.CallAsync("CreateLogGroup", new { logGroupName = new string('a', 513) });
        Assert.EndsWith("Member must have length less than or equal to 512", answer["message"].GetString());
    }
}
