using FlowLogs.Shell;

// The engine reports its use to a server unless told not to, and it reads this before anything of it runs.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

return Cli.Run(args);
