using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;

namespace FlowLogs.PS.Runtime;

/// <summary>What all cmdlets that call AWS share: where and as whom.</summary>
public abstract class CloudCommand : FlowCommand
{
    private readonly Dictionary<Type, IDisposable> _connections = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    [Parameter]
    [ValidateNotNull]
    [CredentialTransform]
    public object? Credential { get; set; }

    [Parameter]
    [ValidateNotNull]
    [EndpointUrlTransform]
    public Uri? EndpointUrl { get; set; }

    /// <summary>The connection to CloudWatch Logs.</summary>
    protected ICloudLogs Logs => Connect<ICloudLogs>();

    /// <summary>The connection to EC2.</summary>
    protected ICloudNetwork Network => Connect<ICloudNetwork>();

    /// <summary>The connection to CloudWatch's metrics and alarms.</summary>
    protected ICloudMetrics Metrics => Connect<ICloudMetrics>();

    /// <summary>
    /// The connection to a service, made when it is first asked for, on the pipeline's thread. Where none can be made,
    /// nothing that the command is for can be done, and it ends.
    /// </summary>
    protected TService Connect<TService>()
        where TService : class, IDisposable
    {
        try
        {
            return Open<TService>();
        }
        catch (FlowLogException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e));
            throw;
        }
    }

    /// <summary>As <see cref="Connect"/>, for what the command can do without: where no connection can be made, it throws.</summary>
    protected TService Open<TService>()
        where TService : class, IDisposable
    {
        if (_connections.TryGetValue(typeof(TService), out var known))
            return (TService)known;
        var service = CloudConnections.Connect<TService>(Region, ProfileName, (CloudKeys?)Credential, EndpointUrl);
        _connections.Add(typeof(TService), service);
        return service;
    }

    /// <summary>Reads every page of a Describe operation and handles the items on the pipeline's thread.</summary>
    protected void ForEachItem<TService, T>(
        TService service, Func<TService, string?, CancellationToken, Task<CloudPage<T>>> fetch, Action<T> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        Drain(stop => CloudPages.ReadAsync((token, cancel) => fetch(service, token, cancel), stop), page =>
        {
            foreach (var item in page)
                handle(item);
            return true;
        });
    }

    /// <summary>All items of a Describe operation.</summary>
    protected IReadOnlyList<T> GetAll<TService, T>(
        TService service, Func<TService, string?, CancellationToken, Task<CloudPage<T>>> fetch)
    {
        var all = new List<T>();
        ForEachItem(service, fetch, all.Add);
        return all;
    }

    /// <summary>As <see cref="GetAll"/>, for what is only to be shown: nothing where one may not look.</summary>
    protected IReadOnlyList<T> GetIfAllowed<TService, T>(
        TService service, Func<TService, string?, CancellationToken, Task<CloudPage<T>>> fetch)
    {
        try
        {
            return GetAll(service, fetch);
        }
        catch (FlowLogException e) when (e.Kind == FlowErrorKind.PermissionDenied)
        {
            WriteVerbose(e.Message);
            return [];
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var connection in _connections.Values)
                connection.Dispose();
        }

        base.Dispose(disposing);
    }
}
