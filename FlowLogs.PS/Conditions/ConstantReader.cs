using System.Management.Automation;
using System.Management.Automation.Language;

namespace FlowLogs.PS.Conditions;

/// <summary>
/// Reads the value of an expression that is the same for every record: literals, lists of them and, where they are
/// allowed, variables. Values are simple ones: texts, numbers, booleans, times, <c>$null</c>, and lists of these.
/// </summary>
internal sealed class ConstantReader(SessionState session, bool withVariables)
{
    // Their values depend on where and when they are read, or reading them is an act.
    private static readonly HashSet<string> Special = new(StringComparer.OrdinalIgnoreCase)
    {
        "_", "PSItem", "this", "input", "args", "Matches", "foreach", "switch", "Error", "StackTrace", "MyInvocation",
        "PSBoundParameters", "PSCmdlet", "PSScriptRoot", "PSCommandPath", "?", "^", "$", "LASTEXITCODE",
    };

    public bool TryRead(ExpressionAst expression, out object? value)
    {
        value = null;
        switch (expression)
        {
            // Also text in quotes that has nothing to expand.
            case ConstantExpressionAst constant:
                value = constant.Value;
                return IsSimple(value);
            case ParenExpressionAst { Pipeline: var pipeline }:
                return SingleExpression.Of(pipeline) is { } only && TryRead(only, out value);
            case UnaryExpressionAst { TokenKind: TokenKind.Minus, Child: ConstantExpressionAst { Value: int or long or double or decimal } number }:
                value = Negate(number.Value);
                return true;
            case ArrayLiteralAst list:
                return TryReadList(list.Elements, out value);
            case ArrayExpressionAst { SubExpression: var block }:
                if (SingleExpression.Of(block.Statements, block.Traps) is not { } inner || !TryRead(inner, out value))
                    return false;
                value = value as object[] ?? [value!];
                return true;
            case VariableExpressionAst variable:
                return TryReadVariable(variable, out value);
            default:
                return false;
        }
    }

    private bool TryReadVariable(VariableExpressionAst variable, out object? value)
    {
        value = null;
        var path = variable.VariablePath;
        if (variable.Splatted || path.IsDriveQualified)
            return false;
        switch (path.UserPath.ToUpperInvariant())
        {
            case "TRUE":
                value = true;
                return true;
            case "FALSE":
                value = false;
                return true;
            case "NULL":
                return true;
        }

        // A variable that does not exist is $null or an error, as strict mode has it: PowerShell may decide.
        if (!withVariables || Special.Contains(path.UserPath) || session.PSVariable.Get(path.UserPath) is not { } found)
            return false;
        value = found.Value is PSObject wrapped ? wrapped.BaseObject : found.Value;
        if (value is Array array)
            return TryTakeList(array, out value);
        return IsSimple(value);
    }

    private bool TryReadList(IEnumerable<ExpressionAst> elements, out object? value)
    {
        var list = new List<object?>();
        value = null;
        foreach (var element in elements)
        {
            if (!TryRead(element, out var item) || item is object[])
                return false;
            list.Add(item);
        }

        value = list.ToArray();
        return true;
    }

    private static bool TryTakeList(Array array, out object? value)
    {
        var list = array.Cast<object?>().Select(static item => item is PSObject wrapped ? wrapped.BaseObject : item).ToArray();
        value = list;
        return array.Rank == 1 && Array.TrueForAll(list, IsSimple);
    }

    private static bool IsSimple(object? value) => value is null or string or bool or DateTime or DateTimeOffset
        or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;

    private static object Negate(object number) => number switch
    {
        int value => -(long)value,
        long value => value == long.MinValue ? -(double)value : -value,
        double value => -value,
        decimal value => -value,
        _ => throw new ArgumentException("No number.", nameof(number)),
    };
}
