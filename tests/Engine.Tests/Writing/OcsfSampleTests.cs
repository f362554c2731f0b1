using System.Text.Json;
using FlowLogs.Records;
using FlowLogs.Writing;

namespace FlowLogs.Tests.Writing;

/// <summary>
/// Compares with the mappings that the OCSF project publishes for older versions of the schema. What differs is listed
/// with the reason; anything else that differs is an error.
/// </summary>
public class OcsfSampleTests
{
    // No value, written as a hyphen there; here the attribute is left out.
    private static readonly string[] Hyphens =
        ["src_endpoint.svc_name", "dst_endpoint.svc_name", "src_endpoint.instance_uid", "connection_info.boundary", "connection_info.boundary_id"];

    // What an older version had another name for, the version itself, and times as text, which are the same times.
    private static readonly string[] Versions =
        ["metadata.version", "metadata.profiles", "time_dt", "start_time_dt", "end_time_dt", "cloud.account_uid"];

    // Attributes that only this writer has: names beside ids, ids beside names, and what later versions of the schema have.
    private static readonly string[] Additions =
        ["start_time", "end_time", "disposition_id", "connection_info.protocol_ver_id", "connection_info.protocol_name",
        "connection_info.community_uid", "is_src_dst_assignment_known", "cloud.account.uid", "action", "action_id", "observables"];

    // The samples' ids were blotted out by hand, in the line and in the event not alike.
    private static readonly string[] BlottedOut = ["src_endpoint.interface_uid", "dst_endpoint.interface_uid"];

    [SamplesTheory]
    [InlineData("1.0.0-rc.2")]
    [InlineData("1.1.0")]
    [InlineData("1.5.0")]
    public void Only_what_is_listed_differs_from_the_published_mappings(string version)
    {
        var file = Path.Combine(TestData.SamplesFolder!, "ocsf", $"vpcflowlog-v{version}");
        var lines = File.ReadAllLines($"{file}.raw.csv");
        var record = Lines.Read(FlowLogFormat.Parse(lines[0].Replace(',', ' ')), lines[1].Replace(',', ' '));
        var expected = Leaves(JsonDocument.Parse(File.ReadAllText($"{file}.ocsf.json")).RootElement);
        var actual = Leaves(Json.Parse(new OcsfWriter().Write(record)));

        Assert.All(expected.Keys.Except(actual.Keys), path => Assert.True(
            Versions.Contains(path) || expected[path] == "-" || (Hyphens.Contains(path) && expected["connection_info.boundary"] == "-"),
            $"{path} is left out"));
        Assert.All(actual.Keys.Except(expected.Keys), static path => Assert.Contains(path, Additions));
        foreach (var path in expected.Keys.Intersect(actual.Keys).Except([.. Versions, .. BlottedOut]))
            Assert.True(expected[path] == actual[path], $"{path}: {actual[path]} instead of {expected[path]}");
    }

    private static SortedDictionary<string, string> Leaves(JsonElement document)
    {
        var leaves = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(document, string.Empty);
        return leaves;

        void Add(JsonElement value, string path)
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in value.EnumerateObject())
                    Add(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}");
            }
            else if (value.ValueKind == JsonValueKind.Array && path == "observables")
            {
                // Their order has no meaning.
                leaves[path] = string.Join(' ', value.EnumerateArray().Select(static item => $"{Json.At(item, "name")}={Json.At(item, "value")}:{Json.At(item, "type_id")}").Order(StringComparer.Ordinal));
            }
            else
            {
                leaves[path] = value.ValueKind == JsonValueKind.Array ? JsonSerializer.Serialize(value) : value.ToString();
            }
        }
    }
}
