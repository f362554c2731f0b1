namespace FlowLogs.HelpBuilder.Pages;

/// <summary>One parameter, as the PARAMETERS section has it.</summary>
/// <param name="Name">The name, without the hyphen.</param>
/// <param name="Line">Where it is described.</param>
/// <param name="Description">What it does.</param>
/// <param name="Facts">Its facts; more than one where they differ between parameter sets.</param>
internal sealed record HelpParameter(
    string Name,
    int Line,
    IReadOnlyList<string> Description,
    IReadOnlyList<ParameterFacts> Facts)
{
    /// <summary>The facts that hold in a parameter set; none where the parameter does not belong to it.</summary>
    public ParameterFacts? FactsIn(string parameterSet) => Facts.FirstOrDefault(facts => facts.AppliesTo(parameterSet));
}
