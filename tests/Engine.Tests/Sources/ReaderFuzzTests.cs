using FlowLogs.Conditions;
using FlowLogs.Reading;
using FlowLogs.Tests.Filtering;

namespace FlowLogs.Tests.Sources;

/// <summary>Files that were damaged: whatever they are, they give records and problems, soon, with little memory.</summary>
public sealed class ReaderFuzzTests
{
    private const long MaxAllocated = 64 * 1024 * 1024;

    private static readonly string Lines = string.Concat(Enumerable.Range(0, 300).Select(static i => ParquetTests.Line(i) + "\n"));

    private static readonly byte[][] Sources =
    [
        ParquetTests.Load("duckdb-v1-snappy"),
        ParquetTests.Load("duckdb-v1-gzip"),
        ParquetTests.Load("duckdb-v1-brotli"),
        ParquetTests.Load("duckdb-v2-none"),
        ParquetTests.Load("duckdb-v2-zstd"),
        ParquetTests.Load("duckdb-types"),
        HostileParquet.Build(rows: 1000),
        Compress.Gzip(Lines),
        [.. Compress.Gzip(Lines), .. Compress.Gzip(Lines)],
        Compress.Gzip(Compress.Gzip(Lines)),
        Compress.Zstd(Lines),
        Compress.Zstd(Compress.Gzip(Lines)),
    ];

    [Fact]
    public void Damaged_files_give_records_and_problems()
    {
        var random = FuzzSettings.Start();
        for (var cases = FuzzSettings.Cases(1500); cases > 0; cases--)
        {
            var seed = random.Next();
            try
            {
                Check(seed);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
            }
        }
    }

    // A page whose Snappy data claims 512 MB.
    [Theory]
    [InlineData(1519719185)]
    public void What_was_found_once_does_not_come_again(int seed) => Check(seed);

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var damaged = Damage(Sources[random.Next(Sources.Length)], random);
        var options = new FlowReadOptions
        {
            MaxInflatedLength = 16 * 1024 * 1024,
            Condition = random.Next(3) switch
            {
                0 => null,
                1 => FlowExpression.Action("REJECT"),
                _ => FlowExpression.DstPort(new FlowNumberRange(22, 22)),
            },
        };

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = new MemorySource(damaged, isPipe: random.Next(4) == 0).Read(options);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
    }

    private static byte[] Damage(byte[] source, Random random)
    {
        var bytes = source.ToList();
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            // The end, where Parquet describes itself, more often than the rest.
            var at = random.Next(2) == 0 ? random.Next(bytes.Count) : Math.Max(0, bytes.Count - random.Next(2500));
            at = Math.Min(at, bytes.Count - 1);
            switch (random.Next(8))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count), 1));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes[at] = random.Next(2) == 0 ? (byte)0xFF : (byte)0;
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }

            if (bytes.Count == 0)
                break;
        }

        return [.. bytes];
    }
}
