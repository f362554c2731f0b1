using System.Text;

namespace FlowLogs.Tests.Filtering;

/// <summary>Makes patterns and messages: some by the grammar, some from known cases with something changed, some noise.</summary>
internal sealed class FilterFuzzer(Random random)
{
    private const string Alphabet = "abzAE019 \t\n\"'%[]{}()<>=!&|.,*?-+_$\\/:;#@~^`\u00e9\u4e2d\ud835\udcb3\ufeff\0";

    private static readonly string[] Patterns = [.. FilterCase.All.Select(static c => c.Pattern)];

    private static readonly string[] Messages = [.. FilterCase.All.Where(static c => !c.IsInvalid).SelectMany(static c => c.Messages).Distinct()];

    public string Pattern() => random.Next(10) switch
    {
        0 => Noise(random.Next(24)),
        < 5 => Mutate(KnownPattern()),
        5 => KnownPattern(),
        6 => TextPattern(),
        7 => DelimitedPattern(),
        _ => JsonPattern(),
    };

    public byte[] Message()
    {
        switch (random.Next(10))
        {
            case 0:
                var bytes = new byte[random.Next(40)];
                random.NextBytes(bytes);
                return bytes;
            case 1:
                return Encoding.UTF8.GetBytes(Noise(random.Next(60)));
            case < 5:
                return Encoding.UTF8.GetBytes(Mutate(Pick(Messages)));
            case < 8:
                return Encoding.UTF8.GetBytes($"{{\"a\":{Json(3)},\"b\":{Json(2)},\"{Pick("a", "c", "\\u0061")}\":{Json(1)}}}");
            default:
                return Encoding.UTF8.GetBytes(Pick(Messages));
        }
    }

    // Making the automaton of a regular expression takes a hundred times as long as all the rest.
    private string KnownPattern()
    {
        var pattern = Pick(Patterns);
        return pattern.Contains('%', StringComparison.Ordinal) && random.Next(8) > 0 ? KnownPattern() : pattern;
    }

    private string TextPattern() => random.Next(6) == 0
        ? Regex()
        : Many(4, () => Pick("", "-", "?") + Pick("a", "ERROR", "\"b c\"", "é", "\"\\\"\"", "1.5"), Pick(" ", "", "  "));

    private string DelimitedPattern()
    {
        var number = 0;
        return "[" + Many(6, () => Pick("...", "", $"f{++number}", SlotCondition($"f{++number}"), SlotCondition($"f{++number}")), ", ") + "]";
    }

    private string SlotCondition(string name) =>
        Many(3, () => Wrap($"{name} {Operator()} {Value()}"), Pick(" && ", " || "));

    private string JsonPattern() => "{ " + Many(4, JsonCondition, Pick(" && ", " || ")) + " }";

    private string JsonCondition()
    {
        var selector = Pick("$.a", "$.b", "$.*", "$.['a']") + Many(3, () => Pick(".a", ".b", "[0]", "[1]", "[*]", ".*", "", "", ""), "");
        return Wrap(selector + Pick(" IS NULL", " IS TRUE", " NOT EXISTS", $" {Operator()} {Value()}", $" {Operator()} {Value()}"));
    }

    private string Operator() => Pick("=", "=", "=", "!=", "!=", "<", ">=", ">", "<=");

    private string Value() => random.Next(30) switch
    {
        0 => Regex(),
        < 6 => Pick("\"a*\"", "\"\"", "*", "*b", "a*c", "\"x y\"", "true", "1*"),
        < 11 => Pick("abc", "ERROR", "x1", "null"),
        _ => Pick("0", "1", "-1.5", "1e3", "1e-999", "9007199254740993", "+7", "2147483648e2147483647"),
    };

    private string Regex() => "%" + Many(5, () => Pick("a", "b+", ".", "[a-c]", "[^a]*", "\\d", "\\w+?", "x{2,3}", "|", "^", "$", "\\x41", "\\b", "[[:digit:]]", "(", "\\"), "") + "%";

    private string Json(int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => Pick("null", "true", "false"),
        1 => Pick("1", "0", "-1.5", "1e3", "1e309", "-0.0", "9007199254740993", "12345678.9", "1e-7"),
        < 6 => Pick("\"a\"", "\"abc\"", "\"\"", "\"1\"", "\"\\u0061\\ud835\"", "\"x y\"", "\"\\n\\\\\""),
        6 => "[" + Many(4, () => Json(depth - 1), ",") + "]",
        _ => "{" + Many(4, () => Pick("\"a\"", "\"b\"", "\"\\u0062\"", "\"1\"") + ":" + Json(depth - 1), ", ") + "}",
    };

    private string Mutate(string text)
    {
        var changed = new StringBuilder(text);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(changed.Length + 1);
            var length = Math.Min(random.Next(1, 6), changed.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    changed.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
                    break;
                case 1:
                    changed.Remove(at, length);
                    break;
                case 2 when at < changed.Length:
                    changed[at] = Alphabet[random.Next(Alphabet.Length)];
                    break;
                case 3:
                    changed.Insert(random.Next(changed.Length + 1), changed.ToString(at, length));
                    break;
                default:
                    var other = Pick(Patterns);
                    changed.Insert(at, other[..random.Next(other.Length + 1)]);
                    break;
            }
        }
        return changed.ToString();
    }

    private string Noise(int length)
    {
        var noise = new char[length];
        for (var i = 0; i < length; i++)
            noise[i] = Alphabet[random.Next(Alphabet.Length)];
        return new string(noise);
    }

    private string Wrap(string condition) => random.Next(4) == 0 ? $"({condition})" : condition;

    private string Many(int most, Func<string> make, string separator)
    {
        var parts = new string[random.Next(1, most + 1)];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = make();
        return string.Join(separator, parts);
    }

    private string Pick(params string[] from) => from[random.Next(from.Length)];
}
