using FlowLogs.Cloud;
using FlowLogs.Filtering;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

/// <content>Asking the service the same question, and telling where its answer is another.</content>
public sealed partial class TestFlowFilterCommand
{
    // What TestMetricFilter takes in one call.
    private const int MaxMessages = 50;

    private readonly List<(long Number, string Message, FlowFilterMatch? Local)> _pending = [];

    // A pattern that is refused here and accepted there is a difference, too.
    private Filtering.FilterPattern ParseAndCompare()
    {
        try
        {
            return Filtering.FilterPattern.Parse(FilterPattern);
        }
        catch (FilterPatternException e)
        {
            try
            {
                Wait(Logs.TestMetricFilterAsync(FilterPattern, ["-"], StopToken));
            }
            catch (FlowLogException refused) when (refused.Kind == FlowErrorKind.InvalidArgument)
            {
                throw e;
            }

            throw Difference($"The service accepts the pattern, and it is refused here: {e.Message}", FilterPattern);
        }
    }

    private void Compare(string message, FlowFilterMatch? local)
    {
        if (message.Length == 0)
        {
            WriteVerbose($"Message {_eventNumber} is empty; the service takes no empty messages.");
            return;
        }

        _pending.Add((_eventNumber, message, local));
        if (_pending.Count == MaxMessages)
            CompareRest();
    }

    private void CompareRest()
    {
        if (_pending.Count == 0)
            return;
        var call = Logs.TestMetricFilterAsync(FilterPattern, [.. _pending.Select(static item => item.Message)], StopToken);
        var matches = call.GetAwaiter().GetResult().ToDictionary(static match => match.EventNumber);
        WriteVerbose($"The service was asked about {_pending.Count} messages; {matches.Count} match.");
        for (var i = 0; i < _pending.Count; i++)
        {
            var (number, message, local) = _pending[i];
            if (FindDifference(local, matches.GetValueOrDefault(i + 1)) is { } difference)
                WriteError(ErrorRecords.From(Difference($"Message {number}: {difference}", message)));
        }

        _pending.Clear();
    }

    private static string? FindDifference(FlowFilterMatch? local, CloudFilterMatch? remote)
    {
        if (local is null || remote is null)
            return (local is null) == (remote is null) ? null : $"it matches {(remote is null ? "here, but not for the service" : "for the service, but not here")}.";

        var names = local.ExtractedValues.Keys.Cast<string>().Union(remote.ExtractedValues.Keys, StringComparer.Ordinal);
        var different = names.FirstOrDefault(name => (string?)local.ExtractedValues[name] != remote.ExtractedValues.GetValueOrDefault(name));
        return different is null
            ? null
            : $"the value {different} is \"{local.ExtractedValues[different]}\" here and \"{remote.ExtractedValues.GetValueOrDefault(different)}\" for the service.";
    }

    private static FlowLogException Difference(string message, string target) =>
        new("RemoteDifference", FlowErrorKind.ServiceError, message, target);
}
