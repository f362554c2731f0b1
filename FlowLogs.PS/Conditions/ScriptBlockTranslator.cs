using System.Management.Automation;
using System.Management.Automation.Language;
using FlowLogs.Conditions;

namespace FlowLogs.PS.Conditions;

/// <summary>
/// Reads a condition from a script block's syntax tree, such that running the block with Where-Object gives the same
/// records. Nothing of the block is run for it.
/// </summary>
/// <remarks>
/// A block that cannot be translated whole may do anything in the part that cannot. Only what stands before that part in
/// a chain of <c>-and</c> is taken then: it is what PowerShell evaluates first, and where it is false nothing else is
/// run. And it must not use variables, which the part behind may change from one record to the next.
/// </remarks>
internal sealed class ScriptBlockTranslator
{
    private readonly ConstantReader _constants;

    private ScriptBlockTranslator(SessionState session, bool withVariables) =>
        _constants = new ConstantReader(session, withVariables);

    /// <summary>Translates a block.</summary>
    /// <param name="block">The block; <c>$_</c> is a record in it.</param>
    /// <param name="session">Where the block's variables are.</param>
    public static ScriptBlockTranslation Translate(ScriptBlock block, SessionState session)
    {
        if (FindExpression(block.Ast as ScriptBlockAst) is not { } expression)
            return new ScriptBlockTranslation(null, block);
        if (new ScriptBlockTranslator(session, withVariables: true).Translate(expression) is { } whole)
            return new ScriptBlockTranslation(whole, null);

        var part = new ScriptBlockTranslator(session, withVariables: false).TranslateBeginning(expression);
        return new ScriptBlockTranslation(part, block);
    }

    // The one expression of a block that has nothing else: no parameters, no begin or end, no second statement.
    private static ExpressionAst? FindExpression(ScriptBlockAst? block) => block is
    {
        ParamBlock: null,
        BeginBlock: null,
        ProcessBlock: null,
        DynamicParamBlock: null,
        EndBlock: { Unnamed: true } body,
    }
        ? SingleExpression.Of(body.Statements, body.Traps)
        : null;

    // The longest run of conditions, from the left, that can be translated.
    private FlowExpression? TranslateBeginning(ExpressionAst expression)
    {
        switch (expression)
        {
            case ParenExpressionAst { Pipeline: var inner } when SingleExpression.Of(inner) is { } nested:
                return TranslateBeginning(nested);
            case BinaryExpressionAst { Operator: TokenKind.And } and:
                // Where the left side is not whole, what is behind it must wait for it.
                if (Translate(and.Left) is not { } left)
                    return TranslateBeginning(and.Left);
                return TranslateBeginning(and.Right) is { } right ? FlowExpression.All(left, right) : left;
            default:
                return Translate(expression);
        }
    }

    // As a condition, that is, for whether PowerShell takes the value for true; null where it cannot be said.
    private FlowExpression? Translate(ExpressionAst expression)
    {
        switch (expression)
        {
            case ParenExpressionAst { Pipeline: var inner }:
                return SingleExpression.Of(inner) is { } nested ? Translate(nested) : null;
            case UnaryExpressionAst { TokenKind: TokenKind.Not or TokenKind.Exclaim } not:
                return Translate(not.Child) is { } child ? FlowExpression.Not(child) : null;
            case BinaryExpressionAst { Operator: TokenKind.And } and:
                return Join(and, static (left, right) => FlowExpression.All(left, right));
            case BinaryExpressionAst { Operator: TokenKind.Or } or:
                return Join(or, static (left, right) => FlowExpression.Any(left, right));
            case BinaryExpressionAst comparison:
                return TranslateComparison(comparison);
            default:
                if (RecordField.Find(expression) is { } field)
                    return FieldComparison.IsTrue(field);
                return _constants.TryRead(expression, out var value) && value is not object[]
                    ? LanguagePrimitives.IsTrue(value) ? FlowExpression.True : FlowExpression.False
                    : null;
        }
    }

    private FlowExpression? Join(BinaryExpressionAst joint, Func<FlowExpression, FlowExpression, FlowExpression> join) =>
        Translate(joint.Left) is { } left && Translate(joint.Right) is { } right ? join(left, right) : null;

    private FlowExpression? TranslateComparison(BinaryExpressionAst comparison)
    {
        if (RecordField.Find(comparison.Left) is { } field)
            return _constants.TryRead(comparison.Right, out var value) ? FieldComparison.Translate(field, comparison.Operator, value) : null;
        return RecordField.Find(comparison.Right) is { } right && _constants.TryRead(comparison.Left, out var constant)
            ? FieldComparison.TranslateReversed(right, comparison.Operator, constant)
            : null;
    }
}
