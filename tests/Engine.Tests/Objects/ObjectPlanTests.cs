using FlowLogs.Cloud;
using FlowLogs.Reading.Objects;

namespace FlowLogs.Tests.Objects;

public class ObjectPlanTests
{
    private const string Account = "AWSLogs/123456789012/";
    private const string Region = Account + "vpcflowlogs/eu-west-1/";
    private const string Hive = "AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=eu-west-1/";
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", 6)]
    [InlineData("AWSLogs", 5)]
    [InlineData("AWSLogs/", 4)]
    [InlineData(Account, 3)]
    [InlineData(Account + "vpcflowlogs/", 2)]
    [InlineData(Region, 1)]
    [InlineData(Region + "2026", 2)]
    [InlineData(Region + "2026/11/22/", 1)]
    [InlineData(Region + "2026/11/22/12/", 1)]
    [InlineData("AWSLogs/*/vpcflowlogs/*/2026/", 5)]
    public async Task An_hour_of_a_year_takes_a_handful_of_calls(string path, int calls)
    {
        var bucket = YearOfHours(Region, static time => $"{time:yyyy/MM/dd/HH}/");
        for (var i = 0; i < 3000; i++)
            bucket.Add($"{Account}CloudTrail/eu-west-1/2026/11/22/{i}.json.gz");

        var found = await FindAsync(bucket, path, Noon, Noon.AddHours(1));

        Assert.InRange(bucket.Lists.Count, 1, calls);
        Assert.InRange(found.Count, path.EndsWith("12/", StringComparison.Ordinal) ? 12 : 36, 60);
    }

    // A file of the whole day could lie between two hours, where the account's number is low.
    [Theory]
    [InlineData("987654321098", 23)]
    [InlineData("012345678901", 25)]
    [InlineData("123456789012", 37)]
    public async Task A_day_with_many_files_is_entered_in_the_middle(string account, int calls)
    {
        var bucket = new MemoryBucket(pageSize: 10);
        for (var minutes = 0; minutes < 2 * 24 * 60; minutes += 5)
        {
            var time = Noon.AddDays(-1).AddMinutes(minutes);
            bucket.Add($"{Region}{time:yyyy/MM/dd/HH}/{FileName(time, account)}");
        }

        var found = await FindAsync(bucket, Region, Noon.AddHours(6), null);

        // From ten minutes before six: 74 files of the day and 144 of half of the next. The day's 214 before them are passed over.
        Assert.Equal(218, found.Count);
        Assert.InRange(bucket.Lists.Count, calls, calls + 2);
    }

    [Theory]
    [InlineData(Region, "{0:yyyy/MM/dd}/")]
    [InlineData(Region, "{0:yyyy/MM/dd/HH}/")]
    [InlineData(Hive, "year={0:yyyy}/month={0:MM}/day={0:dd}/")]
    [InlineData(Hive, "year={0:yyyy}/month={0:MM}/day={0:dd}/hour={0:HH}/")]
    [InlineData("logs/AWSLogs/aws-account-id=123456789012/service=vpcflowlogs/aws-region=eu-west-1/", "year={0:yyyy}/month={0:MM}/day={0:dd}/")]
    public async Task Every_layout_is_known(string region, string folders)
    {
        var bucket = YearOfHours(region, time => string.Format(System.Globalization.CultureInfo.InvariantCulture, folders, time));

        var found = await FindAsync(bucket, "", Noon, Noon.AddHours(1));

        // From ten minutes before to two hours after the range; of the slot that began before, the last part counts.
        var expected = Enumerable.Range(-2, 3 + 36 + 1).Select(i => FileName(Noon.AddMinutes(5 * i))).Where(name => found.Exists(key => key.EndsWith(name, StringComparison.Ordinal)));
        Assert.Equal(39, found.Count);
        Assert.Equal(found.Select(key => key[(key.LastIndexOf('/') + 1)..]), expected);
        Assert.InRange(bucket.Lists.Count, 1, 6);
    }

