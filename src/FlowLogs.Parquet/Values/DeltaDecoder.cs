using System.Buffers.Binary;

namespace FlowLogs.Parquet.Values;

/// <summary>Whole numbers as differences.</summary>
internal sealed class DeltaDecoder(PageBytes bytes, int width) : ValueDecoder
{
    private readonly DeltaNumbers _numbers = new(bytes);
    private readonly byte[] _value = new byte[sizeof(long)];

    public override ReadOnlySpan<byte> Next()
    {
        BinaryPrimitives.WriteInt64LittleEndian(_value, _numbers.Next());
        return _value.AsSpan(0, width);
    }
}
