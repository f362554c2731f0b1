namespace FlowLogs.HelpBuilder.Pages;

/// <summary>A related link.</summary>
/// <param name="Text">The name of the topic.</param>
/// <param name="Address">Its address on the web; none for a topic that Get-Help itself shows.</param>
internal sealed record HelpLink(string Text, string? Address);
