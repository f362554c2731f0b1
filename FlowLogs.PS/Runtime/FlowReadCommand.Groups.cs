using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.Conditions;
using FlowLogs.PS.Binding;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.PS.Runtime;

/// <content>Reading from log groups.</content>
public abstract partial class FlowReadCommand
{
    // What FilterLogEvents takes in one call.
    private const int MaxStreamsPerCall = 100;
    private const double LowestRate = 0.01;
    private const double HighestRate = 10_000;

    // What is known of each group that was read; the pipeline may name the same one again and again.
    private readonly Dictionary<string, (IReadOnlyList<FlowLogFormat> Formats, string? ServerPattern)> _groups = [];

    [Parameter(ParameterSetName = LogGroupSet)]
    [ValidateRange(LowestRate, HighestRate)]
    public double? MaxRequestsPerSecond { get; set; }

    private void ReadGroup(string group)
    {
        var (options, pattern) = Prepare(group);
        foreach (var query in MakeQueries(group, pattern))
        {
            if (!WantsMore)
                return;
            WriteVerbose($"Reading {group} with FilterLogEvents.");
            ReadEvents(query, options);
        }
    }

    /// <summary>What is wanted of a group's events, and what the service can do of it.</summary>
    private protected (FlowReadOptions Options, string? Pattern) Prepare(string group)
    {
        if (!_groups.TryGetValue(group, out var known))
        {
            var formats = Format.Length > 0 ? Format : FindFormats(Logs, FlowLogDestination.OfLogGroup(group));
            known = (formats, FilterPattern ?? FindServerPattern(formats));
            _groups.Add(group, known);
        }

        // All of the condition, and not only what the service leaves of it: a group may hold lines of other formats.
        var options = new FlowReadOptions
        {
            Formats = known.Formats,
            Condition = Condition,
            MaxRequestsPerSecond = MaxRequestsPerSecond,
            Tally = Tally,
        };
        return (options, known.ServerPattern);
    }

    /// <summary>Reads what a query finds.</summary>
    private protected virtual void ReadEvents(LogEventQuery query, FlowReadOptions options)
    {
        var logs = Logs;
        Drain(token => FlowEventReader.ReadAsync(logs, query, options, token), HandleSome);
    }

    private IEnumerable<LogEventQuery> MakeQueries(string group, string? pattern)
    {
        var query = new LogEventQuery
        {
            LogGroupName = group,
            LogStreamNamePrefix = LogStreamNamePrefix,
            StartTime = StartTime?.ToUnixTimeMilliseconds(),
            EndTime = EndTime?.ToUnixTimeMilliseconds(),
            FilterPattern = pattern,
        };
        if (LogStreamName is null && InterfaceId is null)
            return [query];
        CheckPrefix();
        return FindStreams(group).Chunk(MaxStreamsPerCall).Select(streams => query with { LogStreamNames = streams });
    }

    private protected void CheckPrefix()
    {
        if (LogStreamNamePrefix is not null)
        {
            throw new FlowLogException(
                "AmbiguousStreams",
                FlowErrorKind.InvalidArgument,
                "-LogStreamNamePrefix cannot be given together with -LogStreamName or -InterfaceId.");
        }
    }

    // What the service can do of the work, so that fewer events travel. It has to be right for lines of every format.
    private string? FindServerPattern(IReadOnlyList<FlowLogFormat> formats)
    {
        if (Condition is null)
            return null;
        var divided = (formats.Count == 0 ? [FlowLogFormat.Default] : formats).Select(format => ServerPattern.From(Condition, format)).ToList();
        if (divided[0].Pattern is not { Text: var text } || divided.Any(other => other.Pattern?.Text != text))
        {
            WriteVerbose("The service can do nothing of the conditions; they are all applied here.");
            return null;
        }

        var rest = divided.Find(static part => !part.IsExact)?.Remainder;
        WriteVerbose($"The service applies {text}; {(rest is null ? "that is all" : $"here follows {rest}")}.");
        return text;
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
            ForEachItem(Logs, (logs, token, stop) => logs.DescribeLogStreamsAsync(group, wanted.Prefix, token, stop), stream =>
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
