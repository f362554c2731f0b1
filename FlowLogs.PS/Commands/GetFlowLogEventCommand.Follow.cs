using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;
using FlowLogs.Reading.Following;

namespace FlowLogs.PS.Commands;

/// <content>Following log groups, and going on where an earlier run ended.</content>
public sealed partial class GetFlowLogEventCommand
{
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);

    // The groups that are given, and their streams, null for all. They are gathered, since the first that is followed may
    // have no end, and since the streams of a group are read together.
    private readonly Dictionary<string, List<string>?> _followed = [];

    [Parameter(ParameterSetName = LogGroupSet)]
    public SwitchParameter Follow { get; set; }

    [Parameter(ParameterSetName = LogGroupSet)]
    public SwitchParameter Live { get; set; }

    [Parameter(ParameterSetName = LogGroupSet)]
    [ValidateNotNullOrEmpty]
    public string? Checkpoint { get; set; }

    [Parameter(ParameterSetName = LogGroupSet)]
    [FlowSpanTransform]
    public TimeSpan LateArrivalWindow { get; set; } = FollowOptions.DefaultWindow;

    private void CheckFollowing()
    {
        if (Live && !Follow)
            throw new FlowLogException("LiveWithoutFollow", FlowErrorKind.InvalidArgument, "-Live tells how to follow; it needs -Follow.");
        if (Tail > 0 && (Follow || Checkpoint is not null))
            throw new FlowLogException("AmbiguousTail", FlowErrorKind.InvalidArgument, "-Tail takes the end of a log; it cannot be given with -Follow or -Checkpoint.");
        if (LateArrivalWindow <= TimeSpan.Zero || LateArrivalWindow > LongestWindow)
        {
            throw new FlowLogException(
                "InvalidWindow",
                FlowErrorKind.InvalidArgument,
                $"-LateArrivalWindow is {LateArrivalWindow}; it must be more than nothing, and a day at most.");
        }
    }

    private void AddFollowed()
    {
        foreach (var group in LogGroupName)
        {
            if (LogStreamName is null)
                _followed[group] = null;
            else if (!_followed.TryGetValue(group, out var streams))
                _followed[group] = [.. LogStreamName];
            else
                streams?.AddRange(LogStreamName);
        }
    }

    private void FollowGroups()
    {
        if (Checkpoint is not null && _followed.Count > 1)
            throw new FlowLogException("AmbiguousCheckpoint", FlowErrorKind.InvalidArgument, "A checkpoint belongs to one log group. Read the others with files of their own.");
        using var checkpoint = Checkpoint is null ? null : OpenCheckpoint(Checkpoint, _followed.First());
        var logs = Logs;
        var options = _followed.Select(group => MakeOptions(group.Key, group.Value, checkpoint)).ToList();
        Drain(token => EventFollower.FollowAsync(logs, options, token), batch => WriteFollowed(batch, checkpoint));
    }

    private FlowCheckpoint OpenCheckpoint(string path, KeyValuePair<string, List<string>?> group)
    {
        string[] streams = [.. group.Value ?? [], .. InterfaceId ?? [], .. LogStreamNamePrefix is null ? [] : new[] { LogStreamNamePrefix + "*" }];
        var owner = new CheckpointOwner
        {
            LogGroupName = group.Key,
            LogStreams = string.Join(", ", streams),
            Region = Logs.Place?.Region,
            Endpoint = Logs.Place?.Endpoint.Host,
            FilterPattern = FilterPattern,
            Conditions = string.Join(" and ", new[] { Condition?.ToString(), WhereRest is null ? null : $"{{{WhereRest}}}" }.OfType<string>()),
        };
        return FlowCheckpoint.Open(GetUnresolvedProviderPathFromPSPath(path), owner, StartTime?.ToUnixTimeMilliseconds());
    }

    private FollowOptions MakeOptions(string group, List<string>? streams, FlowCheckpoint? checkpoint)
    {
        List<string> names = [.. streams ?? [], .. InterfaceId?.Select(static id => id + "-*") ?? []];
        if (names.Count > 0)
            CheckPrefix();
        var (read, pattern) = Prepare(group);
        var query = new LogEventQuery { LogGroupName = group, LogStreamNamePrefix = LogStreamNamePrefix, FilterPattern = pattern };
        return new FollowOptions
        {
            LogGroupName = group,
            FindQueries = new FollowedStreams(Logs, query, names, mayCome: Follow).FindAsync,
            Read = read,
            StartTime = StartTime?.ToUnixTimeMilliseconds(),
            EndTime = EndTime?.ToUnixTimeMilliseconds(),
            Follow = Follow,
            OnlyNew = StartTime is null && checkpoint is null,
            Live = Live,
            Window = LateArrivalWindow,
            Checkpoint = checkpoint,
        };
    }

    // Whether more are wanted.
    private bool WriteFollowed(FollowedBatch batch, FlowCheckpoint? checkpoint)
    {
        if (batch.Notice is not null)
            WriteWarning(batch.Notice);
        checkpoint?.Begin(batch);
        var item = 0;
        for (var e = 0; e < batch.Events.Count; e++)
        {
            var isMore = true;
            try
            {
                for (; isMore && item < batch.Events[e].ItemsEnd; item++)
                    isMore = HandleItem(batch.Items[item]);
            }
            catch (Exception stop) when (IsEnough(stop) && item + 1 == batch.Events[e].ItemsEnd)
            {
                checkpoint?.Advance(e + 1);
                throw;
            }

            if (item == batch.Events[e].ItemsEnd)
                checkpoint?.Advance(e + 1);
            if (!isMore)
                return false;
        }

        ReportProgress();
        return HandleSome([.. batch.Items.Skip(item)]);
    }

    // Select-Object has handled the last record that it wants when it stops those before it. When the pipeline itself is
    // being stopped, nobody knows how far the record has come, and it comes again.
    private bool IsEnough(Exception stop) => stop is PipelineStoppedException && !Stopping;
}
