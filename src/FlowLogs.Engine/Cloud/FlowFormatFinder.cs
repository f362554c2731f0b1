using System.Collections.Concurrent;
using FlowLogs.Records;

namespace FlowLogs.Cloud;

/// <summary>
/// Finds the formats of the flow logs that are delivered to a place, by asking EC2. The answer is a help and no need: it
/// is waited for shortly, kept for some minutes, and whatever goes wrong is an answer, too.
/// </summary>
public static class FlowFormatFinder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private static readonly ConcurrentDictionary<(string Identity, string Destination), (FoundFormats Found, long Until)> Known = new();

    /// <summary>Finds the formats.</summary>
    /// <param name="network">The connection to EC2.</param>
    /// <param name="reader">
    /// The connection that the records are read through. Where that calls an endpoint of its own and EC2's is the Region's,
    /// EC2 is not asked: it may know another log group or bucket of the same name.
    /// </param>
    /// <param name="destination">Where the flow logs are delivered to.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<FoundFormats> FindAsync(
        ICloudNetwork network, ICloudService reader, FlowLogDestination destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(destination);
        if (reader.HasOwnEndpoint && !network.HasOwnEndpoint)
        {
            return Nothing("EC2 is not asked for the format: records are read from an endpoint that was given, and EC2 has none. "
                + "AWS_ENDPOINT_URL_EC2 gives one.");
        }

        (string, string)? key = null;
        FoundFormats found;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            key = (await network.GetIdentityAsync(patience.Token), destination.ToString());
            if (Known.TryGetValue(key.Value, out var known) && known.Until > Environment.TickCount64)
                return known.Found;
            found = await AskAsync(network, destination, patience.Token);
        }
        catch (FlowLogException e)
        {
            found = Nothing($"The format could not be asked for. {e.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            found = Nothing($"The format could not be asked for: EC2 did not answer within {Patience.TotalSeconds} s.");
        }

        // Failures, too, so that they are not waited for again and again.
        if (key is not null)
            Known[key.Value] = (found, Environment.TickCount64 + (long)Freshness.TotalMilliseconds);
        return found;
    }

    /// <summary>Forgets what was found. To be called when a flow log was made or deleted.</summary>
    public static void Forget() => Known.Clear();

    private static async Task<FoundFormats> AskAsync(ICloudNetwork network, FlowLogDestination destination, CancellationToken cancellationToken)
    {
        var logs = new List<FlowLog>();
        var pages = CloudPages.ReadAsync((token, stop) => network.DescribeFlowLogsAsync(destination.Query, token, stop), cancellationToken);
        await foreach (var page in pages)
            logs.AddRange(page.Where(destination.IsOf));

        var formats = logs.OrderBy(static log => log.CreationTime)
            .Select(static log => log.Format)
            .OfType<FlowLogFormat>()
            .DistinctBy(static format => format.ToString())
            .ToList();
        return formats.Count == 0
            ? Nothing($"EC2 describes no flow log that is delivered to the {destination}.")
            : new FoundFormats(formats, $"The {destination} has the format of {string.Join(", ", logs)}: {string.Join(" or ", formats)}.");
    }

    private static FoundFormats Nothing(string why) => new([], why);
}
