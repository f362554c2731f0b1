using System.Text.Json;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>On a machine in EC2, and on one that only might be.</summary>
public sealed class InstanceMetadataTests : AwsTestBase
{
    [Fact]
    public async Task On_an_instance_Region_and_credentials_come_from_its_metadata()
    {
        using var metadata = new ScriptedServer(Instance);
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var environment = Metadata(metadata.Url);
        using var logs = IsolatedModule.Open().Factory.Connect(new CloudConnection { EndpointUrl = server.Url });

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Matches("Credential=ASIAEXAMPLEEXAMPLE04/[0-9]{8}/eu-north-1/logs/", server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_profile_with_nothing_but_a_Region_leaves_the_credentials_to_the_instance()
    {
        using var metadata = new ScriptedServer(Instance);
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var profiles = new TemporaryProfiles("[default]\nregion = eu-central-2");
        using var environment = Metadata(metadata.Url);
        using var logs = IsolatedModule.Open().Factory.Connect(new CloudConnection { EndpointUrl = server.Url });

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Matches("Credential=ASIAEXAMPLEEXAMPLE04/[0-9]{8}/eu-central-2/logs/", server.Requests[0].Headers["Authorization"]);
    }

    [Theory]
    [InlineData(null, "NoRegion", FlowErrorKind.InvalidArgument)]
    [InlineData("eu-west-1", "NoCredentials", FlowErrorKind.Authentication)]
    public void Metadata_that_never_answers_is_not_waited_for(string? region, string id, FlowErrorKind kind)
    {
        using var metadata = new ScriptedServer(_ => ScriptedAnswer.Ok() with { Fault = Fault.HangBeforeHeaders });
        using var environment = Metadata(metadata.Url);

        Fails(id, kind, () => IsolatedModule.Open().Factory.Connect(new CloudConnection { Region = region }));

        // The SDK gives one try five seconds and makes three; it must still be at its first ones.
        Assert.InRange(metadata.Requests.Count, 0, 2);
    }

    [Fact]
    public void Metadata_that_is_switched_off_is_not_asked()
    {
        using var metadata = new ScriptedServer(Instance);
        using var environment = Metadata(metadata.Url).Set("AWS_EC2_METADATA_DISABLED", "true");

        Fails("NoRegion", FlowErrorKind.InvalidArgument, () => IsolatedModule.Open().Factory.Connect(new CloudConnection()));
        Fails("NoCredentials", FlowErrorKind.Authentication, () => IsolatedModule.Open().Factory.Connect(new CloudConnection { Region = "eu-west-1" }));

        Assert.Empty(metadata.Requests);
    }

    private static TemporaryEnvironment Metadata(Uri url) => new TemporaryEnvironment()
        .Set("AWS_EC2_METADATA_DISABLED", null)
        .Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", url.ToString().TrimEnd('/'));

    private static ScriptedAnswer Instance(ScriptedRequest request) => request.Path.TrimEnd('/') switch
    {
        "/latest/api/token" => ScriptedAnswer.Ok("metadata-token"),
        "/latest/meta-data/iam/security-credentials" => ScriptedAnswer.Ok("role-1"),
        "/latest/meta-data/iam/security-credentials/role-1" => ScriptedAnswer.Ok(JsonSerializer.Serialize(new
        {
            Code = "Success",
            Type = "AWS-HMAC",
            AccessKeyId = "ASIAEXAMPLEEXAMPLE04",
            SecretAccessKey = Secret,
            Token,
            LastUpdated = DateTime.UtcNow,
            Expiration = DateTime.UtcNow.AddHours(6),
        })),
        "/latest/meta-data/iam/info" => ScriptedAnswer.Ok("""{"Code":"Success"}"""),
        "/latest/dynamic/instance-identity/document" => ScriptedAnswer.Ok("""{"region":"eu-north-1"}"""),
        _ => new ScriptedAnswer(404, ""),
    };
}
