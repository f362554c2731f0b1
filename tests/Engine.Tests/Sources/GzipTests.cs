namespace FlowLogs.Tests.Sources;

public sealed class GzipTests
{
    private const string Lines = "srcaddr dstport\n10.0.0.1 22\n10.0.0.2 443\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cut_between_or_inside_members_is_noticed_also_in_a_pipe(bool isPipe)
    {
        // What looks like the beginning of a member, in a member that is not compressed.
        byte[] tricky = [.. Enumerable.Repeat("\x1F\u008B\x08 22\n"u8.ToArray(), 5).SelectMany(static bytes => bytes)];
        byte[][] members = [Compress.Gzip(Lines), Compress.Gzip(""), Compress.Gzip(tricky), Compress.Gzip(Lines)];
        byte[] whole = [.. members.SelectMany(static member => member)];
        var ends = members.Select((_, i) => members.Take(i + 1).Sum(static member => member.Length)).ToList();
        for (var length = 2; length <= whole.Length; length++)
        {
            var items = new MemorySource(whole[..length], isPipe).Read();
            Assert.Equal(!ends.Contains(length), items.Exists(static item => item.Problem?.ErrorId == "InvalidGzip"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_follows_the_last_member_is_an_error(bool isPipe)
    {
        foreach (var length in (int[])[1, 2, 3, 4, 100, 100_000])
        {
            var items = new MemorySource([.. Compress.Gzip(Lines), .. new byte[length]], isPipe).Read();
            Assert.Equal(["10.0.0.1 22", "10.0.0.2 443"], items.Where(static item => item.Record is not null).Select(static item => item.Record!.ToString()));
            Assert.Equal("InvalidGzip", Assert.Single(items, static item => item.Problem is not null).Problem!.ErrorId);
        }
    }

    [Fact]
    public void Gzip_in_gzip_is_checked_too()
    {
        var inner = Compress.Gzip(Lines);
        Assert.Equal(2, new MemorySource(Compress.Gzip(inner)).Read().Count(static item => item.Record is not null));
        for (var length = 2; length < inner.Length; length++)
            Assert.Contains(new MemorySource(Compress.Gzip(inner.AsSpan(0, length))).Read(), static item => item.Problem?.ErrorId == "InvalidGzip");
    }

    [Fact]
    public void Many_large_members_in_a_pipe_are_no_error()
    {
        var random = new Random(1);
        var lines = string.Concat(Enumerable.Range(0, 100_000).Select(_ => $"{random.Next(65536)}\n"));
        byte[] whole = [.. Compress.Gzip("dstport\n"), .. Compress.Gzip(lines), .. Compress.Gzip(lines)];
        var items = new MemorySource(whole, isPipe: true).Read();
        Assert.Equal(200_000, items.Count);
        Assert.All(items, static item => Assert.NotNull(item.Record));
    }
}
