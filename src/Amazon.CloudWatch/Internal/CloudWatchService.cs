using Amazon.AwsJson;

namespace Amazon.CloudWatch.Internal;

/// <summary>CloudWatch among the services that speak AWS JSON.</summary>
internal static class CloudWatchService
{
    public static readonly JsonService Instance = new(
        "CloudWatch",
        "monitoring",
        "GraniteServiceVersion20100801",
        "1.0",
        new Dictionary<string, MakeError>(),
        static (m, i, t, c, r, s) => new AmazonCloudWatchException(m, i, t, c, r, s));
}
