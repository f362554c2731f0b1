using System.Globalization;
using System.Runtime.InteropServices;

namespace FlowLogs.Conditions;

/// <summary>Whole numbers from one to another, both included.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FlowNumberRange(long From, long To)
{
    /// <summary>Reads a number (<c>22</c>) or a range (<c>1-1024</c>).</summary>
    /// <param name="text">Digits; for a range two numbers, the smaller one first, with a hyphen between them.</param>
    /// <exception cref="FlowLogException"><c>InvalidRange</c>: it is neither.</exception>
    public static FlowNumberRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('-');
        if (parts.Length <= 2
            && TryParse(parts[0], out var from)
            && TryParse(parts[^1], out var to)
            && from <= to)
        {
            return new FlowNumberRange(from, to);
        }

        throw new FlowLogException(
            "InvalidRange",
            FlowErrorKind.InvalidArgument,
            $"\"{text}\" is no number and no range such as 1-1024.",
            text);
    }

    /// <summary>The range as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{From}{(From == To ? "" : "-" + To.ToString(CultureInfo.InvariantCulture))}");

    private static bool TryParse(string text, out long value) => long.TryParse(
        text,
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
        CultureInfo.InvariantCulture,
        out value);
}
