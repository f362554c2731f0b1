using Amazon.AwsJson;
using Amazon.CloudWatchLogs.Model;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>CloudWatch Logs among the services that speak AWS JSON.</summary>
internal static class LogsService
{
    public static readonly JsonService Instance = new(
        "CloudWatch Logs",
        "logs",
        "Logs_20140328",
        "1.1",
        new Dictionary<string, MakeError>(StringComparer.Ordinal)
        {
            [nameof(Model.InvalidOperationException)] = static (m, i, t, c, r, s) => new Model.InvalidOperationException(m, i, t, c, r, s),
            [nameof(InvalidParameterException)] = static (m, i, t, c, r, s) => new InvalidParameterException(m, i, t, c, r, s),
            [nameof(LimitExceededException)] = static (m, i, t, c, r, s) => new LimitExceededException(m, i, t, c, r, s),
            [nameof(OperationAbortedException)] = static (m, i, t, c, r, s) => new OperationAbortedException(m, i, t, c, r, s),
            [nameof(ResourceAlreadyExistsException)] = static (m, i, t, c, r, s) => new ResourceAlreadyExistsException(m, i, t, c, r, s),
            [nameof(ResourceNotFoundException)] = static (m, i, t, c, r, s) => new ResourceNotFoundException(m, i, t, c, r, s),
            [nameof(ServiceUnavailableException)] = static (m, i, t, c, r, s) => new ServiceUnavailableException(m, i, t, c, r, s),
            [nameof(ThrottlingException)] = static (m, i, t, c, r, s) => new ThrottlingException(m, i, t, c, r, s),
        },
        static (m, i, t, c, r, s) => new AmazonCloudWatchLogsException(m, i, t, c, r, s));
}
