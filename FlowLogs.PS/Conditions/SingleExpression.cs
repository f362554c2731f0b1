using System.Management.Automation.Language;

namespace FlowLogs.PS.Conditions;

/// <summary>Finds the expression of a pipeline that is nothing else.</summary>
internal static class SingleExpression
{
    /// <summary>The expression; null for a pipeline with commands, redirections or an ampersand behind it.</summary>
    public static ExpressionAst? Of(StatementAst pipeline) =>
        pipeline is PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0 } command] }
            && pipeline.Extent.EndOffset == command.Extent.EndOffset
                ? command.Expression
                : null;

    /// <summary>The expression of the only statement in a block.</summary>
    public static ExpressionAst? Of(IReadOnlyList<StatementAst> statements, IReadOnlyCollection<TrapStatementAst>? traps) =>
        statements is [var only] && traps is null or { Count: 0 } ? Of(only) : null;
}
