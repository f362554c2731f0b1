using System.Buffers;
using System.Text.Json;

namespace FlowLogs.Sandbox.Protocol.AwsJson;

/// <summary>A service that speaks AWS JSON.</summary>
/// <param name="TargetPrefix">What its targets begin with, the dot included.</param>
/// <param name="ContentType">The type of its answers, which tells the version of the protocol.</param>
/// <param name="Operations">What it can do.</param>
internal sealed record JsonService(string TargetPrefix, string ContentType, IReadOnlyList<IJsonOperation> Operations)
{
    /// <summary>Those of its operations whose answers go on and on.</summary>
    public IReadOnlyList<IStreamOperation> Streams { get; init; } = [];

    /// <summary>What it calls a request that breaks constraints.</summary>
    public string ValidationError { get; init; } = "InvalidParameterException";

    /// <summary>Runs an operation.</summary>
    /// <param name="target">Its target.</param>
    /// <param name="request">The request's members.</param>
    /// <param name="answer">Takes the members of the answer.</param>
    /// <returns>Whether there is such an operation.</returns>
    public bool TryRun(string target, JsonElement request, IBufferWriter<byte> answer)
    {
        if (Operations.FirstOrDefault(operation => operation.Target == target) is not { } operation)
            return false;
        using var writer = new Utf8JsonWriter(answer, Json.WriterOptions);
        writer.WriteStartObject();
        operation.Run(new RequestMembers(request, ValidationError), writer);
        writer.WriteEndObject();
        return true;
    }
}
