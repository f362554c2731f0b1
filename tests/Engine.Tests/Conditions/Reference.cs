using System.Text;
using FlowLogs.Conditions;
using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Nodes;
using FlowLogs.Records;

namespace FlowLogs.Tests.Conditions;

/// <summary>Evaluates a tree as it was built, without simplifying it or binding it to a format.</summary>
internal static class Reference
{
    public static bool IsMatch(FlowExpression condition, FlowLogFormat format, string[] values) => condition switch
    {
        AllExpression all => all.Parts.All(part => IsMatch(part, format, values)),
        AnyExpression any => any.Parts.Any(part => IsMatch(part, format, values)),
        NotExpression not => !IsMatch(not.Part, format, values),
        ConstantExpression constant => constant.Value,
        FieldTest test when format.ColumnOf(test.Field) is >= 0 and var column => test.IsTrue(Encoding.UTF8.GetBytes(values[column])),
        FieldTest test => test.WhenMissing,
        _ => throw new NotSupportedException(),
    };
}
