namespace FlowLogs.HelpBuilder.Pages;

/// <summary>One example.</summary>
/// <param name="Title">The heading, with the example's number.</param>
/// <param name="Introduction">What is said before the code.</param>
/// <param name="Code">The code, and what it prints where the page shows that.</param>
/// <param name="Remarks">What is said after the code.</param>
internal sealed record HelpExample(
    string Title,
    IReadOnlyList<string> Introduction,
    string Code,
    IReadOnlyList<string> Remarks);
