using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of StartLiveTail.</summary>
public class StartLiveTailRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The ARNs of the log groups, 1 to 10.</summary>
    public List<string>? LogGroupIdentifiers { get; set; }

    /// <summary>Only these streams, at most 10; with one log group only.</summary>
    public List<string>? LogStreamNames { get; set; }

    /// <summary>Only streams whose names begin so, at most 10; not together with names.</summary>
    public List<string>? LogStreamNamePrefixes { get; set; }

    /// <summary>A filter pattern; every event if not given.</summary>
    public string? LogEventFilterPattern { get; set; }
}

/// <summary>The answer of StartLiveTail, which goes on for up to three hours. Disposing it ends the session.</summary>
public sealed class StartLiveTailResponse : AmazonWebServiceResponse, IDisposable
{
    /// <summary>The events of the session.</summary>
    public StartLiveTailResponseStream? ResponseStream { get; set; }

    /// <inheritdoc/>
    public void Dispose() => ResponseStream?.Dispose();
}
