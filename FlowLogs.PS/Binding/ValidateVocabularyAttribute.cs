using System.Management.Automation;
using FlowLogs.Records;

namespace FlowLogs.PS.Binding;

/// <summary>
/// Refuses what is none of a field's values: a condition that nothing can meet is a slip of the fingers.
/// </summary>
/// <param name="fieldName">AWS's name of a field whose list of values in the table is closed.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateVocabularyAttribute(string fieldName) : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>AWS's name of the field.</summary>
    public string FieldName => fieldName;

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        var vocabulary = FlowFields.Find(fieldName)!.Vocabulary!;
        if (!vocabulary.Contains(element?.ToString() ?? string.Empty))
        {
            throw new ValidationMetadataException(
                $"\"{element}\" is no value of {fieldName}; these are: {string.Join(", ", vocabulary.Values.Select(static value => value.Text))}.");
        }
    }
}