    [Fact]
    public async Task Times_come_in_order_over_accounts_and_regions()
    {
        var bucket = new MemoryBucket();
        foreach (var account in new[] { "222222222222", "111111111111" })
        {
            foreach (var region in new[] { "us-east-1", "eu-west-1" })
            {
                for (var day = 20; day < 23; day++)
                    bucket.Add($"AWSLogs/{account}/vpcflowlogs/{region}/2026/11/{day}/a.gz").Add($"AWSLogs/{account}/vpcflowlogs/{region}/2026/11/{day}/b.gz");
            }
        }

        var found = await FindAsync(bucket, "AWSLogs/");

        Assert.Equal(24, found.Count);
        Assert.Equal(found.OrderBy(static key => key.Split('/')[6]).ThenBy(static key => key, StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task Other_services_are_not_read_and_other_folders_are()
    {
        string[] wanted =
        [
            "exportedlogs/11111111-2222-3333-4444-555555555555/eni-1-all/000000.gz",
            "exportedlogs/11111111-2222-3333-4444-555555555555/eni-1-all/000001.gz",
            "notes.log",
            "AWSLogs/readme.log",
            "AWSLogs/copy/a.log",
            Account + "vpcflowlogs/eu-west-1/2026/11/22/a.log.gz",
            "team/AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/11/22/b.log.gz",
        ];
        string[] others =
        [
            "exportedlogs/aws-logs-write-test",
            Account + "elasticloadbalancing/eu-west-1/2026/11/22/x.log",
            Account + "CloudTrail/eu-west-1/2026/11/22/x.json.gz",
            "AWSLogs/o-a1b2c3/123456789012/CloudTrail/eu-west-1/2026/11/22/x.json.gz",
            Hive.Replace("vpcflowlogs", "other", StringComparison.Ordinal) + "year=2026/x.gz",
        ];
        var bucket = new MemoryBucket(pageSize: 2);
        foreach (var key in wanted.Concat(others))
            bucket.Add(key);
        bucket.Add("AWSLogs/", []).Add("empty.log", []);

        Assert.Equal(wanted.Order(), (await FindAsync(bucket, "")).Order());
        Assert.Equal([Account + "CloudTrail/eu-west-1/2026/11/22/x.json.gz"], await FindAsync(bucket, Account + "CloudTrail"));
    }

    [Theory]
    [InlineData("logs/flow.gz", "logs/flow.gz")]
    [InlineData("logs/flow", "logs/flow/a.gz")]
    [InlineData("logs/flow/", "logs/flow/a.gz")]
    [InlineData("logs/flow*", "logs/flow-2/b.gz logs/flow.gz logs/flow/a.gz")]
    [InlineData("logs/flow.?z", "logs/flow.gz")]
    [InlineData("*/flow", "logs/flow/a.gz")]
    [InlineData("*/flow/*", "logs/flow/a.gz")]
    [InlineData("l*s/flow-?/b*", "logs/flow-2/b.gz")]
    [InlineData("logs/Flow*", "")]
    [InlineData("log", "")]
    public async Task A_path_is_a_key_or_a_folder_or_has_wildcards(string path, string expected)
    {
        var bucket = new MemoryBucket(pageSize: 1).Add("logs/flow.gz").Add("logs/flow/a.gz").Add("logs/flow-2/b.gz").Add("other/flow.log/c.gz");

        Assert.Equal(expected, string.Join(' ', (await FindAsync(bucket, path)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task What_was_uploaded_before_the_time_is_left_out()
    {
        var bucket = new MemoryBucket().Add("old.gz", modified: Noon.AddHours(-2)).Add("new.gz", modified: Noon.AddHours(-1));

        Assert.Equal(["new.gz"], await FindAsync(bucket, "", Noon));
        Assert.Equal(2, (await FindAsync(bucket, "", null, Noon.AddDays(-1))).Count);
    }

    [Fact]
    public async Task The_ends_of_time_do_no_harm()
    {
        var bucket = YearOfHours(Region, static time => $"{time:yyyy/MM/dd/HH}/");

        Assert.Equal(bucket.Keys.Count(), (await FindAsync(bucket, "", DateTimeOffset.MinValue, DateTimeOffset.MaxValue)).Count);
    }

    internal static async Task<List<string>> FindAsync(MemoryBucket bucket, string path, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        bucket.Lists.Clear();
        var found = new List<string>();
        await foreach (var item in new ObjectPlan(bucket, S3Uri.Parse($"s3://{MemoryBucket.Name}/{path}"), new ObjectWindow(from, to)).FindAsync(default))
            found.Add(item.Key);
        return found;
    }

    internal static string FileName(DateTimeOffset time, string account = "123456789012", string region = "eu-west-1") =>
        $"{account}_vpcflowlogs_{region}_fl-0123456789abcdef0_{time:yyyyMMdd'T'HHmm'Z'}_5b2d1a3c.log.gz";

    // Full around the day that is asked for; beyond, one file an hour will do.
    private static MemoryBucket YearOfHours(string region, Func<DateTimeOffset, string> folder)
    {
        var bucket = new MemoryBucket();
        for (var time = Noon.AddMonths(-6); time < Noon.AddMonths(6); time += (time - Noon).Duration() < TimeSpan.FromDays(2) ? TimeSpan.FromMinutes(5) : TimeSpan.FromHours(1))
            bucket.Add(region + folder(time) + FileName(time), modified: time.AddMinutes(7));
        return bucket;
    }
}
