using System.Reflection;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud.Events;

/// <summary>A connection that answers FilterLogEvents as a test says, and nothing else.</summary>
internal sealed class LogsStub
{
    private int _calls;

    public LogsStub(Func<LogEventQuery, string?, CloudPage<CloudLogEvent>> answer)
        : this((query, token, _) => Task.FromResult(answer(query, token)))
    {
    }

    public LogsStub(Func<LogEventQuery, string?, CancellationToken, Task<CloudPage<CloudLogEvent>>> answer)
    {
        Logs = DispatchProxy.Create<ICloudLogs, Proxy>();
        ((Proxy)Logs).Answer = (query, token, stop) =>
        {
            Interlocked.Increment(ref _calls);
            return answer(query, token, stop);
        };
    }

    public ICloudLogs Logs { get; }

    public int Calls => _calls;

    // Operations come to the interface that have nothing to do with events: none of them needs a line here.
#pragma warning disable CA1852 // DispatchProxy derives from it.
    internal class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        internal Func<LogEventQuery, string?, CancellationToken, Task<CloudPage<CloudLogEvent>>>? Answer { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(ICloudLogs.FilterLogEventsAsync) => Answer!((LogEventQuery)args![0]!, (string?)args[1], (CancellationToken)args[2]!),
            "get_" + nameof(ICloudLogs.Place) or nameof(IDisposable.Dispose) => null,
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }
}
