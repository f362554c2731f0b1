using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace FlowLogs.PS.Binding;

/// <summary>Completes CloudWatch's units (the values of StandardUnit in its API).</summary>
public sealed class UnitCompleter : IArgumentCompleter
{
    private static readonly string[] Units =
    [
        "None", "Count", "Percent", "Seconds", "Microseconds", "Milliseconds",
        "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes",
        "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits",
        "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second",
        "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second",
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Completion.Matching(Units, wordToComplete);
}
