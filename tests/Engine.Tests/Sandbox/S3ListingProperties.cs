using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Tests.Sandbox;

public sealed class S3ListingProperties(SandboxHost host) : IClassFixture<SandboxHost>
{
    private static readonly string[] Letters = ["a", "b", "/", "/", "é", "\uFF5E", "😀", "+", " "];

    private static int _buckets;

    /// <summary>Pages are what a plain reading of the rules gives: every row once, in the order of the bytes of UTF-8.</summary>
    [Property(Replay = "20260304,11", MaxTest = 150)]
    public Property Pages_are_what_the_rules_say() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNegativeInt>(), Questions().ToArbitrary(), (max, question) => Holds(question, (max.Get % 7) + 1));

    private bool Holds(Question question, int max)
    {
        var name = $"listing-{Interlocked.Increment(ref _buckets)}";
        var bucket = new Bucket(name, "us-east-1", default, () => question.Keys.Select(key => new StoredObject(key, default, default, "x")));
        host.Buckets.Add(bucket);
        var expected = Expected(question).ToList();
        Assert.Equal(expected, Pages(question, $"/{name}?list-type=2&start-after={Escape(question.After)}", max, older: false));
        Assert.Equal(expected, Pages(question, $"/{name}?marker={Escape(question.After)}", max, older: true));
        return true;
    }

    private List<string> Pages(Question question, string start, int max, bool older)
    {
        var url = $"{start}&max-keys={max}&encoding-type=url&prefix={Escape(question.Prefix)}&delimiter={Escape(question.Delimiter)}";
        var rows = new List<string>();
        var more = "";
        while (true)
        {
            // A marker takes the place of the one before.
            var page = host.S3Async("GET", older && more.Length > 0 ? url.Replace($"marker={Escape(question.After)}", more[1..], StringComparison.Ordinal) : url + more).GetAwaiter().GetResult().IsOk();
            var keys = page.Elements("Contents").Select(e => WebUtility.UrlDecode(e.Elements().First().Value));
            var prefixes = page.Elements("CommonPrefixes").Select(e => WebUtility.UrlDecode(e.Value));
            var found = keys.Concat(prefixes).Order(ByBytes).ToList();
            Assert.True(found.Count <= max);
            rows.AddRange(found);
            if (page.Text("IsTruncated") == "false")
                return rows;
            Assert.Equal(max, found.Count);
            more = older ? $"&marker={Escape(found[^1])}" : $"&continuation-token={page.Text("NextContinuationToken")}";
        }
    }

    // All rows without pages: each key that begins with the prefix, cut behind the first delimiter after it.
    private static IEnumerable<string> Expected(Question question)
    {
        var isBehindAll = CommonPrefix(question.After, question) == question.After;
        return question.Keys
            .Where(key => key.StartsWith(question.Prefix, StringComparison.Ordinal))
            .Where(key => ByBytes.Compare(key, question.After) > 0)
            .Where(key => !isBehindAll || !key.StartsWith(question.After, StringComparison.Ordinal))
            .Select(key => CommonPrefix(key, question) ?? key)
            .Distinct()
            .Order(ByBytes);
    }

    private static string? CommonPrefix(string key, Question question)
    {
        var at = question.Delimiter.Length == 0 || !key.StartsWith(question.Prefix, StringComparison.Ordinal)
            ? -1
            : key.IndexOf(question.Delimiter, question.Prefix.Length, StringComparison.Ordinal);
        return at < 0 ? null : key[..(at + question.Delimiter.Length)];
    }

    private static Comparer<string> ByBytes { get; } = Comparer<string>.Create(
        (left, right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static Gen<Question> Questions()
    {
        var text = Gen.Elements(Letters).ListOf().Resize(4).Select(string.Concat);
        var key = Gen.Elements(Letters).NonEmptyListOf().Resize(6).Select(string.Concat);
        return from keys in key.ListOf().Resize(25)
               from prefix in Gen.Frequency((3, Gen.Constant("")), (3, Gen.Elements(Letters)), (1, text))
               from delimiter in Gen.Elements("", "/", "/", "/", "a", "a/", "😀")
               from after in Gen.Frequency((2, Gen.Constant("")), (1, text), (1, keys.Count == 0 ? text : Gen.Elements<string>(keys)))
               select new Question([.. keys.Distinct()], prefix, delimiter, after);
    }

    private sealed record Question(IReadOnlyList<string> Keys, string Prefix, string Delimiter, string After);
}
