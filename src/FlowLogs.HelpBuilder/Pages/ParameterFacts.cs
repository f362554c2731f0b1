namespace FlowLogs.HelpBuilder.Pages;

/// <summary>What the block of YAML under a parameter says.</summary>
internal sealed record ParameterFacts
{
    /// <summary>The type of a parameter that takes no value.</summary>
    public const string SwitchType = "SwitchParameter";

    /// <summary>The name that stands for all parameter sets.</summary>
    public const string AllSets = "(All)";

    /// <summary>Where the block begins.</summary>
    public required int Line { get; init; }

    public required string Type { get; init; }

    public required IReadOnlyList<string> ParameterSets { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The only values that the parameter takes; empty where it takes any.</summary>
    public required IReadOnlyList<string> AcceptedValues { get; init; }

    public required bool Required { get; init; }

    /// <summary>The position, from 0; none for a parameter that has to be named.</summary>
    public required int? Position { get; init; }

    public required string DefaultValue { get; init; }

    /// <summary>How values come from the pipeline: <c>ByValue</c>, <c>ByPropertyName</c>, both or neither.</summary>
    public required IReadOnlyList<string> PipelineInput { get; init; }

    public required bool Wildcards { get; init; }

    public bool IsSwitch => Type == SwitchType;

    public bool AppliesTo(string parameterSet) => ParameterSets is [AllSets] || ParameterSets.Contains(parameterSet);
}
