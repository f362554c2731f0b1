using System.Buffers.Binary;

namespace FlowLogs.Tests.Sources;

/// <summary>Writes Parquet by hand, in Thrift's compact protocol, with claims that no writer makes.</summary>
internal sealed class HostileParquet
{
    private readonly List<byte> _bytes = [];

    /// <summary>A file with one column, <c>dstport</c>, of one run of the value 22 from a dictionary.</summary>
    /// <param name="rows">How many rows it claims.</param>
    /// <param name="inflatedLength">How many bytes the page claims to have in Snappy; it is not compressed, if 0.</param>
    public static byte[] Build(int rows, int inflatedLength = 0)
    {
        // A width of one bit, and a run of the index 0.
        byte[] run = [1, .. Varint((ulong)rows << 1), 0];

        // In Snappy it is the length and one literal of four bytes.
        byte[] value = inflatedLength > 0 ? [4, 3 << 2, 22, 0, 0, 0] : [22, 0, 0, 0];
        byte[] dictionary = [.. new HostileParquet().Header(type: 2, 4, value.Length, detailsId: 7, values: 1, encoding: 0), .. value];
        byte[] page = [.. new HostileParquet().Header(type: 0, inflatedLength > 0 ? inflatedLength : run.Length, run.Length, detailsId: 5, rows, encoding: 8), .. run];
        var footer = new HostileParquet().Footer(rows, dictionary.Length, dictionary.Length + page.Length, isSnappy: inflatedLength > 0);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        return [.. "PAR1"u8, .. dictionary, .. page, .. footer, .. length, .. "PAR1"u8];
    }

    /// <summary>A file that says so of itself, and has nothing else.</summary>
    public static byte[] WithFooter(params byte[] footer)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        return [.. "PAR1"u8, .. footer, .. length, .. "PAR1"u8];
    }

    private byte[] Header(int type, int inflated, int compressed, int detailsId, int values, int encoding)
    {
        Integer(1, type).Integer(2, inflated).Integer(3, compressed);
        Begin(detailsId).Integer(1, values).Integer(2, encoding).End().End();
        return [.. _bytes];
    }

    private byte[] Footer(int rows, int dictionaryLength, int chunkLength, bool isSnappy)
    {
        // The schema's root and its column, which every row has.
        Integer(1, 1).List(2, 2);
        Binary(4, "root"u8).Integer(5, 1).End();
        Integer(1, 1).Integer(3, 0).Binary(4, "dstport"u8).End();
        Integer(3, rows).List(4, 1);
        List(1, 1);
        Begin(3).Integer(1, 1).Integer(4, isSnappy ? 1 : 0).Integer(5, rows).Integer(7, chunkLength).Integer(9, 4 + dictionaryLength).Integer(11, 4).End();
        End();
        Integer(3, rows).End();
        End();
        return [.. _bytes];
    }

    private HostileParquet Integer(int id, long value) => Field(id, 6, Varint((ulong)((value << 1) ^ (value >> 63))));

    private HostileParquet Binary(int id, ReadOnlySpan<byte> value) => Field(id, 8, [.. Varint((ulong)value.Length), .. value]);

    // Of structures, each with an end of its own.
    private HostileParquet List(int id, int count) => Field(id, 9, [(byte)((count << 4) | 12)]);

    private HostileParquet Begin(int id) => Field(id, 12, []);

    private HostileParquet End()
    {
        _bytes.Add(0);
        return this;
    }

    // Every field with its number in full.
    private HostileParquet Field(int id, byte type, byte[] value)
    {
        _bytes.Add(type);
        _bytes.AddRange(Varint((ulong)id << 1));
        _bytes.AddRange(value);
        return this;
    }

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return [.. bytes];
    }
}
