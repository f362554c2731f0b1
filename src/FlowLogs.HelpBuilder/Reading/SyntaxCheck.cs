using FlowLogs.HelpBuilder.Pages;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>Compares what SYNTAX says with what PARAMETERS says, so that the two cannot drift apart.</summary>
internal static class SyntaxCheck
{
    /// <summary>Reports what one of the two has and the other has not, or has otherwise.</summary>
    public static void Compare(HelpPage page, ProblemReport report)
    {
        var described = page.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        foreach (var form in page.Syntax)
        {
            foreach (var written in form.Parameters)
            {
                if (described.TryGetValue(written.Name, out var parameter))
                    CompareOne(form, written, parameter, report);
                else
                    report.Add(form.Line, ProblemCode.NotDescribed, $"-{written.Name} is not in PARAMETERS.");
            }
        }
        foreach (var parameter in page.Parameters)
        {
            foreach (var facts in parameter.Facts)
                FindInSyntax(page.Syntax, parameter, facts, report);
        }
    }

    private static void CompareOne(
        SyntaxForm form,
        SyntaxParameter written,
        HelpParameter parameter,
        ProblemReport report)
    {
        if (parameter.FactsIn(form.ParameterSet) is not { } facts)
        {
            Disagree(parameter.Line, $"SYNTAX has it in '{form.ParameterSet}', but its 'Parameter Sets' do not");
            return;
        }
        if (written.Type != (facts.IsSwitch ? null : facts.Type))
            Disagree(facts.Line, $"its type is '{facts.Type}', but '{written.Type ?? "none"}' in SYNTAX");
        if (written.Required != facts.Required)
            Disagree(facts.Line, $"SYNTAX does not agree with 'Required: {facts.Required}'");
        if (written.Positional != facts.Position is not null)
            Disagree(facts.Line, facts.Position is null ? "SYNTAX gives it a position" : "SYNTAX gives it no position");

        void Disagree(int line, string how) =>
            report.Add(line, ProblemCode.Disagreement, $"-{written.Name} in '{form.ParameterSet}': {how}.");
    }

    private static void FindInSyntax(
        IReadOnlyList<SyntaxForm> syntax,
        HelpParameter parameter,
        ParameterFacts facts,
        ProblemReport report)
    {
        var known = syntax.Select(form => form.ParameterSet).Append(ParameterFacts.AllSets);
        foreach (var set in facts.ParameterSets.Except(known))
            report.Add(facts.Line, ProblemCode.Disagreement, $"-{parameter.Name}: SYNTAX has no parameter set '{set}'.");

        var without = syntax.Where(form => facts.AppliesTo(form.ParameterSet))
            .Where(form => form.Parameters.All(written => written.Name != parameter.Name));
        foreach (var form in without)
            report.Add(facts.Line, ProblemCode.Disagreement, $"-{parameter.Name}: it is not in '{form.ParameterSet}'.");
    }
}
