using System.Text.RegularExpressions;

namespace FlowLogs.Cloud;

/// <summary>The parts of an Amazon Resource Name, <c>arn:partition:service:region:account:resource</c>.</summary>
/// <param name="Service">The service, such as <c>sns</c>.</param>
/// <param name="Resource">What stands behind the account.</param>
internal sealed partial record Arn(string Service, string Resource)
{
    /// <summary>Takes an ARN apart; null where the text is none.</summary>
    public static Arn? TryParse(string text) => Form().Match(text) is { Success: true } match
        ? new Arn(match.Groups["service"].Value, match.Groups["resource"].Value)
        : null;

    // Region and account may be empty, and the account may be a word: arn:aws:automate:eu-west-1:ec2:stop.
    [GeneratedRegex(
        @"^arn:aws[a-z0-9-]*:(?<service>[a-z0-9-]+):[a-z0-9-]*:([0-9]{12}|[a-z][a-z0-9-]*)?:(?<resource>[^\s]+)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
