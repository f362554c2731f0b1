using System.IO.Compression;
using System.Net;
using System.Text;
using FlowLogs.Sandbox.Http;

namespace FlowLogs.Tests.Sandbox;

public sealed class SandboxProtocolTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task Every_answer_has_a_type_and_an_id_of_its_own()
    {
        var ok = await host.CallAsync("DescribeLogGroups", new { });
        var error = await host.CallAsync("DescribeLogGroups", "{");
        Assert.Equal("application/x-amz-json-1.1", ok.ContentType);
        Assert.Equal("application/x-amz-json-1.1", error.ContentType);
        Assert.True(Guid.TryParse(ok.RequestId, out _) && Guid.TryParse(error.RequestId, out _));
        Assert.NotEqual(ok.RequestId, error.RequestId);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{}x")]
    [InlineData("{\"limit\":}")]
    public async Task Broken_JSON_is_refused(string body)
    {
        (await host.CallAsync("DescribeLogGroups", body)).IsError("SerializationException", "The body is not valid JSON.");
    }

    [Theory]
    [InlineData("[]", "Unexpected value where a structure or map was expected.")]
    [InlineData("1", "Unexpected value where a structure or map was expected.")]
    [InlineData("""{"limit":"1"}""", "STRING_VALUE cannot be converted to Integer")]
    [InlineData("""{"limit":true}""", "TRUE_VALUE cannot be converted to Integer")]
    [InlineData("""{"limit":1.5}""", "NUMBER_VALUE cannot be converted to Integer")]
    [InlineData("""{"logGroupNamePrefix":1}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("""{"logGroupNamePrefix":["a"]}""", "Start of list found where not expected")]
    [InlineData("""{"logGroupNamePrefix":{}}""", "Start of structure or map found where not expected.")]
    [InlineData("""{"logGroupNamePrefix":"\ud800"}""", "A string is not valid Unicode.")]
    public async Task A_member_of_a_wrong_type_is_refused(string body, string message)
    {
        (await host.CallAsync("DescribeLogGroups", body)).IsError("SerializationException", message);
    }

    [Fact]
    public async Task Unknown_members_do_no_harm()
    {
        await host.DoAsync("DescribeLogGroups", new { somethingNew = new[] { 1 } });
    }

    [Theory]
    [InlineData("Logs_20140328.NoSuchOperation")]
    [InlineData("Other_20140328.DescribeLogGroups")]
    [InlineData("DescribeLogGroups")]
    public async Task An_unknown_target_is_refused(string target)
    {
        var answer = await host.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent("{}"),
            Headers = { { "X-Amz-Target", target } },
        });
        answer.IsError("UnknownOperationException", $"The sandbox does not know the operation '{target}'.");
    }

    [Fact]
    public async Task A_browser_gets_an_answer_too()
    {
        var answer = await host.S3Async("GET", "/index.html");
        answer.IsS3Error(HttpStatusCode.NotFound, "NoSuchBucket", "The specified bucket does not exist");
        Assert.Equal("/index.html", answer.Text("Resource"));
    }

    [Fact]
    public async Task Each_protocol_has_its_own_id_in_its_answers()
    {
        var s3 = await host.S3Async("GET", "/");
        var s3Error = await host.S3Async("GET", "/none");
        var ec2 = await host.Ec2Async("DescribeFlowLogs");
        var ec2Error = await host.Ec2Async("None");
        Assert.Equal(("application/xml", "text/xml; charset=UTF-8"), (s3.Headers["Content-Type"], ec2.Headers["Content-Type"]));
        Assert.True(Guid.TryParse(s3.Headers["x-amz-request-id"], out _));
        Assert.Equal(s3Error.Headers["x-amz-request-id"], s3Error.Text("RequestId"));
        Assert.Equal(ec2.Headers["x-amzn-RequestId"], ec2.Text("requestId"));
        Assert.Equal(ec2Error.Headers["x-amzn-RequestId"], ec2Error.Text("RequestID"));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Both_names_of_the_machine_are_answered(string name)
    {
        var request = Request("{}"u8.ToArray());
        request.Headers.Host = $"{name}:{host.EndpointUrl.Port}";
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(request)).Status);
    }

    [Fact]
    public async Task A_body_may_be_compressed()
    {
        var request = Request(Gzip("""{"logGroupNamePrefix":"my-"}"""));
        request.Content!.Headers.ContentEncoding.Add("gzip");
        Assert.Equal(["my-flow-log"], (await host.SendAsync(request)).Names("logGroups", "logGroupName"));
    }

    [Theory]
    [InlineData("gzip", "The body is not valid gzip.")]
    [InlineData("br", "The Content-Encoding is not supported.")]
    public async Task A_body_that_cannot_be_unpacked_is_refused(string encoding, string message)
    {
        var request = Request("not packed at all"u8.ToArray());
        request.Content!.Headers.ContentEncoding.Add(encoding);
        (await host.SendAsync(request)).IsError("SerializationException", message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_has_a_greatest_length(bool packed)
    {
        var body = "{\"x\":\"" + new string('a', RequestBody.MaxLength) + "\"}";
        var request = Request(packed ? Gzip(body) : Encoding.UTF8.GetBytes(body));
        if (packed)
            request.Content!.Headers.ContentEncoding.Add("gzip");

        var answer = await host.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("RequestEntityTooLargeException", answer["__type"].GetString());
        await host.DoAsync("DescribeLogGroups", new { });
    }

    [Fact]
    public async Task A_body_may_come_in_chunks()
    {
        var request = Request("""{"limit":1}"""u8.ToArray());
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(1, (await host.SendAsync(request))["logGroups"].GetArrayLength());
    }

    [Fact]
    public async Task Many_clients_are_answered_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            host.CallAsync("FilterLogEvents", new { logGroupName = SandboxHost.FlowGroup, limit = 50 + i })));
        Assert.Equal(Enumerable.Range(50, 60), answers.Select(answer => answer["events"].GetArrayLength()));
        Assert.Equal(60, answers.Select(answer => answer.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task Uploads_from_many_clients_are_all_kept()
    {
        await host.MakeStreamAsync("many", "s");
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            host.PutAsync("many", "s", [.. Enumerable.Range(0, 25).Select(j => (((i * 7L) % 13) + j, $"{i}/{j}"))])));

        var pages = await host.PagesAsync("FilterLogEvents", new() { ["logGroupName"] = "many", ["limit"] = 99 });

        var messages = pages.SelectMany(page => page.Names("events", "message")).ToList();
        Assert.Equal(1000, messages.Count);
        Assert.Equal(1000, messages.Distinct().Count());
        var times = pages.SelectMany(page => page.Names("events", "timestamp")).Select(Invariant.Number).ToList();
        Assert.Equal(times.Order(), times);
    }

    private static HttpRequestMessage Request(byte[] body) => new(HttpMethod.Post, "/")
    {
        Content = new ByteArrayContent(body),
        Headers = { { "X-Amz-Target", "Logs_20140328.DescribeLogGroups" } },
    };

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
