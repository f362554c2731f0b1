using System.Buffers;

namespace FlowLogs.Parquet.Pages;

/// <summary>The texts of a dictionary's values, made once.</summary>
internal sealed class TextTable
{
    private readonly ArrayBufferWriter<byte> _texts = new();
    private readonly List<int> _ends = [];

    public int Count => _ends.Count;

    /// <summary>How many bytes it takes.</summary>
    public long Size => _texts.Capacity + ((long)_ends.Capacity * sizeof(int));

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            return _texts.WrittenSpan[start.._ends[index]];
        }
    }

    public void Add(ReadOnlySpan<byte> text)
    {
        _texts.Write(text);
        _ends.Add(_texts.WrittenCount);
    }
}
