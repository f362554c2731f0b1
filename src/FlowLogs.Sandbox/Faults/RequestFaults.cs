using System.Net;
using FlowLogs.Cloud;
using FlowLogs.Sandbox.Protocol;

namespace FlowLogs.Sandbox.Faults;

/// <summary>The faults that can strike any request, whatever it asks for.</summary>
/// <param name="plan">Decides what goes wrong.</param>
/// <param name="relay">Breaks connections; null where none is to be broken.</param>
internal sealed class RequestFaults(FaultPlan plan, ConnectionRelay? relay)
{
    /// <summary>The faults for which there must be a relay.</summary>
    public static readonly FlowSandboxFault[] OfConnections = [FlowSandboxFault.Reset, FlowSandboxFault.Truncate];

    private const int LongestDelay = 1000;

    // An answer without an end is broken off after so many bytes at most.
    private const int StreamLength = 2000;

    private static readonly FlowSandboxFault[] All =
        [FlowSandboxFault.Throttling, FlowSandboxFault.ServerError, FlowSandboxFault.Slow, .. OfConnections];

    /// <summary>What happens to a request; null for nothing.</summary>
    public Fault? Next(HttpListenerRequest request) => plan.Next(QuestionOf(request), All);

    /// <summary>Lets happen what comes before the answer.</summary>
    /// <exception cref="ServiceException">The answer is an error.</exception>
    /// <exception cref="IOException">There is no answer.</exception>
    public async Task BeforeAsync(Fault fault, HttpListenerRequest request, IProtocol protocol, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case FlowSandboxFault.Throttling:
                throw protocol.Throttled(fault.Variant);
            case FlowSandboxFault.ServerError:
                throw fault.Variant % 2 == 0
                    ? new ServiceException("InternalFailure", "We encountered an internal error. Please try again.", 500)
                    : new ServiceException("ServiceUnavailable", "The service is unavailable. Please try again.", 503);
            case FlowSandboxFault.Slow:
                await Task.Delay((int)(fault.Variant % LongestDelay), cancellationToken);
                break;
            case FlowSandboxFault.Reset when fault.Variant % 2 == 0:
                Break(request, 0, isReset: true);
                throw new IOException("The connection was reset.");
        }
    }

    /// <summary>Prepares what happens to the answer.</summary>
    public void BeforeSending(Fault fault, HttpListenerRequest request, int? bodyLength)
    {
        if (OfConnections.Contains(fault.Kind))
            Break(request, (int)(fault.Variant / 2 % Math.Max(bodyLength ?? StreamLength, 1)), fault.Kind == FlowSandboxFault.Reset);
    }

    private void Break(HttpListenerRequest request, int bodyBytes, bool isReset) =>
        relay!.BreakAfter(request.RemoteEndPoint.Port, bodyBytes, isReset);

    // SDKs number what they are asked to do, and keep the number when they try again.
    private static string QuestionOf(HttpListenerRequest request) => request.Headers["amz-sdk-invocation-id"]
        ?? $"{request.HttpMethod} {request.RawUrl} {request.Headers["X-Amz-Target"]} {request.ContentLength64}";
}
