using FlowLogs.Aws;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>Where Region, endpoint and credentials come from, and what is said where there are none.</summary>
public sealed class ConnectionTests : AwsTestBase
{
    private const string Two = """
        [default]
        region = ap-south-1
        [profile other]
        region = sa-east-1
        [profile unfinished]
        region = sa-east-1
        role_arn = arn:aws:iam::123456789012:role/auditor
        """;

    private const string Keys = $"""
        [default]
        aws_access_key_id = AKIADEFAULT
        aws_secret_access_key = {Secret}
        [other]
        aws_access_key_id = AKIAOTHER
        aws_secret_access_key = {Secret}
        """;

    [Theory]
    [InlineData("eu-west-1", "us-east-1", "us-west-2", "other", "eu-west-1")]
    [InlineData("EU-West-1", null, null, null, "eu-west-1")]
    [InlineData(null, "us-east-1", "us-west-2", "other", "us-east-1")]
    [InlineData(null, null, "us-west-2", "other", "us-west-2")]
    [InlineData(null, " ", null, "other", "sa-east-1")]
    [InlineData(null, null, null, null, "ap-south-1")]
    public async Task The_Region_is_the_given_one_else_the_environment_s_else_the_profile_s(
        string? given, string? region, string? defaultRegion, string? profile, string expected)
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var profiles = new TemporaryProfiles(Two, Keys);
        using var environment = new TemporaryEnvironment().Set("AWS_REGION", region).Set("AWS_DEFAULT_REGION", defaultRegion);
        using var logs = IsolatedModule.Open().Factory.Connect(
            new CloudConnection { Region = given, ProfileName = profile, EndpointUrl = server.Url });

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Contains($"/{expected}/logs/aws4_request", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, null, null, "AKIADEFAULT")]
    [InlineData(false, null, "other", "AKIAOTHER")]
    [InlineData(false, "other", null, "AKIAOTHER")]
    [InlineData(false, "other", "default", "AKIAOTHER")]
    [InlineData(true, null, "other", "AKIAENVIRONMENT")]
    [InlineData(true, null, "no-such-profile", "AKIAENVIRONMENT")]
    [InlineData(true, "other", null, "AKIAOTHER")]
    public async Task The_credentials_are_a_named_profile_s_else_the_environment_s_else_a_profile_s(
        bool keysInEnvironment, string? profile, string? awsProfile, string expected)
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var profiles = new TemporaryProfiles(Two, Keys);
        using var environment = new TemporaryEnvironment()
            .Set("AWS_PROFILE", awsProfile)
            .Set("AWS_ACCESS_KEY_ID", keysInEnvironment ? "AKIAENVIRONMENT" : null)
            .Set("AWS_SECRET_ACCESS_KEY", keysInEnvironment ? Secret : null);
        using var logs = IsolatedModule.Open().Factory.Connect(
            new CloudConnection { Region = "eu-west-1", ProfileName = profile, EndpointUrl = server.Url });

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Contains($"Credential={expected}/", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_LOGS")]
    [InlineData("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS")]
    [InlineData("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "AWS_ENDPOINT_URL_LOGS", "AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_LOGS", "AWS_ENDPOINT_URL")]
    public async Task The_endpoint_may_come_from_the_environment(string name, params string[] others)
    {
        ArgumentNullException.ThrowIfNull(others);
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var environment = new TemporaryEnvironment().Set(name, server.Url.ToString());
        foreach (var other in others)
            environment.Set(other, "http://127.0.0.1:9");
        using var logs = new CloudLogsFactory().Connect(
            new CloudConnection { Region = "eu-west-1", Keys = new CloudKeys(AccessKey, Secret) });

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Contains("/eu-west-1/logs/", Assert.Single(server.Requests).Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_endpoint_may_come_from_the_profile()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var profiles = new TemporaryProfiles($"[profile lab]\nregion = eu-west-1\nendpoint_url = {server.Url}", Keys.Replace("[other]", "[lab]", StringComparison.Ordinal));
        using var logs = IsolatedModule.Open().Factory.Connect(new CloudConnection { ProfileName = "lab" });

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_given_endpoint_goes_before_the_environment_s()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var environment = new TemporaryEnvironment()
            .Set("AWS_ENDPOINT_URL", "http://127.0.0.1:9").Set("AWS_ENDPOINT_URL_LOGS", "http://127.0.0.1:9");
        using var logs = Connect(server.Url);

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", "localhost:4566")]
    [InlineData("AWS_ENDPOINT_URL", "not a URL")]
    [InlineData("AWS_ENDPOINT_URL_LOGS", "ftp://127.0.0.1")]
    public void An_endpoint_that_is_no_URL_is_an_error(string name, string value)
    {
        using var environment = new TemporaryEnvironment().Set(name, value);

        Fails("InvalidParameter", FlowErrorKind.InvalidArgument, () => new CloudLogsFactory().Connect(
            new CloudConnection { Region = "eu-west-1", Keys = new CloudKeys(AccessKey, Secret) }));
    }

    [Fact]
    public void Without_a_Region_there_is_no_connection()
    {
        var error = Fails("NoRegion", FlowErrorKind.InvalidArgument, () => new CloudLogsFactory().Connect(
            new CloudConnection { Keys = new CloudKeys(AccessKey, Secret) }));

        Assert.Contains("-Region", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example.com/")]
    [InlineData("eu west 1")]
    [InlineData("")]
    public void What_cannot_be_a_Region_is_not_made_into_a_host_name(string region) =>
        Fails("InvalidParameter", FlowErrorKind.InvalidArgument, () => new CloudLogsFactory().Connect(
            new CloudConnection { Region = region, Keys = new CloudKeys(AccessKey, Secret) }));

    [Fact]
    public void Without_credentials_the_ways_to_give_them_are_named()
    {
        var error = Fails("NoCredentials", FlowErrorKind.Authentication, () => IsolatedModule.Open().Factory.Connect(
            new CloudConnection { Region = "eu-west-1" }));

        foreach (var way in new[] { "-ProfileName", "-Credential", "AWS_PROFILE", "AWS_ACCESS_KEY_ID" })
            Assert.Contains(way, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", null)]
    [InlineData(null, "missing")]
    public void A_profile_that_does_not_exist_is_named(string? given, string? awsProfile)
    {
        using var profiles = new TemporaryProfiles(Two, Keys);
        using var environment = new TemporaryEnvironment().Set("AWS_PROFILE", awsProfile);

        var error = Fails("ProfileNotFound", FlowErrorKind.NotFound, () => new CloudLogsFactory().Connect(
            new CloudConnection { Region = "eu-west-1", ProfileName = given }));

        Assert.Equal("missing", error.Target);
    }

    [Fact]
    public void A_profile_that_gives_no_credentials_is_named()
    {
        using var profiles = new TemporaryProfiles(Two, Keys);

        var error = Fails("NoCredentials", FlowErrorKind.Authentication, () => IsolatedModule.Open().Factory.Connect(
            new CloudConnection { ProfileName = "unfinished" }));

        Assert.Equal("unfinished", error.Target);
    }

    [Fact]
    public void A_configuration_file_that_cannot_be_read_is_not_quoted()
    {
        using var profiles = new TemporaryProfiles($"[default]\n{Secret}\n = {Secret}", $"{Secret}\n[default]\n{Token}");

        Fails("NoCredentials", FlowErrorKind.Authentication, () => IsolatedModule.Open().Factory.Connect(
            new CloudConnection { Region = "eu-west-1", ProfileName = "default" }));
    }

    [Theory]
    [InlineData("", Secret)]
    [InlineData(AccessKey, "")]
    public void Half_a_pair_of_keys_is_an_error(string accessKey, string secret) =>
        Fails("InvalidCredentials", FlowErrorKind.Authentication, () => new CloudLogsFactory().Connect(
            new CloudConnection { Region = "eu-west-1", Keys = new CloudKeys(accessKey, secret) }));
}
