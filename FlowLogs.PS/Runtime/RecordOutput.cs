using System.Management.Automation;

namespace FlowLogs.PS.Runtime;

/// <summary>Puts a record on the pipeline: as it is, or with the fields that its type does not know as note properties.</summary>
internal static class RecordOutput
{
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
}
