using System.Net;

namespace FlowLogs.Tests.Sandbox;

public sealed class S3ListingTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Keys = ["a", "a/", "a/1", "a/2/x", "b b+%", "c/1", "c/2", "d\u0001", "\uFF5E", "😀"];

    private readonly SandboxHost _host = new();

    public async Task InitializeAsync()
    {
        (await _host.S3Async("PUT", "/bbb")).IsOk();
        foreach (var key in Keys.Reverse())
            (await _host.S3Async("PUT", $"/bbb/{Uri.EscapeDataString(key)}", "x"u8.ToArray())).IsOk();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Keys_come_in_the_order_of_their_bytes()
    {
        var all = (await _host.S3Async("GET", "/bbb?list-type=2&encoding-type=url")).IsOk();
        Assert.Equal(Keys, all.Texts("Key").Select(WebUtility.UrlDecode));
        Assert.Equal(("bbb", "10", "1000", "false", "url"), (all.Text("Name"), all.Text("KeyCount"), all.Text("MaxKeys"), all.Text("IsTruncated"), all.Text("EncodingType")));
        Assert.Equal(["b+b%2B%25"], all.Texts("Key").Where(key => key.StartsWith('b')));
        Assert.Equal("2026-03-04T12:30:00.000Z", all.Texts("LastModified")[0]);
        Assert.Equal(("\"9dd4e461268c8034f5c8564e155c67a6\"", "1", "STANDARD"), (all.Texts("ETag")[0], all.Texts("Size")[0], all.Texts("StorageClass")[0]));
    }

    [Theory]
    [InlineData("delimiter=/", new[] { "a", "b b+%", "d\u0001", "\uFF5E", "😀" }, new[] { "a/", "c/" })]
    [InlineData("delimiter=/&prefix=a/", new[] { "a/", "a/1" }, new[] { "a/2/" })]
    [InlineData("prefix=c", new[] { "c/1", "c/2" }, new string[0])]
    [InlineData("prefix=%F0%9F%98%80", new[] { "😀" }, new string[0])]
    [InlineData("delimiter=/&start-after=a/1", new[] { "b b+%", "d\u0001", "\uFF5E", "😀" }, new[] { "a/", "c/" })]
    [InlineData("delimiter=/&start-after=a/", new[] { "b b+%", "d\u0001", "\uFF5E", "😀" }, new[] { "c/" })]
    [InlineData("start-after=c/1", new[] { "c/2", "d\u0001", "\uFF5E", "😀" }, new string[0])]
    [InlineData("prefix=none", new string[0], new string[0])]
    [InlineData("prefix=b+b", new[] { "b b+%" }, new string[0])]
    public async Task Prefix_delimiter_and_start_choose(string question, string[] keys, string[] prefixes)
    {
        var page = (await _host.S3Async("GET", $"/bbb?list-type=2&encoding-type=url&{question}")).IsOk();
        Assert.Equal(keys, page.Texts("Key").Select(WebUtility.UrlDecode));
        Assert.Equal(prefixes, page.Elements("CommonPrefixes").Select(element => element.Value));
        Assert.Equal($"{keys.Length + prefixes.Length}", page.Text("KeyCount"));
    }

    [Fact]
    public async Task A_character_that_XML_lacks_is_written_as_the_service_does()
    {
        var page = (await _host.S3Async("GET", "/bbb?list-type=2&prefix=d")).IsOk();
        Assert.Contains("<Key>d&#x1;</Key>", System.Text.Encoding.UTF8.GetString(page.Body));
    }

    [Fact]
    public async Task A_page_may_be_empty()
    {
        var page = (await _host.S3Async("GET", "/bbb?list-type=2&max-keys=0&prefix=a")).IsOk();
        Assert.Equal(("0", "0", "false"), (page.Text("KeyCount"), page.Text("MaxKeys"), page.Text("IsTruncated")));
    }

    [Fact]
    public async Task The_older_listing_goes_on_behind_a_key()
    {
        var first = (await _host.S3Async("GET", "/bbb?delimiter=/&max-keys=2")).IsOk();
        Assert.Equal(["a", "a/"], [.. first.Texts("Key"), .. first.Elements("CommonPrefixes").Select(e => e.Value)]);
        Assert.Equal(("true", "a/"), (first.Text("IsTruncated"), first.Text("NextMarker")));
        var second = (await _host.S3Async("GET", "/bbb?delimiter=/&max-keys=2&marker=a/")).IsOk();
        Assert.Equal(["b b+%"], second.Texts("Key"));
        Assert.Equal(("a/", "c/"), (second.Text("Marker"), second.Text("NextMarker")));
        Assert.Null((await _host.S3Async("GET", "/bbb?max-keys=2")).Text("NextMarker"));
    }

    [Theory]
    [InlineData("list-type=3", "Invalid List Type")]
    [InlineData("list-type=2&max-keys=-1", "Argument max-keys must be an integer between 0 and 2147483647")]
    [InlineData("list-type=2&max-keys=x", "Provided max-keys not an integer or within integer range")]
    [InlineData("list-type=2&encoding-type=x", "Invalid Encoding Method specified in Request")]
    [InlineData("list-type=2&continuation-token=x", "The continuation token provided is incorrect")]
    [InlineData("list-type=2&continuation-token=", "The continuation token provided is incorrect")]
    public async Task A_parameter_has_rules(string question, string message)
    {
        (await _host.S3Async("GET", $"/bbb?{question}")).IsS3Error(HttpStatusCode.BadRequest, "InvalidArgument", message);
    }

    [Fact]
    public async Task A_token_is_for_its_question()
    {
        var token = (await _host.S3Async("GET", "/bbb?list-type=2&max-keys=1")).Text("NextContinuationToken");
        var page = (await _host.S3Async("GET", $"/bbb?list-type=2&max-keys=1&start-after=c&continuation-token={token}")).IsOk();
        Assert.Equal(["a/"], page.Texts("Key"));
        Assert.Equal(token, page.Text("ContinuationToken"));
        Assert.Equal("InvalidArgument", (await _host.S3Async("GET", $"/bbb?list-type=2&prefix=a&continuation-token={token}")).Text("Code"));
    }
}
