using System.Security.Cryptography;

namespace FlowLogs.Sandbox.Store;

/// <summary>An object of a bucket. It never changes.</summary>
internal sealed class StoredObject
{
    /// <summary>Makes an object.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="content">Its content, which stays where it is.</param>
    /// <param name="lastModified">When it was uploaded.</param>
    /// <param name="contentType">The type of the content.</param>
    public StoredObject(string key, ReadOnlyMemory<byte> content, DateTimeOffset lastModified, string contentType)
    {
        (Key, Content, ContentType) = (key, content, contentType);
        // To the second, like the header that tells it.
        LastModified = DateTimeOffset.FromUnixTimeSeconds(lastModified.ToUnixTimeSeconds());
        Digest = Md5(content.Span);
        ETag = $"\"{Convert.ToHexString(Digest).ToLowerInvariant()}\"";
    }

    public string Key { get; }

    public ReadOnlyMemory<byte> Content { get; }

    public string ContentType { get; }

    public DateTimeOffset LastModified { get; }

    /// <summary>The MD5 of the content.</summary>
    public byte[] Digest { get; }

    /// <summary>The MD5 in quotation marks.</summary>
    public string ETag { get; }

    /// <summary>Headers that came with the object and go out with it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

#pragma warning disable CA5351 // The service's ETag is an MD5; it guards nothing.
    private static byte[] Md5(ReadOnlySpan<byte> content) => MD5.HashData(content);
#pragma warning restore CA5351
}
