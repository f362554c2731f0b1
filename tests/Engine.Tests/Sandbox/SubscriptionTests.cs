using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using FlowLogs.Cloud;
using FlowLogs.Reading;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Tests.Sandbox;

/// <summary>What reaches the destinations of subscription filters.</summary>
public sealed class SubscriptionTests : IDisposable
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:f";
    private const string Firehose = "arn:aws:firehose:us-east-1:123456789012:deliverystream/d";
    private const string Record = "2 123456789012 eni-0a 10.0.0.1 10.0.0.2 1 22 6 3 120 1700000000 1700000060 REJECT OK";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowlogs");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(Function)]
    [InlineData(Firehose)]
    public async Task Delivers_matching_events_to_a_file_that_the_engine_reads(string arn)
    {
        var path = Path.Combine(_folder.FullName, "out.log");
        using var host = Start((arn, path));
        await host.MakeStreamAsync("g", "s");
        await PutFilterAsync(host, "f", arn, "REJECT");
        await host.PutAsync("g", "s", (0, Record), (0, "nothing to see"), (1, Record.Replace("22", "23", StringComparison.Ordinal)));

        var lines = await LinesAsync(path, 2);
        var probe = Unpack(lines[0]);
        Assert.Equal(("CONTROL_MESSAGE", "CloudwatchLogs"), (Text(probe, "messageType"), Text(probe, "owner")));
        Assert.StartsWith("CWL CONTROL MESSAGE: Checking health of destination ", Text(probe.GetProperty("logEvents")[0], "message"));
        var data = Unpack(lines[1]);
        Assert.Equal(
            ["messageType", "owner", "logGroup", "logStream", "subscriptionFilters", "logEvents"], data.EnumerateObject().Select(m => m.Name));
        Assert.Equal(("DATA_MESSAGE", "123456789012", "g", "s"), (Text(data, "messageType"), Text(data, "owner"), Text(data, "logGroup"), Text(data, "logStream")));
        Assert.Equal("""["f"]""", data.GetProperty("subscriptionFilters").GetRawText());
        Assert.Equal(2, data.GetProperty("logEvents").GetArrayLength());
        Assert.Equal(56, Text(data.GetProperty("logEvents")[0], "id").Length);

        var items = new List<ReadItem>();
        var reader = new LineReader(path, new FlowReadOptions());
        reader.Read(await File.ReadAllBytesAsync(path), items);
        reader.Finish(items);
        Assert.Equal([22, 23], items.Select(item => item.Record!.DstPort));
        Assert.Equal("g", items[0].Record!.LogGroupName);
    }

    [Fact]
    public async Task Posts_to_an_address_and_counts_what_arrived()
    {
        var (listener, port) = LoopbackListener.Open(0);
        using var server = listener;
        var bodies = new List<string>();
        var serving = Task.Run(async () =>
        {
            // The probe, one delivery, and then only failures.
            for (var i = 0; i < 5; i++)
            {
                var context = await server.GetContextAsync();
                bodies.Add(await new StreamReader(context.Request.InputStream).ReadToEndAsync());
                context.Response.StatusCode = i < 2 ? 200 : 500;
                context.Response.Close();
            }
        });
        using var host = Start((Function, $"http://127.0.0.1:{port}/"));
        await host.MakeStreamAsync("g", "s");
        await PutFilterAsync(host, "f", Function);
        await host.PutAsync("g", "s", (0, "one"), (0, "two"));
        await host.PutAsync("g", "s", (0, "lost"));
        await serving.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("two", Text(Unpack(bodies[1]).GetProperty("logEvents")[1], "message"));
        Assert.Equal(bodies[2], bodies[4]);
        Assert.Equal(2, await CountAsync(host, "ForwardedLogEvents"));
        Assert.Equal(1, await CountAsync(host, "DeliveryErrors"));
    }

    [Fact]
    public async Task Refuses_a_destination_that_cannot_be_reached_and_a_third_filter()
    {
        using var host = Start((Function, Path.Combine(_folder.FullName, "out.log")), (Firehose, Path.Combine(_folder.FullName, "none", "out.log")));
        await host.MakeStreamAsync("g", "s");
        (await CallPutAsync(host, "f", "arn:aws:kinesis:us-east-1:123456789012:stream/s")).IsError(
            "InvalidParameterException",
            "Could not deliver test message to specified Kinesis stream. Check if the given kinesis stream is in ACTIVE state. ");
        (await CallPutAsync(host, "f", Firehose)).IsError(
            "InvalidParameterException",
            "Could not deliver test message to specified Firehose stream. Check if the given Firehose stream is in ACTIVE state.");

        await PutFilterAsync(host, "one", Function);
        await PutFilterAsync(host, "two", Function);
        await PutFilterAsync(host, "two", Function, "again");
        (await CallPutAsync(host, "three", Function)).IsError("LimitExceededException", "Resource limit exceeded.");

        var page = await host.DoAsync("DescribeSubscriptionFilters", new { logGroupName = "g", limit = 1 });
        var rest = await host.DoAsync("DescribeSubscriptionFilters", new { logGroupName = "g", limit = 1, nextToken = page.NextToken });
        Assert.Equal(["one"], page.Names("subscriptionFilters", "filterName"));
        Assert.Equal(["again"], rest.Names("subscriptionFilters", "filterPattern"));
        Assert.Null(rest.NextToken);
        await host.DoAsync("DeleteSubscriptionFilter", new { logGroupName = "g", filterName = "one" });
        (await host.CallAsync("DeleteSubscriptionFilter", new { logGroupName = "g", filterName = "one" })).IsError(
            "ResourceNotFoundException", "The specified subscription filter does not exist.");
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("not/absolute")]
    public void Sends_nothing_to_other_computers(string place)
    {
        var error = Assert.Throws<FlowLogException>(() => Start((Function, place)));
        Assert.Equal("InvalidDestination", error.ErrorId);
    }

    private static SandboxHost Start(params (string Arn, string Place)[] destinations) => new(new FlowSandboxOptions(0, 7)
    {
        SubscriptionDestinations = destinations.ToDictionary(d => d.Arn, d => d.Place),
    });

    private static async Task PutFilterAsync(SandboxHost host, string name, string arn, string pattern = "") =>
        Assert.Equal(HttpStatusCode.OK, (await CallPutAsync(host, name, arn, pattern)).Status);

    private static Task<SandboxAnswer> CallPutAsync(SandboxHost host, string name, string arn, string pattern = "") => host.CallAsync(
        "PutSubscriptionFilter", new { logGroupName = "g", filterName = name, filterPattern = pattern, destinationArn = arn });

    private static async Task<string[]> LinesAsync(string path, int count)
    {
        for (var i = 0; i < 300; i++)
        {
            if (File.Exists(path) && await File.ReadAllLinesAsync(path) is var lines && lines.Length >= count)
                return lines;
            await Task.Delay(100);
        }

        throw new TimeoutException("The payloads do not come.");
    }

    private static async Task<double> CountAsync(SandboxHost host, string name)
    {
        var metric = new MetricIdentity(
            "AWS/Logs", name, [new("LogGroupName", "g"), new("DestinationType", "lambda"), new("FilterName", "f")]);
        for (var i = 0; i < 300; i++)
        {
            if (host.Metrics.Read(metric, "Count", 0, long.MaxValue / 2, 60) is { Count: > 0 } points)
                return points.Values[0].Sum;
            await Task.Delay(100);
        }

        throw new TimeoutException("The count does not come.");
    }

    private static JsonElement Unpack(string line)
    {
        var base64 = line[0] == '{' ? JsonElement.Parse(line).GetProperty("awslogs").GetProperty("data").GetString()! : line;
        using var unpacked = new GZipStream(new MemoryStream(Convert.FromBase64String(base64)), CompressionMode.Decompress);
        return JsonElement.Parse(new StreamReader(unpacked, Encoding.UTF8).ReadToEnd());
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
