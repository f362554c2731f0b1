using System.Text;
using FlowLogs.Reading;

namespace FlowLogs.Tests.Sources;

public sealed class ZstdTests
{
    private const string Lines = "srcaddr dstport\n10.0.0.1 22\n10.0.0.2 443\n";

    // Magic number, length, contents.
    private static readonly byte[] Skippable = [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Frames_one_after_another_and_those_to_be_skipped(bool isPipe)
    {
        byte[] whole = [.. Skippable, .. Compress.Zstd(Lines), .. Skippable, .. Compress.Zstd(""), .. Compress.Zstd(Lines), .. Skippable];
        var items = new MemorySource(whole, isPipe).Read();
        Assert.Equal(["22", "443", "22", "443"], items.Select(static item => $"{item.Record?.DstPort}"));
    }

    [Fact]
    public void A_cut_inside_a_frame_is_noticed()
    {
        byte[][] frames = [Compress.Zstd(Lines), Skippable, Compress.Zstd(Lines)];
        byte[] whole = [.. frames.SelectMany(static frame => frame)];
        var ends = frames.Select((_, i) => frames.Take(i + 1).Sum(static frame => frame.Length)).ToList();
        for (var length = 4; length <= whole.Length; length++)
            Assert.Equal(!ends.Contains(length), new MemorySource(whole[..length]).Read().Exists(static item => item.Problem?.ErrorId == "InvalidZstd"));
    }

    [Fact]
    public void A_broken_frame_gives_what_it_has_and_an_error()
    {
        var text = new StringBuilder("dstport\n");
        var random = new Random(2);
        for (var i = 0; i < 200_000; i++)
            text.Append(random.Next(65536)).Append('\n');
        var broken = Compress.Zstd(text.ToString());
        broken[broken.Length / 2] ^= 0x55;
        var items = new MemorySource(broken).Read();
        Assert.InRange(items.Count, 10_000, 199_999);
        Assert.Equal("InvalidZstd", items[^1].Problem!.ErrorId);
    }

    [Fact]
    public void A_frame_that_asks_for_much_memory_is_refused()
    {
        // Window descriptor: 2^31 bytes (RFC 8878, 3.1.1.1.2), then an empty last block.
        byte[] frame = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 21 << 3, 1, 0, 0];
        Assert.Equal("InvalidZstd", Assert.Single(new MemorySource(frame).Read()).Problem!.ErrorId);
    }

    [Fact]
    public void It_may_hold_payloads_and_gzip_and_lie_in_gzip()
    {
        const string Event = """{"messageType":"DATA_MESSAGE","logGroup":"g","logEvents":[{"id":"1","timestamp":1,"message":"2 1 e a b 1 22 6 1 1 1 1 ACCEPT OK"}]}""";
        Assert.Equal("g", Assert.Single(new MemorySource(Compress.Zstd(Event + Event)).Read().Take(1)).Record!.LogGroupName);
        Assert.Equal(2, new MemorySource(Compress.Zstd(Compress.Gzip(Lines))).Read().Count);
        Assert.Equal(2, new MemorySource(Compress.Gzip(Compress.Zstd(Lines))).Read().Count);
    }

    [Fact]
    public void Without_a_reader_it_is_an_error()
    {
        var items = SourceReader.Read(new MemorySource(Compress.Zstd(Lines)), new FlowReadOptions(), CancellationToken.None);
        Assert.Equal("ZstdNotSupported", Assert.Single(items.SelectMany(static batch => batch)).Problem!.ErrorId);
    }
}
