using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace FlowLogs.Shell.Hosting;

/// <content>Questions: a missing mandatory parameter, a confirmation.</content>
internal sealed partial class ShellInterface
{
    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(
        string caption,
        string message,
        Collection<FieldDescription> descriptions)
    {
        WriteHeading(caption, message);
        Dictionary<string, PSObject> answers = new(StringComparer.OrdinalIgnoreCase);
        foreach (FieldDescription field in descriptions)
        {
            answers[field.Name] = PSObject.AsPSObject(IsList(field) ? AskForList(field.Name) : Ask(field.Name + ": "));
        }

        return answers;
    }

    /// <inheritdoc/>
    public override int PromptForChoice(
        string caption,
        string message,
        Collection<ChoiceDescription> choices,
        int defaultChoice)
    {
        WriteHeading(caption, message);
        string[] keys = [.. choices.Select(KeyOf)];
        string question = string.Join("  ", choices.Select((choice, i) => $"[{keys[i]}] {NameOf(choice)}"))
            + (defaultChoice >= 0 ? $" (default is \"{keys[defaultChoice]}\"): " : ": ");
        while (true)
        {
            string answer = Ask(question).Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            for (int i = 0; i < choices.Count; i++)
            {
                if (answer.Equals(keys[i], StringComparison.OrdinalIgnoreCase)
                    || answer.Equals(NameOf(choices[i]), StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }

            foreach ((ChoiceDescription choice, string key) in choices.Zip(keys))
            {
                WriteLine($"{key} - {choice.HelpMessage}");
            }
        }
    }

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw NoSecrets();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw NoSecrets();

    private void WriteHeading(string caption, string message)
    {
        WriteLine("");
        foreach (string line in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(line))
            {
                WriteLine(line);
            }
        }
    }

    private string Ask(string question)
    {
        Write(question);
        return ReadLine();
    }

    /// <summary>Values one by one, up to an empty answer.</summary>
    private string[] AskForList(string name)
    {
        List<string> values = [];
        while (Ask($"{name}[{values.Count}]: ") is { Length: > 0 } value)
        {
            values.Add(value);
        }

        return [.. values];
    }

    private static bool IsList(FieldDescription field) => field.ParameterTypeName.EndsWith("[]", StringComparison.Ordinal);

    private static string NameOf(ChoiceDescription choice) => choice.Label.Replace("&", "", StringComparison.Ordinal);

    /// <summary>The letter after the ampersand, or the whole name.</summary>
    private static string KeyOf(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length
            ? choice.Label.Substring(mark + 1, 1).ToUpperInvariant()
            : choice.Label;
    }
}
