using System.Management.Automation;
using FlowLogs.Conditions;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Conditions;
using FlowLogs.Records;

namespace FlowLogs.PS.Runtime;

/// <summary>What the cmdlets share that take conditions on records. All that are given must hold.</summary>
public abstract class ConditionCommand : CloudCommand
{
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SrcAddr { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? DstAddr { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Address { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SrcPort { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? DstPort { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Port { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VocabularyCompleter))]
    public string[]? Protocol { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateVocabulary("action")]
    [ArgumentCompleter(typeof(VocabularyCompleter))]
    public string[]? Action { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateVocabulary("log-status")]
    [ArgumentCompleter(typeof(VocabularyCompleter))]
    public string[]? LogStatus { get; set; }

    [Parameter]
    [ValidateNotNull]
    public ScriptBlock? Where { get; set; }

    /// <summary>The conditions, as far as they are a tree; null where none are given.</summary>
    protected FlowExpression? Condition { get; private set; }

    /// <summary>The block of <c>-Where</c>, where the tree does not say all of it.</summary>
    protected ScriptBlock? WhereRest { get; private set; }

    /// <summary>Reads the parameters.</summary>
    /// <exception cref="FlowLogException">An argument is no address, port or protocol.</exception>
    protected void ReadConditions()
    {
        var parts = new List<FlowExpression>();
        Add(parts, SrcAddr, static texts => FlowExpression.SrcAddr(texts.Select(FlowNetwork.Parse)));
        Add(parts, DstAddr, static texts => FlowExpression.DstAddr(texts.Select(FlowNetwork.Parse)));
        Add(parts, Address, static texts => FlowExpression.Address(texts.Select(FlowNetwork.Parse)));
        Add(parts, SrcPort, static texts => FlowExpression.SrcPort(texts.Select(FlowNumberRange.Parse)));
        Add(parts, DstPort, static texts => FlowExpression.DstPort(texts.Select(FlowNumberRange.Parse)));
        Add(parts, Port, static texts => FlowExpression.Port(texts.Select(FlowNumberRange.Parse)));
        Add(parts, Protocol, static texts => FlowExpression.Protocol(texts));
        Add(parts, Action, static texts => FlowExpression.Action(texts));
        Add(parts, LogStatus, static texts => FlowExpression.LogStatus(texts));
        if (Where is not null)
        {
            var translation = ScriptBlockTranslator.Translate(Where, SessionState);
            if (translation.Condition is { } condition)
                parts.Add(condition);
            WhereRest = translation.Rest;
            WriteVerbose(translation.Condition is null
                ? "-Where runs as a script block on each record."
                : $"-Where is read as {translation.Condition.Simplify()}{(WhereRest is null ? "." : ", and runs as a script block on the records that are left.")}");
        }

        Condition = parts.Count == 0 ? null : FlowExpression.All(parts).Simplify();
    }

    /// <summary>The conditions as a filter pattern for people to see and services to run.</summary>
    /// <param name="format">The format of the lines.</param>
    /// <param name="nearest">Whether a wider pattern will do, with warnings, where none says exactly this.</param>
    /// <returns>The pattern; null where no conditions were given.</returns>
    /// <exception cref="FlowLogException"><c>NotExpressible</c>: the language cannot say it; with the reasons.</exception>
    protected string? WritePattern(FlowLogFormat? format, bool nearest)
    {
        if (Condition is null && WhereRest is null)
            return null;
        var written = ServerPattern.Write(Condition ?? FlowExpression.True, format ?? FlowLogFormat.Default);
        List<string> reasons = [.. written.Reasons];
        if (WhereRest is not null)
            reasons.Add($"The script block {{{WhereRest}}} does more than compare fields of a record with constants.");
        var isNearestThere = written.Pattern is not null && Condition is not null;
        if (reasons.Count > 0 && !(nearest && isNearestThere))
        {
            var hint = isNearestThere ? "; New-FlowFilter -Nearest writes the strongest wider one" : string.Empty;
            throw new FlowLogException(
                "NotExpressible",
                FlowErrorKind.InvalidArgument,
                $"No filter pattern says this{hint}. {string.Join(' ', reasons)}",
                Condition?.ToString() ?? WhereRest?.ToString());
        }

        foreach (var reason in reasons)
            WriteWarning($"The pattern is wider than the conditions. {reason}");
        return written.Pattern?.Text;
    }

    private static void Add(List<FlowExpression> parts, string[]? texts, Func<string[], FlowExpression> make)
    {
        if (texts is not null)
            parts.Add(make(texts));
    }
}
