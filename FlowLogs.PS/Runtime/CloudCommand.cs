using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;

namespace FlowLogs.PS.Runtime;

/// <summary>What all cmdlets that call AWS share: where and as whom.</summary>
public abstract class CloudCommand : FlowCommand
{
    private ICloudLogs? _logs;

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

    /// <summary>
    /// The connection, made when it is first asked for, on the pipeline's thread. Where none can be made, nothing that
    /// the command is for can be done, and it ends.
    /// </summary>
    protected ICloudLogs Logs => _logs ??= Connect();

    /// <summary>Reads every page of a Describe operation and handles the items on the pipeline's thread.</summary>
    protected void ForEachItem<T>(Func<ICloudLogs, string?, CancellationToken, Task<CloudPage<T>>> fetch, Action<T> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var logs = Logs;
        Drain(stop => CloudPages.ReadAsync((token, cancel) => fetch(logs, token, cancel), stop), page =>
        {
            foreach (var item in page)
                handle(item);
            return true;
        });
    }

    /// <summary>All items of a Describe operation.</summary>
    protected IReadOnlyList<T> GetAll<T>(Func<ICloudLogs, string?, CancellationToken, Task<CloudPage<T>>> fetch)
    {
        var all = new List<T>();
        ForEachItem(fetch, all.Add);
        return all;
    }

    /// <summary>As <see cref="GetAll{T}"/>, for what is only to be shown: nothing where one may not look.</summary>
    protected IReadOnlyList<T> GetIfAllowed<T>(Func<ICloudLogs, string?, CancellationToken, Task<CloudPage<T>>> fetch)
    {
        try
        {
            return GetAll(fetch);
        }
        catch (FlowLogException e) when (e.Kind == FlowErrorKind.PermissionDenied)
        {
            WriteVerbose(e.Message);
            return [];
        }
    }

    private ICloudLogs Connect()
    {
        try
        {
            return CloudConnections.Connect(Region, ProfileName, (CloudKeys?)Credential, EndpointUrl);
        }
        catch (FlowLogException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e));
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _logs?.Dispose();
        base.Dispose(disposing);
    }
}
