using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using FlowLogs.Conditions;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;

namespace FlowLogs.PS.Conditions;

/// <summary>
/// PowerShell's comparisons of a record's field with a constant, with what PowerShell does about types and about
/// <c>$null</c>. What is null here could not be said exactly, and is left to PowerShell.
/// </summary>
internal static class FieldComparison
{
    /// <summary><c>$_.Field -op constant</c></summary>
    public static FlowExpression? Translate(FlowField field, TokenKind op, object? value)
    {
        if (value is null)
            return TranslateNull(field, op);
        if (value is object[] list)
        {
            return op switch
            {
                TokenKind.Iin or TokenKind.Cin => TranslateIn(field, list, op == TokenKind.Iin),
                TokenKind.Inotin or TokenKind.Cnotin => Not(TranslateIn(field, list, op == TokenKind.Inotin)),
                _ => null,
            };
        }

        return field.Type switch
        {
            FlowFieldType.Text => TranslateText(field, op, value),
            FlowFieldType.Time => TranslateTime(field, op, value),
            _ when HasFlags(field) => TranslateFlags(field, op, value),
            _ => TranslateNumber(field, op, value),
        };
    }

    /// <summary><c>constant -op $_.Field</c>: only where both sides are of one kind, as the left side's type rules.</summary>
    public static FlowExpression? TranslateReversed(FlowField field, TokenKind op, object? value)
    {
        if (value is object[] list)
        {
            return op switch
            {
                TokenKind.Icontains or TokenKind.Ccontains => TranslateIn(field, list, op == TokenKind.Icontains),
                TokenKind.Inotcontains or TokenKind.Cnotcontains => Not(TranslateIn(field, list, op == TokenKind.Inotcontains)),
                _ => null,
            };
        }

        var sameKind = value is null || field.Type switch
        {
            FlowFieldType.Text => value is string,
            FlowFieldType.Time => false,
            _ => HasFlags(field) ? value is int or long : IsWhole(value),
        };
        var mirrored = ComparisonTokens.Mirror(op);
        if (!sameKind || mirrored is null)
            return null;

        // With $null on the right, PowerShell's rules are the mirror image of those with $null on the left.
        return Translate(field, mirrored.Value, value);
    }

    /// <summary><c>$_.Field</c> by itself: whether PowerShell takes its value for true.</summary>
    public static FlowExpression IsTrue(FlowField field) => field.Type is FlowFieldType.Int32 or FlowFieldType.Int64
        ? FlowExpression.Number(field, ComparisonOperator.NotEqual, 0m, whenMissing: false)
        : FlowExpression.Not(FlowExpression.Missing(field));

    private static FlowExpression? TranslateNull(FlowField field, TokenKind op) => op switch
    {
        TokenKind.Ieq or TokenKind.Ceq => FlowExpression.Missing(field),
        TokenKind.Ine or TokenKind.Cne => FlowExpression.Not(FlowExpression.Missing(field)),
        _ => null,
    };

    private static FlowExpression? TranslateNumber(FlowField field, TokenKind op, object value)
    {
        if (ComparisonTokens.ToOperator(op) is not { } comparison)
            return null;

        // A text is converted to the field's type; a number rather the other way round, which changes no value.
        if (value is string)
        {
            var type = field.Type == FlowFieldType.Int32 ? typeof(int) : typeof(long);
            return LanguagePrimitives.TryConvertTo(value, type, CultureInfo.InvariantCulture, out var number)
                ? FlowExpression.Number(field, comparison, Convert.ToDecimal(number, CultureInfo.InvariantCulture), whenMissing: NullIs(comparison, isNegative: false))
                : null;
        }

        return value switch
        {
            float or double => FlowExpression.Number(field, comparison, Convert.ToDouble(value, CultureInfo.InvariantCulture), NullIs(comparison, Convert.ToDouble(value, CultureInfo.InvariantCulture) < 0)),
            decimal exact => FlowExpression.Number(field, comparison, exact, NullIs(comparison, exact < 0)),
            _ when IsWhole(value) => FlowExpression.Number(field, comparison, Convert.ToDecimal(value, CultureInfo.InvariantCulture), NullIs(comparison, Convert.ToDecimal(value, CultureInfo.InvariantCulture) < 0)),
            _ => null,
        };
    }

    // Flags on the left turn whole numbers and names into flags. Other numbers, and texts that are no names in full or are
    // compared by size, are errors or are read in ways of their own: left to PowerShell.
    private static FlowExpression? TranslateFlags(FlowField field, TokenKind op, object value) => value switch
    {
        int or long => TranslateNumber(field, op, value),
        string names when ComparisonTokens.ToOperator(op) is ComparisonOperator.Equal or ComparisonOperator.NotEqual && ReadFlags(names) is { } flags =>
            TranslateNumber(field, op, (int)flags),
        _ => null,
    };

