using System.Net;
using System.Text.Json;

namespace FlowLogs.Tests.Sandbox;

/// <summary>What the sandbox answered.</summary>
internal sealed record SandboxAnswer(HttpStatusCode Status, string? ContentType, string? RequestId, JsonElement Body)
{
    /// <summary>A member of the body.</summary>
    public JsonElement this[string name] => Body.GetProperty(name);

    public string? NextToken => Body.TryGetProperty("nextToken", out var token) ? token.GetString() : null;

    /// <summary>One member of each item of a list.</summary>
    public string[] Names(string list, string member) =>
        [.. this[list].EnumerateArray().Select(item => item.GetProperty(member).ToString())];

    /// <summary>That this is an error of a type, with a message.</summary>
    public void IsError(string type, string message)
    {
        Assert.Equal((type, message), (this["__type"].GetString(), this["message"].GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, Status);
    }
}
