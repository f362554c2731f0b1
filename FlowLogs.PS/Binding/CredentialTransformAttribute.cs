using System.Collections;
using System.Management.Automation;
using System.Net;
using FlowLogs.Cloud;

namespace FlowLogs.PS.Binding;

/// <summary>
/// Takes keys over from whatever a user has: a PSCredential (user name: access key), a hash table or object with
/// AccessKey, SecretKey and perhaps SessionToken or Token, or the credentials object of another module, whose type
/// belongs to another copy of the AWS SDK and so cannot be named here.
/// </summary>
public sealed class CredentialTransformAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            CloudKeys keys => keys,
            PSCredential credential => new CloudKeys(credential.UserName, new NetworkCredential(string.Empty, credential.Password).Password),
            IDictionary table => FromMembers(name => table[name]),
            null => throw NotKeys(),
            _ => FromMembers(name => PSObject.AsPSObject(GetImmutable(value)).Properties[name]?.Value),
        };
    }

    // The SDK's AWSCredentials hand out their keys through GetCredentials().
    private static object GetImmutable(object credentials) =>
        credentials.GetType().GetMethod("GetCredentials", Type.EmptyTypes)?.Invoke(credentials, null) ?? credentials;

    private static CloudKeys FromMembers(Func<string, object?> get)
    {
        var accessKey = First(get, "AccessKey", "AccessKeyId");
        var secretKey = First(get, "SecretKey", "SecretAccessKey");
        if (string.IsNullOrEmpty(accessKey) || string.IsNullOrEmpty(secretKey))
            throw NotKeys();
        return new CloudKeys(accessKey, secretKey, First(get, "SessionToken", "Token"));
    }

    private static string? First(Func<string, object?> get, params string[] names) =>
        names.Select(name => get(name)?.ToString()).FirstOrDefault(static text => !string.IsNullOrEmpty(text));

    private static ArgumentTransformationMetadataException NotKeys() => new(
        "-Credential takes a PSCredential, a hash table or object with AccessKey and SecretKey (and SessionToken), or the credentials of the AWS SDK.");
}