    private static FlowTcpFlags? ReadFlags(string names)
    {
        var flags = default(FlowTcpFlags);
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Enum.GetNames<FlowTcpFlags>().Contains(name, StringComparer.OrdinalIgnoreCase))
                return null;
            flags |= Enum.Parse<FlowTcpFlags>(name, ignoreCase: true);
        }

        return flags;
    }

    private static FlowExpression? TranslateTime(FlowField field, TokenKind op, object value)
    {
        if (ComparisonTokens.ToOperator(op) is not { } comparison || value is not (DateTime or DateTimeOffset or string)
            || !LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out DateTimeOffset time))
        {
            return null;
        }

        return FlowExpression.Time(field, comparison, time, NullIs(comparison, isNegative: false));
    }

    private static FlowExpression? TranslateText(FlowField field, TokenKind op, object value)
    {
        // A number on the right becomes text. Beyond ASCII, equality depends on the culture: left to PowerShell.
        var text = value is string given ? given : IsWhole(value) ? LanguagePrimitives.ConvertTo<string>(value) : null;
        if (text is null || !text.All(static c => c is >= ' ' and <= '~'))
            return null;

        var ignoreCase = op is TokenKind.Ieq or TokenKind.Ine or TokenKind.Ilike or TokenKind.Inotlike or TokenKind.Imatch or TokenKind.Inotmatch;
        switch (op)
        {
            case TokenKind.Ieq or TokenKind.Ceq:
                return FlowExpression.Text(field, [text], ignoreCase);
            case TokenKind.Ine or TokenKind.Cne:
                return FlowExpression.Not(FlowExpression.Text(field, [text], ignoreCase));
            case TokenKind.Ilike or TokenKind.Clike:
                return TranslateLike(field, text, ignoreCase);
            case TokenKind.Inotlike or TokenKind.Cnotlike:
                return Not(TranslateLike(field, text, ignoreCase));
            case TokenKind.Imatch or TokenKind.Cmatch:
                return TranslateMatch(field, text, ignoreCase);
            case TokenKind.Inotmatch or TokenKind.Cnotmatch:
                return Not(TranslateMatch(field, text, ignoreCase));
            default:
                return null;
        }
    }

    // $null is an empty text here. Sets of characters and escapes are left to PowerShell.
    private static FlowExpression? TranslateLike(FlowField field, string pattern, bool ignoreCase) =>
        pattern.IndexOfAny(['[', ']', '`']) >= 0
            ? null
            : FlowExpression.Like(field, pattern, ignoreCase, whenMissing: pattern.All(static c => c == '*'));

    private static FlowExpression? TranslateMatch(FlowField field, string pattern, bool ignoreCase)
    {
        try
        {
#pragma warning disable MA0009 // PowerShell sets no limit either, and the block means what it means there.
            var regex = new Regex(pattern, ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
#pragma warning restore MA0009
            return FlowExpression.Match(field, regex, whenMissing: regex.IsMatch(string.Empty));
        }
        catch (ArgumentException)
        {
            // The error is PowerShell's to give, for each record that reaches it.
            return null;
        }
    }

    // The items are on the left of the comparison, so that their types rule: they must be the field's.
    private static FlowExpression? TranslateIn(FlowField field, object?[] items, bool ignoreCase)
    {
        switch (field.Type)
        {
            case FlowFieldType.Text when Array.TrueForAll(items, static item => item is string text && text.All(static c => c is >= ' ' and <= '~')):
                return FlowExpression.Text(field, items.Cast<string>(), ignoreCase);
            case FlowFieldType.Int32 or FlowFieldType.Int64 when Array.TrueForAll(items, item => item is int or long || (item is short or byte && !HasFlags(field))):
                return FlowExpression.NumberIn(field, items.Select(static item => Convert.ToInt64(item, CultureInfo.InvariantCulture)).Select(static number => new FlowNumberRange(number, number)));
            default:
                return null;
        }
    }

    private static FlowExpression? Not(FlowExpression? condition) => condition is null ? null : FlowExpression.Not(condition);

    // $null is less than everything but negative numbers, and equal to nothing but itself.
    private static bool NullIs(ComparisonOperator comparison, bool isNegative) => comparison switch
    {
        ComparisonOperator.NotEqual => true,
        ComparisonOperator.Less or ComparisonOperator.LessOrEqual => !isNegative,
        ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual => isNegative,
        _ => false,
    };

    private static bool HasFlags(FlowField field) => field.ValueType == typeof(FlowTcpFlags);

    private static bool IsWhole(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong;
}
