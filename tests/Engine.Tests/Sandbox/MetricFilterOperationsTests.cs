using System.Text.Json;

namespace FlowLogs.Tests.Sandbox;

public sealed class MetricFilterOperationsTests : IDisposable
{
    private const string Group = SandboxHost.FlowGroup;

    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_filter_is_made_read_back_and_removed()
    {
        var made = await _host.DoAsync("PutMetricFilter", Filter("SSHAccess", pattern: "[..., dstport=22, protocol, packets, bytes, start, end, action, status]", value: "$bytes", extra: """, "unit": "Bytes", "defaultValue": 0.5"""));
        Assert.Equal("{}", made.Body.GetRawText());

        var answer = await _host.DoAsync("DescribeMetricFilters", new { logGroupName = Group });
        using var expected = JsonDocument.Parse($$"""
            {"filterName":"SSHAccess","filterPattern":"[..., dstport=22, protocol, packets, bytes, start, end, action, status]",
            "metricTransformations":[{"metricName":"SSHAccess","metricNamespace":"Flow/Logs","metricValue":"$bytes","defaultValue":0.5,"unit":"Bytes"}],
            "creationTime":{{_host.Now}},"logGroupName":"my-flow-log","applyOnTransformedLogs":false}
            """);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, answer["metricFilters"][0]), answer.Body.ToString());
        var groups = await _host.DoAsync("DescribeLogGroups", new { logGroupNamePrefix = Group });
        Assert.Equal(1, groups["logGroups"][0].GetProperty("metricFilterCount").GetInt32());

        await _host.DoAsync("DeleteMetricFilter", new { logGroupName = Group, filterName = "SSHAccess" });
        Assert.Equal(0, (await _host.DoAsync("DescribeMetricFilters", new { logGroupName = Group }))["metricFilters"].GetArrayLength());
    }

    [Fact]
    public async Task The_rarer_members_are_kept_too()
    {
        await _host.DoAsync("PutMetricFilter", """
            {"logGroupName":"my-flow-log","filterName":"f","filterPattern":"","applyOnTransformedLogs":true,
            "fieldSelectionCriteria":"@aws.region = \"us-east-1\"","emitSystemFieldDimensions":["@aws.account","@aws.region"],
            "metricTransformations":[{"metricName":"m","metricNamespace":"a:b","metricValue":"1","defaultValue":0}]}
            """);
        var filter = (await _host.DoAsync("DescribeMetricFilters", new { logGroupName = Group }))["metricFilters"][0];
        Assert.True(filter.GetProperty("applyOnTransformedLogs").GetBoolean());
        Assert.Equal("@aws.region = \"us-east-1\"", filter.GetProperty("fieldSelectionCriteria").GetString());
        Assert.Equal("""["@aws.account","@aws.region"]""", filter.GetProperty("emitSystemFieldDimensions").GetRawText());
    }

    [Fact]
    public async Task A_filter_of_the_same_name_is_replaced_and_keeps_its_creation_time()
    {
        var time = _host.Now;
        await _host.DoAsync("PutMetricFilter", Filter("f", pattern: "one"));
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        await _host.DoAsync("PutMetricFilter", Filter("f", pattern: "two"));

        // One that is refused leaves the old one.
        await _host.CallAsync("PutMetricFilter", Filter("f", pattern: "three", value: "three"));

        var filter = Assert.Single((await _host.DoAsync("DescribeMetricFilters", new { logGroupName = Group }))["metricFilters"].EnumerateArray());
        Assert.Equal("two", filter.GetProperty("filterPattern").GetString());
        Assert.Equal(time, filter.GetProperty("creationTime").GetInt64());
    }

    [Fact]
    public async Task Filters_are_listed_by_group_prefix_or_metric()
    {
        await _host.DoAsync("CreateLogGroup", new { logGroupName = "other" });
        foreach (var name in new[] { "b1", "a1", "a2" })
            await _host.DoAsync("PutMetricFilter", Filter(name));
        await _host.DoAsync("PutMetricFilter", Filter("a1", group: "other"));

        Assert.Equal("a1 a2 b1", await NamesAsync(new { logGroupName = Group }));
        Assert.Equal("a1 a2", await NamesAsync(new { logGroupName = Group, filterNamePrefix = "a" }));
        Assert.Equal("a1 a1", await NamesAsync(new { metricName = "a1", metricNamespace = "Flow/Logs" }));
        Assert.Equal("", await NamesAsync(new { metricName = "a1", metricNamespace = "Flow" }));
        Assert.Equal("a1 a1 a2 b1", await NamesAsync(new { }));
    }

    [Theory]
    [InlineData("""{"logGroupName":"my-flow-log","metricName":"m","metricNamespace":"n"}""")]
    [InlineData("""{"logGroupName":"my-flow-log","metricName":"m"}""")]
    [InlineData("""{"metricNamespace":"n"}""")]
    public async Task A_metric_is_named_in_full_and_without_a_group(string request)
    {
        var answer = await _host.CallAsync("DescribeMetricFilters", request);
        answer.IsError(
            "InvalidParameterException",
            "Describe Metric Filters request must contain either logGroupName or metricName and metricNamespace");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Paging_gives_every_filter_once(int limit)
    {
        await _host.DoAsync("CreateLogGroup", new { logGroupName = "other" });
        for (var i = 0; i < 20; i++)
            await _host.DoAsync("PutMetricFilter", Filter($"f{i:D2}", group: i % 2 == 0 ? Group : "other"));
        await _host.DoAsync("PutMetricFilter", Filter("f00", group: "other"));

        var pages = await _host.PagesAsync("DescribeMetricFilters", new() { ["limit"] = limit });

        Assert.Equal(
            ["f00", .. Enumerable.Range(0, 20).Select(i => $"f{i:D2}")],
            pages.SelectMany(page => page.Names("metricFilters", "filterName")));
        var bad = await _host.CallAsync("DescribeMetricFilters", new { nextToken = "invalid-owned-token" });
        bad.IsError(
            "InvalidParameterException",
            "Pagination token in request is invalid. Only token from previous list call or null is valid.");
    }

    [Fact]
    public async Task A_group_has_at_most_100_filters()
    {
        for (var i = 0; i < 100; i++)
            await _host.DoAsync("PutMetricFilter", Filter($"f{i}"));
        (await _host.CallAsync("PutMetricFilter", Filter("f100"))).IsError("LimitExceededException", "Resource limit exceeded.");
        await _host.DoAsync("PutMetricFilter", Filter("f99", pattern: "replaced"));
    }

    [Fact]
    public async Task A_group_has_at_most_5_filters_with_a_regular_expression()
    {
        for (var i = 0; i < 4; i++)
            await _host.DoAsync("PutMetricFilter", Filter($"f{i}", pattern: "%REJ%"));
        await _host.DoAsync("PutMetricFilter", Filter("f4", pattern: "{ $.a = %x% && $.b = %y% }"));

        (await _host.CallAsync("PutMetricFilter", Filter("f5", pattern: "[a, b = %x%]"))).IsError("LimitExceededException", "Resource limit exceeded.");
        // Inside quotes a per cent sign is only that; and a filter may always be replaced.
        await _host.DoAsync("PutMetricFilter", Filter("f6", pattern: """ "100%" "a \" %" """));
        await _host.DoAsync("PutMetricFilter", Filter("f7", pattern: "{ $.['%'] = 1 }"));
        await _host.DoAsync("PutMetricFilter", Filter("f4", pattern: "%other%"));
    }

    [Theory]
    [InlineData("not-a-number")]
    [InlineData("$.values[*]")]
    [InlineData("$")]
    [InlineData("")]
    [InlineData("NaN")]
    public async Task A_metric_value_is_a_number_or_a_selector(string value)
    {
        var answer = await _host.CallAsync("PutMetricFilter", Filter("f", value: value));
        answer.IsError("InvalidParameterException", $"Invalid metric transformation: metric value {value} must be a valid number");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("-2.5e3")]
    [InlineData("$bytes")]
    [InlineData("$7")]
    [InlineData("$.detail.bytes")]
    public async Task These_are_metric_values(string value) =>
        await _host.DoAsync("PutMetricFilter", Filter("f", value: value));

    [Theory]
    [InlineData("""[]""", "Value at 'metricTransformations' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""[{"metricName":"m","metricNamespace":"n","metricValue":"1"},{"metricName":"m","metricNamespace":"n","metricValue":"1"}]""", "Value at 'metricTransformations' failed to satisfy constraint: Member must have length less than or equal to 1")]
    [InlineData("""[{"metricName":"m:","metricNamespace":"n","metricValue":"1"}]""", "Value 'm:' at 'metricTransformations.1.member.metricName' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:*$]*")]
    [InlineData("""[{"metricName":"m","metricNamespace":"n*","metricValue":"1"}]""", "Value 'n*' at 'metricTransformations.1.member.metricNamespace' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:*$]*")]
    [InlineData("""[{"metricName":"m","metricNamespace":"n"}]""", "Value null at 'metricTransformations.1.member.metricValue' failed to satisfy constraint: Member must not be null")]
    public async Task A_transformation_that_breaks_the_model_is_refused(string transformations, string violation)
    {
        var answer = await _host.CallAsync(
            "PutMetricFilter",
            $$"""{"logGroupName":"my-flow-log","filterName":"f","filterPattern":"","metricTransformations":{{transformations}}}""");
        answer.IsError("InvalidParameterException", "1 validation error detected: " + violation);
    }

    [Fact]
    public async Task A_unit_is_one_of_27()
    {
        var answer = await _host.CallAsync("PutMetricFilter", Filter("f", extra: """, "unit": "Widgets" """));
        Assert.StartsWith(
            "1 validation error detected: Value at 'metricTransformations.1.member.unit' failed to satisfy constraint: Member must satisfy enum value set: [",
            answer["message"].GetString());
    }

    [Fact]
    public async Task A_default_value_is_a_number_in_JSON_too()
    {
        var answer = await _host.CallAsync("PutMetricFilter", Filter("f", extra: """, "defaultValue": "0" """));
        answer.IsError("SerializationException", "STRING_VALUE cannot be converted to Double");
    }

    [Fact]
    public async Task Fields_of_the_system_are_checked()
    {
        var answer = await _host.CallAsync("PutMetricFilter", """
            {"logGroupName":"my-flow-log","filterName":"f","filterPattern":"","emitSystemFieldDimensions":["@aws.nope"],
            "metricTransformations":[{"metricName":"m","metricNamespace":"n","metricValue":"1"}]}
            """);
        answer.IsError(
            "InvalidParameterException",
            "The provided system fields are invalid. The supported system fields are - [@aws.region, @aws.account, @source.log]");
    }

    [Fact]
    public async Task At_most_three_dimensions()
    {
        const string Message = "Number of dimensions exceeds the maximum number of dimensions supported per metric filter";
        var four = """, "dimensions": { "A": "$.a", "B": "$.a", "C": "$.a", "D": "$.a" } """;
        (await _host.CallAsync("PutMetricFilter", Filter("f", pattern: "{ $.a = 1 }", extra: four))).IsError("InvalidParameterException", Message);
        var withSystemField = await _host.CallAsync("PutMetricFilter", """
            {"logGroupName":"my-flow-log","filterName":"f","filterPattern":"{ $.a = 1 }","emitSystemFieldDimensions":["@aws.account"],
            "metricTransformations":[{"metricName":"m","metricNamespace":"n","metricValue":"1","dimensions":{"A":"$.a","B":"$.a","C":"$.a"}}]}
            """);
        withSystemField.IsError("InvalidParameterException", Message);
    }

    [Fact]
    public async Task Dimensions_and_a_default_value_exclude_each_other()
    {
        var answer = await _host.CallAsync(
            "PutMetricFilter", Filter("f", pattern: "{ $.a = 1 }", extra: """, "defaultValue": 0, "dimensions": { "A": "$.a" } """));
        answer.IsError(
            "InvalidParameterException",
            "Invalid metric transformation: dimensions and default value are mutually exclusive properties");
    }

    [Fact]
    public async Task Text_patterns_have_no_dimensions()
    {
        var answer = await _host.CallAsync("PutMetricFilter", Filter("f", pattern: "REJECT", extra: """, "dimensions": { "A": "$a" } """));
        answer.IsError("InvalidParameterException", "The specified filter pattern does not support dimensions");
    }

    [Fact]
    public async Task What_does_not_exist_is_said_so()
    {
        const string NoGroup = "The specified log group does not exist.";
        (await _host.CallAsync("PutMetricFilter", Filter("f", group: "none"))).IsError("ResourceNotFoundException", NoGroup);
        (await _host.CallAsync("DescribeMetricFilters", new { logGroupName = "none" })).IsError("ResourceNotFoundException", NoGroup);
        (await _host.CallAsync("DeleteMetricFilter", new { logGroupName = "none", filterName = "f" })).IsError("ResourceNotFoundException", NoGroup);
        (await _host.CallAsync("DeleteMetricFilter", new { logGroupName = Group, filterName = "f" }))
            .IsError("ResourceNotFoundException", "The specified metric filter does not exist.");
    }

    internal static string Filter(string name, string group = Group, string pattern = "", string value = "1", string extra = "") =>
        $$"""
        {"logGroupName":{{Quote(group)}},"filterName":{{Quote(name)}},"filterPattern":{{Quote(pattern)}},"metricTransformations":[
        {"metricName":{{Quote(name)}},"metricNamespace":"Flow/Logs","metricValue":{{Quote(value)}}{{extra}}}]}
        """;

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    private async Task<string> NamesAsync(object request) =>
        string.Join(' ', (await _host.DoAsync("DescribeMetricFilters", request)).Names("metricFilters", "filterName"));
}
