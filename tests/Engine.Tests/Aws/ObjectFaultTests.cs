using FlowLogs.Aws;
using FlowLogs.Cloud;
using FlowLogs.Reading;
using FlowLogs.Reading.Objects;
using FlowLogs.Tests.Sources;

namespace FlowLogs.Tests.Aws;

/// <summary>Objects that come in pieces, late, or not at all, through the SDK.</summary>
public sealed class ObjectFaultTests : AwsTestBase
{
    private static readonly ObjectReadLimits Fast = new(TimeSpan.FromMinutes(1), 4, TimeSpan.FromMilliseconds(1));
    private static readonly byte[] Content = Compress.Gzip(string.Concat(Enumerable.Range(0, 50_000).Select(
        static i => $"2 123456789012 eni-{i * 7919 % 100_003} 10.0.0.1 10.0.0.2 {i % 60_000} {i * 31 % 65_536} 6 1 {i} 1770000000 1770000055 ACCEPT OK\n")));

    [Fact]
    public void A_whole_object_is_one_call()
    {
        using var server = new ObjectServer(Content, static _ => null);

        AssertWhole(server);

        Assert.Equal(("/my-bucket/a%20folder/flow.log.gz", "bytes=0-", null), Assert.Single(server.Requests));
    }

    [Fact]
    public void A_connection_that_breaks_goes_on_at_the_byte_that_was_reached()
    {
        using var server = new ObjectServer(Content, static call => call < 3 ? new ObjectFault(Bytes: 150_000) : null);

        AssertWhole(server);

        Assert.Equal(["bytes=0-", "bytes=150000-", "bytes=300000-", "bytes=450000-"], server.Requests.Select(static request => request.Range));
        Assert.Equal([null, "\"1\"", "\"1\"", "\"1\""], server.Requests.Select(static request => request.IfMatch));
    }

    [Theory]
    [InlineData(503, "SlowDown")]
    [InlineData(500, "InternalError")]
    public void An_answer_that_says_later_is_asked_again(int status, string code)
    {
        // More often than the SDK by itself tries it.
        using var server = new ObjectServer(Content, call => call < 4 ? new ObjectFault(status, code) : call == 4 ? new ObjectFault(Bytes: 100_000) : call < 9 ? new ObjectFault(status, code) : null);

        AssertWhole(server);

        Assert.Equal("bytes=100000-", server.Requests[^1].Range);
    }

    [Fact]
    public void A_connection_that_falls_silent_goes_on_with_another()
    {
        using var server = new ObjectServer(Content, static call => call == 0 ? new ObjectFault(Bytes: 150_000, Hangs: true) : null);

        // So long that a machine that is slow does not seem silent once more.
        AssertWhole(server, Fast with { Idle = TimeSpan.FromSeconds(3) });

        Assert.Equal(["bytes=0-", "bytes=150000-"], server.Requests.Select(static request => request.Range));
    }

    [Fact]
    public void An_object_that_never_comes_whole_gives_what_came_and_a_problem()
    {
        using var server = new ObjectServer(Content, static call => new ObjectFault(Bytes: call == 0 ? 150_000 : 0));

        var items = Read(server, Fast);

        Assert.InRange(items.Count, 1000, 49_999);
        Assert.All(items.SkipLast(1), static item => Assert.Null(item.Problem));
        Assert.Equal("ObjectNotReadable", items[^1].Problem?.ErrorId);
        Assert.Equal(Fast.MaxTries, server.Requests.Count);
    }

    [Fact]
    public void An_object_that_was_replaced_is_an_error()
    {
        ObjectServer server = null!;
        server = new ObjectServer(Content, call =>
        {
            if (call == 1)
                (server.Content, server.ETag) = (new byte[Content.Length], "\"2\"");
            return new ObjectFault(Bytes: 150_000);
        });
        using (server)
        {
            var items = Read(server, Fast);

            Assert.Equal("ObjectChanged", items[^1].Problem?.ErrorId);
            Assert.All(items.SkipLast(1), static item => Assert.Null(item.Problem));
        }
    }

