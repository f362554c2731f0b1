using System.Management.Automation;

namespace FlowLogs.PS.Runtime;

/// <summary>Records and lines as they go onto the pipeline.</summary>
internal static class RecordOutput
{
    // Has a view of its own, which shows the text harmlessly; the string stays what it is.
    private const string LogText = "FlowLogs.LogText";

    /// <summary>A record: as it is, or with the fields that its type does not know as note properties.</summary>
    public static object Wrap(FlowLogRecord record)
    {
        if (!record.HasUnknownFields())
            return record;

        var wrapped = PSObject.AsPSObject(record);
        foreach (var (name, value) in record.GetUnknownFields())
        {
            if (wrapped.Properties[name] is null)
                wrapped.Properties.Add(new PSNoteProperty(name, value));
        }

        return wrapped;
    }

    /// <summary>A line of text: as it is, or marked for its view where it could steer a terminal.</summary>
    public static object Wrap(string line)
    {
        if (TerminalText.ShowLines(line) == line)
            return line;
        var wrapped = new PSObject(line);
        wrapped.TypeNames.Insert(0, LogText);
        return wrapped;
    }
}
