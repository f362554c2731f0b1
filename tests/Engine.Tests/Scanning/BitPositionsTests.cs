using FlowLogs.Scanning;
using FlowLogs.Vectors;

namespace FlowLogs.Tests.Scanning;

/// <summary>The ways to find the bits that are set, against a plain search.</summary>
public class BitPositionsTests
{
    [Fact]
    public void All_bits_that_are_set_are_found()
    {
        Check(BitPositions.WriteEach);
        Check(BitPositions.Write);
        Assert.Throws<ArgumentException>(() => BitPositions.WriteEach([1, 2], new ushort[128]));
    }

    [SetBitsFact]
    public void The_instruction_for_it_finds_them_too()
    {
        Check(SetBits.Write);
        Assert.Throws<ArgumentException>(() => SetBits.Write([1, 2], new ushort[127]));
    }

    private static void Check(BitPositions.Writer write)
    {
        var random = new Random(9);
        for (var i = 0; i < 2_000; i++)
        {
            // Words with nearly none, with some as text has, with half, with nearly all.
            var rarity = random.Next(4);
            var words = new ulong[random.Next(258)];
            foreach (ref var word in words.AsSpan())
                word = RandomWord(random, rarity);
            var expected = Enumerable.Range(0, words.Length * 64).Where(bit => (words[bit / 64] >> (bit % 64) & 1) != 0).ToArray();

            var positions = new ushort[(words.Length * 64) + 64];
            var count = write(words, positions);
            Assert.Equal(expected, positions.Take(count).Select(static position => (int)position));
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

/// <summary>A test that is skipped where the processor lacks the instruction.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SetBitsFactAttribute : FactAttribute
{
    public SetBitsFactAttribute()
    {
        if (!SetBits.IsSupported)
            Skip = "This processor has no AVX-512 VBMI2.";
    }
}
