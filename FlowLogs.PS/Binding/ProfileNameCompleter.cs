using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FlowLogs.PS.Binding;

/// <summary>Completes profile names from the shared configuration and credentials files.</summary>
public sealed class ProfileNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Matching(ReadNames(), wordToComplete);

    private static IEnumerable<string> ReadNames()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws");
        string[] files =
        [
            Environment.GetEnvironmentVariable("AWS_CONFIG_FILE") ?? Path.Combine(folder, "config"),
            Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(folder, "credentials"),
        ];
        return files.Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(static line => line.Trim())
            .Where(static line => line.StartsWith('[') && line.EndsWith(']') && !line.StartsWith("[sso-session ", StringComparison.Ordinal))
            .Select(static line => line[1..^1].Trim())
            .Select(static name => name.StartsWith("profile ", StringComparison.Ordinal) ? name["profile ".Length..].Trim() : name);
    }
}
