using FlowLogs.Hashing;

namespace FlowLogs.Querying.Cells;

/// <summary>Remembers the numbers of the texts that one thread has met, so that threads seldom wait for each other.</summary>
internal sealed class TextCache(TextStore texts)
{
    private HashSlots _slots = new();

    /// <summary>The number of a text.</summary>
    public int IdOf(ReadOnlySpan<byte> text)
    {
        var hash = SeededHash.OfText(text);
        var id = texts.Find(_slots, text, hash);
        if (id < 0)
        {
            id = texts.IdOf(text, hash);
            _slots.Add(hash, id);
        }

        return id;
    }
}
