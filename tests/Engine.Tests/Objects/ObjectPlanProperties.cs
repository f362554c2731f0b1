namespace FlowLogs.Tests.Objects;

/// <summary>Random buckets, places and times: what the plan finds against what a listing of everything would.</summary>
public class ObjectPlanProperties
{
    private static readonly DateTimeOffset Start = new(2026, 2, 27, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Accounts = ["123456789012", "047615872826", "000000000000", "210987654321"];
    private static readonly string[] Regions = ["eu-west-1", "us-east-1", "us-gov-west-1"];
    private static readonly string[] Prefixes = ["", "logs/", "a/b/"];

    [Fact]
    public async Task Nothing_that_may_be_wanted_is_left_out_and_nothing_far_away_is_taken()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var bucket = new MemoryBucket(random.Next(1, 40));
            var files = Fill(bucket, random);
            var place = RandomPlace(random, files);
            DateTimeOffset? from = random.Next(4) == 0 ? null : Start.AddMinutes(random.Next(5 * 24 * 60));
            DateTimeOffset? to = random.Next(4) == 0 ? null : (from ?? Start).AddMinutes(random.Next(1, 3 * 24 * 60));

            var found = await ObjectPlanTests.FindAsync(bucket, place, from, to);

            var here = files.Where(file => place.Length == 0 || file.Key == place || file.Key.StartsWith(place.TrimEnd('/') + "/", StringComparison.Ordinal)).ToList();
            var missing = here.Where(file => !(file.FirstRecord > to) && !(file.FirstRecord < from)).Select(file => file.Key).Except(found).ToList();
            Assert.True(missing.Count == 0, $"Seed {seed}: {place} from {from:u} to {to:u} lacks {string.Join(", ", missing.Take(3))}.");
            var far = here.Where(file => file.Stamp > to + TimeSpan.FromHours(2) || file.Stamp < from - TimeSpan.FromMinutes(15)).Select(file => file.Key).Intersect(found).ToList();
            Assert.True(far.Count == 0, $"Seed {seed}: {place} from {from:u} to {to:u} has {string.Join(", ", far.Take(3))}.");
            Assert.Equal(found.Count, found.Distinct().Count());
            Assert.True(found.All(key => here.Exists(file => file.Key == key)), $"Seed {seed}: {place} has what lies elsewhere.");
        }
    }

    // A record per file is enough: it ends in the five minutes of the stamp, or up to an hour before, and is ten minutes long at most.
    private static List<LogFile> Fill(MemoryBucket bucket, Random random)
    {
        var files = new List<LogFile>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var (account, region) = (Pick(random, Accounts), Pick(random, Regions));
            var hive = random.Next(2) == 0;
            var hourly = random.Next(2) == 0;
            var prefix = Pick(random, Prefixes);
            var flowLog = $"fl-{random.Next():x8}";
            for (var k = random.Next(60); k > 0; k--)
            {
                var stamp = Start.AddMinutes(5 * random.Next(6 * 24 * 12));
                var end = stamp.AddMinutes(random.Next(5)) - TimeSpan.FromMinutes(random.Next(4) == 0 ? random.Next(60) : 0);
                var folder = hive
                    ? $"AWSLogs/aws-account-id={account}/{(random.Next(2) == 0 ? "aws-" : "")}service=vpcflowlogs/aws-region={region}/year={stamp:yyyy}/month={stamp:MM}/day={stamp:dd}/{(hourly ? $"hour={stamp:HH}/" : "")}"
                    : $"AWSLogs/{account}/vpcflowlogs/{region}/{stamp:yyyy/MM/dd}/{(hourly ? $"{stamp:HH}/" : "")}";
                var key = $"{prefix}{folder}{account}_vpcflowlogs_{region}_{flowLog}_{stamp:yyyyMMdd'T'HHmm'Z'}_{k:x4}.log.{(random.Next(2) == 0 ? "gz" : "parquet")}";
                bucket.Add(key, modified: stamp.AddMinutes(random.Next(5, 90)));
                files.Add(new LogFile(key, stamp, end - TimeSpan.FromSeconds(random.Next(600))));
            }
        }

        for (var i = random.Next(30); i > 0; i--)
        {
            var key = $"{Pick(random, Prefixes)}{Pick(random, ["exportedlogs/task/eni-1/", "2026/02/28/", "x/", "", "AWSLogs/old/"])}{i:000000}.gz";
            bucket.Add(key, modified: Start.AddDays(7));
            files.Add(new LogFile(key, null, Start.AddMinutes(random.Next(6 * 24 * 60))));
            bucket.Add($"AWSLogs/{Pick(random, Accounts)}/{Pick(random, ["CloudTrail", "elasticloadbalancing", "zzz"])}/eu-west-1/2026/02/28/{i}.gz");
        }

        return files;
    }

    // The bucket, a folder at any depth, or an object.
    private static string RandomPlace(Random random, List<LogFile> files)
    {
        if (files.Count == 0 || random.Next(3) == 0)
            return string.Empty;
        var parts = Pick(random, files).Key.Split('/');
        var depth = random.Next(1, parts.Length + 1);
        return string.Join('/', parts.Take(depth)) + (depth < parts.Length && random.Next(2) == 0 ? "/" : "");
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private sealed record LogFile(string Key, DateTimeOffset? Stamp, DateTimeOffset FirstRecord);
}
