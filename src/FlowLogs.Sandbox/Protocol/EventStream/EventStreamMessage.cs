using System.Buffers.Binary;
using System.Text;

namespace FlowLogs.Sandbox.Protocol.EventStream;

/// <summary>
/// One message of an event stream: two lengths and their checksum, headers, payload, and a checksum of it all, numbers
/// in network order.
/// </summary>
internal static class EventStreamMessage
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    private const int PreludeLength = 12;
    private const int ChecksumLength = 4;
    private const byte TextHeader = 7;

    /// <summary>A message that holds an event in JSON.</summary>
    public static byte[] Event(string type, ReadOnlySpan<byte> json) =>
        Encode([(":message-type", "event"), (":event-type", type), (":content-type", "application/json")], json);

    /// <summary>A message that ends the stream with an error.</summary>
    public static byte[] Exception(string type, ReadOnlySpan<byte> json) =>
        Encode([(":message-type", "exception"), (":exception-type", type), (":content-type", "application/json")], json);

    private static byte[] Encode((string Name, string Value)[] headers, ReadOnlySpan<byte> payload)
    {
        var headersLength = headers.Sum(static header => header.Name.Length + header.Value.Length + 4);
        var message = new byte[PreludeLength + headersLength + payload.Length + ChecksumLength];
        BinaryPrimitives.WriteUInt32BigEndian(message, (uint)message.Length);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(4), (uint)headersLength);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(8), Crc32.Of(message.AsSpan(0, 8)));
        var place = PreludeLength;
        foreach (var (name, value) in headers)
        {
            message[place++] = (byte)name.Length;
            place += Encoding.ASCII.GetBytes(name, message.AsSpan(place));
            message[place++] = TextHeader;
            BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(place), (ushort)value.Length);
            place += 2;
            place += Encoding.ASCII.GetBytes(value, message.AsSpan(place));
        }

        payload.CopyTo(message.AsSpan(place));
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(message.Length - ChecksumLength), Crc32.Of(message.AsSpan(0, message.Length - ChecksumLength)));
        return message;
    }
}
