using System.Text;

namespace FlowLogs.Conditions.Patterns;

/// <summary>What a slot of a pattern is to ask of its field, without the slot's name, which each comparison repeats.</summary>
internal abstract class Clause
{
    /// <summary>How many regular expressions it has.</summary>
    public abstract int RegexCount { get; }

    public static Clause Equal(string text) => new Comparison($"= {Quote(text)}");

    public static Clause NotEqual(string text) => new Comparison($"!= {Quote(text)}");

    public static Clause All(IReadOnlyList<Clause> parts) => Join(parts, isAll: true);

    public static Clause Any(IReadOnlyList<Clause> parts) => Join(parts, isAll: false);

    public abstract void WriteTo(StringBuilder pattern, string name);

    private static Clause Join(IReadOnlyList<Clause> parts, bool isAll) => parts is [var only]
        ? only
        : new Joint([.. parts.SelectMany(part => part is Joint joint && joint.IsAll == isAll ? joint.Parts : [part])], isAll);

    // Nothing that would need an escape is ever written; see PatternCharacters.
    private static string Quote(string text) => $"\"{text}\"";

    /// <summary>An operator and what stands on its right.</summary>
    internal sealed class Comparison(string text, bool isRegex = false) : Clause
    {
        public override int RegexCount => isRegex ? 1 : 0;

        public override void WriteTo(StringBuilder pattern, string name) => pattern.Append(name).Append(' ').Append(text);
    }

    // "And" within "or" gets parentheses too: nothing then depends on which of the two binds tighter.
    private sealed class Joint(IReadOnlyList<Clause> parts, bool isAll) : Clause
    {
        public IReadOnlyList<Clause> Parts => parts;

        public bool IsAll => isAll;

        public override int RegexCount => parts.Sum(static part => part.RegexCount);

        public override void WriteTo(StringBuilder pattern, string name)
        {
            for (var i = 0; i < parts.Count; i++)
            {
                if (i > 0)
                    pattern.Append(isAll ? " && " : " || ");
                if (parts[i] is not Joint)
                {
                    parts[i].WriteTo(pattern, name);
                    continue;
                }

                pattern.Append('(');
                parts[i].WriteTo(pattern, name);
                pattern.Append(')');
            }
        }
    }
}
