using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FlowLogs.Records;

namespace FlowLogs.PS.Binding;

/// <summary>Completes the values that the table of fields has for the field of the parameter's name.</summary>
public sealed class VocabularyCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var field = FlowFields.All.First(field => field.PropertyName.Equals(parameterName, StringComparison.OrdinalIgnoreCase));

        // Who types a name for a number wants to see the number, and for a word what it means.
        return Completion.Matching(
            field.Vocabulary!.Values.Select(value => field.Type == FlowFieldType.Text
                ? (value.Text, value.Meaning)
                : (value.Meaning, $"{field.Name} {value.Text}")),
            wordToComplete);
    }
}
