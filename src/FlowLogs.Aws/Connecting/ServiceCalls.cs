using Amazon.Runtime;
using FlowLogs.Aws.Errors;
using FlowLogs.Cloud;

namespace FlowLogs.Aws.Connecting;

/// <summary>Makes the calls to one service, and every error one of ours.</summary>
internal sealed class ServiceCalls(AWSCredentials credentials, CallPlace place, bool hasOwnEndpoint)
{
    /// <summary>Whether the endpoint is a given one, and not the Region's own.</summary>
    public bool HasOwnEndpoint => hasOwnEndpoint;

    /// <summary>Where calls go. The credentials' source stands for the account.</summary>
    public CloudPlace Place => new(place.Region, place.Endpoint, place.CredentialSource);

    /// <summary>Makes a call.</summary>
    /// <exception cref="FlowLogException">Whatever goes wrong.</exception>
    public async Task<TAnswer> CallAsync<TRequest, TAnswer>(
        Func<TRequest, CancellationToken, Task<TAnswer>> call,
        TRequest request,
        CallSubject subject,
        CancellationToken cancellationToken)
    {
        try
        {
            await GetCredentialsAsync(subject, cancellationToken);
            // The SDK looks at the token only now and then; whoever cancels does not wait for that.
            return await call(request, cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{subject.Operation} was cancelled.", e, cancellationToken);
        }
        catch (Exception e) when (e is not FlowLogException)
        {
            throw ToFlowLogException(e, subject);
        }
    }

    /// <summary>Region, endpoint and access key id.</summary>
    public async Task<string> GetIdentityAsync(CallSubject subject, CancellationToken cancellationToken)
    {
        var keys = await GetCredentialsAsync(subject, cancellationToken);
        return $"{place.Region} {place.Endpoint} {keys.AccessKey}";
    }

    /// <summary>Makes an error of ours of what the service answered.</summary>
    public FlowLogException ToFlowLogException(Exception exception, CallSubject subject) =>
        CallErrors.ToFlowLogException(exception, subject, place);

    /// <summary>
    /// Gets the keys before the call does, from the SDK's cache but for the first time, so that it is known whether
    /// the credentials or the call failed.
    /// </summary>
    private async Task<ImmutableCredentials> GetCredentialsAsync(CallSubject subject, CancellationToken cancellationToken)
    {
        try
        {
            // In the background, because some kinds of credentials are fetched synchronously.
            return await Task.Run(credentials.GetCredentialsAsync, cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw CredentialErrors.ToFlowLogException(e, subject, place);
        }
    }
}
