using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace FlowLogs.Tests.Aws;

/// <summary>What is made of the bytes of a live tail.</summary>
public class LiveTailDecodingTests
{
    private static readonly byte[] Session =
    [
        .. LiveTailFrames.Start(),
        .. LiveTailFrames.Update(false, "a", "bb"),
        .. LiveTailFrames.Update(false),
        .. LiveTailFrames.Event("whatTheServiceWillThinkOf", "{}"),
        .. LiveTailFrames.Update(true, "Zürich 漢字"),
    ];

    private static readonly string[] Updates = ["False:a,bb", "False:", "True:Zürich 漢字"];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Updates_are_read_however_the_bytes_come(int size)
    {
        var (updates, error) = await ReadAsync(Session, size);
        Assert.Null(error);
        Assert.Equal(Updates, updates);
    }

    [Fact]
    public async Task What_breaks_off_gives_what_came_before()
    {
        for (var length = 0; length < Session.Length; length++)
        {
            var (updates, error) = await ReadAsync(Session[..length], 64);
            Assert.Null(error);
            Assert.Equal(Updates[..updates.Length], updates);
        }
    }

    [Fact]
    public async Task A_changed_byte_is_never_an_update()
    {
        for (var i = 0; i < Session.Length; i++)
        {
            byte[] broken = [.. Session];
            broken[i] ^= 0x10;
            var (updates, error) = await ReadAsync(broken, 64);
            Assert.True(updates.Length < Updates.Length, $"Byte {i} was not looked at.");
            Assert.Equal(Updates[..updates.Length], updates);
            // A length that grew is waited for, until the stream ends.
            Assert.True(error is null or CloudWatchLogsEventStreamException);
        }
    }

    [Theory]
    [InlineData("SessionTimeoutException", typeof(SessionTimeoutException))]
    [InlineData("SessionStreamingException", typeof(SessionStreamingException))]
    public async Task The_end_of_a_session_is_an_exception(string type, Type expected)
    {
        var (updates, error) = await ReadAsync([.. LiveTailFrames.Update(false, "a"), .. LiveTailFrames.Exception(type, "It is over.")], 1000);
        // Both came in one piece, and what the client gives of that is its own matter.
        Assert.True(updates.Length <= 1);
        Assert.IsType(expected, error!.InnerException);
        Assert.Equal("It is over.", error.Message);
    }

    private static async Task<(string[] Updates, Exception? Error)> ReadAsync(byte[] bytes, int size)
    {
        var updates = new List<string>();
        using var stream = new StartLiveTailResponseStream(new SlowStream(bytes, size));
        try
        {
            await foreach (var e in stream)
            {
                if (e is LiveTailSessionUpdate update)
                    updates.Add($"{update.SessionMetadata!.Sampled}:{string.Join(',', update.SessionResults!.Select(static r => r.Message))}");
            }
        }
        catch (CloudWatchLogsEventStreamException e)
        {
            return ([.. updates], e);
        }

        return ([.. updates], null);
    }

    private sealed class SlowStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
