using System.Buffers.Binary;
using System.Text;

namespace FlowLogs.Sandbox.Protocol;

/// <summary>The <c>nextToken</c> of the operations that list something: Base64 of where to go on.</summary>
internal sealed class PageTokens(TokenSigner signer)
{
    // Time of issue, number, signature; the name comes last.
    private const int NameStart = 24;

    /// <summary>Makes a token.</summary>
    /// <param name="question">All that makes up the question, apart from the size of a page.</param>
    /// <param name="after">The row behind which the next page begins.</param>
    public string Write(string question, PageStart after)
    {
        var token = new byte[NameStart + Encoding.UTF8.GetByteCount(after.Name)];
        BinaryPrimitives.WriteInt64LittleEndian(token, signer.Now.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64LittleEndian(token.AsSpan(8), after.Number);
        Encoding.UTF8.GetBytes(after.Name, token.AsSpan(NameStart));
        BinaryPrimitives.WriteUInt64LittleEndian(token.AsSpan(16), signer.Sign(question, token));
        return Convert.ToBase64String(token).Replace('+', '-').Replace('/', '_').TrimEnd('=');
    }

    /// <summary>Reads a token; null if it is not one of ours, not for this question, or too old.</summary>
    public PageStart? Read(string question, string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var token = new byte[padded.Length / 4 * 3];
        if (!Convert.TryFromBase64String(padded, token, out var length) || length < NameStart)
            return null;

        token = token[..length];
        var signature = BinaryPrimitives.ReadUInt64LittleEndian(token.AsSpan(16));
        token.AsSpan(16, sizeof(ulong)).Clear();
        if (signature != signer.Sign(question, token))
            return null;

        var issued = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(token));
        if (!signer.IsFresh(issued))
            return null;
        var number = BinaryPrimitives.ReadInt64LittleEndian(token.AsSpan(8));
        return new PageStart(number, Encoding.UTF8.GetString(token.AsSpan(NameStart)));
    }
}
