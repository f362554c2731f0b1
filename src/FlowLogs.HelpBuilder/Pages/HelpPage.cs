namespace FlowLogs.HelpBuilder.Pages;

/// <summary>
/// The help of one cmdlet. Running text is a list of paragraphs throughout; a paragraph may hold line breaks, where it
/// stands for a list or ends in code.
/// </summary>
internal sealed record HelpPage
{
    /// <summary>The cmdlet's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the page can be read online, if anywhere.</summary>
    public required string? OnlineVersion { get; init; }

    public required IReadOnlyList<string> Synopsis { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required IReadOnlyList<SyntaxForm> Syntax { get; init; }

    public required IReadOnlyList<HelpParameter> Parameters { get; init; }

    public required IReadOnlyList<HelpExample> Examples { get; init; }

    public required IReadOnlyList<HelpType> Inputs { get; init; }

    public required IReadOnlyList<HelpType> Outputs { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<HelpLink> RelatedLinks { get; init; }
}
