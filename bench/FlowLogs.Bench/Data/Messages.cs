namespace FlowLogs.Bench.Data;

/// <summary>Messages in UTF-8, one after the other in one array, each with a line feed behind it.</summary>
internal sealed class Messages
{
    private readonly byte[] _bytes;
    // Where each message starts, and behind them where the next one would.
    private readonly int[] _starts;

    private Messages(string name, byte[] bytes, int[] starts)
    {
        Name = name;
        _bytes = bytes;
        _starts = starts;
    }

    /// <summary>What they are called in the report.</summary>
    public string Name { get; }

    public int Count => _starts.Length - 1;

    public long Size => _starts[^1];

    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(_starts[index].._starts[index + 1])[..^1];

    /// <summary>The messages of a range with their line feeds.</summary>
    public ReadOnlySpan<byte> Block(int from, int to) => _bytes.AsSpan(_starts[from].._starts[to]);

    /// <param name="name">What they are called in the report.</param>
    /// <param name="count">How many there will be.</param>
    /// <param name="write">Writes the messages, each with its line feed, in turn.</param>
    public static Messages Make(string name, int count, IEnumerable<ReadOnlyMemory<byte>> write)
    {
        using var stream = new MemoryStream();
        var starts = new int[count + 1];
        var made = 0;
        foreach (var message in write.Take(count))
        {
            stream.Write(message.Span);
            stream.WriteByte((byte)'\n');
            starts[++made] = (int)stream.Length;
        }
        return made == count
            ? new Messages(name, stream.ToArray(), starts)
            : throw new InvalidOperationException($"Only {made} of {count} {name} were made.");
    }
}
