using System.Buffers;
using System.Text.Json;

namespace FlowLogs.Sandbox.Protocol;

/// <summary>Finds the operation a request asks for, runs it, and turns what comes of it into an answer.</summary>
internal sealed class OperationTable(IEnumerable<IOperation> operations)
{
    private readonly Dictionary<string, IOperation> _operations =
        operations.ToDictionary(operation => operation.Target, StringComparer.Ordinal);

    /// <summary>Answers a request.</summary>
    /// <param name="target">The <c>X-Amz-Target</c> header.</param>
    /// <param name="body">The request's JSON.</param>
    /// <param name="answer">Gets the answer's JSON; is empty at the beginning.</param>
    /// <exception cref="ServiceException">The answer is an error; what was written is of no use.</exception>
    public void Answer(string? target, ReadOnlyMemory<byte> body, IBufferWriter<byte> answer)
    {
        if (target is null || !_operations.TryGetValue(target, out var operation))
            throw ServiceException.UnknownOperation($"The sandbox does not know the operation '{target}'.");

        using var request = Parse(body);
        using var writer = new Utf8JsonWriter(answer, Json.WriterOptions);
        writer.WriteStartObject();
        operation.Run(new RequestMembers(request.RootElement), writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes an error in the service's form.</summary>
    public static void WriteError(ServiceException error, IBufferWriter<byte> answer)
    {
        using var writer = new Utf8JsonWriter(answer, Json.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("__type", error.Type);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw ServiceException.Serialization("The body is not valid JSON.");
        }
    }
}
