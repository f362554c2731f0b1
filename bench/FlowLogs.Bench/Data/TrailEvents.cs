using System.Globalization;
using System.Text.Json;

namespace FlowLogs.Bench.Data;

/// <summary>Made-up events with the members of CloudTrail's, one JSON object each. The same seed gives the same events.</summary>
internal sealed class TrailEvents
{
    private const string Account = "123456789012";
    private const int Seed = 1;

    private static readonly (string Source, string Name, bool ReadOnly)[] Calls =
    [
        ("ec2", "DescribeInstances", true), ("ec2", "DescribeSecurityGroups", true), ("ec2", "RunInstances", false),
        ("ec2", "AuthorizeSecurityGroupIngress", false), ("ec2", "RevokeSecurityGroupEgress", false),
        ("ec2", "TerminateInstances", false), ("s3", "GetBucketAcl", true), ("s3", "PutBucketPolicy", false),
        ("sts", "AssumeRole", true), ("logs", "CreateLogStream", false), ("logs", "PutMetricFilter", false),
        ("iam", "ListUsers", true), ("iam", "AttachRolePolicy", false), ("kms", "Decrypt", true),
        ("signin", "ConsoleLogin", false),
    ];

    private static readonly string[] Agents =
    [
        "aws-cli/2.15.30 Python/3.11.8 Linux/6.1.0 exe/x86_64 prompt/off command/ec2.describe-instances",
        "Boto3/1.34.69 md/Botocore#1.34.69 ua/2.0 os/linux#5.10 lang/python#3.12.2",
        "autoscaling.amazonaws.com",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0 Safari/537.36",
    ];

    private static readonly string[] Regions = ["us-east-1", "eu-west-1", "eu-central-1", "ap-southeast-2"];

    private readonly Random _random = new(Seed);
    private readonly Utf8JsonWriter _json;

    private TrailEvents(Utf8JsonWriter json) => _json = json;

    public static Messages Make(int count) => Messages.Make("events", count, All());

    private static IEnumerable<ReadOnlyMemory<byte>> All()
    {
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream);
        var events = new TrailEvents(json);
        for (var time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc); ; time = time.AddMilliseconds(700))
        {
            stream.SetLength(0);
            events.Write(time);
            json.Reset();
            yield return stream.ToArray();
        }
    }

    private void Write(DateTime time)
    {
        var (source, name, isReadOnly) = Pick(Calls);
        var isDenied = _random.Next(25) == 0;
        _json.WriteStartObject();
        Text("eventVersion", "1.09");
        WriteIdentity(time);
        Text("eventTime", Format(time));
        Text("eventSource", source + ".amazonaws.com");
        Text("eventName", name);
        Text("awsRegion", Pick(Regions));
        Text("sourceIPAddress", $"{(_random.Next(3) == 0 ? "203.0.113" : "198.51.100")}.{_random.Next(1, 255)}");
        Text("userAgent", Pick(Agents));
        if (isDenied)
        {
            Text("errorCode", _random.Next(2) == 0 ? "AccessDenied" : "Client.UnauthorizedOperation");
            Text("errorMessage", $"You are not authorized to perform this operation: \"{source}:{name}\".");
        }
        WriteRequest(source);
        WriteResponse(isReadOnly || isDenied);
        Text("requestID", NewId());
        Text("eventID", NewId());
        _json.WriteBoolean("readOnly", isReadOnly);
        WriteResources(source);
        Text("eventType", "AwsApiCall");
        _json.WriteBoolean("managementEvent", true);
        Text("recipientAccountId", Account);
        Text("eventCategory", "Management");
        _json.WriteStartObject("tlsDetails");
        Text("tlsVersion", "TLSv1.3");
        Text("cipherSuite", "TLS_AES_128_GCM_SHA256");
        Text("clientProvidedHostHeader", $"{source}.us-east-1.amazonaws.com");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
    }

    private void WriteIdentity(DateTime time)
    {
        var isUser = _random.Next(3) == 0;
        var name = $"{(isUser ? "user" : "role")}-{_random.Next(40)}";
        _json.WriteStartObject("userIdentity");
        Text("type", isUser ? "IAMUser" : "AssumedRole");
        Text("principalId", "AROA" + Hex(16));
        Text("arn", $"arn:aws:{(isUser ? "iam" : "sts")}::{Account}:{name}");
        Text("accountId", Account);
        Text("accessKeyId", "ASIA" + Hex(16));
        if (isUser)
        {
            Text("userName", name);
        }
        else
        {
            _json.WriteStartObject("sessionContext");
            _json.WriteStartObject("sessionIssuer");
            Text("type", "Role");
            Text("arn", $"arn:aws:iam::{Account}:role/{name}");
            Text("userName", name);
            _json.WriteEndObject();
            _json.WriteStartObject("attributes");
            Text("creationDate", Format(time.AddMinutes(-_random.Next(60))));
            Text("mfaAuthenticated", _random.Next(2) == 0 ? "true" : "false");
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
        _json.WriteEndObject();
    }

    private void WriteRequest(string source)
    {
        _json.WriteStartObject("requestParameters");
        if (source == "ec2")
        {
            _json.WriteStartObject("instancesSet");
            _json.WriteStartArray("items");
            for (var n = _random.Next(1, 5); n > 0; n--)
            {
                _json.WriteStartObject();
                Text("instanceId", "i-0" + Hex(16));
                _json.WriteNumber("minCount", 1);
                _json.WriteEndObject();
            }
            _json.WriteEndArray();
            _json.WriteEndObject();
            _json.WriteNumber("maxResults", _random.Next(5, 1000));
        }
        else
        {
            Text("name", $"{source}-{_random.Next(500)}");
            _json.WriteBoolean("dryRun", false);
        }
        _json.WriteEndObject();
    }

    private void WriteResponse(bool isNull)
    {
        if (isNull)
        {
            _json.WriteNull("responseElements");
            return;
        }
        _json.WriteStartObject("responseElements");
        Text("requestId", NewId());
        _json.WriteBoolean("_return", true);
        _json.WriteEndObject();
    }

    private void WriteResources(string source)
    {
        _json.WriteStartArray("resources");
        for (var n = _random.Next(4); n > 0; n--)
        {
            _json.WriteStartObject();
            Text("accountId", _random.Next(50) == 0 ? "210987654321" : Account);
            Text("type", $"AWS::{source.ToUpperInvariant()}::Resource");
            Text("ARN", $"arn:aws:{source}:us-east-1:{Account}:resource/{Hex(12)}");
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void Text(string name, string value) => _json.WriteString(name, value);

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    private string NewId() => $"{Hex(8)}-{Hex(4)}-{Hex(4)}-{Hex(4)}-{Hex(12)}";

    private string Hex(int digits) => _random.GetHexString(digits, lowercase: true);

    private static string Format(DateTime time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
