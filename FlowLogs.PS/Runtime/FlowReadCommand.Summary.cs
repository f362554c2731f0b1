using System.Collections;
using System.Management.Automation;
using FlowLogs.Reading;

namespace FlowLogs.PS.Runtime;

/// <content>How complete the reading was.</content>
public abstract partial class FlowReadCommand
{
    private const int ShownReasons = 5;

    /// <summary>Counts what is read.</summary>
    private protected ReadTally Tally { get; } = new();

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SummaryVariable { get; set; }

    [Parameter]
    public SwitchParameter RequireComplete { get; set; }

    protected override void OnProblem(FlowLogException problem) => Tally.Fail(problem);

    // Does a part of the work. Where it is ended before its time, so that EndProcessing is not called, the summary says so.
    private void Observe(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e)
        {
            if (StopToken.IsCancellationRequested)
                Tally.Fail("The reading was stopped before its end.");
            else if (e is not PipelineStoppedException) // This one has been taken down where it began.
                Tally.Fail("The reading was ended by an error.");
            SetSummary(Tally.ToSummary());
            throw;
        }
    }

    private void EndSummary()
    {
        var summary = Tally.ToSummary();
        SetSummary(summary);
        if (!RequireComplete || summary.Complete)
            return;
        var more = summary.Reasons.Length - ShownReasons;
        ThrowTerminatingError(ErrorRecords.From(new FlowLogException(
            "IncompleteRead",
            FlowErrorKind.ReadError,
            $"The reading is not complete. {string.Join(' ', summary.Reasons.Take(ShownReasons))}{(more > 0 ? $" And {more} more reasons." : string.Empty)}",
            summary)));
    }

    // As -ErrorVariable has it: a plus sign adds to what the variable holds.
    private void SetSummary(FlowReadSummary summary)
    {
        if (SummaryVariable is null)
            return;
        var name = SummaryVariable.TrimStart('+');
        object value = summary;
        if (name.Length < SummaryVariable.Length)
        {
            var all = new ArrayList();
            if (LanguagePrimitives.GetEnumerable(SessionState.PSVariable.GetValue(name)) is { } several)
            {
                foreach (var one in several)
                    all.Add(one);
            }
            else if (SessionState.PSVariable.GetValue(name) is { } one)
            {
                all.Add(one);
            }

            all.Add(summary);
            value = all;
        }

        SessionState.PSVariable.Set(name, value);
    }
}
