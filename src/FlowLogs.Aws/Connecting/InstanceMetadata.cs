namespace FlowLogs.Aws.Connecting;

/// <summary>Asks what may ask the instance metadata service, but not for long.</summary>
internal static class InstanceMetadata
{
    /// <summary>
    /// The result of a question, or null where it was not answered in time. The question goes on in the background
    /// until the SDK gives up; it holds nothing that anyone waits for.
    /// </summary>
    public static T? Ask<T>(Func<T?> question, TimeSpan limit)
        where T : class
    {
        var asking = Task.Run(question);
        try
        {
            return asking.Wait(limit) ? asking.Result : null;
        }
        catch (AggregateException)
        {
            return null; // It says at length that there is none.
        }
    }
}
