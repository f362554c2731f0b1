using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Querying;

/// <summary>One reading that fills sinks.</summary>
internal sealed class SinkReading
{
    private readonly SinkPool _sinks;

    /// <param name="open">Makes a sink.</param>
    /// <param name="fields">The fields that sinks look at.</param>
    /// <param name="options">What is wanted.</param>
    public SinkReading(Func<LineSink> open, IReadOnlyList<FlowField> fields, FlowReadOptions options)
    {
        _sinks = new SinkPool(open);
        Options = options with { Sinks = _sinks, Fields = fields };
    }

    /// <summary>What is wanted, and where it is to go.</summary>
    public FlowReadOptions Options { get; }

    /// <summary>The sinks, when the reading is at its end.</summary>
    public IReadOnlyCollection<LineSink> Sinks => _sinks.All;

    /// <summary>Whether the reading ended because a file must be read by one thread; then the sinks are of no use.</summary>
    public bool HasFormatChanged { get; private set; }

    /// <summary>Reads on. What is given are problems; records are in the sinks.</summary>
    /// <exception cref="FlowLogException">A sink takes no more.</exception>
    public async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<IReadOnlyList<ReadItem>> batches)
    {
        try
        {
            return await batches.MoveNextAsync();
        }
        catch (ChangedFormatException)
        {
            HasFormatChanged = true;
            return false;
        }
        catch (SinkException e)
        {
            throw e.Problem;
        }
    }
}
