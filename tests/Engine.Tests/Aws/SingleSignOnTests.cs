using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>Profiles that sign in through IAM Identity Center.</summary>
public sealed class SingleSignOnTests : AwsTestBase
{
    private const string Profile = """
        [profile sso]
        sso_session = corp
        sso_account_id = 123456789012
        sso_role_name = Auditor
        region = eu-west-1
        [sso-session corp]
        sso_region = eu-west-1
        sso_start_url = https://corp.awsapps.com/start
        sso_registration_scopes = sso:account:access
        """;

    [UnixFact("The folder of the sign-in cannot be moved on Windows.")]
    public async Task A_signed_in_profile_gets_the_keys_of_its_role()
    {
        using var portal = new ScriptedServer(_ => ScriptedAnswer.Ok(JsonSerializer.Serialize(new
        {
            roleCredentials = new
            {
                accessKeyId = "ASIAEXAMPLEEXAMPLE03",
                secretAccessKey = Secret,
                sessionToken = Token,
                expiration = 4_000_000_000_000,
            },
        })));
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var home = new Home("corp", "the-access-token");
        using var profiles = new TemporaryProfiles(Profile);
        using var environment = new TemporaryEnvironment().Set("AWS_ENDPOINT_URL_SSO", portal.Url.ToString());
        var module = IsolatedModule.Open();
        using var logs = module.Factory.Connect(new CloudConnection { ProfileName = "sso", EndpointUrl = server.Url });

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Contains("role_name=Auditor", Assert.Single(portal.Requests).Path, StringComparison.Ordinal);
        Assert.Contains("Credential=ASIAEXAMPLEEXAMPLE03/", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("AWSSDK.SSO", module.Assemblies.Select(a => a.GetName().Name));
    }

    [UnixFact("The folder of the sign-in cannot be moved on Windows.")]
    public void A_profile_that_is_not_signed_in_says_how_to()
    {
        using var home = new Home(session: null, accessToken: "");
        using var profiles = new TemporaryProfiles(Profile);

        var error = Fails("NoCredentials", FlowErrorKind.Authentication, () => IsolatedModule.Open().Factory.Connect(
            new CloudConnection { ProfileName = "sso" }));

        Assert.Contains("aws sso login --profile sso", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A home folder with the token that `aws sso login` leaves.</summary>
    private sealed class Home : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowlogs-home-");
        private readonly TemporaryEnvironment _environment = new();

        public Home(string? session, string accessToken)
        {
            _environment.Set("HOME", _folder.FullName);
            if (session is null)
                return;
            var cache = _folder.CreateSubdirectory(Path.Combine(".aws", "sso", "cache"));
#pragma warning disable CA5350 // The AWS tools name the file so.
            var name = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(session))).ToLowerInvariant();
#pragma warning restore CA5350
            File.WriteAllText(Path.Combine(cache.FullName, name + ".json"), JsonSerializer.Serialize(new
            {
                startUrl = "https://corp.awsapps.com/start",
                region = "eu-west-1",
                accessToken,
                expiresAt = DateTime.UtcNow.AddHours(4).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            }));
        }

        public void Dispose()
        {
            _environment.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}

/// <summary>A test that needs a Unix.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute(string reason)
    {
        Reason = reason;
        if (OperatingSystem.IsWindows())
            Skip = reason;
    }

    public string Reason { get; }
}
