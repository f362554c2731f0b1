using System.Globalization;
using System.Text;
using FlowLogs.Records;
using FlowLogs.Tests.Docs;

namespace FlowLogs.Tests.Records;

/// <summary>What docs/fields.md has from the table of fields.</summary>
internal static class FieldDocs
{
    // Longer lists stand below the table.
    private const int FewValues = 8;

    public static string Refresh(string page) => GeneratedPage.Refresh(page, new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["fields"] = Fields,
        ["values"] = Values,
        ["protocols"] = () => Paragraph(Named("protocol").Vocabulary!.Values.Select(static value => $"{value.Text} {value.Meaning}")),
        ["services"] = () => Paragraph(Named("pkt-src-aws-service").Vocabulary!.Values.Select(static value => $"`{value.Text}`")),
        ["default-format"] = () => Format(FlowLogFormat.Default.Fields),
        ["transit-gateway-format"] = () => Format(FlowLogFormat.TransitGatewayDefault.Fields),
    });

    private static string Fields()
    {
        var table = new StringBuilder("\n| field | property | AWS type | type | since | of | meaning | values |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var field in FlowFields.All)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| `{field.Name}` | `{field.PropertyName}` | {field.AwsType} | {TypeName(field)} | {field.SinceVersion} "
                + $"| {Kinds(field.Kinds)} | {field.Meaning} | {Values(field)} |\n");
        }
        return table.Replace("|  |", "| |").Append('\n').ToString();
    }

    private static string Values()
    {
        var table = new StringBuilder("\n| field | value | meaning |\n|---|---|---|\n");
        foreach (var group in FlowFields.All.Where(IsShort).GroupBy(static field => field.Vocabulary!))
        {
            var names = string.Join(", ", group.Select(static field => $"`{field.Name}`")) + (group.Key.IsOpen ? " (open)" : "");
            foreach (var value in group.Key.Values)
            {
                table.Append(CultureInfo.InvariantCulture, $"| {names} | `{value.Text}` | {value.Meaning} |\n");
                names = "";
            }
        }
        return table.Replace("|  |", "| |").Append('\n').ToString();
    }

    private static string Values(FlowField field) => field.Vocabulary switch
    {
        null => "",
        { IsOpen: var isOpen } vocabulary when IsShort(field) =>
            string.Join(", ", vocabulary.Values.Select(static value => $"`{value.Text}`")) + (isOpen ? ", ..." : ""),
        _ => "[a list](#values)",
    };

    private static bool IsShort(FlowField field) => field.Vocabulary?.Values.Count <= FewValues;

    public static string TypeName(FlowField field) => field.Type switch
    {
        FlowFieldType.Text => "String",
        _ => field.ValueType.Name,
    };

    public static string Kinds(FlowLogKinds kinds) => kinds switch
    {
        FlowLogKinds.Vpc => "VPC",
        FlowLogKinds.TransitGateway => "TGW",
        _ => "both",
    };

    private static string Paragraph(IEnumerable<string> items) => $"\n{Wrap(items.Select(static item => item + ","), 120).TrimEnd(',')}.\n\n";

    private static string Format(IEnumerable<FlowField> fields) =>
        $"\n```text\n{Wrap(fields.Select(static field => $"${{{field.Name}}}"), 118)}\n```\n\n";

    /// <summary>Words in lines of a width.</summary>
    public static string Wrap(IEnumerable<string> words, int width)
    {
        var text = new StringBuilder();
        var column = 0;
        foreach (var word in words)
        {
            if (column > 0 && column + 1 + word.Length > width)
            {
                text.Append('\n');
                column = 0;
            }
            if (column > 0)
                text.Append(' ');
            text.Append(word);
            column += word.Length + 1;
        }
        return text.ToString();
    }

    private static FlowField Named(string name) => FlowFields.Find(name)!;
}
