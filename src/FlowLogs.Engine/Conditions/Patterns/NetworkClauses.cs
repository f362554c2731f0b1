using FlowLogs.Conditions.Leaves;

namespace FlowLogs.Conditions.Patterns;

/// <summary>
/// Networks in a pattern, which compares texts: the addresses of an IPv4 network whose prefix ends between two numbers
/// start alike. Any text may follow the star, so that only for lines of AWS the two are the same.
/// </summary>
internal static class NetworkClauses
{
    // A network that ends within a number is several that end behind it; so many are still written one by one.
    private const int MostParts = 16;

    private const int AddressLength = 32;

    public static Implied Write(NetworkTest test, Spelling spelling) => test.IsNegated
        ? WriteNone(test, spelling)
        : WriteOne(test, spelling);

    private static Implied WriteOne(NetworkTest test, Spelling spelling)
    {
        var losses = new List<string>();
        var networks = new List<FlowNetwork>();
        var hasIPv6 = false;
        foreach (var network in test.Networks)
        {
            if (Loss(network, spelling) is { } loss)
                losses.Add(loss);
            hasIPv6 = hasIPv6 || network.IsIPv6;
            if (!network.IsIPv6)
                networks.AddRange(spelling == Spelling.Any ? Split(network) : [network.Widen(FloorOfOctet(network))]);
        }

        List<Clause> parts =
        [
            .. networks.Where(network => !networks.Exists(other => other.PrefixLength < network.PrefixLength && other.Contains(network)))
                .Select(Text)
                .Distinct(StringComparer.Ordinal)
                .Select(Clause.Equal),
        ];
        if (hasIPv6)
            parts.Add(Clause.Equal("*:*"));
        return new Implied(TestClauses.WithMissing(Clause.Any(parts), holdsWhenMissing: false, test.WhenMissing), losses);
    }

    // Only what surely lies in the network may be excluded.
    private static Implied WriteNone(NetworkTest test, Spelling spelling)
    {
        var excluded = test.Networks.Where(network => Loss(network, spelling) is null);
        Clause[] parts = [.. excluded.Select(static network => Clause.NotEqual(Text(network)))];
        string[] losses = [.. test.Networks.Select(network => Loss(network, spelling)).OfType<string>()];
        return parts.Length == 0
            ? new Implied(null, losses)
            : new Implied(TestClauses.WithMissing(Clause.All(parts), holdsWhenMissing: true, test.WhenMissing), losses);
    }

    private static string? Loss(FlowNetwork network, Spelling spelling)
    {
        if (network.IsIPv6)
            return $"{network} is of IPv6, whose addresses can be written in several ways";
        if (FloorOfOctet(network) != network.PrefixLength)
            return $"{network} does not end on an octet boundary (/8, /16, /24 or one address), which is all that a wildcard can say";
        return spelling == Spelling.Any && !network.IsAddress
            ? $"{network} as a wildcard also finds what is no address"
            : null;
    }

    // 10.0.0.0/8 is 10.*; and every IPv4 address has a point, while those of IPv6 that AWS writes have none.
    private static string Text(FlowNetwork network)
    {
        if (network.IsAddress)
            return network.ToString();
        if (network.PrefixLength == 0)
            return "*.*";
        var octets = network.ToString().Split('/')[0].Split('.').Take(network.PrefixLength / 8);
        return string.Join('.', octets) + ".*";
    }

    private static IEnumerable<FlowNetwork> Split(FlowNetwork network)
    {
        var length = (network.PrefixLength + 7) / 8 * 8;
        return 1 << (length - network.PrefixLength) <= MostParts ? network.Split(length) : [network.Widen(FloorOfOctet(network))];
    }

    private static int FloorOfOctet(FlowNetwork network) => Math.Min(network.PrefixLength, AddressLength) / 8 * 8;
}
