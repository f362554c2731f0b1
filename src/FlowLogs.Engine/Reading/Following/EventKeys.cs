using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FlowLogs.Cloud;

namespace FlowLogs.Reading.Following;

/// <summary>What events are remembered by: 16 bytes each, whatever their length.</summary>
internal static class EventKeys
{
    /// <summary>The key of an event that was read from the log: its id, which the service gives once in a stream.</summary>
    public static UInt128 OfId(in CloudLogEvent e) =>
        e.EventId is { } id ? Hash(e.LogStreamName, timestamp: 0, id) : OfContent(e);

    /// <summary>
    /// The key of an event that has no id. Events that are alike share it, so it has to be counted. The time of ingestion
    /// is not part of it: counting does without, and nobody promises that a live tail gives the log's.
    /// </summary>
    public static UInt128 OfContent(in CloudLogEvent e) => Hash(e.LogStreamName, e.Timestamp, e.Message);

    private static UInt128 Hash(string? stream, long timestamp, string text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(sizeof(long) + 1 + Encoding.UTF8.GetMaxByteCount((stream?.Length ?? 0) + text.Length));
        BinaryPrimitives.WriteInt64LittleEndian(buffer, timestamp);
        var length = sizeof(long);
        length += Encoding.UTF8.GetBytes(stream, buffer.AsSpan(length));
        buffer[length++] = 0;
        length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(buffer);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
