using FlowLogs.Reading.Objects;

namespace FlowLogs.Tests.Objects;

public sealed class ObjectBlocksTests
{
    [Fact]
    public void One_is_kept_of_a_reader_that_only_goes_on()
    {
        using var blocks = new ObjectBlocks(size: 10, most: 3);
        Put(blocks, 0, 25);

        Assert.Equal([20L, 21, 22, 23, 24], Known(blocks, 30));
    }

    [Fact]
    public void The_one_that_was_not_needed_for_the_longest_time_is_given_up()
    {
        using var blocks = new ObjectBlocks(size: 10, most: 3) { KeepsMany = true };
        Put(blocks, 0, 30);
        _ = blocks.At(5);
        Put(blocks, 100, 4);

        Assert.Equal([.. Range(0, 10), .. Range(20, 10), .. Range(100, 4)], Known(blocks, 200));
        Assert.Equal(7, blocks.At(3).Length);
    }

    [Fact]
    public void A_block_is_filled_before_another_begins()
    {
        using var blocks = new ObjectBlocks(size: 10, most: 2) { KeepsMany = true };
        for (var i = 0; i < 20; i += 4)
            Put(blocks, i, 4);

        Assert.Equal(Range(0, 20), Known(blocks, 40));
        Assert.Equal((10, 10), (blocks.At(0).Length, blocks.At(10).Length));
    }

    private static IEnumerable<long> Range(int start, int count) => Enumerable.Range(start, count).Select(static i => (long)i);

    // Every byte is its position.
    private static void Put(ObjectBlocks blocks, int from, int count)
    {
        for (var end = from + count; from < end;)
        {
            var room = blocks.RoomFor(from).Span;
            var length = Math.Min(room.Length, end - from);
            for (var i = 0; i < length; i++)
                room[i] = (byte)(from + i);
            blocks.Add(length);
            from += length;
        }
    }

    private static List<long> Known(ObjectBlocks blocks, int end)
    {
        var known = new List<long>();
        for (var i = 0; i < end; i++)
        {
            if (blocks.At(i) is { IsEmpty: false } bytes)
            {
                Assert.Equal(i, bytes[0]);
                known.Add(i);
            }
        }

        return known;
    }
}
