using Amazon;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime.Endpoints;

namespace FlowLogs.Tests.Aws;

/// <summary>The endpoints of the Regions. Nothing is called.</summary>
public sealed class EndpointTests : AwsTestBase
{
    [Theory]
    [InlineData("eu-west-1", false, false, "https://logs.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", false, false, "https://logs.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-west-1", false, false, "https://logs.us-gov-west-1.amazonaws.com/")]
    [InlineData("xx-tomorrow-1", false, false, "https://logs.xx-tomorrow-1.amazonaws.com/")]
    [InlineData("us-east-1", true, false, "https://logs-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", true, false, "https://logs.us-gov-west-1.amazonaws.com/")]
    [InlineData("eu-west-1", false, true, "https://logs.eu-west-1.api.aws/")]
    [InlineData("us-gov-west-1", true, true, "https://logs-fips.us-gov-west-1.api.aws/")]
    public void A_Region_has_its_endpoint(string region, bool fips, bool dualStack, string expected)
    {
        var config = new AmazonCloudWatchLogsConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        var endpoint = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new DescribeLogGroupsRequest()));

        Assert.Equal(expected, endpoint.URL);
    }

    [Theory]
    [InlineData("eu-west-1", false, "https://monitoring.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", false, "https://monitoring.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-east-1", true, "https://monitoring-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", true, "https://monitoring.us-gov-west-1.amazonaws.com/")]
    public void CloudWatch_has_its_own(string region, bool fips, string expected)
    {
        var config = new AmazonCloudWatchConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips };

        var endpoint = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new DescribeAlarmsRequest()));

        Assert.Equal(expected, endpoint.URL);
    }
}