    [Fact]
    public async Task Cancellation_ends_a_connection_that_is_silent()
    {
        using var server = new ObjectServer(Content, static _ => new ObjectFault(Bytes: 150_000, Hangs: true));
        using var cancel = new CancellationTokenSource();
        var reading = Task.Run(() => Read(server, Fast, cancel.Token), CancellationToken.None);
        await server.Hanging();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None));
    }

    [Theory]
    [InlineData(404, "NoSuchBucket", "BucketNotFound", FlowErrorKind.NotFound)]
    [InlineData(404, "NoSuchKey", "ObjectNotFound", FlowErrorKind.NotFound)]
    [InlineData(403, "AccessDenied", "AccessDenied", FlowErrorKind.PermissionDenied)]
    [InlineData(403, "InvalidObjectState", "ObjectArchived", FlowErrorKind.ReadError)]
    [InlineData(403, "InvalidAccessKeyId", "InvalidCredentials", FlowErrorKind.Authentication)]
    [InlineData(403, "SignatureDoesNotMatch", "InvalidCredentials", FlowErrorKind.Authentication)]
    [InlineData(400, "ExpiredToken", "InvalidCredentials", FlowErrorKind.Authentication)]
    [InlineData(416, "InvalidRange", "ObjectChanged", FlowErrorKind.ReadError)]
    [InlineData(501, "NotImplemented", "ServiceError", FlowErrorKind.ServiceError)]
    public async Task Errors_have_ids_of_ours(int status, string code, string id, FlowErrorKind kind)
    {
        using var server = new ObjectServer(Content, _ => new ObjectFault(status, code));
        using var objects = ConnectObjects(server.Url);

        var error = await Fails(id, kind, () => objects.OpenObjectAsync("my-bucket", "a", 0, null, default));

        if (kind is not (FlowErrorKind.Authentication or FlowErrorKind.ServiceError))
            Assert.Equal("s3://my-bucket/a", error.Target);
    }

    [Theory]
    [InlineData(301, "PermanentRedirect")]
    [InlineData(400, "AuthorizationHeaderMalformed")]
    public async Task A_bucket_elsewhere_is_told_with_its_Region(int status, string code)
    {
        using var server = new ObjectServer(Content, _ => new ObjectFault(status, code, Header: "x-amz-bucket-region: ap-south-2"));
        using var objects = ConnectObjects(server.Url);

        var error = await Fails("WrongRegion", FlowErrorKind.NotFound, () => objects.ListObjectsAsync(new ObjectListQuery("my-bucket", ""), null, default));

        Assert.Contains("ap-south-2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_knows_no_ranges_is_an_error()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Ok("the whole object"));
        using var objects = ConnectObjects(server.Url);

        await Fails("ServiceError", FlowErrorKind.ServiceError, () => objects.OpenObjectAsync("my-bucket", "a", 5, null, default));
    }

    internal static ICloudObjects ConnectObjects(Uri endpoint) => new CloudObjectsFactory(ClientLimits.Default).Connect(new CloudConnection
    {
        Region = "eu-west-1",
        EndpointUrl = endpoint,
        Keys = new CloudKeys(AccessKey, Secret, Token),
    });

    private static void AssertWhole(ObjectServer server, ObjectReadLimits? limits = null)
    {
        var items = Read(server, limits ?? Fast);

        Assert.Null(items.Find(static item => item.Problem is not null).Problem);
        Assert.Equal(Enumerable.Range(0, 50_000).Select(static i => (long?)i), items.Select(static item => item.Record!.Bytes));
    }

    private static List<ReadItem> Read(ObjectServer server, ObjectReadLimits limits, CancellationToken token = default)
    {
        using var objects = ConnectObjects(server.Url);
        var source = new S3ObjectSource(objects, "my-bucket", "a folder/flow.log.gz", limits, token);
        return [.. SourceReader.Read(source, new FlowReadOptions(), token).SelectMany(static batch => batch)];
    }
}
