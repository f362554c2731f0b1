using FlowLogs.Reading;
using FlowLogs.Reading.Objects;
using FlowLogs.Tests.Sources;

namespace FlowLogs.Tests.Objects;

public class ObjectStreamTests
{
    private static readonly ObjectReadLimits Fast = new(TimeSpan.FromSeconds(20), 5, TimeSpan.FromMilliseconds(1));
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1_000_000).Select(static i => (byte)(i * 31 >> 3))];

    [Fact]
    public void Reading_on_is_one_call()
    {
        var bucket = new MemoryBucket().Add("a", Content);
        using var stream = Open(bucket);

        Assert.Equal(Content.Length, stream.Length);
        Assert.Equal(Content, ReadAll(stream));
        Assert.Equal(("a", 0L, null), Assert.Single(bucket.Gets));
    }

    [Fact]
    public void The_beginning_and_the_end_are_looked_at_without_further_calls()
    {
        var bucket = new MemoryBucket().Add("a", Content);
        using var stream = Open(bucket);
        stream.ReadExactly(new byte[4]);
        stream.Position = 0;

        Assert.Equal(Content, ReadAll(stream));
        stream.Position = stream.Length - 4;
        Assert.Equal(Content[^4..], ReadAll(stream));
        Assert.Single(bucket.Gets);
    }

    [Fact]
    public void Any_place_can_be_read()
    {
        var bucket = new MemoryBucket().Add("a", Content);
        using var stream = Open(bucket);
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var position = random.Next(Content.Length + 10);
            Assert.Equal(position, random.Next(3) switch
            {
                0 => stream.Seek(position, SeekOrigin.Begin),
                1 => stream.Seek(position - stream.Position, SeekOrigin.Current),
                _ => stream.Seek(position - stream.Length, SeekOrigin.End),
            });
            var length = random.Next(300_000);
            var buffer = new byte[length];
            var read = stream.ReadAtLeast(buffer, length, throwOnEndOfStream: false);
            Assert.Equal(Content.Skip(position).Take(length), buffer.Take(read));
        }
    }

    [Fact]
    public void What_was_read_is_not_asked_for_again()
    {
        byte[] large = [.. Content, .. Content, .. Content];
        var bucket = new MemoryBucket().Add("a", large);
        using var stream = Open(bucket);
        stream.Position = stream.Length - 8;
        stream.ReadExactly(new byte[8]);
        for (var way = 0; way < 3; way++)
        {
            // Twenty columns, a piece of each in turn.
            for (var i = 0; i < 20; i++)
            {
                stream.Position = (i * 150_000) + (way * 10_000);
                var piece = new byte[10_000];
                stream.ReadExactly(piece);
                Assert.Equal(large[((int)stream.Position - piece.Length)..(int)stream.Position], piece);
            }
        }

        // The beginning, the end, and from the first column that the beginning does not have.
        Assert.Equal([0, large.Length - (128 * 1024), 600_000], bucket.Gets.Select(static get => (int)get.Offset));
    }

    [Fact]
    public void Connections_that_break_on_the_way_to_a_place_go_on_there()
    {
        var bucket = new MemoryBucket { Wrap = (_, _, body) => new BreakingStream(body, 1000, null) }.Add("a", Content);
        using var stream = Open(bucket);
        stream.Position = stream.Length - 8;
        var end = new byte[8];
        stream.ReadExactly(end);

        Assert.Equal(Content[^8..], end);
        Assert.Equal(1 + 132, bucket.Gets.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(EndOfStreamException))]
    public void A_connection_that_breaks_goes_on_at_the_byte_that_was_reached(Type? error)
    {
        var bucket = new MemoryBucket { Wrap = (_, _, body) => new BreakingStream(body, 300_000, error) }.Add("a", Content);
        using var stream = Open(bucket);

        Assert.Equal(Content, ReadAll(stream));
        Assert.Equal([0L, 300_000, 600_000, 900_000], bucket.Gets.Select(static get => get.Offset));
        Assert.All(bucket.Gets.Skip(1), static get => Assert.NotNull(get.ETag));
    }

    [Fact]
    public void Tries_that_give_nothing_have_an_end()
    {
        var bucket = new MemoryBucket { Wrap = static (_, offset, body) => offset == 0 ? new BreakingStream(body, 300_000, null) : new BreakingStream(body, 0, null) }.Add("a", Content);
        var source = new S3ObjectSource(bucket, MemoryBucket.Name, "a", Fast, default);
        using var stream = source.Open();

        var error = source.Describe(Assert.ThrowsAny<IOException>(() => ReadAll(stream)));

        Assert.Equal(("ObjectNotReadable", FlowErrorKind.ReadError), (error.ErrorId, error.Kind));
        Assert.Contains("300,000", error.Message, StringComparison.Ordinal);
        Assert.Equal(Fast.MaxTries, bucket.Gets.Count);
    }

    [Fact]
    public void Silence_is_a_connection_that_broke()
    {
        var calls = 0;
        var bucket = new MemoryBucket { Wrap = (_, _, body) => calls++ == 0 ? new SilentStream() : body }.Add("a", Content);
        using var stream = new ObjectStream(bucket, MemoryBucket.Name, "a", Fast with { Idle = TimeSpan.FromSeconds(1) }, default);

        Assert.Equal(Content, ReadAll(stream));
        Assert.Equal(2, bucket.Gets.Count);
    }

    [Fact]
    public async Task Cancellation_ends_a_silent_connection()
    {
        using var cancel = new CancellationTokenSource();
        var silent = new SilentStream();
        var bucket = new MemoryBucket { Wrap = (_, _, _) => silent }.Add("a", Content);
        var opening = Task.Run(() => new ObjectStream(bucket, MemoryBucket.Name, "a", Fast with { Idle = TimeSpan.FromHours(1) }, cancel.Token), CancellationToken.None);
        await silent.Asked.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None));
    }

    [Fact]
    public void An_object_that_was_replaced_is_an_error_and_not_a_mixture()
    {
        var bucket = new MemoryBucket { Wrap = static (_, _, body) => new BreakingStream(body, 300_000, null) }.Add("a", Content);
        using var stream = Open(bucket);
        bucket.Add("a", new byte[Content.Length]);

        Assert.Equal("ObjectChanged", Assert.Throws<FlowLogException>(() => ReadAll(stream)).ErrorId);
    }

    [Theory]
    [InlineData(FlowErrorKind.Throttled, 3)]
    [InlineData(FlowErrorKind.Unavailable, 3)]
    [InlineData(FlowErrorKind.ServiceError, 1)]
    [InlineData(FlowErrorKind.Connection, 1)]
    [InlineData(FlowErrorKind.NotFound, 1)]
    public void What_passes_is_tried_again(FlowErrorKind kind, int calls)
    {
        var left = 2;
        var bucket = new MemoryBucket { BeforeGet = (_, _) => left-- > 0 ? throw new FlowLogException("Some", kind, "Some.") : Task.CompletedTask }.Add("a", Content);
        if (calls == 1)
        {
            Assert.Equal(kind, Assert.Throws<FlowLogException>(() => Open(bucket)).Kind);
        }
        else
        {
            using var stream = Open(bucket);
            Assert.Equal(Content, ReadAll(stream));
        }

        Assert.Equal(calls, bucket.Gets.Count);
    }

    [Fact]
    public void A_gzip_is_checked_to_its_end_in_one_call()
    {
        var line = "2 123456789012 eni-1 10.0.0.1 10.0.0.2 1 2 6 1 40 1770000000 1770000055 ACCEPT OK\n";
        var text = string.Concat(Enumerable.Repeat(line, 20_000));
        var bucket = new MemoryBucket { Wrap = static (_, _, body) => new BreakingStream(body, 1_000, typeof(IOException)) }.Add("a", Compress.Gzip(text));

        var items = SourceReader.Read(new S3ObjectSource(bucket, MemoryBucket.Name, "a", Fast, default), new FlowReadOptions(), default).SelectMany(static batch => batch).ToList();

        Assert.All(items, static item => Assert.Null(item.Problem));
        Assert.Equal(20_000, items.Count);
    }

    private static ObjectStream Open(MemoryBucket bucket) => new(bucket, MemoryBucket.Name, "a", Fast, default);

    private static byte[] ReadAll(Stream stream)
    {
        var all = new MemoryStream();
        stream.CopyTo(all, 7_001);
        return all.ToArray();
    }
}
