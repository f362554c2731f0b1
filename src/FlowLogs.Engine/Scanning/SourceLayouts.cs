using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>
/// The formats that the lines of one source may have: those that were given and those of header lines, the last header
/// first; until there is one of these, the default formats of AWS.
/// </summary>
internal sealed class SourceLayouts
{
    // A source that has more headers of different formats forgets the oldest.
    private const int MaxHeaders = 16;

    private readonly Func<FlowLogFormat, LineTest>? _makeTest;
    private LineLayout? _header;
    private int _headers;

    public SourceLayouts(IReadOnlyList<FlowLogFormat> formats, Func<FlowLogFormat, LineTest>? makeTest)
    {
        _makeTest = makeTest;
        IsGuess = formats.Count == 0;
        foreach (var format in IsGuess ? [FlowLogFormat.Default, FlowLogFormat.TransitGatewayDefault] : formats)
        {
            if (!All.Exists(layout => layout.Format.HasFieldsOf(format)))
                All.Add(Make(format, hasCommas: false));
        }

        Current = All[0];
        FindRivals();
    }

    /// <summary>Whether nobody has said what the format is.</summary>
    public bool IsGuess { get; private set; }

    /// <summary>The one that the last line had; the next one has it too nearly always.</summary>
    public LineLayout Current { get; set; }

    /// <summary>All of them, the likeliest first.</summary>
    public List<LineLayout> All { get; } = [];

    /// <summary>Whether it is that of the last header line, which leaves no doubt about lines that have its number of fields.</summary>
    public bool IsHeader(LineLayout layout) => ReferenceEquals(layout, _header);

    /// <summary>Takes the format of a header line for the lines that follow.</summary>
    public void Enter(FlowLogFormat format, bool hasCommas)
    {
        if (IsGuess)
            All.Clear();
        IsGuess = false;

        // Files that were joined repeat their header.
        var known = All.FindIndex(0, _headers, layout => layout.HasCommas == hasCommas && layout.Format.HasFieldsOf(format));
        var layout = known < 0 ? Make(format, hasCommas) : All[known];
        if (known >= 0)
            All.RemoveAt(known);
        else if (_headers == MaxHeaders)
            All.RemoveAt(_headers - 1);
        else
            _headers++;
        All.Insert(0, layout);
        Current = _header = layout;
        FindRivals();
    }

    private LineLayout Make(FlowLogFormat format, bool hasCommas) => new(format, hasCommas, _makeTest?.Invoke(format));

    private void FindRivals()
    {
        foreach (var layout in All)
        {
            layout.HasRivals = !IsHeader(layout)
                && All.Exists(other => other != layout && other.Format.Fields.Count == layout.Format.Fields.Count);
        }
    }
}
