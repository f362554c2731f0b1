using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Nodes;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Rewriting;

/// <summary>Brings a condition into its simplest form, from the leaves up.</summary>
internal static class Simplifier
{
    /// <inheritdoc cref="FlowExpression.Simplify"/>
    public static FlowExpression Simplify(FlowExpression expression) => Simplify(expression, static _ => true);

    /// <summary>The same for lines of one format: a field that it lacks is missing.</summary>
    public static FlowExpression Simplify(FlowExpression expression, FlowLogFormat format) =>
        Simplify(expression, field => format.ColumnOf(field) >= 0);

    private static FlowExpression Simplify(FlowExpression expression, Func<FlowField, bool> hasField) => expression switch
    {
        AllExpression all => Join(all.Parts, isAll: true, hasField),
        AnyExpression any => Join(any.Parts, isAll: false, hasField),
        NotExpression not => Simplify(not.Part.Negate(), hasField),
        FieldTest test when !hasField(test.Field) => ConstantExpression.Of(test.WhenMissing),
        FieldTest test => test.Reduce(),
        _ => expression,
    };

    private static FlowExpression Join(IReadOnlyList<FlowExpression> parts, bool isAll, Func<FlowField, bool> hasField)
    {
        var joined = new List<FlowExpression>(parts.Count);
        foreach (var part in parts)
        {
            var simple = Simplify(part, hasField);
            var inner = isAll ? (simple as AllExpression)?.Parts : (simple as AnyExpression)?.Parts;
            foreach (var item in inner ?? [simple])
            {
                if (!Add(joined, item, isAll))
                    return ConstantExpression.Of(!isAll);
            }
        }

        return joined switch
        {
            [] => ConstantExpression.Of(isAll),
            [var only] => only,
            _ => isAll ? new AllExpression(joined) : new AnyExpression(joined),
        };
    }

    // False if the whole is decided: "and" has a part that is never true, "or" one that always is.
    private static bool Add(List<FlowExpression> parts, FlowExpression part, bool isAll)
    {
        if (part is ConstantExpression constant)
            return constant.Value == isAll;

        var text = part.ToString();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].ToString() == text)
                return true;
            if (part is not FieldTest test || parts[i] is not FieldTest before || !IsSame(test.Field, before.Field))
                continue;
            if ((before.Join(test, isAll) ?? test.Join(before, isAll)) is { } both)
            {
                // What they have become may join with another part.
                parts.RemoveAt(i);
                return Add(parts, both, isAll);
            }
        }

        var opposite = part.Negate().ToString();
        if (parts.Exists(other => other.ToString() == opposite))
            return false;
        parts.Add(part);
        return true;
    }

    private static bool IsSame(FlowField left, FlowField right) =>
        left.Id is { } id ? right.Id == id : left.Name == right.Name;
}
