using FlowLogs.Hashing;
using FlowLogs.Scanning;

namespace FlowLogs.Querying.Tables;

/// <summary>
/// One thread's way into a table that threads share. It has a table of its own as long as that is small. When it is not, lines
/// are gathered for each part of the shared one, and added when there are so many that going there is worth while.
/// </summary>
/// <param name="shared">The shared table.</param>
internal sealed class TableFeed(SharedTable shared)
{
    // So many groups are near the processor.
    private const int MaxOwn = 1 << 14;

    // The lines that are gathered for a part, in numbers.
    private const int PartLength = 6 * 1024;

    // They are as many as it has groups, but no fewer than these: what is brought near is then used more than once.
    private const int MinLines = 256;

    private readonly GroupLayout _layout = shared.Layout;
    private ulong[] _lines = [];
    private readonly int[] _counts = new int[shared.Parts.Count];
    private CellTable? _own = new(shared.Layout);

    /// <summary>Adds lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="SinkException"><c>TooManyGroups</c>: there are more than may be.</exception>
    public void Add(ReadOnlySpan<ulong> lines, int count)
    {
        if (_own is null)
        {
            Gather(lines, count);
            return;
        }

        _own.AddLines(lines, count, isFar: false);
        shared.Check(_own.Count);
        if (_own.Count >= MaxOwn)
            GiveOwn();
    }

    /// <summary>Adds what was kept in the table of its own. To be called when nothing more comes, before <see cref="Give"/>.</summary>
    /// <exception cref="SinkException"><c>TooManyGroups</c>: there are more than may be.</exception>
    public void GiveOwn()
    {
        if (_own is null)
            return;
        shared.AddGroups(_own);
        _own = null;
    }

    /// <summary>Adds what was gathered for a part. Several threads may do so for different parts.</summary>
    /// <param name="part">The part's number.</param>
    /// <exception cref="SinkException"><c>TooManyGroups</c>: there are more than may be.</exception>
    public void Give(int part)
    {
        if (_counts[part] == 0)
            return;
        shared.AddLines(part, _lines.AsSpan(part * PartLength, PartLength), _counts[part]);
        _counts[part] = 0;
    }

    private void Gather(ReadOnlySpan<ulong> lines, int count)
    {
        if (_lines.Length == 0)
            _lines = GC.AllocateUninitializedArray<ulong>(PartLength * shared.Parts.Count);
        var (length, keyLength) = (_layout.LineLength, _layout.KeyLength);
        for (var i = 0; i < count; i++)
        {
            var line = lines.Slice(i * length, length);
            var part = shared.PartOf(SeededHash.Of(line[..keyLength]));
            line.CopyTo(_lines.AsSpan((part * PartLength) + (_counts[part] * length)));
            _counts[part]++;
            if (IsFull(part))
                Give(part);
        }
    }

    private bool IsFull(int part) =>
        (_counts[part] + 1) * _layout.LineLength > PartLength
        || (_counts[part] >= MinLines && _counts[part] >= shared.CountOf(part));
}
