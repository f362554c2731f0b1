using FlowLogs.Filtering;

namespace FlowLogs.Cloud;

/// <summary>What PutSubscriptionFilter asks of a subscription filter, checked before it is called. The source is its API reference.</summary>
public static class SubscriptionRules
{
    /// <summary>Checks a subscription filter.</summary>
    /// <exception cref="FlowLogException">The first rule that it breaks, with an id of its own.</exception>
    public static void Check(FlowSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        MetricFilterRules.CheckFilterName(subscription.FilterName);
        FilterPattern.Parse(subscription.FilterPattern);
        var kind = FindKind(subscription.DestinationArn);
        CheckRole(subscription, kind);
        if (subscription.Distribution == "Random" && kind != "kinesis")
            throw Broken("InvalidDistribution", "Only a Kinesis stream has shards that events could be spread over.", subscription.DestinationArn);
    }

    // The service that takes the events.
    private static string FindKind(string destinationArn) => Arn.TryParse(destinationArn) switch
    {
        { Service: "lambda", Resource: var name } when Begins(name, "function:") => "lambda",
        { Service: "kinesis", Resource: var name } when Begins(name, "stream/") => "kinesis",
        { Service: "firehose", Resource: var name } when Begins(name, "deliverystream/") => "firehose",
        { Service: "logs", Resource: var name } when Begins(name, "destination:") => "logs",
        _ => throw Broken(
            "InvalidDestination",
            $"\"{destinationArn}\" is no ARN that events can be sent to. It is that of a Lambda function (arn:aws:lambda:...:function:name), "
            + "a Kinesis stream (arn:aws:kinesis:...:stream/name), a Firehose stream (arn:aws:firehose:...:deliverystream/name), "
            + "or a destination of CloudWatch Logs (arn:aws:logs:...:destination:name).",
            destinationArn),
    };

    private static void CheckRole(FlowSubscription subscription, string kind)
    {
        if (subscription.RoleArn is not { } role)
        {
            if (kind is "kinesis" or "firehose")
                throw Broken("RoleNeeded", $"CloudWatch Logs writes to {(kind == "kinesis" ? "a Kinesis" : "a Firehose")} stream with a role: give its ARN as -RoleArn.", subscription.DestinationArn);
            return;
        }

        if (Arn.TryParse(role) is not { Service: "iam", Resource: var name } || !Begins(name, "role/"))
            throw Broken("InvalidRole", $"\"{role}\" is no ARN of a role, such as arn:aws:iam::123456789012:role/my-role.", role);
    }

    private static bool Begins(string resource, string kind) => resource.Length > kind.Length && resource.StartsWith(kind, StringComparison.Ordinal);

    private static FlowLogException Broken(string errorId, string message, object? target) =>
        new(errorId, FlowErrorKind.InvalidArgument, message, target);
}
