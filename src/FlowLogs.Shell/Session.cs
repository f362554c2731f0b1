using System.Management.Automation;
using System.Management.Automation.Runspaces;
using FlowLogs.Shell.Hosting;
using Microsoft.PowerShell;

namespace FlowLogs.Shell;

/// <summary>One runspace of the PowerShell engine with the module on its path. Everything the program runs, it runs here.</summary>
internal sealed class Session : IDisposable
{
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private readonly CancelKey _cancelKey;

    private Session(ShellHost host, Runspace runspace)
    {
        _host = host;
        _runspace = runspace;
        _cancelKey = new CancelKey(() => host.Interface.IsAsking);
    }

    /// <summary>The code that <c>exit</c> gave, once it was called.</summary>
    public int? RequestedExitCode => _host.RequestedExitCode;

    /// <summary>Starts the engine.</summary>
    /// <param name="modulePath">The folder that modules are loaded from by the name of their commands.</param>
    public static Session Open(string? modulePath)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            // For this process only; elsewhere there is no such policy.
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        ShellHost host = new();
        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();

        // Opening puts the folders of an installed PowerShell first. Its modules are made for that PowerShell and not
        // for this host, so they must not be found.
        Environment.SetEnvironmentVariable("PSModulePath", modulePath ?? "");
        return new Session(host, runspace);
    }

    /// <summary>Runs a script file in the global scope, as <c>pwsh -File</c> does.</summary>
    /// <returns>The exit code.</returns>
    public int RunFile(string path, IEnumerable<CommandParameter> arguments)
    {
        Command script = new(path, isScript: false, useLocalScope: false);
        foreach (CommandParameter argument in arguments)
        {
            script.Parameters.Add(argument);
        }

        using Pipeline pipeline = _runspace.CreatePipeline();
        pipeline.Commands.Add(script);
        EngineInternals.LetExitEndThePipeline(_runspace);
        return ExitCodeAfter(Invoke(pipeline));
    }

    /// <summary>Runs a command text, as <c>pwsh -Command</c> does.</summary>
    /// <returns>The exit code.</returns>
    public int RunCommand(string text)
    {
        // Only what goes into the history leaves its success in $?.
        using Pipeline pipeline = _runspace.CreatePipeline(text, addToHistory: true);
        return ExitCodeAfter(Invoke(pipeline));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancelKey.Dispose();
        _runspace.Dispose();
    }

    private int ExitCodeAfter(Outcome outcome) => outcome switch
    {
        Outcome.Stopped => ExitCodes.Interrupted,
        Outcome.Failed => ExitCodes.Failure,
        _ => RequestedExitCode ?? (LastCommandSucceeded() ? ExitCodes.Success : ExitCodes.Failure),
    };

    private Outcome Invoke(Pipeline pipeline)
    {
        AddFormatter(pipeline);
        pipeline.Input.Close();
        using (_cancelKey.Stops(pipeline))
        {
            try
            {
                pipeline.Invoke();

                // A pipeline that was stopped on request does not say so with an exception.
                return pipeline.PipelineStateInfo.State == PipelineState.Stopped ? Outcome.Stopped : Outcome.Completed;
            }
            catch (PipelineStoppedException)
            {
                return Outcome.Stopped;
            }
            catch (RuntimeException e)
            {
                Report(e);
                return Outcome.Failed;
            }
            finally
            {
                _host.Interface.EndProgress();
            }
        }
    }

    /// <summary>Shows what ended a pipeline, formatted like any other error.</summary>
    private void Report(RuntimeException exception)
    {
        using Pipeline pipeline = _runspace.CreatePipeline();
        pipeline.Commands.Add(new Command("Out-Default"));
        pipeline.Input.Write(exception.ErrorRecord);
        pipeline.Input.Close();
        _host.Interface.OutputIsError = true;
        try
        {
            pipeline.Invoke();
        }
        finally
        {
            _host.Interface.OutputIsError = false;
        }
    }

    /// <summary>
    /// Errors travel to the formatter with the output, so that both appear in the order in which they came; the
    /// formatter hands each to its own stream.
    /// </summary>
    private static void AddFormatter(Pipeline pipeline)
    {
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add(new Command("Out-Default"));
    }

    private bool LastCommandSucceeded()
    {
        using Pipeline pipeline = _runspace.CreatePipeline("$global:?");
        return pipeline.Invoke() is [{ } result] && LanguagePrimitives.IsTrue(result);
    }

    private enum Outcome
    {
        Completed,
        Failed,
        Stopped,
    }
}
