using System.Globalization;
using System.Text;
using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Filtering.Syntax;
using FlowLogs.Records;
using FlowLogs.Scanning;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Conditions;

/// <summary>
/// Laws that hold for any condition, format and line. Each test makes a format, a few conditions and many lines from the
/// seed that FsCheck gives. FLOWLOGS_TESTS_SCALE multiplies the number of conditions.
/// </summary>
public class RandomizedTests
{
    private const int Lines = 60;

    private static readonly int Conditions =
        4 * int.Parse(Environment.GetEnvironmentVariable("FLOWLOGS_TESTS_SCALE") ?? "1", CultureInfo.InvariantCulture);

    [Property(MaxTest = 450, Replay = "(4711,17)")]
    public void Binding_and_simplifying_change_nothing(DoNotSize<int> seed) => ForEach(seed.Item, isCanonical: false, static (condition, format, lines) =>
    {
        var simple = condition.Simplify();
        Assert.Equal(simple.ToString(), simple.Simplify().ToString());
        var negated = FlowExpression.Not(condition);
        foreach (var line in lines)
        {
            var expected = Reference.IsMatch(condition, format, line.Split(' '));
            var about = About(condition, format, line);
            Assert.True(expected == Reference.IsMatch(simple, format, line.Split(' ')), about);
            Assert.True(expected == IsMatch(condition, format, line), about);
            Assert.True(expected != IsMatch(negated, format, line), about);
        }
    });

    [Property(MaxTest = 450, Replay = "(815,13)")]
    public void Pattern_and_remainder_are_the_condition_however_lines_are_spelled(DoNotSize<int> seed) =>
        ForEach(seed.Item, isCanonical: false, static (condition, format, lines) =>
        {
            var server = ServerPattern.From(condition, format);
            CheckDivision(server, condition, format, lines);
            if (server.Pattern is null)
                Assert.Equal(condition.Bind(format).Condition.ToString(), server.Remainder?.ToString() ?? "true");
        });

    [Property(MaxTest = 450, Replay = "(1066,5)")]
    public void Written_patterns_are_the_condition_for_lines_of_AWS(DoNotSize<int> seed) =>
        ForEach(seed.Item, isCanonical: true, static (condition, format, lines) =>
            CheckDivision(ServerPattern.Write(condition, format), condition, format, lines));

    [Property(MaxTest = 450, Replay = "(90210,3)")]
    public void Patterns_read_as_conditions_match_the_same_lines(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var source = new RandomLines(random, isCanonical: false);
        var format = source.Format();
        for (var i = 0; i < Conditions; i++)
        {
            var pattern = FilterPattern.Parse(SomePattern(random, format.Fields.Count));
            if (FlowExpression.FromPattern(pattern, format) is not { } condition)
            {
                Assert.DoesNotContain("...", pattern.Text, StringComparison.Ordinal);
                continue;
            }

            for (var j = 0; j < Lines; j++)
            {
                var line = source.Line(format);
                Assert.True(
                    pattern.IsMatch(Encoding.UTF8.GetBytes(line)) == IsMatch(condition, format, line),
                    $"{pattern.Text}{Environment.NewLine}{About(condition, format, line)}");
            }
        }
    }

    private static void CheckDivision(ServerPattern server, FlowExpression condition, FlowLogFormat format, List<string> lines)
    {
        Assert.Equal(server.IsExact, server.Reasons.Count == 0);
        Assert.True(server.Pattern is null || server.Pattern.Text.Length <= PatternErrors.MaxLength);
        foreach (var line in lines)
        {
            var expected = IsMatch(condition, format, line);
            var onServer = server.Pattern?.IsMatch(Encoding.UTF8.GetBytes(line)) ?? true;
            var here = server.Remainder is null || IsMatch(server.Remainder, format, line);
            Assert.True(!expected || onServer, $"lost: {server.Pattern?.Text}{Environment.NewLine}{About(condition, format, line)}");
            Assert.True(
                expected == (onServer && here),
                $"{server.Pattern?.Text}{Environment.NewLine}and {server.Remainder}{Environment.NewLine}{About(condition, format, line)}");
        }
    }

    private static void ForEach(int seed, bool isCanonical, Action<FlowExpression, FlowLogFormat, List<string>> check)
    {
        var random = new Random(seed);
        var source = new RandomLines(random, isCanonical);
        var format = source.Format();
        var conditions = new RandomConditions(random, format);
        for (var i = 0; i < Conditions; i++)
            check(conditions.Next(), format, [.. Enumerable.Range(0, Lines).Select(_ => source.Line(format))]);
    }

    private static string SomePattern(Random random, int fields)
    {
        var count = random.Next(1, fields + 3);
        var regexes = 0;
        var slots = Enumerable.Range(0, count).Select(i =>
        {
            if (random.Next(3) > 0)
                return $"f{i}";
            var first = $"f{i} {Comparison()}";
            return random.Next(3) switch { 0 => $"{first} || f{i} {Comparison()}", 1 => $"{first} && f{i} {Comparison()}", _ => first };
        }).ToList();
        if (random.Next(2) == 0)
            slots[random.Next(count)] = "...";
        return $"[{string.Join(", ", slots)}]";

        string Comparison()
        {
            var comparison = RandomConditions.SlotComparison(random);
            return comparison.Contains('%', StringComparison.Ordinal) && ++regexes > 2 ? "= x" : comparison;
        }
    }

    private static bool IsMatch(FlowExpression condition, FlowLogFormat format, string line)
    {
        var scanner = new LineScanner("test", [format], condition.Bind);
        var record = scanner.Scan(LineScanner.Trim(Encoding.UTF8.GetBytes(line)), 1, default, out var problem);
        Assert.True(problem is null, problem?.Message);
        return record is not null;
    }

    private static string About(FlowExpression condition, FlowLogFormat format, string line) =>
        $"condition: {condition}{Environment.NewLine}format: {format}{Environment.NewLine}line: {line}";
}
