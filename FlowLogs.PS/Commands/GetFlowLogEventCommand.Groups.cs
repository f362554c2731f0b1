using FlowLogs.Cloud;
using FlowLogs.Conditions;
using FlowLogs.PS.Binding;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.PS.Commands;

/// <content>Reading from log groups.</content>
public sealed partial class GetFlowLogEventCommand
{
    // What FilterLogEvents takes in one call.
    private const int MaxStreamsPerCall = 100;

    private void ReadGroup(string group)
    {
        // All of the condition, and not only what the service leaves of it: a group may hold lines of other formats.
        var options = new FlowReadOptions { Formats = Format, Condition = Condition };
        foreach (var query in MakeQueries(group))
        {
            if (_written >= First)
                return;
            WriteVerbose($"Reading {group} with {(FlowEventReader.ReadsOneStream(query) ? "GetLogEvents" : "FilterLogEvents")}.");
            var logs = Logs;
            Drain(token => FlowEventReader.ReadAsync(logs, query, options, token), WriteSome);
        }
    }

    private IEnumerable<LogEventQuery> MakeQueries(string group)
    {
        var query = new LogEventQuery
        {
            LogGroupName = group,
            LogStreamNamePrefix = LogStreamNamePrefix,
            StartTime = StartTime?.ToUnixTimeMilliseconds(),
            EndTime = EndTime?.ToUnixTimeMilliseconds(),
            FilterPattern = FilterPattern ?? _serverPattern!.Value,
        };
        if (LogStreamName is null && InterfaceId is null)
            return [query];
        if (LogStreamNamePrefix is not null)
        {
            throw new FlowLogException(
                "AmbiguousStreams",
                FlowErrorKind.InvalidArgument,
                "-LogStreamNamePrefix cannot be given together with -LogStreamName or -InterfaceId.");
        }

        return FindStreams(group).Chunk(MaxStreamsPerCall).Select(streams => query with { LogStreamNames = streams });
    }

    // What the service can do of the work, so that fewer events travel. The same for every group and stream.
    private string? FindServerPattern()
    {
        if (Condition is null)
            return null;
        if (Format.Length > 1)
        {
            WriteVerbose("A filter pattern is for lines of one format; with several, the conditions are all applied here.");
            return null;
        }

        var divided = ServerPattern.From(Condition, Format.Length == 0 ? FlowLogFormat.Default : Format[0]);
        if (divided.Pattern is null)
        {
            WriteVerbose("The service can do nothing of the conditions; they are all applied here.");
            return null;
        }

        WriteVerbose($"The service applies {divided.Pattern.Text}; {(divided.Remainder is null ? "that is all" : $"here follows {divided.Remainder}")}.");
        return divided.Pattern.Text;
    }

    // A stream's exact name is taken as it is; the others are looked up. An interface's streams are named after it.
    private List<string> FindStreams(string group)
    {
        var names = new List<string>();
        foreach (var name in (LogStreamName ?? []).Concat(InterfaceId?.Select(static id => id + "-*") ?? []))
        {
            var wanted = NamePattern.Parse(name);
            if (!wanted.HasWildcard)
            {
                names.Add(name);
                continue;
            }

            var before = names.Count;
            ForEachItem((logs, token, stop) => logs.DescribeLogStreamsAsync(group, wanted.Prefix, token, stop), stream =>
            {
                if (wanted.IsMatch(stream.LogStreamName))
                    names.Add(stream.LogStreamName);
            });
            if (names.Count == before)
                throw new FlowLogException("LogStreamNotFound", FlowErrorKind.NotFound, $"No log stream in {group} is named like {name}.", name);
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }
}
