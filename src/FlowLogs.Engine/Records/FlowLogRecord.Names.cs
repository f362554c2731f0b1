using FlowLogs.Records;
using FlowLogs.Records.Table;

namespace FlowLogs;

/// <content>
/// What the numbers of fields mean, and tags in plain text. The properties are made from others and are no fields of the
/// line. In a file whose name comes after that of the fields, for the sake of their order in PowerShell.
/// </content>
public sealed partial class FlowLogRecord
{
    /// <summary>The name of <see cref="Protocol"/> in IANA's register; null where the number has none.</summary>
    public string? ProtocolName => Protocol is { } number ? IPProtocols.NameOf(number) : null;

    /// <summary>
    /// What the code in <see cref="TrafficPath"/> means; null where it is not known. AWS has described code 6 in two ways,
    /// and its name has both.
    /// </summary>
    public string? TrafficPathName => TrafficPath is { } code ? Vocabularies.TrafficPath.MeaningOf(code) : null;

    /// <summary>What the code in <see cref="EncryptionStatus"/> means; null where it is not known.</summary>
    public string? EncryptionStatusName => EncryptionStatus is { } code ? Vocabularies.EncryptionStatus.MeaningOf(code) : null;

    /// <summary>
    /// A field's text with its percent-encoding taken off: <c>caf%C3%A9%20%2F%20ops</c> is <c>café / ops</c>. AWS encodes
    /// the values of tags so, that they stay one word of the line. What is no encoding of UTF-8 stays as it is.
    /// </summary>
    /// <param name="name">AWS's name of the field (<c>instance-tag</c>) or the property's (<c>InstanceTag</c>).</param>
    /// <returns>The text; null where the line has <c>-</c> or lacks the field.</returns>
    /// <exception cref="FlowLogException"><c>NotATextField</c>: the field holds a number or a time.</exception>
    public string? GetDecoded(string name) => GetValue(name) switch
    {
        null => null,
        string text => Uri.UnescapeDataString(text),
        _ => throw new FlowLogException("NotATextField", FlowErrorKind.InvalidArgument, $"The field {name} does not hold text.", name),
    };
}
