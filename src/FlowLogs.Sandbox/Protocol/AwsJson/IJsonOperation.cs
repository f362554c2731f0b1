using System.Text.Json;

namespace FlowLogs.Sandbox.Protocol.AwsJson;

/// <summary>One operation of a service that speaks AWS JSON.</summary>
internal interface IJsonOperation
{
    /// <summary>What the client puts into <c>X-Amz-Target</c>.</summary>
    string Target { get; }

    /// <summary>Does the work and writes the members of the answer; the braces around them are there already.</summary>
    /// <exception cref="ServiceException">The answer is an error; what was written is thrown away.</exception>
    void Run(RequestMembers request, Utf8JsonWriter answer);
}
