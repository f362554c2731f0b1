using System.Buffers.Binary;
using System.IO.Compression;

namespace FlowLogs.Reading;

/// <summary>
/// Inflates a gzip file and notices where it was cut off. <see cref="GZipStream"/> checks the sums of what it inflates,
/// but takes the end of the file for the end of the data wherever it comes: the missing part would go unnoticed.
/// </summary>
internal sealed class CheckedGzipStream(Stream file) : ForwardStream
{
    // A header of 10 bytes, 2 of an empty block, a trailer of 8.
    private const int MinMemberLength = 20;

    private readonly GZipStream _inflated = new(file, CompressionMode.Decompress, leaveOpen: true);
    private long _length;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        // The check at the end moves the file's position; nothing may be read after it.
        if (_ended)
            return 0;
        var read = _inflated.Read(buffer);
        _length += read;
        _ended = read == 0 && !buffer.IsEmpty;
        if (_ended && !IsComplete())
            throw new InvalidDataException("it breaks off, or something follows it.");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inflated.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    // A gzip file ends with the length of its last member's contents (RFC 1952, ISIZE). With one member that is the
    // length of everything; with several, a member that begins somewhere and has just that length must be the last.
    private bool IsComplete()
    {
        var wanted = ReadTrailer();
        return wanted is not null && ((uint)_length == wanted || FindLastMember(wanted.Value));
    }

    private uint? ReadTrailer()
    {
        if (file.Length < MinMemberLength)
            return null;
        Span<byte> trailer = stackalloc byte[4];
        file.Position = file.Length - trailer.Length;
        file.ReadExactly(trailer);
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    // From the end of the file backwards, as members are short or the file has few of them.
    private bool FindLastMember(uint wanted)
    {
        ReadOnlySpan<byte> header = [0x1F, 0x8B, 0x08];
        var buffer = new byte[64 * 1024];
        for (var end = file.Length - MinMemberLength + header.Length; end > 0;)
        {
            var start = Math.Max(0, end - buffer.Length);
            var part = buffer.AsSpan(0, (int)(end - start));
            file.Position = start;
            file.ReadExactly(part);
            for (var found = part.LastIndexOf(header); found >= 0; found = part[..found].LastIndexOf(header))
            {
                if (start + found > 0 && InflatesTo(start + found, wanted))
                    return true;
            }

            // The parts overlap, so that a header across their border is seen.
            end = start == 0 ? 0 : start + header.Length - 1;
        }

        return false;
    }

    private bool InflatesTo(long position, uint wanted)
    {
        file.Position = position;
        var buffer = new byte[64 * 1024];
        long length = 0;
        try
        {
            using var member = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            for (int read; (read = member.Read(buffer)) > 0;)
                length += read;
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return (uint)length == wanted;
    }
}
