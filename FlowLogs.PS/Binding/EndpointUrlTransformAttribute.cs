using System.Management.Automation;

namespace FlowLogs.PS.Binding;

/// <summary>Takes an endpoint as text or Uri, or from an object that has one, such as a started sandbox.</summary>
public sealed class EndpointUrlTransformAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is FlowSandbox sandbox)
            value = sandbox.EndpointUrl;
        if (Uri.TryCreate(value?.ToString(), UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
            return url;
        throw new ArgumentTransformationMetadataException($"\"{value}\" is no endpoint; give a URL such as http://127.0.0.1:4566.");
    }
}
