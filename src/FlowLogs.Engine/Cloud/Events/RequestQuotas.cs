namespace FlowLogs.Cloud.Events;

/// <summary>
/// The calls a second that FilterLogEvents is documented to take, for each account and Region. They change: this is where
/// the rate begins, and the service's answers tell the rest.
/// </summary>
internal static class RequestQuotas
{
    private const double Lowest = 5;
    private const double Usual = 10;

    // The Regions with the usual quota. One that is not here is new, and those have the lowest mostly.
    private static readonly HashSet<string> UsualRegions =
    [
        "af-south-1", "ap-east-1", "ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-south-2", "ap-southeast-1",
        "ap-southeast-2", "ap-southeast-4", "ca-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2",
        "eu-west-1", "eu-west-2", "eu-west-3", "me-central-1", "me-south-1", "sa-east-1", "us-east-2", "us-west-1",
        "us-west-2", "us-gov-east-1", "us-gov-west-1", "cn-north-1", "cn-northwest-1",
    ];

    /// <summary>The quota of a Region.</summary>
    public static double Of(string region) =>
        region == "us-east-1" ? 25 : UsualRegions.Contains(region) ? Usual : Lowest;
}
