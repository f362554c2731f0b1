using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowLogs.Filtering;

namespace FlowLogs.Tests.Filtering;

/// <summary>One pass over an event finds what walking through a document finds.</summary>
public class JsonReferenceTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    [Fact]
    public void Selectors_name_the_same_values()
    {
        var random = FuzzSettings.Start();
        int cases = FuzzSettings.Cases(20_000), matches = 0;
        for (var i = 0; i < cases; i++)
        {
            var json = Value(random, 4, isObject: true);
            string[][] selectors = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Steps(random))];
            var wanted = random.Next(4);
            var expected = false;
            using (var document = JsonDocument.Parse(json))
            {
                foreach (var steps in selectors)
                {
                    expected |= JsonReference.Select(document.RootElement, steps)
                        .Any(value => value.ValueKind == JsonValueKind.Number && value.GetInt32() == wanted);
                }
            }
            var conditions = selectors.Select(steps => string.Create(CultureInfo.InvariantCulture, $"{Write(steps)} = {wanted}"));
            var pattern = $"{{ {string.Join(" || ", conditions)} }}";

            var isMatch = FilterPattern.Parse(pattern).IsMatch(Encoding.UTF8.GetBytes(json));
            Assert.True(expected == isMatch, $"{pattern} {json}");
            matches += isMatch ? 1 : 0;

            var missing = FilterPattern.Parse($"{{ {Write(selectors[0])} NOT EXISTS }}");
            using var again = JsonDocument.Parse(json);
            Assert.Equal(
                !JsonReference.Select(again.RootElement, selectors[0]).Any(),
                missing.IsMatch(Encoding.UTF8.GetBytes(json)));
        }
        Assert.InRange(matches, cases / 20, cases);
    }

    // At most one wildcard, and a root that is an object.
    private static string[] Steps(Random random)
    {
        var steps = new string[random.Next(1, 4)];
        var hasWildcard = false;
        for (var i = 0; i < steps.Length; i++)
        {
            var kind = random.Next(4);
            if (kind == 0 && !hasWildcard)
            {
                hasWildcard = true;
                steps[i] = "*";
            }
            else
            {
                steps[i] = kind == 1 && i > 0 ? $"[{random.Next(3)}]" : Names[random.Next(Names.Length)];
            }
        }
        return steps;
    }

    private static string Write(string[] steps) =>
        "$" + string.Concat(steps.Select(static step => step.StartsWith('[') ? step : "." + step));

    private static string Value(Random random, int depth, bool isObject = false)
    {
        var kind = isObject ? 0 : random.Next(depth > 0 ? 5 : 2) + (depth > 0 ? 0 : 3);
        var items = Enumerable.Range(0, random.Next(1, 5));
        return kind switch
        {
            // Names are few, so that some come twice; one of them is written with an escape at times.
            <= 1 => $"{{{string.Join(",", items.Select(_ => $"\"{Name(random)}\": {Value(random, depth - 1)}"))}}}",
            2 => $"[{string.Join(",", items.Select(_ => Value(random, depth - 1)))}]",
            _ => random.Next(4).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Name(Random random) => random.Next(8) == 0 ? "\\u0061" : Names[random.Next(Names.Length)];
}
