using System.Buffers.Binary;

namespace FlowLogs.Records;

/// <summary>
/// The bytes of some records of one format, and what they share. Of each record there is its line, but for the beginning
/// that has a number among the heads, then the ends of its fields where some have blanks in them, then what is known of the
/// event.
/// </summary>
internal sealed class RecordBlock(FlowLogFormat format, RecordHeads heads, int size)
{
    // Times, then the id.
    private const int OriginLength = 2 * sizeof(long);
    private const long Unknown = long.MinValue;

    // With more it would take longer to find one than to begin anew.
    private const int MaxContinued = 64;

    // Somebody may look at the first records while others are added: what is there stays where it is.
    private (string? LogGroupName, string? LogStreamName)[] _places = [];
    private int _placeCount;
    private int _nextPlace;

    public FlowLogFormat Format => format;

    public RecordHeads Heads => heads;

    public byte[] Bytes { get; } = GC.AllocateUninitializedArray<byte>(size);

    /// <summary>How many bytes the ends of fields take.</summary>
    public static int LengthOfEnds(int fieldCount) => fieldCount * sizeof(ushort);

    /// <summary>How many bytes an origin takes.</summary>
    public static int LengthOf(in RecordOrigin origin) => OriginLength + sizeof(int) + origin.EventIdUtf8.Length;

    /// <summary>
    /// Begins with the log streams of the block before, to which nothing is added any more. They are in the same array, and
    /// each block knows how many it has.
    /// </summary>
    public void ContinuePlaces(RecordBlock before)
    {
        if (before._placeCount <= MaxContinued)
            (_places, _placeCount, _nextPlace) = (before._places, before._placeCount, before._nextPlace);
    }

    /// <summary>The number of a log stream, from 1; 0 where no more can be numbered.</summary>
    public byte NumberOf(in RecordOrigin origin)
    {
        // Nearly always one of few, and the same string. Streams have events of the same times, so that they often take turns.
        for (var i = 0; i < _placeCount; i++, _nextPlace++)
        {
            if (_nextPlace >= _placeCount)
                _nextPlace = 0;
            ref readonly var place = ref _places[_nextPlace];
            if (ReferenceEquals(place.LogStreamName, origin.LogStreamName) && ReferenceEquals(place.LogGroupName, origin.LogGroupName))
                return (byte)++_nextPlace;
        }

        if (_placeCount == byte.MaxValue)
            return 0;
        if (_placeCount == _places.Length)
            Array.Resize(ref _places, Math.Max(4, 2 * _placeCount));
        _places[_placeCount++] = (origin.LogGroupName, origin.LogStreamName);
        return (byte)_placeCount;
    }

    /// <summary>Writes an origin but for its place, which has a number.</summary>
    public void WriteOrigin(int offset, in RecordOrigin origin)
    {
        var bytes = Bytes.AsSpan(offset);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, origin.Timestamp ?? Unknown);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[sizeof(long)..], origin.IngestionTime ?? Unknown);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[OriginLength..], origin.EventIdUtf8.Length);
        origin.EventIdUtf8.Span.CopyTo(bytes[(OriginLength + sizeof(int))..]);
    }

    /// <summary>The origin that was written at an offset.</summary>
    /// <param name="offset">Where.</param>
    /// <param name="number">The number of its place.</param>
    public RecordOrigin ReadOrigin(int offset, byte number)
    {
        var bytes = Bytes.AsSpan(offset);
        var id = Bytes.AsMemory(offset + OriginLength + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(bytes[OriginLength..]));
        return new RecordOrigin(
            _places[number - 1],
            id,
            Known(BinaryPrimitives.ReadInt64LittleEndian(bytes)),
            Known(BinaryPrimitives.ReadInt64LittleEndian(bytes[sizeof(long)..])));
    }

    private static long? Known(long time) => time == Unknown ? null : time;
}
