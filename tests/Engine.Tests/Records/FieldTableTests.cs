using System.Reflection;
using System.Xml.Linq;
using FlowLogs.Records;
using FlowLogs.Tests.Docs;

namespace FlowLogs.Tests.Records;

/// <summary>The table of fields, and that nothing which lists them forgets one.</summary>
public class FieldTableTests
{
    private static readonly string[] PropertyNames = [.. FlowFields.All.Select(static field => field.PropertyName)];

    [Fact]
    public void Every_field_has_an_id_at_its_place()
    {
        Assert.Equal(Enum.GetNames<FlowFieldId>(), PropertyNames);
        Assert.All(FlowFields.All, static field => Assert.Same(field, FlowFields.Get(field.Id!.Value)));
    }

    [Fact]
    public void Every_field_has_a_property_of_its_type_and_PowerShell_shows_them_in_the_order_of_the_table()
    {
        var properties = typeof(FlowLogRecord).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Assert.Equal(PropertyNames, properties.Take(PropertyNames.Length).Select(static property => property.Name));
        Assert.All(FlowFields.All.Zip(properties), static pair =>
            Assert.Equal(pair.First.ValueType, Nullable.GetUnderlyingType(pair.Second.PropertyType) ?? pair.Second.PropertyType));
        Assert.Equal(
            ["ProtocolName", "TrafficPathName", "EncryptionStatusName", "Timestamp", "IngestionTime", "LogGroupName", "LogStreamName", "EventId"],
            properties.Skip(PropertyNames.Length).Select(static property => property.Name));
    }

    [Fact]
    public void The_list_view_has_a_line_for_every_field_in_the_order_of_the_table()
    {
        var views = XDocument.Load(Path.Combine(GeneratedPage.Root, "FlowLogs.PS/Output/FlowLogs.Format.ps1xml"));
        var items = views.Descendants("View").Single(static view => view.Element("Name")!.Value == "FlowLogRecordList").Descendants("ListItem").ToArray();
        Assert.Equal(
            [.. PropertyNames, "LogGroupName", "LogStreamName", "Timestamp", "IngestionTime"],
            items.Select(static item => (item.Element("Label") ?? item.Element("PropertyName"))!.Value));

        // A line that is left out where its property is null asks for that very property, and one that runs a script shows it.
        Assert.All(items, static item =>
        {
            var name = (item.Element("Label") ?? item.Element("PropertyName"))!.Value;
            if (item.Element("ItemSelectionCondition")?.Value is { } condition)
                Assert.True(condition == name || condition == $"$null -ne $_.{name}", condition);
            if (item.Element("ScriptBlock")?.Value is { } script)
                Assert.Matches($@"\$_\.{name}\b|\('{name}'\)", script);
        });

        // PowerShell takes 0 for false, and 0 is a value.
        var numbers = FlowFields.All.Where(static field => field.Type != FlowFieldType.Text).Select(static field => field.PropertyName);
        Assert.All(numbers, name => Assert.DoesNotContain(
            items, item => item.Element("ItemSelectionCondition")?.Element("PropertyName")?.Value == name));
    }

    [Fact]
    public void Records_without_a_view_show_the_default_format()
    {
        var types = XDocument.Load(Path.Combine(GeneratedPage.Root, "FlowLogs.PS/Output/FlowLogs.Types.ps1xml"));
        Assert.Equal(
            FlowLogFormat.Default.Fields.Select(static field => field.PropertyName),
            types.Descendants("ReferencedProperties").Elements("Name").Select(static name => name.Value));
    }

    [Fact]
    public void Every_field_says_what_it_means()
    {
        Assert.All(FlowFields.All, static field => Assert.Matches("^[A-Z][^|\n]{8,110}[^.]$", field.Meaning));
        Assert.Equal(FlowFields.All.Count, FlowFields.All.Select(static field => field.Meaning).Distinct(StringComparer.Ordinal).Count());
        Assert.All(FlowFields.All, static field => Assert.InRange(field.SinceVersion, 2, 11));
        Assert.All(FlowFields.All, static field => Assert.NotEqual(FlowLogKinds.None, field.Kinds));
    }

