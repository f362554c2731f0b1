using FlowLogs.Records;

namespace FlowLogs.Reading.Following;

/// <summary>Makes records of what was found, and leaves out what came both live and from the log.</summary>
internal sealed class FindingTranslator
{
    private readonly FollowOptions _options;
    private readonly LiveMatch? _matches;
    private LineReader _lines;

    public FindingTranslator(FollowOptions options)
    {
        _options = options;
        _lines = new LineReader(options.LogGroupName, options.Read);
        var before = options.Checkpoint?.Emitted.Where(static e => e.IsLive).ToList() ?? [];
        if (!options.Live && before.Count == 0)
            return;

        // What a live tail brought in an earlier run is still to come from the log.
        _matches = new LiveMatch();
        _matches.BeginSession();
        foreach (var e in before)
            _matches.AddLive(e.Key, e.Timestamp);
    }

    /// <summary>Gives what is new in a finding; null if nothing is.</summary>
    public FollowedBatch? Translate(in Finding finding)
    {
        if (finding.Notice is { } notice)
            return new FollowedBatch([], [], Notice: notice);
        var items = new List<ReadItem>(finding.Events.Count);
        switch (finding.Kind)
        {
            case FindingKind.LiveSession:
                _matches!.BeginSession();
                return null;
            case FindingKind.EndOfRange:
                // Bad lines are reported up to a number for each reading, since this source may never end.
                _lines.Finish(items);
                _lines = new LineReader(_options.LogGroupName, _options.Read);
                if (finding.LowWaterMark is { } mark)
                    _matches?.Forget(mark);
                return new FollowedBatch(items, [], finding.LowWaterMark);
            default:
                var events = ReadEvents(finding, items);
                return new FollowedBatch(items, events, finding.LowWaterMark);
        }
    }

    private List<FollowedEvent> ReadEvents(in Finding finding, List<ReadItem> items)
    {
        var isLive = finding.Kind == FindingKind.Live;
        var events = new List<FollowedEvent>(finding.Events.Count);
        foreach (var e in finding.Events)
        {
            UInt128 key;
            if (isLive)
            {
                key = EventKeys.OfContent(e);
                if (!_matches!.AddLive(key, e.Timestamp))
                    continue;
            }
            else
            {
                key = EventKeys.OfId(e);
                if (_matches?.AddLog(EventKeys.OfContent(e), e.Timestamp) == false)
                    continue;
            }

            var before = items.Count;
            var origin = new RecordOrigin(_options.LogGroupName, e);
            _lines.ReadEvent(e.MessageUtf8.Span, origin, items);
            if (items.Count > before)
                events.Add(new FollowedEvent(key, e.Timestamp, isLive, items.Count));
        }

        return events;
    }
}
