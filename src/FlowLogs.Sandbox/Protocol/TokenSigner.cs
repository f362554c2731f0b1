using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FlowLogs.Sandbox.Protocol;

/// <summary>
/// Signs the tokens that say where the next page begins. So the server keeps no state for them, and still knows the
/// ones that it gave out for this question during the last day, which is how long the service's tokens live.
/// </summary>
internal sealed class TokenSigner(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool IsFresh(DateTimeOffset issued) => issued <= Now && Now - issued <= Lifetime;

    /// <summary>Signs the content of a token.</summary>
    /// <param name="question">All that makes up the question, apart from the size of a page.</param>
    /// <param name="content">What the token says.</param>
    public ulong Sign(string question, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(Encoding.UTF8.GetBytes(question));
        hash.AppendData([0]);
        hash.AppendData(content);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }
}
