using Markdig.Syntax;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>Where the readers of one page put what is wrong with it.</summary>
internal sealed class ProblemReport(string file, ICollection<HelpProblem> problems)
{
    /// <summary>Whether anything is wrong with the page so far.</summary>
    public bool HasProblems { get; private set; }

    /// <summary>Adds a problem.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="code">One of <see cref="ProblemCode"/>.</param>
    /// <param name="text">What is wrong.</param>
    public void Add(int line, string code, string text)
    {
        HasProblems = true;
        problems.Add(new(file, line, code, text));
    }

    /// <summary>Adds a problem with a piece of Markdown.</summary>
    public void Add(MarkdownObject place, string code, string text) => Add(place.LineNumber(), code, text);
}
