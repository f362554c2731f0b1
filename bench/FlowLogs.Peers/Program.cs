using System.Globalization;
using FlowLogs.Peers;

// The argument: how many lines the file has.
try
{
    Measurement.Run(args is [var lines, ..] ? long.Parse(lines, CultureInfo.InvariantCulture) : 3_000_000);
    return 0;
}
// Whatever it is: an exception that nobody catches would leave the files behind.
catch (Exception e)
{
    Console.Error.WriteLine(e);
    return 1;
}
