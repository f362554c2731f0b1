using System.Management.Automation.Language;
using FlowLogs.Records;

namespace FlowLogs.PS.Conditions;

/// <summary>Finds the field in <c>$_.DstPort</c>.</summary>
internal static class RecordField
{
    private static readonly Dictionary<string, FlowField> ByProperty =
        FlowFields.All.ToDictionary(static field => field.PropertyName, StringComparer.OrdinalIgnoreCase);

    /// <summary>The field whose property an expression reads; null where it does anything else.</summary>
    public static FlowField? Find(ExpressionAst expression) => expression is MemberExpressionAst
    {
        Static: false,
        Expression: VariableExpressionAst { Splatted: false, VariablePath: { IsDriveQualified: false, UserPath: var variable } },
        Member: StringConstantExpressionAst { Value: var name },
    } and not InvokeMemberExpressionAst
        && (variable == "_" || variable.Equals("PSItem", StringComparison.OrdinalIgnoreCase))
            ? ByProperty.GetValueOrDefault(name)
            : null;
}
