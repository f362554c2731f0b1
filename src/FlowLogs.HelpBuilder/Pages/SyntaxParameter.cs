namespace FlowLogs.HelpBuilder.Pages;

/// <summary>A parameter as the SYNTAX section writes it.</summary>
/// <param name="Name">The name, without the hyphen.</param>
/// <param name="Type">The type of its value; none for a switch.</param>
/// <param name="Required">Whether it has to be given.</param>
/// <param name="Positional">Whether its name may be left out.</param>
internal sealed record SyntaxParameter(string Name, string? Type, bool Required, bool Positional);
