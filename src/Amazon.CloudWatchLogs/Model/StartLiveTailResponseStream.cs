using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.CloudWatchLogs.Internal;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The events of a session of live tail. They can be enumerated once.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The official client's name.")]
public sealed class StartLiveTailResponseStream : EnumerableEventOutputStream<IEventStreamEvent, CloudWatchLogsEventStreamException>
{
    private volatile bool _isProcessing;

    /// <summary>Reads the events of a stream.</summary>
    /// <param name="stream">The answer's body.</param>
    public StartLiveTailResponseStream(Stream stream)
        : base(stream) =>
        Decoder.MessageReceived += (_, args) =>
            EventReceived?.Invoke(this, new EventStreamEventReceivedArgs<IEventStreamEvent>(ConvertMessageToEvent(args.Message)));

    /// <summary>Raised for every event.</summary>
    public override event EventHandler<EventStreamEventReceivedArgs<IEventStreamEvent>>? EventReceived;

    /// <inheritdoc/>
    protected override IDictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> EventMapping { get; } =
        new Dictionary<string, Func<IEventStreamMessage, IEventStreamEvent>>(StringComparer.OrdinalIgnoreCase)
        {
            ["initial-response"] = static message => new InitialResponseEvent(message),
            ["sessionStart"] = static message => Read(message, LogsJsonContext.Default.LiveTailSessionStart),
            ["sessionUpdate"] = static message => Read(message, LogsJsonContext.Default.LiveTailSessionUpdate),
            // What the service will think of is passed over.
            [UnknownEventKey] = static message => new UnknownEventStreamEvent(message, UnknownEventKey),
        };

    /// <inheritdoc/>
    protected override IDictionary<string, Func<IEventStreamMessage, CloudWatchLogsEventStreamException>> ExceptionMapping { get; } =
        new Dictionary<string, Func<IEventStreamMessage, CloudWatchLogsEventStreamException>>(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(SessionStreamingException)] = static message => Wrap(message, static text => new SessionStreamingException(text)),
            [nameof(SessionTimeoutException)] = static message => Wrap(message, static text => new SessionTimeoutException(text)),
        };

    /// <inheritdoc/>
    protected override bool IsProcessing
    {
        get => _isProcessing;
        set => _isProcessing = value;
    }

    private static T Read<T>(IEventStreamMessage message, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(message.Payload, type) ?? throw new JsonException("The event is null.");

    private static CloudWatchLogsEventStreamException Wrap(IEventStreamMessage message, Func<string?, Exception> make)
    {
        using var payload = JsonDocument.Parse(message.Payload);
        var text = payload.RootElement.TryGetProperty("message", out var said) ? said.GetString() : null;
        return new CloudWatchLogsEventStreamException(text, make(text));
    }
}
