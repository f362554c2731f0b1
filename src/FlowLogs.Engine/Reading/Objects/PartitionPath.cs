using System.Globalization;

namespace FlowLogs.Reading.Objects;

/// <summary>
/// The folders into which flow logs are delivered: <c>AWSLogs/account/vpcflowlogs/region/yyyy/MM/dd/[HH/]</c>, or with
/// names that Hive knows <c>AWSLogs/aws-account-id=/aws-service=vpcflowlogs/aws-region=/year=/month=/day=/[hour=/]</c>;
/// for transit gateways <c>service=</c> instead of <c>aws-service=</c>. What lies before AWSLogs does not matter.
/// </summary>
internal static class PartitionPath
{
    private const string Logs = "AWSLogs";
    private const string Service = "vpcflowlogs";
    private const string HiveAccount = "aws-account-id=";

    private static readonly string[] Units = ["year", "month", "day", "hour"];

    /// <summary>What the folders in a folder are.</summary>
    public static FolderContents ContentsOf(string folder)
    {
        var names = folder.Split('/')[..^1];
        var name = names.LastOrDefault(string.Empty);
        return name switch
        {
            Logs => FolderContents.Accounts,
            _ when IsService(name) => FolderContents.Regions,
            _ when name.StartsWith(HiveAccount, StringComparison.Ordinal) => FolderContents.Services,
            _ when names is [.., Logs, _] && IsOrganization(name) => FolderContents.Accounts,
            _ when IsAccount(name) && (names is [.., Logs, _] || (names is [.., Logs, var parent, _] && IsOrganization(parent))) => FolderContents.Services,
            _ when RegionLength(folder) > 0 => FolderContents.Times,
            _ => FolderContents.Unknown,
        };
    }

    /// <summary>Whether the folder of a service has flow logs; its siblings have the logs of load balancers, trails and so on.</summary>
    public static bool IsOfFlowLogs(string folder) => IsService(folder.Split('/')[^2]);

    /// <summary>The first folder on the way to a key whose folders are known, behind so many characters; null if none is.</summary>
    public static string? FindKnown(string key, int start)
    {
        for (var slash = key.IndexOf('/', start); slash >= 0; slash = key.IndexOf('/', slash + 1))
        {
            var folder = key[..(slash + 1)];
            if (ContentsOf(folder) is not (FolderContents.Unknown or FolderContents.Times))
                return folder;
        }

        return null;
    }

    /// <summary>The time whose files lie where a key lies: a year, month, day or hour; null where the folders do not tell.</summary>
    public static TimeSlot? TimeOf(string key)
    {
        var position = RegionLength(key);
        if (position == 0)
            return null;
        Span<int> parts = [1, 1, 1, 0];
        var count = 0;
        for (; count < parts.Length; count++)
        {
            var slash = key.IndexOf('/', position);
            if (slash < 0 || ReadNumber(key.AsSpan(position, slash - position), count) is not { } number)
                break;
            parts[count] = number;
            position = slash + 1;
        }

        if (count == 0 || parts[0] is < 1970 or > 9000 || parts[1] is < 1 or > 12 || parts[3] > 23
            || parts[2] < 1 || parts[2] > DateTime.DaysInMonth(parts[0], parts[1]))
        {
            return null;
        }

        var first = new DateTimeOffset(parts[0], parts[1], parts[2], parts[3], 0, 0, TimeSpan.Zero);
        return new TimeSlot(first, count switch
        {
            1 => first.AddYears(1),
            2 => first.AddMonths(1),
            3 => first.AddDays(1),
            _ => first.AddHours(1),
        });
    }

    /// <summary>The folder of a day, or of an hour, in the folder of the Region that a folder is or lies in.</summary>
    public static string FolderOf(string folder, DateTimeOffset time, bool hour)
    {
        var region = folder[..RegionLength(folder)];
        var format = (IsHive(region), hour) switch
        {
            (true, true) => @"'year='yyyy'/month='MM'/day='dd'/hour='HH'/'",
            (true, false) => @"'year='yyyy'/month='MM'/day='dd'/'",
            (false, true) => @"yyyy'/'MM'/'dd'/'HH'/'",
            (false, false) => @"yyyy'/'MM'/'dd'/'",
        };
        return region + time.ToString(format, CultureInfo.InvariantCulture);
    }

    // The length of what ends with the Region's folder; 0 where there is none.
    private static int RegionLength(string path)
    {
        for (int start = 0, slash; (slash = path.IndexOf('/', start)) >= 0; start = slash + 1)
        {
            var end = path.IndexOf('/', slash + 1);
            if (end >= 0 && IsService(path.AsSpan(start, slash - start)) && IsRegion(path.AsSpan(slash + 1, end - slash - 1)))
                return end + 1;
        }

        return 0;
    }

    private static bool IsService(ReadOnlySpan<char> name) => name is Service or "aws-service=" + Service or "service=" + Service;

    private static bool IsRegion(ReadOnlySpan<char> name) =>
        name.StartsWith("aws-region=") || (name.Length > 4 && char.IsAsciiLetter(name[0]) && name.Contains('-') && char.IsAsciiDigit(name[^1]));

    private static bool IsAccount(string name) => name.Length == 12 && name.All(char.IsAsciiDigit);

    // The trails of an organization have its id before those of the accounts.
    private static bool IsOrganization(string name) => name.StartsWith("o-", StringComparison.Ordinal);

    private static bool IsHive(string region) => region.Contains("/aws-region=", StringComparison.Ordinal);

    // A number as AWS writes it, which sorts as the times do. Anything else is no time.
    private static int? ReadNumber(ReadOnlySpan<char> name, int unit)
    {
        if (name.StartsWith(Units[unit]) && name.Length > Units[unit].Length && name[Units[unit].Length] == '=')
            name = name[(Units[unit].Length + 1)..];
        return name.Length == (unit == 0 ? 4 : 2) && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

/// <summary>What the folders in a folder are.</summary>
internal enum FolderContents
{
    /// <summary>Anything.</summary>
    Unknown,

    /// <summary>One for each account.</summary>
    Accounts,

    /// <summary>One for each service that writes logs.</summary>
    Services,

    /// <summary>One for each Region.</summary>
    Regions,

    /// <summary>Years, months, days or hours, or the files of one of these.</summary>
    Times,
}
