using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.Records;

namespace FlowLogs.PS.Runtime;

/// <summary>What the cmdlets share that give the service a filter pattern, or conditions in place of one.</summary>
public abstract class PatternCommand : ConditionCommand
{
    private const string FilterPattern = nameof(FilterPattern);
    private bool _isPatternTyped;

    [Parameter]
    [FormatTransform]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public FlowLogFormat? Format { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(() =>
    {
        _isPatternTyped = MyInvocation.BoundParameters.ContainsKey(FilterPattern);
        ReadConditions();
    });

    /// <summary>The pattern that is given, or that says the conditions that are given; null where there are neither.</summary>
    /// <param name="given">The value of <c>-FilterPattern</c>.</param>
    protected string? FindPattern(string? given)
    {
        // Conditions that were typed are meant instead of the pattern of a filter that comes down the pipeline.
        var written = WritePattern(Format, nearest: false);
        return written is null || !_isPatternTyped
            ? written ?? given
            : throw new FlowLogException("AmbiguousFilter", FlowErrorKind.InvalidArgument, "-FilterPattern and conditions both tell what to filter for; give one of them.");
    }

    /// <summary>As <see cref="FindPattern"/>, where there has to be one.</summary>
    protected string NeedPattern(string? given, string filterName) => FindPattern(given) ?? throw new FlowLogException(
        "NoFilter",
        FlowErrorKind.InvalidArgument,
        "Give -FilterPattern, or conditions such as -DstPort or -Where; -FilterPattern '' is for every event.",
        filterName);

    /// <summary>Warns of whatever a pattern may mean other than it seems to.</summary>
    /// <exception cref="Filtering.FilterPatternException">It is no pattern.</exception>
    protected void WarnOf(string pattern)
    {
        foreach (var warning in Filtering.FilterPattern.Parse(pattern).Warnings)
            WriteWarning(warning);
    }
}
