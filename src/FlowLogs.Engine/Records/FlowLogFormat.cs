using System.Text;

namespace FlowLogs.Records;

/// <summary>
/// The fields of a flow log in the order in which its lines have them. Immutable. Written as AWS writes it in
/// <c>LogFormat</c> (<c>${version} ${srcaddr}</c>) or as bare names, which is also the header line of S3 files.
/// </summary>
public sealed class FlowLogFormat
{
    /// <summary>The most fields a format may have; AWS has 54.</summary>
    internal const int MaxFields = sbyte.MaxValue;

    private readonly FlowField[] _fields;

    // Column of each field of the table, -1 for a field that this format lacks.
    private readonly sbyte[] _columns = new sbyte[FlowFields.All.Count];

    private FlowLogFormat(FlowField[] fields)
    {
        _fields = fields;
        Array.Fill(_columns, (sbyte)-1);
        var unknown = new List<int>();
        var numbers = new List<int>();
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Id is { } id)
                _columns[(int)id] = (sbyte)i;
            else
                unknown.Add(i);
            if (fields[i].Type != FlowFieldType.Text)
                numbers.Add(i);
        }

        UnknownColumns = [.. unknown];
        NumberColumns = [.. numbers];
        while (HeadColumns < fields.Length - 1 && IsShared(fields[HeadColumns]))
            HeadColumns++;
    }

    /// <summary>The default format: the 14 fields of version 2.</summary>
    public static FlowLogFormat Default { get; } = new([.. FlowFields.All.Take(FlowFields.DefaultCount)]);

    /// <summary>The default format of transit gateway flow logs: all their 36 fields.</summary>
    public static FlowLogFormat TransitGatewayDefault { get; } = Parse(
        "version resource-type account-id tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id "
        + "tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id "
        + "tgw-dst-az-id tgw-pair-attachment-id srcaddr dstaddr srcport dstport protocol packets bytes start end log-status "
        + "type packets-lost-no-route packets-lost-blackhole packets-lost-mtu-exceeded packets-lost-ttl-expired tcp-flags "
        + "region flow-direction pkt-src-aws-service pkt-dst-aws-service");

    /// <summary>The fields, in order.</summary>
    public IReadOnlyList<FlowField> Fields => _fields;

    /// <summary>Columns whose names the table lacks.</summary>
    internal int[] UnknownColumns { get; }

    /// <summary>Columns that hold numbers and are checked when a line is read.</summary>
    internal int[] NumberColumns { get; }

    /// <summary>
    /// How many columns stand at the beginning that have the same texts in many lines, such as what tells of the interface.
    /// The last column is none of them.
    /// </summary>
    internal int HeadColumns { get; }

    /// <summary>Reads a format.</summary>
    /// <param name="text">
    /// <c>${version} ${srcaddr}</c> or <c>version srcaddr</c>, separated by blanks. Underscores count as hyphens, and
    /// the doubled dollar of Terraform and shell scripts as one.
    /// </param>
    /// <exception cref="FlowLogException"><c>InvalidFormat</c>: no field, a word that is no name, a name twice.</exception>
    public static FlowLogFormat Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            throw Invalid(text, "has no fields");
        if (words.Length > MaxFields)
            throw Invalid(text, $"has {words.Length} fields, more than {MaxFields}");

        var fields = new FlowField[words.Length];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            var name = Unwrap(words[i]).ToLowerInvariant().Replace('_', '-');
            if (!IsName(Encoding.UTF8.GetBytes(name)))
                throw Invalid(text, $"has \"{words[i]}\", which is not a field name");
            if (!seen.Add(name))
                throw Invalid(text, $"has the field \"{name}\" twice");
            fields[i] = FlowFields.Find(name) ?? FlowField.Unknown(name);
        }

        return new FlowLogFormat(fields);
    }

    /// <summary>The format as AWS writes it: <c>${version} ${account-id} ...</c>.</summary>
    public override string ToString() => string.Join(' ', _fields.Select(static field => $"${{{field.Name}}}"));

    /// <summary>Whether it has the same fields in the same order.</summary>
    internal bool HasFieldsOf(FlowLogFormat other) =>
        _fields.Select(static field => field.Name).SequenceEqual(other._fields.Select(static field => field.Name), StringComparer.Ordinal);

    /// <summary>The column of a field of the table, or -1.</summary>
    internal int ColumnOf(FlowFieldId id) => _columns[(int)id];

    /// <summary>The column of a field, which may be one that the table lacks; -1 where there is none.</summary>
    internal int ColumnOf(FlowField field) => field.Id is { } id ? ColumnOf(id) : ColumnOf(field.Name);

    /// <summary>The column of a field, by AWS's name or the property's, in any case; -1 where there is none.</summary>
    internal int ColumnOf(string name)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            if (string.Equals(_fields[i].Name, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(_fields[i].PropertyName, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// The format that a header line gives, or null where the line is no header: every word of a header is a lower-case
    /// name, and at least one of them is a field of the table. Lines of data fail at their first character nearly always.
    /// </summary>
    /// <param name="line">The line, trimmed.</param>
    /// <param name="hasCommas">Whether the names have commas between them, and so the fields of the lines that follow.</param>
    /// <exception cref="FlowLogException"><c>InvalidFormat</c>: too many names, or one twice.</exception>
    internal static FlowLogFormat? FromHeader(ReadOnlySpan<byte> line, out bool hasCommas)
    {
        hasCommas = false;
        if (line.IsEmpty || line[0] is not (>= (byte)'a' and <= (byte)'z'))
            return null;

        hasCommas = line.Contains((byte)',');
        var known = false;
        var rest = line;
        while (!rest.IsEmpty)
        {
            var end = hasCommas ? rest.IndexOfAny(" \t,"u8) : rest.IndexOfAny((byte)' ', (byte)'\t');
            var word = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (word.IsEmpty)
                continue;
            if (!IsName(word))
                return null;
            known = known || FlowFields.Find(Encoding.ASCII.GetString(word)) is not null;
        }

        return known ? Parse(Encoding.ASCII.GetString(line).Replace(',', ' ')) : null;
    }

    private static bool IsName(ReadOnlySpan<byte> word)
    {
        if (word.IsEmpty || word[0] is not (>= (byte)'a' and <= (byte)'z'))
            return false;
        foreach (var c in word)
        {
            if (c is not ((>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'_'))
                return false;
        }

        return true;
    }

    // ${name}, $${name} or name.
    private static string Unwrap(string word)
    {
        var inner = word.StartsWith("$$", StringComparison.Ordinal) ? word[1..] : word;
        return inner.StartsWith("${", StringComparison.Ordinal) && inner.EndsWith('}') ? inner[2..^1] : inner;
    }

    private static bool IsShared(FlowField field) => field.Id is FlowFieldId.Version
        || (field is { Type: FlowFieldType.Text, Id: { } id }
            && id is not (FlowFieldId.SrcAddr or FlowFieldId.DstAddr or FlowFieldId.PktSrcAddr or FlowFieldId.PktDstAddr));

    private static FlowLogException Invalid(string text, string why) =>
        new("InvalidFormat", FlowErrorKind.InvalidArgument, $"The flow log format \"{text}\" {why}.", text);
}
