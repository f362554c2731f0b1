using System.Globalization;
using FlowLogs.HelpBuilder.Pages;
using Markdig.Syntax;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>Reads the YAML block of a parameter. Every key has to be there but <c>Accepted values</c>.</summary>
internal static class FactsReader
{
    private const string AcceptedValues = "Accepted values";

    private static readonly string[] Keys =
    [
        "Type", "Parameter Sets", "Aliases", AcceptedValues, "Required", "Position", "Default value",
        "Accept pipeline input", "Accept wildcard characters",
    ];

    /// <summary>Reads a block. What cannot be read is reported and has some value or other.</summary>
    public static ParameterFacts Read(FencedCodeBlock block, ProblemReport report)
    {
        var values = YamlLine.ReadAll(block.RawLines(), block.LineNumber() + 1, Keys, report);
        foreach (var key in Keys.Where(key => key != AcceptedValues && !values.ContainsKey(key)))
            report.Add(block, ProblemCode.YamlValue, $"The key '{key}' is missing.");

        return new ParameterFacts
        {
            Line = block.LineNumber(),
            Type = Text("Type"),
            ParameterSets = List(Text("Parameter Sets")),
            Aliases = List(values.GetValueOrDefault("Aliases")?.Value),
            AcceptedValues = values.ContainsKey(AcceptedValues) ? List(Text(AcceptedValues)) : [],
            Required = Value("Required", "'True' or 'False'", ReadBoolean),
            Position = Value("Position", "'Named' or a number from 0", ReadPosition),
            DefaultValue = Text("Default value"),
            PipelineInput =
                Value("Accept pipeline input", "'False' or 'True (ByValue, ByPropertyName)'", ReadPipelineInput) ?? [],
            Wildcards = Value("Accept wildcard characters", "'True' or 'False'", ReadBoolean),
        };

        string Text(string key) => Value(key, "a text", static text => (text.Length > 0, text)) ?? "";

        T? Value<T>(string key, string form, Func<string, (bool Success, T Value)> read)
        {
            if (!values.TryGetValue(key, out var line))
                return default;
            var (success, value) = read(line.Value);
            if (!success)
                report.Add(line.Line, ProblemCode.YamlValue, $"'{key}' is '{line.Value}' instead of {form}.");
            return value;
        }
    }

    private static string[] List(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static (bool Success, bool Value) ReadBoolean(string text) => (bool.TryParse(text, out var value), value);

    private static (bool Success, int? Value) ReadPosition(string text) =>
        string.Equals(text, "named", StringComparison.OrdinalIgnoreCase)
            ? (true, null)
            : (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position), position);

    private static (bool Success, string[] Value) ReadPipelineInput(string text)
    {
        if (string.Equals(text, "False", StringComparison.OrdinalIgnoreCase))
            return (true, []);
        const string Start = "True (";
        if (!text.StartsWith(Start, StringComparison.OrdinalIgnoreCase) || !text.EndsWith(')'))
            return (false, []);
        var ways = List(text[Start.Length..^1]);
        return (ways.Length > 0 && ways.All(way => way is "ByValue" or "ByPropertyName"), ways);
    }
}
