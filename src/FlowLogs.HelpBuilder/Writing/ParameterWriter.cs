using System.Globalization;
using System.Xml.Linq;
using FlowLogs.HelpBuilder.Pages;

namespace FlowLogs.HelpBuilder.Writing;

/// <summary>Writes parameters, once for each line of syntax and once with their descriptions.</summary>
internal static class ParameterWriter
{
    /// <summary>One line of syntax.</summary>
    public static XElement WriteSyntaxItem(HelpPage page, SyntaxForm form)
    {
        var described = page.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        return new(Maml.Command + "syntaxItem",
            new XElement(Maml.Text + "name", page.Name),
            form.Parameters.Select(written => described[written.Name])
                .Select(parameter => WriteInSyntax(parameter, parameter.FactsIn(form.ParameterSet)!)));
    }

    /// <summary>A parameter with its description. Where sets differ, the facts of the first block are shown.</summary>
    public static XElement WriteParameter(HelpParameter parameter)
    {
        var facts = parameter.Facts[0];
        return new(Maml.Command + "parameter",
            Attributes(facts),
            new XElement(Maml.Text + "name", parameter.Name),
            Maml.Description(Describe(parameter, facts)),
            // Get-Help shows a value that is not required in brackets, which suits a switch.
            Value(facts.Type, required: !facts.IsSwitch),
            Maml.Type(facts.Type),
            new XElement(Maml.Dev + "defaultValue", facts.DefaultValue));
    }

    private static XElement WriteInSyntax(HelpParameter parameter, ParameterFacts facts) =>
        new(Maml.Command + "parameter",
            Attributes(facts),
            new XElement(Maml.Text + "name", parameter.Name),
            facts switch
            {
                { IsSwitch: true } => null,
                { AcceptedValues.Count: > 0 } => new XElement(
                    Maml.Command + "parameterValueGroup",
                    facts.AcceptedValues.Select(value => Value(value, required: false))),
                _ => Value(facts.Type, required: true),
            });

    // Get-Help shows a group of values in the syntax only.
    private static IEnumerable<string> Describe(HelpParameter parameter, ParameterFacts facts) =>
        facts.AcceptedValues.Count > 0
            ? parameter.Description.Append($"Accepted values: {string.Join(", ", facts.AcceptedValues)}")
            : parameter.Description;

    private static IEnumerable<XAttribute> Attributes(ParameterFacts facts) =>
    [
        new("required", facts.Required),
        new("variableLength", facts.Type.EndsWith("[]", StringComparison.Ordinal)),
        new("globbing", facts.Wildcards),
        new("pipelineInput", facts.PipelineInput is [] ? "False" : $"True ({string.Join(", ", facts.PipelineInput)})"),
        new("position", facts.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new("aliases", facts.Aliases.Count > 0 ? string.Join(", ", facts.Aliases) : "none"),
    ];

    private static XElement Value(string text, bool required) =>
        new(Maml.Command + "parameterValue",
            new XAttribute("required", required),
            new XAttribute("variableLength", value: false),
            text);
}
