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
}
