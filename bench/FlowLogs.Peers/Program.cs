using System.Globalization;
using FlowLogs.Peers;

// Arguments: how many lines the file has, and how many the largest of the growing files.
try
{
    Measurement.Run(
        args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 3_000_000,
        args.Length > 1 ? long.Parse(args[1], CultureInfo.InvariantCulture) : 30_000_000);
    return 0;
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
