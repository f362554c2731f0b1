namespace FlowLogs.HelpBuilder.Pages;

/// <summary>A type that the cmdlet takes from the pipeline or puts on it.</summary>
/// <param name="Name">The type's full name, or <c>None</c>.</param>
/// <param name="Description">What the objects are.</param>
internal sealed record HelpType(string Name, IReadOnlyList<string> Description);
