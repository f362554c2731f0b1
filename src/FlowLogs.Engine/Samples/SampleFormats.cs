using FlowLogs.Records;

namespace FlowLogs.Samples;

/// <summary>Formats that people ask for by a number.</summary>
public static class SampleFormats
{
    /// <summary>The highest version of VPC flow logs.</summary>
    public const int LastVersion = 11;

    /// <summary>All fields that VPC flow logs have up to a version, in the order of AWS's table.</summary>
    /// <param name="version">2 to <see cref="LastVersion"/>. Version 6 has no field of its own: it is transit gateways'.</param>
    public static FlowLogFormat UpTo(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, LastVersion);
        return FlowLogFormat.Parse(string.Join(' ', FlowFields.All
            .Where(field => field.SinceVersion <= version && field.Id < FlowFieldId.ResourceType)
            .Select(static field => field.Name)));
    }
}
