using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.AwsJson;

namespace Amazon.CloudWatch.Internal;

/// <summary>A time, which the service gives and takes as seconds since 1970 in UTC, with fractions.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTime>
{
    // Whole milliseconds: that is what the service knows, and what a double has digits for.
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(reader.GetDouble() * 1000)).UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        var milliseconds = new DateTimeOffset(value.ToUniversalTime()).ToUnixTimeMilliseconds();
        if (milliseconds % 1000 == 0)
            writer.WriteNumberValue(milliseconds / 1000);
        else
            writer.WriteNumberValue(milliseconds / 1000m);
    }
}

internal sealed class ComparisonOperatorConverter() : ConstantConverter<ComparisonOperator>(ComparisonOperator.FindValue);

internal sealed class ScanByConverter() : ConstantConverter<ScanBy>(ScanBy.FindValue);

internal sealed class StandardUnitConverter() : ConstantConverter<StandardUnit>(StandardUnit.FindValue);

internal sealed class StateValueConverter() : ConstantConverter<StateValue>(StateValue.FindValue);

internal sealed class StatusCodeConverter() : ConstantConverter<StatusCode>(StatusCode.FindValue);

internal sealed class StatisticConverter() : ConstantConverter<Statistic>(Statistic.FindValue);
