using System.Threading.Channels;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Store;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Delivery;

/// <summary>
/// Brings events that match subscription filters to their destinations, one payload after the other. What was delivered
/// and what was not is counted in the service's own metrics, ForwardedLogEvents and DeliveryErrors of AWS/Logs.
/// </summary>
internal sealed class SubscriptionDelivery : IDisposable
{
    private const int Attempts = 3;
    private const int Capacity = 1000;

    private readonly Dictionary<string, SubscriptionDestination> _destinations;
    private readonly MetricStore _metrics;
    private readonly Channel<Payload> _waiting = Channel.CreateBounded<Payload>(Capacity);
    private readonly Task _sending;

    /// <summary>Starts to deliver.</summary>
    /// <param name="destinations">Where the payloads for an ARN go.</param>
    /// <param name="metrics">Gets the counts.</param>
    public SubscriptionDelivery(IReadOnlyDictionary<string, string> destinations, MetricStore metrics)
    {
        _metrics = metrics;
        _destinations = destinations.ToDictionary(
            static pair => pair.Key, static pair => new SubscriptionDestination(pair.Key, pair.Value), StringComparer.Ordinal);
        _sending = Task.Run(SendAsync, CancellationToken.None);
    }

    /// <summary>Sends the message that every new filter's destination gets first.</summary>
    /// <exception cref="ServiceException">Nobody is there, or the message is not taken.</exception>
    public void Probe(string destinationArn)
    {
        if (_destinations.TryGetValue(destinationArn, out var destination)
            && destination.TrySend(SubscriptionPayload.Probe(destination, _metrics.Now.ToUnixTimeMilliseconds())))
            return;
        throw ServiceException.InvalidParameter(SubscriptionDestination.VendorOf(destinationArn) switch
        {
            "lambda" => "Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.",
            "kinesis" => "Could not deliver test message to specified Kinesis stream. Check if the given kinesis stream is in ACTIVE state. ",
            "firehose" => "Could not deliver test message to specified Firehose stream. Check if the given Firehose stream is in ACTIVE state.",
            _ => "Could not deliver test message to specified destination. Check if the destination is valid.",
        });
    }

    /// <summary>Takes events that have come in.</summary>
    public void Deliver(IngestedEvents ingested)
    {
        foreach (var filter in ingested.Group.SubscriptionFilters.Values)
        {
            var events = new List<LogEvent>();
            foreach (ref readonly var added in ingested.Events.Span)
            {
                if (filter.Pattern.IsMatch(added.Message.Span))
                    events.Add(added);
            }

            if (events.Count == 0 || !_destinations.TryGetValue(filter.DestinationArn, out var destination))
                continue;
            var text = SubscriptionPayload.Events(destination, filter, ingested.Group, ingested.Stream, events);
            var payload = new Payload(destination, ingested.Group.Name, filter.Name, events.Count, text);
            if (!_waiting.Writer.TryWrite(payload))
                Count(payload, isDelivered: false);
        }
    }

    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _sending.Wait(TimeSpan.FromSeconds(1));
    }

    private async Task SendAsync()
    {
        await foreach (var payload in _waiting.Reader.ReadAllAsync())
        {
            var isDelivered = false;
            for (var attempt = 0; attempt < Attempts && !isDelivered; attempt++)
                isDelivered = payload.Destination.TrySend(payload.Text);
            Count(payload, isDelivered);
        }
    }

    private void Count(Payload payload, bool isDelivered)
    {
        var metric = new MetricIdentity("AWS/Logs", isDelivered ? "ForwardedLogEvents" : "DeliveryErrors",
        [
            new("LogGroupName", payload.GroupName),
            new("DestinationType", payload.Destination.Vendor),
            new("FilterName", payload.FilterName),
        ]);
        _metrics.Add(metric, "Count", _metrics.Now.ToUnixTimeSeconds(), StatisticSet.Of(payload.Events));
    }

    private sealed record Payload(
        SubscriptionDestination Destination, string GroupName, string FilterName, int Events, string Text);
}
