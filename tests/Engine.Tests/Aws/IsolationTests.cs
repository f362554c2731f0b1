using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>The built FlowLogs.Aws in a load context of its own, and what the SDK looks up there by name.</summary>
public sealed class IsolationTests : AwsTestBase
{
    private const string Page = """{"logGroups":[{"logGroupName":"a"}]}""";

    private const string Base = $"""
        [base]
        aws_access_key_id = {AccessKey}
        aws_secret_access_key = {Secret}
        """;

    [Fact]
    public async Task The_built_module_brings_all_it_needs_but_the_engine()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok(Page));
        var module = IsolatedModule.Open();

        using var logs = module.Factory.Connect(new CloudConnection
        {
            Region = "eu-west-1",
            EndpointUrl = server.Url,
            Keys = new CloudKeys(AccessKey, Secret),
        });
        var page = await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Equal("a", Assert.Single(page.Items).LogGroupName);
        var loaded = module.Assemblies.Select(a => a.GetName().Name).ToList();
        Assert.Contains("AWSSDK.Core", loaded);
        Assert.DoesNotContain("FlowLogs.Engine", loaded);
    }

    [Fact]
    public async Task A_profile_with_a_role_asks_STS_once_and_signs_with_what_it_gives()
    {
        using var sts = new ScriptedServer(_ => ScriptedAnswer.Ok(AssumedRole("ASIAEXAMPLEEXAMPLE02")));
        using var server = new ScriptedServer(_ => ScriptedAnswer.Ok(Page));
        using var profiles = RoleProfile();
        using var environment = new TemporaryEnvironment().Set("AWS_ENDPOINT_URL_STS", sts.Url.ToString());
        var module = IsolatedModule.Open();

        for (var command = 0; command < 2; command++)
        {
            using var logs = module.Factory.Connect(new CloudConnection { ProfileName = "auditor", EndpointUrl = server.Url });
            await logs.DescribeLogGroupsAsync(null, null, default);
        }

        var asked = Assert.Single(sts.Requests);
        Assert.Contains($"Credential={AccessKey}/", asked.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("Action=AssumeRole", asked.Body, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("arn:aws:iam::123456789012:role/auditor"), asked.Body, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
        Assert.Contains("Credential=ASIAEXAMPLEEXAMPLE02/", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("/eu-south-2/logs/", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(Token, server.Requests[0].Headers["X-Amz-Security-Token"]);
    }

    [Fact]
    public async Task A_role_may_be_taken_on_with_the_keys_of_another_role()
    {
        using var sts = new ScriptedServer(request => ScriptedAnswer.Ok(AssumedRole(
            request.Headers["Authorization"].Contains(AccessKey, StringComparison.Ordinal) ? "ASIAFIRST" : "ASIASECOND")));
        using var server = new ScriptedServer(ScriptedAnswer.Ok(Page));
        using var profiles = new TemporaryProfiles(
            """
            [profile first]
            role_arn = arn:aws:iam::123456789012:role/first
            source_profile = base
            [profile second]
            role_arn = arn:aws:iam::123456789012:role/second
            source_profile = first
            region = eu-south-2
            """,
            Base);
        using var environment = new TemporaryEnvironment().Set("AWS_ENDPOINT_URL_STS", sts.Url.ToString()).Set("AWS_PROFILE", "second");
        using var logs = IsolatedModule.Open().Factory.Connect(new CloudConnection { EndpointUrl = server.Url });

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Equal([AccessKey, "ASIAFIRST"], sts.Requests.Select(r => r.Headers["Authorization"].Split('=', '/')[1]));
        Assert.Contains("Credential=ASIASECOND/", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_may_be_taken_on_with_a_web_identity()
    {
        using var sts = new ScriptedServer(_ => ScriptedAnswer.Ok(
            AssumedRole("ASIAWEB").Replace("AssumeRoleRes", "AssumeRoleWithWebIdentityRes", StringComparison.Ordinal)));
        using var server = new ScriptedServer(ScriptedAnswer.Ok(Page));
        using var profiles = RoleProfile();
        var token = Environment.GetEnvironmentVariable("AWS_CONFIG_FILE")!; // Any file will do.
        using var environment = new TemporaryEnvironment()
            .Set("AWS_ENDPOINT_URL_STS", sts.Url.ToString())
            .Set("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/web")
            .Set("AWS_WEB_IDENTITY_TOKEN_FILE", token);
        using var logs = IsolatedModule.Open().Factory.Connect(new CloudConnection { Region = "eu-west-1", EndpointUrl = server.Url });

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Contains("Action=AssumeRoleWithWebIdentity", Assert.Single(sts.Requests).Body, StringComparison.Ordinal);
        Assert.Contains("Credential=ASIAWEB/", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccessDenied", "User: arn:aws:iam::1:user/u is not authorized to perform: sts:AssumeRole", "AccessDenied", FlowErrorKind.PermissionDenied)]
    [InlineData("InvalidClientTokenId", "The security token included in the request is invalid.", "InvalidCredentials", FlowErrorKind.Authentication)]
    [InlineData("SignatureDoesNotMatch", "The Canonical String should have been " + Secret, "InvalidCredentials", FlowErrorKind.Authentication)]
    public async Task What_STS_refuses_is_told_as_a_matter_of_credentials(string code, string message, string id, FlowErrorKind kind)
    {
        using var sts = new ScriptedServer(_ => new ScriptedAnswer(403, $"""
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>{code}</Code>
            <Message>{message}</Message></Error><RequestId>1</RequestId></ErrorResponse>
            """));
        using var server = new ScriptedServer();
        using var profiles = RoleProfile();
        using var environment = new TemporaryEnvironment().Set("AWS_ENDPOINT_URL_STS", sts.Url.ToString());
        using var logs = IsolatedModule.Open().Factory.Connect(new CloudConnection { ProfileName = "auditor", EndpointUrl = server.Url });

        var error = await Fails(id, kind, () => logs.DescribeLogGroupsAsync(null, null, default));

        Assert.Contains("'auditor'", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task STS_that_cannot_be_reached_is_a_matter_of_the_connection()
    {
        using var profiles = RoleProfile();
        using var environment = new TemporaryEnvironment().Set("AWS_ENDPOINT_URL_STS", $"http://127.0.0.1:{ScriptedServer.FreePort()}");
        using var logs = IsolatedModule.Open().Factory.Connect(new CloudConnection { ProfileName = "auditor" });

        var error = await Fails("ConnectionRefused", FlowErrorKind.Connection, () => logs.DescribeLogGroupsAsync(null, null, default));

        Assert.Contains("credentials", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_for_credentials()
    {
        using var sts = new ScriptedServer(_ => ScriptedAnswer.Ok() with { Fault = Fault.HangBeforeHeaders });
        using var profiles = RoleProfile();
        using var environment = new TemporaryEnvironment().Set("AWS_ENDPOINT_URL_STS", sts.Url.ToString());
        using var logs = IsolatedModule.Open().Factory.Connect(new CloudConnection { ProfileName = "auditor" });
        using var cancel = new CancellationTokenSource();
        var call = logs.DescribeLogGroupsAsync(null, null, cancel.Token);
        await sts.Hanging();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None));
    }

    private static string AssumedRole(string accessKey) => $"""
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
        <AccessKeyId>{accessKey}</AccessKeyId><SecretAccessKey>{Secret}</SecretAccessKey>
        <SessionToken>{Token}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
        </Credentials></AssumeRoleResult></AssumeRoleResponse>
        """;

    private static TemporaryProfiles RoleProfile() => new(
        """
        [profile auditor]
        role_arn = arn:aws:iam::123456789012:role/auditor
        source_profile = base
        region = eu-south-2
        [profile base]
        region = eu-south-2
        """,
        Base);
}
