using System.Management.Automation.Host;

namespace FlowLogs.Shell.Hosting;

/// <summary>The console's size, colours, cursor and keys. What it cannot do portably, it does not pretend to.</summary>
internal sealed class ShellRawInterface : PSHostRawUserInterface
{
    // What is formatted for a file or a pipe gets a fixed width, so that it does not depend on where it was started.
    private static readonly Size RedirectedSize = new(120, 50);

    /// <inheritdoc/>
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    /// <inheritdoc/>
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    /// <inheritdoc/>
    public override int CursorSize { get; set; } = 25;

    /// <inheritdoc/>
    public override string WindowTitle { get; set; } = "FlowLogs";

    /// <inheritdoc/>
    public override Coordinates WindowPosition { get; set; }

    /// <inheritdoc/>
    public override Size WindowSize
    {
        get => CurrentSize();
        set => throw CannotDo();
    }

    /// <inheritdoc/>
    public override Size BufferSize
    {
        get => CurrentSize();
        set => throw CannotDo();
    }

    /// <inheritdoc/>
    public override Size MaxWindowSize => CurrentSize();

    /// <inheritdoc/>
    public override Size MaxPhysicalWindowSize => CurrentSize();

    /// <inheritdoc/>
    public override Coordinates CursorPosition
    {
        get => Console.IsOutputRedirected ? default : new Coordinates(Console.CursorLeft, Console.CursorTop);
        set
        {
            if (!Console.IsOutputRedirected)
            {
                Console.SetCursorPosition(value.X, value.Y);
            }
        }
    }

    /// <inheritdoc/>
    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    /// <inheritdoc/>
    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        ConsoleKeyInfo key = Console.ReadKey(intercept: options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, options.HasFlag(ReadKeyOptions.IncludeKeyDown));
    }

    /// <inheritdoc/>
    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    /// <inheritdoc/>
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw CannotDo();

    /// <inheritdoc/>
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw CannotDo();

    /// <inheritdoc/>
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw CannotDo();

    /// <inheritdoc/>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        // Clear-Host asks for the whole screen to be blanked; nobody asks for less.
        if (!Console.IsOutputRedirected)
        {
            Console.Clear();
        }
    }

    private static Size CurrentSize()
    {
        if (Console.IsOutputRedirected)
        {
            return RedirectedSize;
        }

        // A terminal that was never told its size has none.
        int width = Console.WindowWidth;
        int height = Console.WindowHeight;
        return width > 0 && height > 0 ? new Size(width, height) : RedirectedSize;
    }

    private static NotSupportedException CannotDo() => new("This host cannot do that to the console.");
}
