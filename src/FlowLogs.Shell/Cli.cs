using System.Management.Automation;
using System.Reflection;

namespace FlowLogs.Shell;

/// <summary>From the command line to the exit code.</summary>
internal static class Cli
{
    public static int Run(string[] args)
    {
        try
        {
            CommandLine line = CommandLine.Parse(args);
            switch (line.Mode)
            {
                case ShellMode.Help:
                    Console.Out.WriteLine(CommandLine.Usage);
                    return ExitCodes.Success;
                case ShellMode.Version:
                    Console.Out.WriteLine($"FlowLogs.Shell {VersionOf(typeof(Cli))} (PowerShell {VersionOf(typeof(PSObject))})");
                    return ExitCodes.Success;
            }

            using Session session = Session.Open(ModuleLocation.Find());
            return line.Mode switch
            {
                ShellMode.File => session.RunFile(line.Text, line.Arguments),
                ShellMode.Command => session.RunCommand(line.Text),
                _ => new Prompt(session).Run(),
            };
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Usage;
        }
    }

    /// <summary>The version without the commit that the SDK adds to it.</summary>
    private static string VersionOf(Type type)
    {
        var attribute = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        return attribute?.InformationalVersion.Split('+', ' ')[0] ?? "?";
    }
}
