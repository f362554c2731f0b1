using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.Reading;

namespace FlowLogs.PS.Commands;

/// <content>The last records only.</content>
public sealed partial class GetFlowLogEventCommand
{
    // The last records of what is being read, in its order.
    private readonly Queue<FlowLogRecord> _tail = new();

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Tail { get; set; }

    private void KeepForTail(FlowLogRecord record)
    {
        if (_tail.Count == Tail)
            _tail.Dequeue();
        _tail.Enqueue(record);
    }

    private protected override void ReadEvents(LogEventQuery query, FlowReadOptions options)
    {
        if (Tail > 0)
            ReadTail(query, options);
        else
            base.ReadEvents(query, options);
    }

    // From the end backwards, until there are enough.
    private void ReadTail(LogEventQuery query, FlowReadOptions options)
    {
        List<FlowLogRecord> others = [.. _tail];
        List<FlowLogRecord> later = [];
        foreach (var part in FlowEventReader.Backwards(query))
        {
            _tail.Clear();
            base.ReadEvents(part, options);
            later.InsertRange(0, _tail);
            if (later.Count >= Tail)
                break;
        }

        // Of several groups, or groups of streams, the last records of all: a sort that keeps the order of equal times.
        _tail.Clear();
        foreach (var record in others.Concat(later).OrderBy(static record => record.Timestamp).TakeLast(Tail))
            _tail.Enqueue(record);
    }

    private void WriteTail()
    {
        foreach (var record in _tail)
            WriteOne(record);
    }
}
