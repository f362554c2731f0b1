using System.Globalization;
using System.Net;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.RestXml;

namespace FlowLogs.Sandbox.Operations.S3;

/// <summary>What the listings have in common.</summary>
internal static class ListingParameters
{
    /// <summary>How many rows a page may have.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="most">The most that the service gives, and what it gives when it is not asked for a number.</param>
    public static int Number(RestRequest request, string name, int most)
    {
        if (request.Parameter(name) is not { Length: > 0 } text)
            return most;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw RestError.InvalidArgument($"Provided {name} not an integer or within integer range");
        return number >= 0
            ? Math.Min(number, most)
            : throw RestError.InvalidArgument($"Argument {name} must be an integer between 0 and {int.MaxValue}");
    }

    /// <summary>The row behind which the page begins, as its token says; null without a token.</summary>
    public static string? After(RestRequest request, PageTokens tokens, string question)
    {
        if (!request.Parameters.TryGetValue("continuation-token", out var token))
            return null;
        return tokens.Read(question, token)?.Name
            ?? throw RestError.InvalidArgument("The continuation token provided is incorrect");
    }

    /// <summary>How keys are to be written, so that XML can hold all of them.</summary>
    public static Func<string, string> Encoder(RestRequest request) => request.Parameter("encoding-type") switch
    {
        "" => static text => text,
        "url" => static text => WebUtility.UrlEncode(text).Replace("%2F", "/", StringComparison.Ordinal),
        _ => throw RestError.InvalidArgument("Invalid Encoding Method specified in Request"),
    };
}
