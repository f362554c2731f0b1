namespace FlowLogs.HelpBuilder;

/// <summary>The command line: <c>FlowLogs.HelpBuilder PAGES-FOLDER OUTPUT-FILE</c>.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is [var folder, var output])
            return HelpBuild.Run(folder, output, Console.Error) ? 0 : 1;

        Console.Error.WriteLine("Usage: FlowLogs.HelpBuilder <pages folder> <output file>");
        return 2;
    }
}
