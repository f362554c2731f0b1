using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Makes a metric filter, or replaces the one of the same name.</summary>
internal sealed class PutMetricFilter(LogStore store) : IJsonOperation
{
    private const int MaxTransformations = 1;

    public string Target => LogsOperations.TargetPrefix + nameof(PutMetricFilter);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var groupName = request.RequiredText("logGroupName", TextRule.LogGroupName);
        var name = request.RequiredText("filterName", TextRule.FilterName);
        var patternText = request.RequiredText("filterPattern", TextRule.FilterPattern);
        var transformations = request
            .RequiredStructures("metricTransformations", MaxTransformations, MaxTransformations)
            .Select(TransformationRules.Read)
            .ToList();
        var onTransformedLogs = request.Flag("applyOnTransformedLogs") == true;
        var criteria = request.Text("fieldSelectionCriteria", TextRule.FieldSelectionCriteria);
        var systemFields = request.Texts("emitSystemFieldDimensions", TextRule.Any, 0, int.MaxValue) ?? [];
        request.Validate();

        var group = store.Group(groupName);
        var filter = new MetricFilter
        {
            Name = name,
            LogGroupName = group.Name,
            Pattern = PatternArgument.Parse(patternText),
            Transformation = transformations[0],
            CreationTime = store.Now,
            ApplyOnTransformedLogs = onTransformedLogs,
            FieldSelectionCriteria = criteria,
            SystemFieldDimensions = systemFields,
        };
        TransformationRules.Check(filter);
        group.PutMetricFilter(filter);
    }
}
