using System.Text;

namespace FlowLogs.Sandbox.Delivery;

/// <summary>Where the payloads for an ARN go: to the end of a file, a line each, or by POST to an address on this computer.</summary>
internal sealed class SubscriptionDestination
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };

    private readonly string _path;
    private readonly Uri? _address;

    /// <summary>Makes a destination.</summary>
    /// <param name="arn">The ARN that subscription filters name.</param>
    /// <param name="place">An absolute path, or an <c>http://</c> address on this computer.</param>
    /// <exception cref="FlowLogException"><c>InvalidDestination</c>: it is neither.</exception>
    public SubscriptionDestination(string arn, string place)
    {
        _path = place;
        Vendor = VendorOf(arn);
        if (Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal))
            _address = address;
        if (_address is null ? !Path.IsPathFullyQualified(place) : !(_address.IsLoopback && _address.Scheme == Uri.UriSchemeHttp))
        {
            throw new FlowLogException(
                "InvalidDestination",
                FlowErrorKind.InvalidArgument,
                $"Payloads for {arn} cannot go to \"{place}\": give the path of a file, or an address on this computer such as http://127.0.0.1:8080/.",
                place);
        }
    }

    /// <summary>The service in the ARN: lambda, kinesis, firehose or logs.</summary>
    public string Vendor { get; }

    public bool IsFunction => Vendor == "lambda";

    /// <summary>What the service's test message calls such a destination.</summary>
    public string Service => Vendor switch
    {
        "lambda" => "Lambda function",
        "kinesis" => "Kinesis stream",
        "firehose" => "Firehose",
        _ => "destination",
    };

    /// <summary>The service in an ARN: arn:partition:service:...</summary>
    public static string VendorOf(string arn) => arn.Split(':') is { Length: > 2 } parts ? parts[2] : "";

    /// <summary>Delivers a payload; false if it could not be.</summary>
    public bool TrySend(string payload)
    {
        try
        {
            if (_address is null)
            {
                File.AppendAllText(_path, payload + "\n");
                return true;
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, _address)
            {
                Content = new StringContent(payload, Encoding.ASCII, IsFunction ? "application/json" : "text/plain"),
            };
            using var response = Client.Send(request);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
