using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FlowLogs.Records;
using FlowLogs.Samples;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Samples;

/// <summary>
/// The records of a log group as the files that a flow log with a bucket for its destination writes: one for each five
/// minutes, with the records that end in them (VPC user guide, "Flow log files").
/// </summary>
internal static class SampleFiles
{
    private const int SlotSeconds = 300;
    private const int EndColumn = 11;

    private static readonly byte[] Header =
        Encoding.ASCII.GetBytes(string.Join(' ', FlowLogFormat.Default.Fields.Select(static field => field.Name)) + "\n");

    /// <summary>Makes the files.</summary>
    /// <param name="streams">Records in the default format.</param>
    /// <param name="flowLogId">The flow log that the files are of.</param>
    /// <param name="random">Gives the ends of the names.</param>
    public static List<StoredObject> Make(
        IReadOnlyList<EventSnapshot> streams, string flowLogId, SampleRandom random)
    {
        var events = streams.SelectMany(static stream => Enumerable.Range(0, stream.Count).Select(i => stream[i]));
        var files = new List<StoredObject>();
        foreach (var slot in events.GroupBy(static e => EndOf(e.Message.Span) / SlotSeconds).OrderBy(static s => s.Key))
        {
            var records = slot.OrderBy(static e => e.Position).ToList();
            var key = KeyOf(DateTimeOffset.FromUnixTimeSeconds(slot.Key * SlotSeconds), flowLogId, random.Hex(8));
            var uploaded = DateTimeOffset.FromUnixTimeMilliseconds(records.Max(static e => e.IngestionTime));
            files.Add(new StoredObject(key, Pack(records), uploaded, "application/octet-stream"));
        }

        return files;
    }

    private static string KeyOf(DateTimeOffset slot, string flowLogId, string hash)
    {
        const string Account = LogStore.AccountId;
        const string Region = LogStore.Region;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"AWSLogs/{Account}/vpcflowlogs/{Region}/{slot:yyyy'/'MM'/'dd}/{Account}_vpcflowlogs_{Region}_{flowLogId}_{slot:yyyyMMdd'T'HHmm'Z'}_{hash}.log.gz");
    }

    private static ReadOnlyMemory<byte> Pack(List<LogEvent> records)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Header);
            foreach (var record in records)
            {
                gzip.Write(record.Message.Span);
                gzip.Write("\n"u8);
            }
        }

        return packed.ToArray();
    }

    private static long EndOf(ReadOnlySpan<byte> line)
    {
        for (var column = 0; column < EndColumn; column++)
            line = line[(line.IndexOf((byte)' ') + 1)..];
        return Utf8Parser.TryParse(line, out long end, out _) ? end : throw new FormatException("A record has no end.");
    }
}
