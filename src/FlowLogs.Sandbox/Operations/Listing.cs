using System.Text.Json;

namespace FlowLogs.Sandbox.Operations;

/// <summary>The one page of rows that an operation whose name begins with Describe answers with.</summary>
internal static class Listing
{
    /// <summary>The most rows of a page, and how many there are when the client does not say.</summary>
    public const int MaxRows = 50;

    /// <summary>Writes the rows of a page, and a token if more follow.</summary>
    /// <param name="answer">Where to write.</param>
    /// <param name="member">The member of the answer that holds the rows.</param>
    /// <param name="rows">The rows from the beginning of the page on.</param>
    /// <param name="limit">How many rows a page may have; null for as many as can be.</param>
    /// <param name="writeRow">Writes the members of one row.</param>
    /// <param name="tokenBehind">Makes a token for the page behind a row.</param>
    /// <param name="tokenMember">The member of the answer that holds the token.</param>
    public static void Write<T>(
        Utf8JsonWriter answer,
        string member,
        IEnumerable<T> rows,
        int? limit,
        Action<Utf8JsonWriter, T> writeRow,
        Func<T, string> tokenBehind,
        string tokenMember = "nextToken")
    {
        var room = limit ?? MaxRows;
        string? nextToken = null;
        T? last = default;

        answer.WriteStartArray(member);
        foreach (var row in rows)
        {
            if (room-- == 0)
            {
                nextToken = tokenBehind(last!);
                break;
            }

            answer.WriteStartObject();
            writeRow(answer, row);
            answer.WriteEndObject();
            last = row;
        }

        answer.WriteEndArray();
        if (nextToken is not null)
            answer.WriteString(tokenMember, nextToken);
    }
}
