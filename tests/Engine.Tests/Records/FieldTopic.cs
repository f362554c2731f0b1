using System.Globalization;
using System.Text;
using FlowLogs.Records;

namespace FlowLogs.Tests.Records;

/// <summary>The topic about_FlowLogs_Fields, made from the table of fields.</summary>
internal static class FieldTopic
{
    private const int Width = 79;

    private const string Head = """
        TOPIC
            about_FlowLogs_Fields

        SHORT DESCRIPTION
            The fields of flow log records: what they mean and which values they have.

        LONG DESCRIPTION
            Each field is shown with the record's property, AWS's name in a format,
            the type of the property, the version of the record that brought it, and
            the flow logs that have it: those of VPCs (also of subnets, interfaces and
            regional NAT gateways), of transit gateways (TGW), or both. A property is
            null where the line has "-" or the format lacks the field.

            Values that AWS documents are listed; "..." says that there are, or will
            be, others. A value that is not listed is no error.

            TcpFlags compares with names and with numbers: 'SYN, ACK' is 18. For a
            single flag, whatever the others:

                Where-Object { $_.TcpFlags -band [FlowLogs.FlowTcpFlags]::RST }

            ProtocolName, TrafficPathName and EncryptionStatusName give the meaning of
            a number. Tags are percent-encoded in the line and in their properties;
            $_.GetDecoded('InstanceTag') gives the text.


        """;

    private const string End = """
        KEYWORDS
            format, property, version, transit gateway, tcp-flags, traffic-path

        SEE ALSO
            about_FlowLogs
            Get-FlowLogEvent
            ConvertFrom-FlowLog

        """;

    public static string Write()
    {
        var text = new StringBuilder(Head);
        var previous = 0;
        foreach (var field in FlowFields.All)
        {
            if (field.SinceVersion != previous)
                text.Append(CultureInfo.InvariantCulture, $"    VERSION {field.SinceVersion}{(field.Kinds == FlowLogKinds.TransitGateway ? ", TRANSIT GATEWAYS ONLY" : "")}\n");
            previous = field.SinceVersion;
            var kinds = field.Kinds == FlowLogKinds.TransitGateway ? "" : $", {FieldDocs.Kinds(field.Kinds)}";
            text.Append(CultureInfo.InvariantCulture, $"    {field.PropertyName}  {field.Name}, {FieldDocs.TypeName(field)}{kinds}\n");
            Append(text, $"{field.Meaning}.".Split(' '));
            if (field.Vocabulary is { } vocabulary)
                Append(text, Values(field, vocabulary));
            text.Append('\n');
        }
        return text.Append(End).ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> Values(FlowField field, FlowVocabulary vocabulary)
    {
        var values = vocabulary.Values.Select(value => field.Type == FlowFieldType.Text ? value.Text : $"{value.Text} {value.Meaning}");
        string[] all = vocabulary.IsOpen ? [.. values, "..."] : [.. values];
        return all.Select((value, i) => i < all.Length - 1 ? value + ";" : value);
    }

    private static void Append(StringBuilder text, IEnumerable<string> words)
    {
        foreach (var line in FieldDocs.Wrap(words, Width - 8).Split('\n'))
            text.Append(CultureInfo.InvariantCulture, $"        {line}\n");
    }
}
