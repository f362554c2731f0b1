using System.Management.Automation.Runspaces;

namespace FlowLogs.Shell;

/// <summary>
/// Ctrl+C stops the pipeline that runs. Where that cannot be (nothing runs, a question waits for its answer, or a first
/// Ctrl+C has had no effect) it ends the process.
/// </summary>
internal sealed class CancelKey : IDisposable
{
    private readonly Func<bool> _isAsking;
    private Pipeline? _pipeline;

    public CancelKey(Func<bool> isAsking)
    {
        _isAsking = isAsking;
        Console.CancelKeyPress += OnPress;
    }

    /// <summary>Makes Ctrl+C stop this pipeline until the result is disposed of.</summary>
    public IDisposable Stops(Pipeline pipeline)
    {
        Interlocked.Exchange(ref _pipeline, pipeline);
        return new Registration(this);
    }

    /// <inheritdoc/>
    public void Dispose() => Console.CancelKeyPress -= OnPress;

    private void OnPress(object? sender, ConsoleCancelEventArgs e)
    {
        if (!_isAsking() && Interlocked.Exchange(ref _pipeline, null) is { } running)
        {
            e.Cancel = true;
            running.StopAsync();
        }
    }

    private sealed class Registration(CancelKey owner) : IDisposable
    {
        public void Dispose() => Interlocked.Exchange(ref owner._pipeline, null);
    }
}
