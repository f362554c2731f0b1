using System.Diagnostics;
using System.Management.Automation;

namespace FlowLogs.Shell.Hosting;

/// <summary>The last progress record, on one line of the terminal that goes away when anything else is written.</summary>
internal sealed class ProgressLine(TextWriter terminal, Func<int> width)
{
    private const string ClearLine = "\r\u001b[K";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long _shownAt;
    private bool _visible;

    /// <summary>Shows a record, unless the last one was shown just now.</summary>
    public void Show(ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
        {
            Hide();
            return;
        }

        if (_visible && Stopwatch.GetElapsedTime(_shownAt) < Pause)
        {
            return;
        }

        string percent = record.PercentComplete >= 0 ? $" {record.PercentComplete}%" : "";
        string text = $"{record.Activity}: {record.StatusDescription}{percent}";
        terminal.Write(ClearLine + text[..Math.Min(text.Length, Math.Max(width() - 1, 0))]);
        _shownAt = Stopwatch.GetTimestamp();
        _visible = true;
    }

    /// <summary>Clears the line, so that what is written next starts on it.</summary>
    public void Hide()
    {
        if (_visible)
        {
            terminal.Write(ClearLine);
            _visible = false;
        }
    }
}
