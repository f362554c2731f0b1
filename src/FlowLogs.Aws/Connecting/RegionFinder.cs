using Amazon.Runtime.CredentialManagement;
using Amazon.Util;
using FlowLogs.Cloud;

namespace FlowLogs.Aws.Connecting;

/// <summary>Finds the Region: the given one, the environment's, the profile's, the instance's.</summary>
internal static class RegionFinder
{
    public static string Find(CloudConnection connection, CredentialProfile? profile, TimeSpan metadataLimit)
    {
        var region = connection.Region
            ?? EnvironmentSettings.Get("AWS_REGION")
            ?? EnvironmentSettings.Get("AWS_DEFAULT_REGION")
            ?? profile?.Region?.SystemName
            ?? InstanceMetadata.Ask(static () => EC2InstanceMetadata.Region?.SystemName, metadataLimit)
            ?? throw new FlowLogException(
                "NoRegion",
                FlowErrorKind.InvalidArgument,
                "No AWS Region is known. Give -Region, set AWS_REGION, or give the profile "
                + $"'{Profiles.NameOf(connection.ProfileName)}' a region.");
        // It becomes part of a host name.
        return region.Length > 0 && region.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? region.ToLowerInvariant()
            : throw new FlowLogException(
                "InvalidParameter",
                FlowErrorKind.InvalidArgument,
                $"'{region}' is not the code of an AWS Region. Codes look like eu-west-1.",
                region);
    }
}
