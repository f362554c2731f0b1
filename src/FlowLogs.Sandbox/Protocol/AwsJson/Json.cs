using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowLogs.Sandbox.Protocol.AwsJson;

/// <summary>How the sandbox writes JSON.</summary>
internal static class Json
{
    // The answers are never put into a web page: only what JSON demands is escaped, which is what the service does
    // too, and log lines go through untouched.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = Encoder, SkipValidation = true };

    public static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, Encoder);

    /// <summary>Writes an error.</summary>
    public static void WriteError(Utf8JsonWriter writer, ServiceException error)
    {
        writer.WriteStartObject();
        writer.WriteString("__type", error.Type);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
    }

    /// <summary>The headers of an error.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ErrorHeaders(ServiceException error) =>
        error.QueryError is null ? [] : [new("x-amzn-query-error", $"{error.QueryError};Sender")];

    /// <summary>Too many requests; services say it in different ways.</summary>
    public static ServiceException Throttled(uint variant) => (variant % 3) switch
    {
        0 => new("ThrottlingException", "Rate exceeded"),
        1 => new("TooManyRequestsException", "Too Many Requests", 429),
        _ => new("ServiceUnavailableException", "The service is temporarily unavailable.", 503),
    };
}
