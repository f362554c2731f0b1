using System.Management.Automation.Language;
using System.Text;

namespace FlowLogs.Shell;

/// <summary>A plain read-and-run loop. Input that is not complete is continued on the next line.</summary>
internal sealed class Prompt(Session session)
{
    /// <summary>Runs until <c>exit</c> or the end of the input.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        while (session.RequestedExitCode is null && Read() is { } input)
        {
            session.RunCommand(input);
        }

        return session.RequestedExitCode ?? ExitCodes.Success;
    }

    /// <summary>One complete input, or null at the end.</summary>
    private static string? Read()
    {
        StringBuilder input = new();
        while (true)
        {
            // Commands that come through a pipe need no invitation.
            if (!Console.IsInputRedirected)
            {
                Console.Write(input.Length == 0 ? "FlowLogs> " : ">> ");
            }

            string? line = Console.ReadLine();
            if (line is null)
            {
                return input.Length == 0 ? null : input.ToString();
            }

            input.AppendLine(line);
            Parser.ParseInput(input.ToString(), out _, out ParseError[] errors);
            if (!errors.Any(error => error.IncompleteInput))
            {
                return input.ToString();
            }
        }
    }
}
