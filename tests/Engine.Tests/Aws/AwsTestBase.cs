using FlowLogs.Aws;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>What the tests of FlowLogs.Aws share.</summary>
[Collection(AwsEnvironment.Name)]
public abstract class AwsTestBase
{
    internal const string AccessKey = "AKIAEXAMPLEEXAMPLE01";
    internal const string Secret = "the+secret/access+key/of/the/tests";
    internal const string Token = "the-session-token-of-the-tests";

    internal static ICloudLogs Connect(Uri endpoint, string? token = Token, ClientLimits? limits = null) =>
        new CloudLogsFactory(limits ?? ClientLimits.Default).Connect(To(endpoint, token));

    internal static ICloudMetrics ConnectMetrics(Uri? endpoint) => new CloudMetricsFactory().Connect(To(endpoint, Token));

    private static CloudConnection To(Uri? endpoint, string? token) => new()
    {
        Region = "eu-west-1",
        EndpointUrl = endpoint,
        Keys = new CloudKeys(AccessKey, Secret, token),
    };

    /// <summary>The error of a call: one of ours, of the given id and kind, and without a secret in any of its parts.</summary>
    internal static async Task<FlowLogException> Fails(string id, FlowErrorKind kind, Func<Task> call) =>
        Checked(id, kind, await Assert.ThrowsAsync<FlowLogException>(call));

    internal static FlowLogException Fails(string id, FlowErrorKind kind, Action call) =>
        Checked(id, kind, Assert.Throws<FlowLogException>(call));

    private static FlowLogException Checked(string id, FlowErrorKind kind, FlowLogException e)
    {
        Assert.Equal((id, kind), (e.ErrorId, e.Kind));
        Assert.False(string.IsNullOrWhiteSpace(e.Message));
        Assert.DoesNotContain(Secret, e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, e.ToString(), StringComparison.Ordinal);
        return e;
    }
}
