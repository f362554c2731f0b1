using FlowLogs.Reading.Following;

namespace FlowLogs.Tests.Following;

internal enum RunEnd
{
    /// <summary>The end of the data.</summary>
    Whole,

    /// <summary>No more are wanted.</summary>
    Graceful,

    /// <summary>Killed while a record is being handled.</summary>
    KilledInRecord,

    /// <summary>Killed between two records.</summary>
    KilledBetween,
}

/// <summary>Reads with a checkpoint as the cmdlet does, run after run, and notes what comes.</summary>
internal sealed class CheckpointRun(string path, ScriptedLog log, VirtualClock clock, FollowOptions options)
{
    private static readonly CheckpointOwner Owner = new() { LogGroupName = ScriptedLog.Group };

    public Dictionary<string, int> Emitted { get; } = [];

    /// <summary>The records that were being handled when a run was killed.</summary>
    public List<string> InFlight { get; } = [];

    public async Task GoAsync(long? followingUntil, RunEnd end, int records)
    {
        var checkpoint = FlowCheckpoint.Open(path, Owner, startTime: null);
        using var stop = new CancellationTokenSource();
        var run = options with { Checkpoint = checkpoint, Follow = followingUntil is not null };
        await foreach (var batch in EventFollower.FollowAsync(log, null!, run, clock, stop.Token))
        {
            checkpoint.Begin(batch);
            for (var i = 0; i < batch.Events.Count; i++)
            {
                if (end == RunEnd.KilledBetween && records == 0)
                {
                    Kill(checkpoint);
                    return;
                }

                var id = batch.Items[i].Record!.EventId!;
                Emitted[id] = Emitted.GetValueOrDefault(id) + 1;
                if (end == RunEnd.KilledInRecord && records == 0)
                {
                    InFlight.Add(id);
                    Kill(checkpoint);
                    return;
                }

                checkpoint.Advance(i + 1);
                if (end == RunEnd.Graceful && records == 0)
                {
                    checkpoint.Dispose();
                    return;
                }

                records--;
            }

            if (clock.Now > followingUntil)
                break;
        }

        checkpoint.Dispose();
    }

    // What a killed process leaves is the file as it is at that moment.
    private void Kill(FlowCheckpoint checkpoint)
    {
        var left = File.ReadAllBytes(path);
        checkpoint.Dispose();
        File.WriteAllBytes(path, left);
    }
}
