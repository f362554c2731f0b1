using System.Text;
using FlowLogs.Reading;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Reading;

public class LineBlockReaderTests
{
    [Property(MaxTest = 300, Replay = "(987654321,11)")]
    public void Blocks_put_together_are_the_stream_however_it_dribbles(byte[] content, byte[] sizes)
    {
        var expected = content.Select(static b => b % 5 == 0 ? (byte)'\n' : b).ToArray();
        Assert.Equal(expected, Join(new DribblingStream(expected, sizes)));
    }

    [Fact]
    public void A_block_ends_at_a_line_feed()
    {
        var line = new string('x', 99) + "\n";
        var text = string.Concat(Enumerable.Repeat(line, 20_000)) + "last";
        using var reader = new LineBlockReader(new MemoryStream(Encoding.ASCII.GetBytes(text)));
        var all = new StringBuilder();
        for (var block = reader.Read(); !block.IsEmpty; block = reader.Read())
        {
            all.Append(Encoding.ASCII.GetString(block.Span));
            if (all.Length < text.Length)
                Assert.Equal((byte)'\n', block.Span[^1]);
        }

        Assert.Equal(text, all.ToString());
    }

    [Theory]
    [InlineData("\nafter\n", "after\n")]
    [InlineData("", "")]
    public void Of_an_endless_line_only_the_beginning_comes(string tail, string expectedTail)
    {
        var text = "first\n" + new string('y', 3_000_000) + tail;
        using var reader = new LineBlockReader(new MemoryStream(Encoding.ASCII.GetBytes(text)));
        var blocks = new List<string>();
        for (var block = reader.Read(); !block.IsEmpty; block = reader.Read())
            blocks.Add(Encoding.ASCII.GetString(block.Span));

        Assert.Equal("first\n", blocks[0]);
        Assert.Matches("^y{100000,}$", blocks[1]);
        Assert.Equal(expectedTail, string.Concat(blocks.Skip(2)));
    }

    private static byte[] Join(Stream stream)
    {
        using var reader = new LineBlockReader(stream);
        var all = new List<byte>();
        for (var block = reader.Read(); !block.IsEmpty; block = reader.Read())
            all.AddRange(block.Span);
        return [.. all];
    }

    /// <summary>A stream that gives its bytes in pieces of the sizes it is told, at least one each.</summary>
    private sealed class DribblingStream(byte[] content, byte[] sizes) : MemoryStream(content)
    {
        private int _reads;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var size = sizes.Length == 0 ? count : Math.Max(1, (int)sizes[_reads++ % sizes.Length]);
            return base.Read(buffer, offset, Math.Min(count, size));
        }
    }
}
