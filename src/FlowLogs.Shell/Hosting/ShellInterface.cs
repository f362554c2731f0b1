using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace FlowLogs.Shell.Hosting;

/// <summary>
/// PowerShell's streams on the console. As in <c>pwsh</c>, errors go to standard error and everything else to standard
/// output; there is colour only where a terminal shows it.
/// </summary>
internal sealed partial class ShellInterface : PSHostUserInterface
{
    // Cmdlets may write from several runspaces at once.
    private readonly Lock _gate = new();
    private readonly ProgressLine? _progress;

    public ShellInterface()
    {
        // NO_COLOR: see no-color.org. The console of older Windows shows escape sequences as garbage.
        SupportsVirtualTerminal = !Console.IsOutputRedirected
            && !OperatingSystem.IsWindows()
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        if (SupportsVirtualTerminal)
        {
            _progress = new ProgressLine(Console.Out, () => RawUI.WindowSize.Width);
        }
        else
        {
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        }
    }

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal { get; }

    /// <summary>
    /// Whether what is formatted now is the error that ended a pipeline: the formatter takes that for output, because
    /// only the engine can mark an error as one.
    /// </summary>
    public bool OutputIsError { get; set; }

    /// <summary>Whether the pipeline waits for an answer, which nothing can interrupt.</summary>
    public bool IsAsking { get; private set; }

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; } = new ShellRawInterface();

    /// <inheritdoc/>
    public override void Write(string value)
    {
        if (OutputIsError)
        {
            WriteErrorLine(value.TrimEnd('\r', '\n'));
            return;
        }

        lock (_gate)
        {
            _progress?.Hide();
            Console.Out.Write(GetOutputString(value, SupportsVirtualTerminal));
        }
    }

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        lock (_gate)
        {
            if (!SupportsVirtualTerminal)
            {
                Write(value);
                return;
            }

            // Only the foreground: a background of our own would fight with the terminal's.
            Console.ForegroundColor = foregroundColor;
            Write(value);
            Console.ResetColor();
        }
    }

    /// <inheritdoc/>
    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    /// <inheritdoc/>
    public override void WriteErrorLine(string value)
    {
        // The view of an error ends with an empty line, which pwsh leaves out.
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        lock (_gate)
        {
            _progress?.Hide();
            Console.Error.WriteLine(GetOutputString(value, SupportsVirtualTerminal && !Console.IsErrorRedirected));
        }
    }

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => WriteStyled(FormatStyle.Warning, "WARNING: " + message);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => WriteStyled(FormatStyle.Verbose, "VERBOSE: " + message);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => WriteStyled(FormatStyle.Debug, "DEBUG: " + message);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_gate)
        {
            _progress?.Show(record);
        }
    }

    /// <summary>Takes away the progress of a pipeline that has ended.</summary>
    public void EndProgress()
    {
        lock (_gate)
        {
            _progress?.Hide();
        }
    }

    /// <inheritdoc/>
    public override string ReadLine()
    {
        EndProgress();
        string? answer;
        IsAsking = true;
        try
        {
            answer = Console.ReadLine();
        }
        finally
        {
            IsAsking = false;
        }

        if (answer is null)
        {
            throw new HostException("The input has ended, and a value is asked for.");
        }

        if (Console.IsInputRedirected)
        {
            // No terminal has shown what was answered.
            WriteLine(answer);
        }

        return answer;
    }

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => throw NoSecrets();

    private void WriteStyled(FormatStyle style, string text) =>
        WriteLine(GetFormatStyleString(style) + text + GetFormatStyleString(FormatStyle.Reset));

    private static NotSupportedException NoSecrets() => new("This host does not ask for secrets; use pwsh for that.");
}
