using System.Buffers.Text;

namespace FlowLogs.Peers.Data;

/// <summary>
/// Writes lines in the default format from a seed, faster than New-FlowLogSample would: requests to some ports, their
/// answers, which go to a port of nearly each its own, and rejected probes of any port. Every field has a value, so that
/// a peer needs no special case.
/// </summary>
internal ref struct FlowFile
{
    private const int MaxLength = 256;
    private const int LinesPerSecond = 2_000;
    private const long FirstTime = 1_767_225_600;

    private static readonly int[] Ports = [443, 443, 443, 443, 443, 443, 80, 80, 80, 22, 53, 5432];

    private readonly Span<byte> _buffer;
    private readonly Random _random;
    private int _length;

    private FlowFile(Span<byte> buffer, int seed)
    {
        _buffer = buffer;
        _random = new Random(seed);
    }

    /// <summary>Writes lines to a stream. The first lines of a seed are the same, however many there are.</summary>
    public static void Write(Stream stream, long count, int seed)
    {
        var file = new FlowFile(new byte[1 << 20], seed);
        for (long i = 0; i < count; i++)
        {
            file.AddLine(FirstTime + i / LinesPerSecond);
            if (file._buffer.Length - file._length < MaxLength || i == count - 1)
            {
                stream.Write(file._buffer[..file._length]);
                file._length = 0;
            }
        }
    }

    private void AddLine(long start)
    {
        var kind = _random.Next(100);
        // A few clients talk much.
        var rank = _random.NextDouble();
        var client = FlowText.Clients[(int)(rank * rank * FlowText.ClientCount)];
        var index = _random.Next(FlowText.Servers.Length);
        var server = FlowText.Servers[index];
        var port = kind < 90 ? Ports[_random.Next(Ports.Length)] : _random.Next(1, 65536);
        var ephemeral = _random.Next(1024, 65536);
        var isAnswer = kind >= 55 && kind < 90;
        var isRejected = kind >= 90 || (!isAnswer && port == 22 && _random.Next(5) < 3);
        var packets = isRejected ? 1 : 1 + (int)(1000 * Math.Pow(_random.NextDouble(), 6));

        Add("2 123456789012 "u8);
        Add(FlowText.Interfaces[index]);
        Add((byte)' ');
        Add(isAnswer ? server : client);
        Add((byte)' ');
        Add(isAnswer ? client : server);
        Add((byte)' ');
        Add(isAnswer ? port : ephemeral);
        Add(isAnswer ? ephemeral : port);
        Add(port == 53 ? 17 : 6);
        Add(packets);
        Add((long)packets * _random.Next(40, 1500));
        Add(start);
        Add(start + 59);
        Add(isRejected ? "REJECT OK\n"u8 : "ACCEPT OK\n"u8);
    }

    private void Add(byte value) => _buffer[_length++] = value;

    private void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer[_length..]);
        _length += text.Length;
    }

    private void Add(long number)
    {
        Utf8Formatter.TryFormat(number, _buffer[_length..], out var written);
        _length += written;
        Add((byte)' ');
    }
}
