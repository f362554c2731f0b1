using System.Net.Http.Headers;
using System.Xml.Linq;
using FlowLogs.Aws;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>A flow log's life against an emulator that others wrote.</summary>
public sealed class MotoNetworkTests(MotoServer moto) : AwsTestBase, IClassFixture<MotoServer>
{
    [MotoFact]
    public async Task Flow_logs_are_made_found_and_deleted()
    {
        var vpc = await CreateVpcAsync();
        using var network = new CloudNetworkFactory().Connect(new CloudConnection
        {
            Region = "eu-west-1",
            EndpointUrl = moto.Url,
            Keys = new CloudKeys(AccessKey, Secret),
        });
        var settings = new FlowLogSettings
        {
            ResourceIds = [vpc],
            TrafficType = "REJECT",
            LogGroupName = "/vpc/a",
            RoleArn = "arn:aws:iam::123456789012:role/flow",
            LogFormat = "${version} ${srcaddr} ${start}",
            MaxAggregationInterval = 60,
            Tags = new Dictionary<string, string> { ["Name"] = "x" },
        };

        var id = Assert.Single((await network.CreateFlowLogsAsync(settings, default)).FlowLogIds);
        var log = Assert.Single((await network.DescribeFlowLogsAsync(new FlowLogQuery { FlowLogIds = [id] }, null, default)).Items);

        Assert.Equal((id, vpc, "REJECT", "/vpc/a"), (log.FlowLogId, log.ResourceId, log.TrafficType, log.LogGroupName));
        Assert.Equal((settings.LogFormat, 60, "cloud-watch-logs"), (log.LogFormat, log.MaxAggregationInterval, log.LogDestinationType));
        Assert.Equal((settings.RoleArn, "x"), (log.DeliverLogsPermissionArn, log.Tags["Name"]));
        Assert.Equal(DateTimeOffset.UtcNow, log.CreationTime!.Value, TimeSpan.FromDays(1));
        await Fails("FlowLogExists", FlowErrorKind.AlreadyExists, () => network.CreateFlowLogsAsync(settings, default));
        await Fails("ResourceNotFound", FlowErrorKind.NotFound, () => network.CreateFlowLogsAsync(settings with { ResourceIds = ["vpc-0123456789abcdef0"] }, default));

        var found = await FlowFormatFinder.FindAsync(network, network, FlowLogDestination.OfLogGroup("/vpc/a"), default);
        Assert.Equal(["version", "srcaddr", "start"], Assert.Single(found.Formats).Fields.Select(static f => f.Name));

        await network.DeleteFlowLogAsync(id, default);
        Assert.Empty((await network.DescribeFlowLogsAsync(new FlowLogQuery { LogGroupName = "/vpc/a" }, null, default)).Items);
        await Fails("FlowLogNotFound", FlowErrorKind.NotFound, () => network.DeleteFlowLogAsync(id, default));
    }

    // FlowLogs makes no networks.
    private async Task<string> CreateVpcAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, moto.Url)
        {
            Content = new FormUrlEncodedContent([new("Action", "CreateVpc"), new("Version", "2016-11-15"), new("CidrBlock", "10.9.0.0/16")]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=test/20200101/eu-west-1/ec2/aws4_request, SignedHeaders=host, Signature=0");
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        var answer = XDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.Descendants().First(static e => e.Name.LocalName == "vpcId").Value;
    }
}
