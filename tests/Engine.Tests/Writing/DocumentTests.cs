using System.Text.Json;
using FlowLogs.Records;
using FlowLogs.Writing;

namespace FlowLogs.Tests.Writing;

/// <summary>Whole documents of some records, in tests/data/documents.jsonl.</summary>
public class DocumentTests
{
    public static TheoryData<string, string, string, string, string> Cases()
    {
        var rows = new TheoryData<string, string, string, string, string>();
        foreach (var row in TestData.ReadCases("documents.jsonl"))
        {
            string[] texts = [.. row.EnumerateObject().Select(static member => member.Value.ToString())];
            rows.Add(texts[0], texts[1], texts[2], texts[3], texts[4]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void They_are_as_expected(string name, string format, string line, string ocsf, string ecs)
    {
        Assert.NotEmpty(name);
        var record = Lines.Read(FlowLogFormat.Parse(format), line);
        AssertEqual(ocsf, new OcsfWriter().Write(record), OcsfSchema.Check);
        AssertEqual(ecs, new EcsWriter().Write(record), EcsSchema.Check);
    }

    private static void AssertEqual(string expected, string actual, Action<JsonElement> check)
    {
        var document = Json.Parse(actual);
        check(document);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, document), actual);
    }
}
