using System.Management.Automation;
using FlowLogs.Records;
using FlowLogs.Writing;

namespace FlowLogs.PS.Runtime;

/// <summary>
/// Makes records of objects that have a record's properties, as Select-Object, Import-Csv and ConvertFrom-Json give them.
/// </summary>
/// <param name="format">The fields of the records; null: those of the objects' properties.</param>
internal sealed class ObjectRecords(FlowLogFormat? format)
{
    private static readonly Dictionary<string, FlowField> ByProperty =
        FlowFields.All.ToDictionary(static field => field.PropertyName, StringComparer.OrdinalIgnoreCase);

    // What a record has beside its fields, such as its time in CloudWatch Logs; a type table may add to it.
    private static readonly Lazy<HashSet<string>> OtherProperties = new(static () =>
    {
        var record = new FlowRecordBuilder(FlowLogFormat.Default).Build(new object?[FlowLogFormat.Default.Fields.Count]);
        return PSObject.AsPSObject(record).Properties.Select(static property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    });

    private ObjectShape? _shape;

    /// <summary>Makes a record of an object.</summary>
    /// <exception cref="FlowLogException">
    /// <c>NotARecord</c>: it has no property that is a field, or one that is none. <c>InvalidFieldValue</c>: a property has
    /// a value that its field cannot have.
    /// </exception>
    public FlowLogRecord Read(PSObject item)
    {
        if (_shape?.TryRead(item) is { } record)
            return record;
        _shape = MakeShape(item);
        return _shape.TryRead(item)!;
    }

    private ObjectShape MakeShape(PSObject item)
    {
        string[] names = [.. item.Properties.Select(static property => property.Name)];
        if (format is not null)
        {
            var shape = new ObjectShape(names, format, startsWithDefault: false);
            return shape.HasFields ? shape : throw NotARecord(item, "has no property that is a field of -Format");
        }

        var unknown = Array.Find(names, static name => FindField(name) is null && !OtherProperties.Value.Contains(name));
        FlowField[] fields = [.. names.Select(FindField).OfType<FlowField>().Distinct()];
        if (fields.Length == 0)
            throw NotARecord(item, "has no property that is a field of a flow log");
        if (unknown is not null)
            throw NotARecord(item, $"has a property \"{unknown}\", which is no field of a flow log; -Format tells which fields the lines are to have");

        var standard = FlowLogFormat.Default.Fields;
        var startsWithDefault = standard.All(fields.Contains);
        var ordered = startsWithDefault ? standard.Concat(fields.Except(standard)) : fields;
        return new ObjectShape(names, FlowLogFormat.Parse(string.Join(' ', ordered)), startsWithDefault);
    }

    private static FlowField? FindField(string name) =>
        FlowFields.Find(name.ToLowerInvariant()) ?? ByProperty.GetValueOrDefault(name);

    private static FlowLogException NotARecord(PSObject item, string why) =>
        new("NotARecord", FlowErrorKind.InvalidData, $"An object of the type {item.BaseObject.GetType()} {why}.", item);
}
