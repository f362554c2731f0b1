using System.Management.Automation.Runspaces;

namespace FlowLogs.Shell;

/// <summary>What the command line asks for.</summary>
internal enum ShellMode
{
    Prompt,
    File,
    Command,
    Version,
    Help,
}

/// <summary>The command line, understood.</summary>
/// <param name="Mode">What to do.</param>
/// <param name="Text">The script's path or the command's text.</param>
/// <param name="Arguments">The script's arguments, as PowerShell's binder takes them.</param>
internal sealed record CommandLine(ShellMode Mode, string Text, IReadOnlyList<CommandParameter> Arguments)
{
    /// <summary>The text that <c>-Help</c> prints.</summary>
    public const string Usage = """
        Runs PowerShell scripts with the FlowLogs module at hand, where there is no pwsh.

          FlowLogs.Shell SCRIPT.ps1 [ARGUMENT...]   run a script file; arguments as with pwsh -File
          FlowLogs.Shell -Command TEXT              run the rest of the line
          FlowLogs.Shell                            a prompt
          FlowLogs.Shell -Version | -Help

        The module is taken from out/FlowLogs of the repository, or from the folder named in FLOWLOGS_MODULE.
        Only the language and the engine's own commands are here (see Get-Command); Utility and Management are not.
        """;

    /// <summary>Reads a command line.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    public static CommandLine Parse(ReadOnlySpan<string> args)
    {
        // Callers of pwsh say this by habit. There are no profiles here.
        if (args is [var first, ..] && first.Equals("-NoProfile", StringComparison.OrdinalIgnoreCase))
        {
            args = args[1..];
        }

        if (args.IsEmpty)
        {
            return new(ShellMode.Prompt, "", []);
        }

        if (!IsParameter(args[0]))
        {
            return ForFile(args);
        }

        string option = args[0].TrimStart('-').ToUpperInvariant();
        return option switch
        {
            "C" or "COMMAND" when args.Length > 1 => new(ShellMode.Command, string.Join(' ', args[1..]), []),
            "F" or "FILE" when args.Length > 1 => ForFile(args[1..]),
            "C" or "COMMAND" or "F" or "FILE" => throw new UsageException($"{args[0]} needs a value."),
            "V" or "VERSION" => new(ShellMode.Version, "", []),
            "H" or "HELP" or "?" => new(ShellMode.Help, "", []),
            _ => throw new UsageException($"There is no option {args[0]}. Try -Help."),
        };
    }

    private static CommandLine ForFile(ReadOnlySpan<string> args)
    {
        string path = Path.GetFullPath(args[0]);
        if (!File.Exists(path))
        {
            throw new UsageException($"There is no script file '{args[0]}'. Try -Help.");
        }

        if (!path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"'{args[0]}' is not a .ps1 file.");
        }

        return new(ShellMode.File, path, ParseArguments(args[1..]));
    }

    /// <summary>
    /// Arguments are strings, as for any program: <c>-Name value</c>, <c>-Name:value</c>, <c>-Switch</c>,
    /// <c>-Switch:$false</c>. Whether what follows a name is its value is for the binder to say, which knows the script.
    /// </summary>
    private static List<CommandParameter> ParseArguments(ReadOnlySpan<string> args)
    {
        List<CommandParameter> parameters = [];
        for (int i = 0; i < args.Length; i++)
        {
            string arg = args[i];
            int colon = arg.IndexOf(':', StringComparison.Ordinal);
            if (!IsParameter(arg))
            {
                parameters.Add(new CommandParameter(name: null, arg));
            }
            else if (colon < 0)
            {
                parameters.Add(new CommandParameter(arg));
            }
            else if (colon < arg.Length - 1)
            {
                parameters.Add(new CommandParameter(arg[..colon], BooleanOrText(arg[(colon + 1)..])));
            }
            else if (i + 1 < args.Length)
            {
                parameters.Add(new CommandParameter(arg[..colon], args[++i]));
            }
        }

        return parameters;
    }

    private static bool IsParameter(string arg) => arg is ['-', _, ..];

    /// <summary>No shell passes PowerShell's booleans through, so their spelling has to do.</summary>
    private static object BooleanOrText(string value) =>
        bool.TryParse(value.StartsWith('$') ? value.AsSpan(1) : value, out bool boolean) ? boolean : value;
}
