using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using FlowLogs.Records;

namespace FlowLogs.PS.Binding;

/// <summary>
/// Completes the last field of a format, as a bare name or, where it was begun so, as <c>${name}</c>. Fields that the
/// format has already are left out.
/// </summary>
public sealed class FieldNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? string.Empty).Trim('\'', '"');
        var before = typed[..(typed.LastIndexOf(' ') + 1)];
        var last = typed[before.Length..];
        var isWrapped = last.StartsWith('$');
        var pattern = Completion.Beginning(last.TrimStart('$', '{'));
        var taken = before.Split(' ').Select(static word => word.Trim('$', '{', '}')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return FlowFields.All
            .Where(field => pattern.IsMatch(field.Name) && !taken.Contains(field.Name))
            .OrderBy(static field => field.Name, StringComparer.Ordinal)
            .Select(field => new CompletionResult(
                Completion.Quote(before + (isWrapped ? $"${{{field.Name}}}" : field.Name)),
                field.Name,
                CompletionResultType.ParameterValue,
                field.Meaning));
    }
}
