using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Nodes;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Patterns;

/// <summary>
/// A guess at the share of records for which a condition on one field holds. What says more gets its place in a pattern
/// first; nothing else depends on it.
/// </summary>
internal static class Selectivity
{
    private const double Rare = 0.01;
    private const double Some = 0.1;
    private const double Half = 0.5;

    public static double Estimate(FlowExpression condition) => condition switch
    {
        AllExpression all => all.Parts.Aggregate(1.0, static (share, part) => share * Estimate(part)),
        AnyExpression any => Math.Min(1, any.Parts.Sum(Estimate)),
        ConstantExpression constant => constant.Value ? 1 : 0,
        NegatableTest { IsNegated: true } test => 1 - EstimateFound(test),
        FieldTest test => EstimateFound(test),
        _ => Half,
    };

    private static double EstimateFound(FieldTest test) => test switch
    {
        NumberTest number => EstimateNumbers(number),
        TimeTest => Half,
        TextTest text => Math.Min(1, text.Texts.Texts.Count * EstimateText(text.Field)),
        NetworkTest network => Math.Min(1, network.Networks.Sum(EstimateNetwork)),
        MissingTest missing => missing.WhenMissing ? Rare : 1 - Rare,
        _ => Some,
    };

    // Small numbers are the frequent ones, so the share of ports is not that of records.
    private static double EstimateNumbers(NumberTest test)
    {
        var (min, max) = AwsVocabulary.Limits(test.Field);
        var count = test.Ranges.Ranges.Sum(range =>
            Math.Max(0.0, Math.Min(range.To, max) - (double)Math.Max(range.From, min) + 1));
        return Math.Min(1, (Rare * test.Ranges.Ranges.Count) + (count / max));
    }

    private static double EstimateText(FlowField field) => field.Id switch
    {
        FlowFieldId.Action or FlowFieldId.FlowDirection or FlowFieldId.Type or FlowFieldId.LogStatus => Half,
        _ => Rare,
    };

    private static double EstimateNetwork(FlowNetwork network) =>
        network.IsAddress ? Rare / 10 : network.PrefixLength >= 16 ? Rare : Some;
}
