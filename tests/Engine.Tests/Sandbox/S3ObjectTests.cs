using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using FlowLogs.Sandbox.Protocol.RestXml;

namespace FlowLogs.Tests.Sandbox;

public sealed class S3ObjectTests : IDisposable
{
    private const string Ten = "/bbb/ten";

    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("plain")]
    [InlineData("a/b//c/")]
    [InlineData("/slash")]
    [InlineData("a b+c%&=?#.gz")]
    [InlineData("ünï ☃ 😀")]
    [InlineData("line\nbreak")]
    public async Task An_object_is_put_read_and_removed(string key)
    {
        await MakeBucketAsync();
        var path = "/bbb/" + Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal);
        var put = (await _host.S3Async("PUT", path, "hello"u8.ToArray())).IsOk();
        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", put.Headers["ETag"]);
        Assert.Equal([key], _host.Buckets.Bucket("bbb").Objects.Select(stored => stored.Key));

        var read = (await _host.S3Async("GET", path)).IsOk();
        Assert.Equal("hello", Encoding.UTF8.GetString(read.Body));
        Assert.Equal(put.Headers["ETag"], read.Headers["ETag"]);
        Assert.Equal("Wed, 04 Mar 2026 12:30:00 GMT", read.Headers["Last-Modified"]);
        Assert.Equal(("bytes", "5", "application/octet-stream"), (read.Headers["Accept-Ranges"], read.Headers["Content-Length"], read.Headers["Content-Type"]));
        var head = (await _host.S3Async("HEAD", path)).IsOk();
        Assert.Equal(("5", 0), (head.Headers["Content-Length"], head.Body.Length));
        Assert.Equal(read.Headers["ETag"], head.Headers["ETag"]);

        Assert.Equal(HttpStatusCode.NoContent, (await _host.S3Async("DELETE", path)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _host.S3Async("DELETE", path)).Status);
        (await _host.S3Async("GET", path)).IsS3Error(HttpStatusCode.NotFound, "NoSuchKey", "The specified key does not exist.");
        var gone = await _host.S3Async("HEAD", path);
        Assert.Equal((HttpStatusCode.NotFound, 0), (gone.Status, gone.Body.Length));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Without_a_bucket_there_is_no_object(string method)
    {
        (await _host.S3Async(method, "/none/key")).IsS3Error(
            HttpStatusCode.NotFound, "NoSuchBucket", "The specified bucket does not exist");
    }

    [Fact]
    public async Task Headers_are_kept_with_the_object()
    {
        await MakeBucketAsync();
        await _host.S3Async(
            "PUT", Ten, "x"u8.ToArray(), "x-amz-meta-colour: blue", "Content-Type: text/plain", "Content-Encoding: gzip,aws-chunked", "Cache-Control: no-cache", "x-amz-content-sha256: UNSIGNED-PAYLOAD");
        // The body above is no chunk at all, so nothing may have been stored; the same with chunks is.
        Assert.Empty(_host.Buckets.Bucket("bbb").Objects);
        (await _host.S3Async(
            "PUT", Ten, "1\r\nx\r\n0\r\n\r\n"u8.ToArray(), "x-amz-meta-colour: blue", "Content-Type: text/plain", "Content-Encoding: gzip,aws-chunked", "Cache-Control: no-cache")).IsOk();

        var read = (await _host.S3Async("GET", Ten)).IsOk();
        Assert.Equal(
            ("blue", "text/plain", "gzip", "no-cache"),
            (read.Headers["x-amz-meta-colour"], read.Headers["Content-Type"], read.Headers["Content-Encoding"], read.Headers["Cache-Control"]));
    }

    [Theory]
    [InlineData("bytes=0-0", "0", "bytes 0-0/10")]
    [InlineData("bytes=2-5", "2345", "bytes 2-5/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=5-999999999999", "56789", "bytes 5-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=-30", "0123456789", "bytes 0-9/10")]
    public async Task A_range_is_sent_alone(string range, string part, string contentRange)
    {
        await PutTenAsync();
        foreach (var method in new[] { "GET", "HEAD" })
        {
            var answer = await _host.S3Async(method, Ten, null, $"Range: {range}");
            Assert.Equal((HttpStatusCode.PartialContent, contentRange), (answer.Status, answer.Headers["Content-Range"]));
            Assert.Equal(part.Length.ToString(CultureInfo.InvariantCulture), answer.Headers["Content-Length"]);
            Assert.Equal(method == "GET" ? part : "", Encoding.UTF8.GetString(answer.Body));
        }
    }

    [Theory]
    [InlineData("bytes=5-2")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=-")]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("lines=0-1")]
    public async Task A_range_that_makes_no_sense_is_passed_over(string range)
    {
        await PutTenAsync();
        var answer = await _host.S3Async("GET", Ten, null, $"Range: {range}");
        Assert.Equal((HttpStatusCode.OK, "0123456789"), (answer.Status, Encoding.UTF8.GetString(answer.Body)));
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=10-12")]
    [InlineData("bytes=-0")]
    public async Task A_range_behind_the_end_is_an_error(string range)
    {
        await PutTenAsync();
        (await _host.S3Async("GET", Ten, null, $"Range: {range}")).IsS3Error(
            HttpStatusCode.RequestedRangeNotSatisfiable, "InvalidRange", "The requested range is not satisfiable");
    }

    [Theory]
    [InlineData("If-Match: {0}", 200)]
    [InlineData("If-Match: \"x\", {0}", 200)]
    [InlineData("If-Match: *", 200)]
    [InlineData("If-Match: \"x\"", 412)]
    [InlineData("If-None-Match: \"x\"", 200)]
    [InlineData("If-None-Match: {0}", 304)]
    [InlineData("If-None-Match: *", 304)]
    [InlineData("If-Modified-Since: Wed, 04 Mar 2026 12:29:59 GMT", 200)]
    [InlineData("If-Modified-Since: Wed, 04 Mar 2026 12:30:00 GMT", 304)]
    [InlineData("If-Unmodified-Since: Wed, 04 Mar 2026 12:30:00 GMT", 200)]
    [InlineData("If-Unmodified-Since: Wed, 04 Mar 2026 12:29:59 GMT", 412)]
    [InlineData("If-Match: {0}|If-Unmodified-Since: Wed, 04 Mar 2026 12:29:59 GMT", 200)]
    [InlineData("If-None-Match: {0}|If-Modified-Since: Wed, 04 Mar 2026 12:29:59 GMT", 304)]
    public async Task A_condition_decides(string headers, int status)
    {
        var tag = (await PutTenAsync()).Headers["ETag"];
        string[] sent = [.. headers.Split('|').Select(header => header.Replace("{0}", tag, StringComparison.Ordinal))];
        var read = await _host.S3Async("GET", Ten, null, sent);
        var head = await _host.S3Async("HEAD", Ten, null, sent);
        Assert.Equal((status, status), ((int)read.Status, (int)head.Status));
        if (status == 412)
            Assert.Equal("PreconditionFailed", read.Text("Code"));
        else
            Assert.Equal((tag, status == 200 ? 10 : 0), (read.Headers["ETag"], read.Body.Length));
        // The connection is still good.
        (await _host.S3Async("GET", Ten)).IsOk();
    }

    [Fact]
    public async Task An_object_is_not_replaced_against_the_condition()
    {
        const string Message = "At least one of the pre-conditions you specified did not hold";
        var tag = (await PutTenAsync()).Headers["ETag"];
        (await _host.S3Async("PUT", Ten, [], "If-None-Match: *")).IsS3Error(HttpStatusCode.PreconditionFailed, "PreconditionFailed", Message);
        (await _host.S3Async("PUT", Ten, [], "If-Match: \"x\"")).IsS3Error(HttpStatusCode.PreconditionFailed, "PreconditionFailed", Message);
        (await _host.S3Async("PUT", "/bbb/other", [], "If-Match: \"x\"")).IsS3Error(HttpStatusCode.NotFound, "NoSuchKey", "The specified key does not exist.");
        Assert.Equal(10, _host.Buckets.Bucket("bbb").Object("ten").Content.Length);
        (await _host.S3Async("PUT", "/bbb/other", [], "If-None-Match: *")).IsOk();
        (await _host.S3Async("PUT", Ten, [], $"If-Match: {tag}")).IsOk();
        Assert.Equal(0, _host.Buckets.Bucket("bbb").Object("ten").Content.Length);
    }

    [Theory]
    [InlineData("STREAMING-UNSIGNED-PAYLOAD-TRAILER", "5\r\nhello\r\n6\r\n\r\nyou!\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n")]
    [InlineData("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "B;chunk-signature=ab\r\nhello\r\nyou!\r\n0;chunk-signature=cd\r\n\r\n")]
    [InlineData("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", "b;chunk-signature=ab\r\nhello\r\nyou!\r\n0;chunk-signature=cd\r\nx:y\r\nx-amz-trailer-signature:ef\r\n\r\n")]
    public async Task Chunks_are_put_together(string sha256, string body)
    {
        await MakeBucketAsync();
        (await _host.S3Async(
            "PUT", Ten, Encoding.ASCII.GetBytes(body), $"x-amz-content-sha256: {sha256}", "Content-Encoding: aws-chunked", "x-amz-decoded-content-length: 11")).IsOk();
        var read = await _host.S3Async("GET", Ten);
        Assert.Equal("hello\r\nyou!", Encoding.ASCII.GetString(read.Body));
        Assert.DoesNotContain("Content-Encoding", read.Headers.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5\r\nhello")]
    [InlineData("5\r\nhello\r\n")]
    [InlineData("5\r\nhelloxx0\r\n\r\n")]
    [InlineData("7fffffff\r\nhello\r\n0\r\n\r\n")]
    [InlineData("ffffffff\r\nhello\r\n0\r\n\r\n")]
    [InlineData("x\r\nhello\r\n0\r\n\r\n")]
    [InlineData("4\r\nhell\r\n0\r\n\r\n")]
    public async Task Broken_chunks_are_refused(string body)
    {
        await MakeBucketAsync();
        var answer = await _host.S3Async(
            "PUT", Ten, Encoding.ASCII.GetBytes(body), "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length: 5");
        answer.IsS3Error(HttpStatusCode.BadRequest, "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");
        Assert.Empty(_host.Buckets.Bucket("bbb").Objects);
    }

    [Fact]
    public async Task A_digest_is_checked()
    {
        await MakeBucketAsync();
        (await _host.S3Async("PUT", Ten, "hello"u8.ToArray(), "Content-MD5: XUFAKrxLKna5cZ2REBfFkg==")).IsOk();
        (await _host.S3Async("PUT", Ten, "hullo"u8.ToArray(), "Content-MD5: XUFAKrxLKna5cZ2REBfFkg==")).IsS3Error(
            HttpStatusCode.BadRequest, "BadDigest", "The Content-MD5 you specified did not match what we received.");
        (await _host.S3Async("PUT", Ten, "hullo"u8.ToArray(), "Content-MD5: XUFA")).IsS3Error(
            HttpStatusCode.BadRequest, "InvalidDigest", "The Content-MD5 you specified was invalid.");
        Assert.Equal("hello", Encoding.UTF8.GetString(_host.Buckets.Bucket("bbb").Object("ten").Content.Span));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused()
    {
        await PutTenAsync();
        (await _host.S3Async("PUT", "/bbb/copy", null, "x-amz-copy-source: /bbb/ten")).IsS3Error(
            HttpStatusCode.NotImplemented, "NotImplemented", "You provided 'x-amz-copy-source', which implies functionality that is not implemented");
        (await _host.S3Async("PUT", "/bbb/" + new string('a', 1024), [])).IsOk();
        (await _host.S3Async("PUT", "/bbb/" + new string('a', 1025), [])).IsS3Error(
            HttpStatusCode.BadRequest, "KeyTooLongError", "Your key is too long");
    }

    [Fact]
    public async Task A_large_object_comes_back_as_it_went()
    {
        await MakeBucketAsync();
        var content = new byte[20_000_003];
        new Random(5).NextBytes(content);
        (await _host.S3Async("PUT", Ten, content)).IsOk();
        var read = (await _host.S3Async("GET", Ten)).IsOk();
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(read.Body));
        var part = await _host.S3Async("GET", Ten, null, "Range: bytes=1000000-1999999");
        Assert.True(part.Body.AsSpan().SequenceEqual(content.AsSpan(1_000_000, 1_000_000)));
    }

    [Fact]
    public async Task An_object_that_is_too_large_is_refused_before_it_is_read()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _host.EndpointUrl.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT {Ten} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {RestProtocol.MaxObjectLength + 1L}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Contains("<Code>EntityTooLarge</Code>", answer);
    }

    private async Task MakeBucketAsync() => (await _host.S3Async("PUT", "/bbb")).IsOk();

    private async Task<SandboxXmlAnswer> PutTenAsync()
    {
        await MakeBucketAsync();
        return (await _host.S3Async("PUT", Ten, "0123456789"u8.ToArray())).IsOk();
    }
}
