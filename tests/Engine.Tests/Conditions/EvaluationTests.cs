using System.Text;
using FlowLogs.Conditions;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Tests.Conditions;

public class EvaluationTests
{
    private const string Line =
        "2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK";

    private const string NoData =
        "2 123456789010 eni-1235b8ca123456789 - - - - - - - 1431280876 1431280934 - NODATA";

    [Theory]
    [InlineData(ComparisonOperator.Equal, 22, true)]
    [InlineData(ComparisonOperator.Equal, 22.5, false)]
    [InlineData(ComparisonOperator.NotEqual, 22, false)]
    [InlineData(ComparisonOperator.NotEqual, 22.5, true)]
    [InlineData(ComparisonOperator.Less, 22, false)]
    [InlineData(ComparisonOperator.Less, 22.5, true)]
    [InlineData(ComparisonOperator.LessOrEqual, 22, true)]
    [InlineData(ComparisonOperator.Greater, 21.5, true)]
    [InlineData(ComparisonOperator.Greater, 22, false)]
    [InlineData(ComparisonOperator.GreaterOrEqual, 22, true)]
    [InlineData(ComparisonOperator.GreaterOrEqual, 1e300, false)]
    [InlineData(ComparisonOperator.Less, double.PositiveInfinity, true)]
    [InlineData(ComparisonOperator.Less, double.NaN, false)]
    [InlineData(ComparisonOperator.NotEqual, double.NaN, true)]
    public void Numbers_compare(ComparisonOperator comparison, double value, bool expected)
    {
        var field = FlowExpression.FindField("DstPort");
        var test = FlowExpression.Number(field, comparison, value, whenMissing: false);
        Assert.Equal(expected, IsMatch(test, Line));
        Assert.False(IsMatch(test, NoData));
        Assert.Equal(!expected, IsMatch(FlowExpression.Not(test), Line));
        Assert.True(IsMatch(FlowExpression.Not(test), NoData));
        if (Math.Abs(value) < 1e9)
            Assert.Equal(expected, IsMatch(FlowExpression.Number(field, comparison, (decimal)value, whenMissing: false), Line));
    }

    internal static bool IsMatch(FlowExpression expression, string line, FlowLogFormat? format = null)
    {
        FlowLogFormat[] formats = format is null ? [] : [format];
        var scanner = new LineScanner("test", formats);
        var record = scanner.Scan(LineScanner.Trim(Encoding.UTF8.GetBytes(line)), 1, default, out var problem);
        Assert.Null(problem);
        var testing = new LineScanner("test", formats, expression.Bind);
        var isWanted = testing.Scan(LineScanner.Trim(Encoding.UTF8.GetBytes(line)), 1, default, out _) is not null;
        Assert.Equal(isWanted, expression.IsMatch(record!));
        return isWanted;
    }
}
