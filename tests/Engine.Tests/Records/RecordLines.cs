namespace FlowLogs.Tests.Records;

/// <summary>The lines of records as bytes, of which not all are UTF-8.</summary>
internal static class RecordLines
{
    public static byte[] LineOf(FlowLogRecord record)
    {
        var line = new byte[record.LineLength];
        record.CopyLine(line);
        return line;
    }
}
