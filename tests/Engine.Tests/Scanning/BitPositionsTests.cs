using FlowLogs.Scanning;

namespace FlowLogs.Tests.Scanning;

/// <summary>The bits that are set, against a plain search.</summary>
public class BitPositionsTests
{
    [Fact]
    public void All_bits_that_are_set_are_found()
    {
        var random = new Random(9);
        for (var i = 0; i < 20_000; i++)
        {
            // Words with nearly no bit, with some as text has, with half, with nearly all.
            var bits = RandomWord(random, i % 4);
            var start = random.Next(ushort.MaxValue - 64);
            var expected = Enumerable.Range(0, 64).Where(bit => (bits >> bit & 1) != 0).Select(bit => start + bit).ToArray();

            var positions = new ushort[64 + BitPositions.Stride];
            BitPositions.Write(ref positions[0], bits, start);
            Assert.Equal(expected, positions.Take(expected.Length).Select(static position => (int)position));
        }
    }

    private static ulong RandomWord(Random random, int rarity) => rarity switch
    {
        0 => random.Next(8) == 0 ? 1UL << random.Next(64) : 0,
        1 => Any(random) & Any(random) & Any(random),
        2 => Any(random),
        _ => Any(random) | Any(random) | (random.Next(4) == 0 ? ulong.MaxValue : 0),
    };

    private static ulong Any(Random random) => (ulong)random.NextInt64(long.MinValue, long.MaxValue);
}
