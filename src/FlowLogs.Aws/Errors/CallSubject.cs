using Amazon.Runtime;

namespace FlowLogs.Aws.Errors;

/// <summary>What a call does and is about; services derive from it for what their error codes mean.</summary>
/// <param name="operation">The service's operation.</param>
/// <param name="target">What an error of it is about.</param>
internal class CallSubject(string operation, object? target = null)
{
    public string Operation { get; } = operation;

    public object? Target { get; } = target;

    /// <summary>What an error code means for just this subject; null where the code says all.</summary>
    public virtual FlowLogException? Find(ServiceCode code, AmazonServiceException exception, CallPlace place) => null;
}
