using System.Collections.Specialized;
using System.Globalization;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Protocol.RestXml;

/// <summary>The headers that make a request depend on the object being, or not being, a known one (RFC 9110, 13).</summary>
internal static class Preconditions
{
    /// <summary>Whether the client has the object as it is, so that there is no need to send it.</summary>
    /// <exception cref="ServiceException"><c>PreconditionFailed</c>: it is not the one that the client means.</exception>
    public static bool IsKnown(StoredObject stored, NameValueCollection headers)
    {
        var isMeant = headers["If-Match"] is { } wanted
            ? Names(wanted, stored)
            : Time(headers["If-Unmodified-Since"]) is not { } limit || stored.LastModified <= limit;
        if (!isMeant)
            throw RestError.PreconditionFailed();
        return headers["If-None-Match"] is { } known
            ? Names(known, stored)
            : Time(headers["If-Modified-Since"]) is { } since && stored.LastModified <= since;
    }

    /// <summary>Throws if an object may not be put in the place of another, or of none.</summary>
    public static void CheckPut(StoredObject? replaced, NameValueCollection headers)
    {
        if (headers["If-None-Match"] is { } absent)
        {
            if (absent != "*")
                throw RestError.NotImplemented("If-None-Match");
            if (replaced is not null)
                throw RestError.PreconditionFailed();
        }

        if (headers["If-Match"] is { } wanted && !Names(wanted, replaced ?? throw RestError.NoSuchKey()))
            throw RestError.PreconditionFailed();
    }

    private static bool Names(string tags, StoredObject stored) =>
        tags.Split(',').Select(static tag => tag.Trim()).Any(tag => tag == "*" || tag.Trim('"') == stored.ETag.Trim('"'));

    private static DateTimeOffset? Time(string? header) =>
        DateTimeOffset.TryParseExact(header, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
