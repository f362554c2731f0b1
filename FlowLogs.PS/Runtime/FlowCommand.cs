using System.Management.Automation;
using System.Threading.Channels;
using FlowLogs.Reading;

namespace FlowLogs.PS.Runtime;

/// <summary>
/// What all cmdlets share: Ctrl+C ends whatever is under way, work that waits is done beside the pipeline's thread, and
/// the engine's errors become PowerShell's.
/// </summary>
public abstract class FlowCommand : PSCmdlet, IDisposable
{
    // A few batches ahead keep both sides busy; more would only hold memory.
    private const int QueuedBatches = 1;

    private static readonly TimeSpan WaitInterval = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    protected CancellationToken StopToken => _stop.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Runs a part of the command and reports its errors.</summary>
    /// <param name="work">The part.</param>
    /// <param name="isNeeded">Whether nothing else can be done where the part fails, so that any error ends the command.</param>
    protected void Run(Action work, bool isNeeded = false)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            work();
        }
        catch (FlowLogException e) when (isNeeded || IsTerminating(e))
        {
            OnProblem(e);
            ThrowTerminatingError(ErrorRecords.From(e));
        }
        catch (FlowLogException e)
        {
            OnProblem(e);
            WriteError(ErrorRecords.From(e));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Waits for a task on the pipeline's thread.</summary>
    protected static void Wait(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        task.GetAwaiter().GetResult();
    }

    /// <summary>
    /// Takes items from a source that runs on another thread, and handles each on the pipeline's thread. When no more
    /// are wanted (<c>Select-Object -First</c>, Ctrl+C), the source is stopped and not waited for.
    /// </summary>
    /// <param name="source">The source; its token is cancelled when no more are wanted.</param>
    /// <param name="handle">Handles an item and says whether more are wanted.</param>
    protected void Drain<T>(Func<CancellationToken, IAsyncEnumerable<T>> source, Func<T, bool> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var queue = Channel.CreateBounded<T>(new BoundedChannelOptions(QueuedBatches) { SingleReader = true, SingleWriter = true });
        var token = stop.Token;
        _ = Task.Run(() => FillAsync(source, queue.Writer, token), CancellationToken.None);
        try
        {
            while (WaitFor(queue.Reader))
            {
                while (queue.Reader.TryRead(out var item))
                {
                    if (!handle(item))
                        return;
                }
            }
        }
        finally
        {
            stop.Cancel();
        }
    }

    /// <summary>Writes a record to the pipeline, or the problem to the stream for it.</summary>
    protected void Write(ReadItem item)
    {
        if (item.Problem is not null)
            Write(item.Problem);
        else
            WriteObject(RecordOutput.Wrap(item.Record!));
    }

    /// <summary>Writes a problem to the error stream, or to the warnings where it is one.</summary>
    protected internal void Write(FlowLogException problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        OnProblem(problem);
        if (problem.Kind == FlowErrorKind.Warning)
            WriteWarning(problem.Message);
        else
            WriteError(ErrorRecords.From(problem));
    }

    /// <summary>Whether the next item would fail in the same way; the other errors concern one item.</summary>
    private protected virtual bool IsTerminating(FlowLogException error) =>
        error.Kind is FlowErrorKind.Authentication or FlowErrorKind.Connection or FlowErrorKind.InvalidArgument;

    /// <summary>Called with every problem before it is written.</summary>
    protected virtual void OnProblem(FlowLogException problem)
    {
    }

    /// <summary>Called on the pipeline's thread while <see cref="Drain"/> waits, twice a second.</summary>
    protected virtual void OnWaiting()
    {
    }

    // What a command says may quote a log or a service. These stand in front of the cmdlet's own, so that no text gets past
    // them to the terminal as it is.

    /// <summary>Writes to the verbose stream.</summary>
    protected new void WriteVerbose(string text) => base.WriteVerbose(TerminalText.ShowLines(text));

    /// <summary>Writes to the warning stream.</summary>
    protected new void WriteWarning(string text) => base.WriteWarning(TerminalText.ShowLines(text));

    /// <summary>Asks whether something is to be changed; see -WhatIf and -Confirm.</summary>
    protected new bool ShouldProcess(string target, string action) =>
        base.ShouldProcess(TerminalText.Show(target), TerminalText.Show(action));

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the command holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
    }

    // False at the end of the source; throws what the source threw.
    private bool WaitFor<T>(ChannelReader<T> reader)
    {
        var wait = reader.WaitToReadAsync(_stop.Token).AsTask();
        while (Task.WaitAny([wait], WaitInterval) < 0)
            OnWaiting();
        return wait.GetAwaiter().GetResult();
    }

    private static async Task FillAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> source, ChannelWriter<T> queue, CancellationToken token)
    {
        try
        {
            await foreach (var item in source(token).WithCancellation(token))
                await queue.WriteAsync(item, token);
            queue.Complete();
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again on the pipeline's thread.
        catch (Exception e)
#pragma warning restore CA1031
        {
            queue.Complete(e);
        }
    }
}
