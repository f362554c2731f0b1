namespace FlowLogs.HelpBuilder.Reading;

/// <summary>Something wrong with a page, written the way MSBuild recognizes as an error.</summary>
/// <param name="File">The page.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Code">One of <see cref="ProblemCode"/>.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record HelpProblem(string File, int Line, string Code, string Text)
{
    public override string ToString() => $"{File}({Line}): error {Code}: {Text}";
}
