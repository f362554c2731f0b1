using System.Net;
using System.Text;

namespace FlowLogs.Tests.Sandbox;

public sealed class S3BucketTests : IDisposable
{
    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_bucket_is_made_found_and_removed()
    {
        var made = await _host.S3Async("PUT", "/my.bucket-1");
        Assert.Equal((HttpStatusCode.OK, "/my.bucket-1"), (made.Status, made.Headers["Location"]));

        var head = await _host.S3Async("HEAD", "/my.bucket-1");
        Assert.Equal((HttpStatusCode.OK, "us-east-1"), (head.Status, head.Headers["x-amz-bucket-region"]));
        var list = await _host.S3Async("GET", "/");
        Assert.Equal(["my-flow-log-bucket", "my.bucket-1"], list.Texts("Name"));
        Assert.Equal("2026-03-04T12:30:00.000Z", list.Texts("CreationDate")[1]);
        Assert.Equal("123456789012", list.Text("ID"));

        Assert.Equal(HttpStatusCode.NoContent, (await _host.S3Async("DELETE", "/my.bucket-1")).Status);
        var gone = await _host.S3Async("HEAD", "/my.bucket-1");
        Assert.Equal((HttpStatusCode.NotFound, 0), (gone.Status, gone.Body.Length));
        (await _host.S3Async("DELETE", "/my.bucket-1")).IsS3Error(
            HttpStatusCode.NotFound, "NoSuchBucket", "The specified bucket does not exist");
    }

    [Theory]
    [InlineData(null, "us-east-1", "")]
    [InlineData("<CreateBucketConfiguration xmlns='http://s3.amazonaws.com/doc/2006-03-01/'><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>", "eu-west-1", "eu-west-1")]
    [InlineData("<CreateBucketConfiguration/>", "us-east-1", "")]
    public async Task A_bucket_lies_where_it_was_asked_for(string? body, string region, string location)
    {
        (await _host.S3Async("PUT", "/somewhere", body is null ? null : Encoding.UTF8.GetBytes(body))).IsOk();
        Assert.Equal(location, (await _host.S3Async("GET", "/somewhere?location")).Xml.Value);
        Assert.Equal(region, (await _host.S3Async("HEAD", "/somewhere")).Headers["x-amz-bucket-region"]);
        Assert.Equal(["somewhere"], (await _host.S3Async("GET", $"/?bucket-region={region}&prefix=some")).Texts("Name"));
    }

    [Theory]
    [InlineData("<a>", "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema")]
    [InlineData("<a><LocationConstraint>us-east-1</LocationConstraint></a>", "InvalidLocationConstraint", "The specified location-constraint is not valid")]
    public async Task A_place_that_does_not_exist_is_refused(string body, string code, string message)
    {
        (await _host.S3Async("PUT", "/somewhere", Encoding.UTF8.GetBytes(body))).IsS3Error(HttpStatusCode.BadRequest, code, message);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Big")]
    [InlineData("-abc")]
    [InlineData("abc.")]
    [InlineData("a..b")]
    [InlineData("a%20b")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123")]
    public async Task A_name_has_rules(string name)
    {
        (await _host.S3Async("PUT", $"/{name}")).IsS3Error(HttpStatusCode.BadRequest, "InvalidBucketName", "The specified bucket is not valid.");
    }

    [Fact]
    public async Task A_bucket_cannot_be_made_twice()
    {
        (await _host.S3Async("PUT", "/my-flow-log-bucket")).IsS3Error(
            HttpStatusCode.Conflict, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.");
    }

    [Fact]
    public async Task Only_an_empty_bucket_is_removed()
    {
        (await _host.S3Async("DELETE", "/my-flow-log-bucket")).IsS3Error(
            HttpStatusCode.Conflict, "BucketNotEmpty", "The bucket you tried to delete is not empty");
        Assert.Equal(HttpStatusCode.OK, (await _host.S3Async("HEAD", "/my-flow-log-bucket")).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task Buckets_come_in_pages(int size)
    {
        for (var i = 0; i < 7; i++)
            (await _host.S3Async("PUT", $"/bucket-{i}")).IsOk();
        var names = new List<string>();
        string? token = null;
        do
        {
            var more = token is null ? "" : $"&continuation-token={token}";
            var page = (await _host.S3Async("GET", $"/?max-buckets={size}&prefix=bucket-{more}")).IsOk();
            Assert.True(page.Texts("Name").Length <= size);
            names.AddRange(page.Texts("Name"));
            token = page.Text("ContinuationToken");
        }
        while (token is not null);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"bucket-{i}"), names);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("PATCH", "/my-flow-log-bucket")]
    [InlineData("POST", "/my-flow-log-bucket/key")]
    public async Task An_unknown_method_is_refused(string method, string path)
    {
        (await _host.S3Async(method, path)).IsS3Error(
            HttpStatusCode.MethodNotAllowed, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    [Theory]
    [InlineData("GET", "/my-flow-log-bucket?versioning", "versioning")]
    [InlineData("PUT", "/my-flow-log-bucket?acl", "acl")]
    [InlineData("POST", "/my-flow-log-bucket/key?uploads", "uploads")]
    [InlineData("PUT", "/my-flow-log-bucket/key?partNumber=1&uploadId=x", "partNumber")]
    [InlineData("GET", "/my-flow-log-bucket/key?tagging", "tagging")]
    public async Task What_the_sandbox_cannot_do_is_refused_and_not_taken_for_something_else(string method, string path, string name)
    {
        (await _host.S3Async(method, path)).IsS3Error(
            HttpStatusCode.NotImplemented, "NotImplemented", $"You provided '{name}', which implies functionality that is not implemented");
        Assert.Equal(288, _host.Buckets.Bucket("my-flow-log-bucket").Objects.Count);
    }

    [Fact]
    public async Task A_signature_in_the_URL_is_passed_over()
    {
        (await _host.S3Async("GET", "/my-flow-log-bucket?location&x-id=GetBucketLocation&X-Amz-Signature=abc&X-Amz-Date=x")).IsOk();
    }
}