    [Fact]
    public void Versions_and_kinds_agree()
    {
        // Version 6 came with transit gateways, which got nothing after it.
        foreach (var field in FlowFields.All)
        {
            if (field.SinceVersion == 6)
                Assert.Equal(FlowLogKinds.TransitGateway, field.Kinds);
            else
                Assert.True(field.Kinds.HasFlag(FlowLogKinds.Vpc), field.Name);
            if (field.SinceVersion > 6)
                Assert.Equal(FlowLogKinds.Vpc, field.Kinds);
        }
        Assert.Equal(54, FlowFields.All.Count(static field => field.Kinds.HasFlag(FlowLogKinds.Vpc)));
    }

    [Fact]
    public void The_default_format_of_transit_gateways_has_all_their_fields()
    {
        Assert.Equal(36, FlowLogFormat.TransitGatewayDefault.Fields.Count);
        Assert.Equal(
            FlowFields.All.Where(static field => field.Kinds.HasFlag(FlowLogKinds.TransitGateway)).OrderBy(static field => field.Name),
            FlowLogFormat.TransitGatewayDefault.Fields.OrderBy(static field => field.Name));
    }

    [Theory]
    [InlineData("version", "INT_32", typeof(int))]
    [InlineData("srcaddr", "STRING", typeof(string))]
    [InlineData("bytes", "INT_64", typeof(long))]
    [InlineData("start", "INT_64", typeof(DateTimeOffset))]
    [InlineData("tcp-flags", "INT_32", typeof(FlowTcpFlags))]
    [InlineData("encryption-status", "INT_32", typeof(int))]
    [InlineData("packets-lost-blackhole", "INT_64", typeof(long))]
    public void A_field_has_the_types_of_AWS_and_of_its_property(string name, string awsType, Type type)
    {
        var field = FlowFields.Find(name)!;
        Assert.Equal(awsType, field.AwsType);
        Assert.Equal(type, field.ValueType);
    }

    [Theory]
    [InlineData("action", false, "ACCEPT REJECT")]
    [InlineData("log-status", false, "OK NODATA SKIPDATA")]
    [InlineData("type", false, "IPv4 IPv6 EFA")]
    [InlineData("flow-direction", false, "ingress egress")]
    [InlineData("sublocation-type", false, "wavelength outpost localzone")]
    [InlineData("traffic-path", true, "1 2 3 4 5 6 7 8")]
    [InlineData("encryption-status", false, "0 1 2 3")]
    [InlineData("reject-reason", true, "BPA EC")]
    [InlineData("tcp-flags", false, "1 2 4 8 16 32")]
    [InlineData("resource-type", false, "TransitGateway TransitGatewayAttachment")]
    public void A_field_with_few_values_has_a_list_of_them(string name, bool isOpen, string values)
    {
        var vocabulary = FlowFields.Find(name)!.Vocabulary!;
        Assert.Equal(isOpen, vocabulary.IsOpen);
        Assert.Equal(values, string.Join(' ', vocabulary.Values.Select(static value => value.Text)));
        Assert.All(vocabulary.Values, value => Assert.True(vocabulary.Contains(value.Text.ToLowerInvariant())));
        Assert.False(vocabulary.Contains("-"));
    }

    [Fact]
    public void A_name_that_the_table_lacks_is_text_without_a_meaning()
    {
        var field = FlowLogFormat.Parse("brand-new-field").Fields[0];
        Assert.Equal((FlowLogKinds.None, "", 0), (field.Kinds, field.Meaning, field.SinceVersion));
        Assert.Equal(typeof(string), field.ValueType);
        Assert.Null(field.Vocabulary);
    }
}
