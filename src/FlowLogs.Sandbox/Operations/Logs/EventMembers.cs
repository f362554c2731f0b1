using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>The names of an event's members, escaped once.</summary>
internal static class EventMembers
{
    public static readonly JsonEncodedText LogStreamName = Json.Encode("logStreamName");
    public static readonly JsonEncodedText Timestamp = Json.Encode("timestamp");
    public static readonly JsonEncodedText Message = Json.Encode("message");
    public static readonly JsonEncodedText IngestionTime = Json.Encode("ingestionTime");
    public static readonly JsonEncodedText EventId = Json.Encode("eventId");
}
