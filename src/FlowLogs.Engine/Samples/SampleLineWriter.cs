using System.Text;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Samples;

/// <summary>Writes records of the sample network as lines of one format, in UTF-8.</summary>
internal sealed class SampleLineWriter
{
    // No value that the network has is longer; an ARN is.
    private const int MaxValue = 160;

    private static readonly SampleLineWriter Default = new(FlowLogFormat.Default, new SampleNetwork(0));

    private readonly FlowFieldId?[] _fields;
    private readonly bool[] _hasInStatus;
    private readonly SampleValues _values;

    /// <summary>Makes a writer.</summary>
    /// <param name="format">Any format; fields with names that the table lacks are <c>-</c>.</param>
    /// <param name="network">Where the records come from.</param>
    public SampleLineWriter(FlowLogFormat format, SampleNetwork network)
    {
        _fields = [.. format.Fields.Select(static field => field.Id)];
        _hasInStatus = [.. _fields.Select(static field => field is { } id && HasInStatus(id))];
        _values = new SampleValues(format, network.Directory);
        MaxLength = _fields.Length * (MaxValue + 1);
    }

    /// <summary>The most bytes that a line has, without a line feed.</summary>
    public int MaxLength { get; }

    /// <summary>A record's line in the default format.</summary>
    public static string DefaultLine(in SampleRecord record)
    {
        Span<byte> line = stackalloc byte[Default.MaxLength];
        Span<ushort> bounds = stackalloc ushort[FlowFields.DefaultCount + 1];
        return Encoding.UTF8.GetString(line[..Default.Write(record, line, bounds)]);
    }

    /// <summary>Writes a line.</summary>
    /// <param name="record">The record.</param>
    /// <param name="line">Takes the line; at least <see cref="MaxLength"/> bytes.</param>
    /// <param name="bounds">Takes what is around the fields, as <see cref="LineFields"/> has it: one more than there are fields.</param>
    /// <returns>The line's length.</returns>
    public int Write(in SampleRecord record, Span<byte> line, Span<ushort> bounds)
    {
        var isFlow = record.Status == SampleStatus.Ok;
        var used = 0;
        bounds[0] = ushort.MaxValue;
        for (var i = 0; i < _fields.Length; i++)
        {
            if (i > 0)
                line[used++] = (byte)' ';
            var rest = line[used..];
            if (_fields[i] is { } field && (isFlow || _hasInStatus[i]))
            {
                used += _values.Write(field, record, rest);
            }
            else
            {
                rest[0] = (byte)'-';
                used++;
            }

            bounds[i + 1] = (ushort)used;
        }

        return used;
    }

    // What a line has that tells of no flow: whose it is, when and where.
    private static bool HasInStatus(FlowFieldId field) => field
        is FlowFieldId.Version or FlowFieldId.AccountId or FlowFieldId.InterfaceId or FlowFieldId.Start or FlowFieldId.End
        or FlowFieldId.LogStatus or FlowFieldId.VpcId or FlowFieldId.SubnetId or FlowFieldId.InstanceId or FlowFieldId.Region
        or FlowFieldId.AzId or FlowFieldId.ResourceType or FlowFieldId.TgwId or FlowFieldId.TgwAttachmentId;
}
