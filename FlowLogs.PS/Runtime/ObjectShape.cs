using System.Management.Automation;
using FlowLogs.Records;
using FlowLogs.Writing;

namespace FlowLogs.PS.Runtime;

/// <summary>Objects that have the same properties, and how records are made of them.</summary>
internal sealed class ObjectShape
{
    private readonly string[] _names;

    // For each property, its column in the records; -1 for one that is no field of theirs.
    private readonly int[] _columns;
    private readonly object?[] _values;
    private readonly FlowRecordBuilder _builder;
    private FlowRecordBuilder? _defaultBuilder;

    /// <param name="names">The names of the properties, in order.</param>
    /// <param name="format">The fields of the records.</param>
    /// <param name="startsWithDefault">
    /// Whether the first fields are those of the default format, so that the records are of that format until an object
    /// has a value in another field. Objects that were made of whole records have properties for all fields there are.
    /// </param>
    public ObjectShape(string[] names, FlowLogFormat format, bool startsWithDefault)
    {
        _names = names;
        _columns = Array.ConvertAll(names, name => ColumnOf(format, name));
        _values = new object?[format.Fields.Count];
        _builder = new FlowRecordBuilder(format);
        _defaultBuilder = startsWithDefault ? new FlowRecordBuilder(FlowLogFormat.Default) : null;
    }

    /// <summary>Whether any property is a field of the records.</summary>
    public bool HasFields => Array.Exists(_columns, static column => column >= 0);

    /// <summary>Makes a record of an object; null where the object has other properties.</summary>
    public FlowLogRecord? TryRead(PSObject item)
    {
        Array.Clear(_values);
        var count = 0;
        foreach (var property in item.Properties)
        {
            if (count == _names.Length || property.Name != _names[count])
                return null;
            var column = _columns[count++];
            if (column >= 0)
                _values[column] ??= property.Value is PSObject wrapped ? wrapped.BaseObject : property.Value;
        }

        if (count != _names.Length)
            return null;
        if (_defaultBuilder is not null && HasMore())
            _defaultBuilder = null;
        return (_defaultBuilder ?? _builder).Build(_values);
    }

    private bool HasMore()
    {
        foreach (var value in _values.AsSpan(FlowLogFormat.Default.Fields.Count))
        {
            if (value is not (null or "" or "-"))
                return true;
        }

        return false;
    }

    // By AWS's name, with hyphens or underscores, or by the name of a record's property.
    private static int ColumnOf(FlowLogFormat format, string name)
    {
        var hyphened = name.Replace('_', '-');
        for (var i = 0; i < format.Fields.Count; i++)
        {
            var field = format.Fields[i];
            if (field.Name.Equals(hyphened, StringComparison.OrdinalIgnoreCase)
                || field.PropertyName.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
