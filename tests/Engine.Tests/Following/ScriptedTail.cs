using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Following;

/// <summary>A CloudWatch Logs that has nothing but a group and a live tail. A null update ends the session.</summary>
public class ScriptedTail : DispatchProxy
{
    internal const string Arn = "arn:aws:logs:eu-west-1:123456789012:log-group:group";

    internal Channel<LiveTailUpdate?> Updates { get; } = Channel.CreateUnbounded<LiveTailUpdate?>();

    internal List<LiveTailQuery> Sessions { get; } = [];

    /// <summary>What the next sessions throw, one each.</summary>
    internal Queue<FlowLogException> Failures { get; } = new();

    internal static (ICloudLogs Logs, ScriptedTail Tail) Make()
    {
        var logs = Create<ICloudLogs, ScriptedTail>();
        return (logs, (ScriptedTail)logs);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        nameof(ICloudLogs.DescribeLogGroupsAsync) => Task.FromResult(new CloudPage<FlowLogGroup>(
            [new() { LogGroupName = "group-2", LogGroupArn = Arn + "-2" }, new() { LogGroupName = "group", LogGroupArn = Arn }], null)),
        nameof(ICloudLogs.StartLiveTailAsync) => TailAsync((LiveTailQuery)args![0]!, (CancellationToken)args[1]!),
        _ => throw new NotSupportedException(targetMethod.Name),
    };

    private async IAsyncEnumerable<LiveTailUpdate> TailAsync(LiveTailQuery query, [EnumeratorCancellation] CancellationToken token)
    {
        Sessions.Add(query);
        if (Failures.TryDequeue(out var failure))
            throw failure;
        while (await Updates.Reader.ReadAsync(token) is { } update)
            yield return update;
    }
}
