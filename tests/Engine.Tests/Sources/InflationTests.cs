using FlowLogs.Conditions;
using FlowLogs.Reading;

namespace FlowLogs.Tests.Sources;

/// <summary>Small files that become huge end at the limit, with the memory of any other file.</summary>
public sealed class InflationTests
{
    private const long Megabyte = 1024 * 1024;
    private const string Line = "2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK\n";

    private static readonly FlowReadOptions Options = new()
    {
        Condition = FlowExpression.DstPort(new FlowNumberRange(23, 23)),
        MaxInflatedLength = 50 * Megabyte,
    };

    public static TheoryData<string> Bombs() => [.. MakeBombs().Keys];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bombs_end_at_the_limit(string name)
    {
        var bomb = MakeBombs()[name]();
        _ = new MemorySource(Compress.Gzip(Line)).Read();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var items = new MemorySource(bomb).Read(Options);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal("InflatedTooLarge", items[^1].Problem!.ErrorId);
        Assert.Contains("-MaxInflatedSize", items[^1].Problem!.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 16 * Megabyte);
    }

    [Fact]
    public void Records_before_the_limit_are_there_and_a_larger_limit_gives_all()
    {
        var bomb = Compress.Gzip(string.Concat(Enumerable.Repeat(Line, 20_000)));
        var items = new MemorySource(bomb).Read(new FlowReadOptions { MaxInflatedLength = Megabyte });
        Assert.Equal((int)(Megabyte / Line.Length), items.Count(static item => item.Record is not null));
        Assert.Equal("InflatedTooLarge", items[^1].Problem!.ErrorId);
        Assert.Equal(20_000, new MemorySource(bomb).Read().Count);
    }

    [Fact]
    public void A_page_of_Parquet_may_take_a_share_of_the_limit()
    {
        var file = ParquetTests.Load("duckdb-v1-gzip");
        Assert.Equal("InflatedTooLarge", Assert.Single(new MemorySource(file).Read(new FlowReadOptions { MaxInflatedLength = 64 * 1000 })).Problem!.ErrorId);
        Assert.Equal(300, new MemorySource(file).Read(new FlowReadOptions { MaxInflatedLength = 64 * Megabyte }).Count);
    }

    [Fact]
    public void What_a_file_claims_of_its_own_description_is_not_believed()
    {
        // A list of two thousand million columns; structures within structures without end; a number without end.
        byte[][] footers = [[0x29, 0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0x07], [.. Enumerable.Repeat((byte)0x1C, 100_000)], [0x15, .. Enumerable.Repeat((byte)0xFF, 1000)], []];
        foreach (var footer in footers)
            Assert.Equal("InvalidParquet", Assert.Single(new MemorySource(HostileParquet.WithFooter(footer)).Read()).Problem!.ErrorId);
    }

    private static Dictionary<string, Func<byte[]>> MakeBombs() => new()
    {
        ["gzip of lines"] = static () => Compress.Bomb(80 * Megabyte, Line),
        ["gzip of one line"] = static () => Compress.Bomb(80 * Megabyte, "a"),
        ["gzip of zeros"] = static () => Compress.Bomb(80 * Megabyte, "\0"),
        ["gzip in gzip"] = static () => Compress.Gzip(Compress.Bomb(80 * Megabyte, Line)),
        ["gzip in zstd"] = static () => Compress.Zstd(Compress.Bomb(80 * Megabyte, Line)),
        ["zstd of lines"] = static () => Compress.Bomb(80 * Megabyte, Line, isZstd: true),
        ["zstd of one line"] = static () => Compress.Bomb(80 * Megabyte, "a", isZstd: true),
        ["Parquet of one value"] = static () => HostileParquet.Build(rows: int.MaxValue),
        ["Parquet with a huge page"] = static () => HostileParquet.Build(rows: 1, inflatedLength: int.MaxValue),
    };
}
