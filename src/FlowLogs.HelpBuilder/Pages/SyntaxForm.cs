namespace FlowLogs.HelpBuilder.Pages;

/// <summary>One way to write the command: a parameter set with its parameters in the order to show them.</summary>
/// <param name="ParameterSet">The parameter set's name.</param>
/// <param name="Line">Where it is written down.</param>
/// <param name="Parameters">The parameters, without the common ones.</param>
internal sealed record SyntaxForm(string ParameterSet, int Line, IReadOnlyList<SyntaxParameter> Parameters);
