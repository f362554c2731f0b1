using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.AwsJson;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>A time, which the service gives and takes as milliseconds since 1970 in UTC.</summary>
internal sealed class EpochMillisecondsConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        // Emulators write fractions of a millisecond.
        DateTimeOffset.FromUnixTimeMilliseconds(reader.TryGetInt64(out var whole) ? whole : (long)reader.GetDouble())
            .UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(new DateTimeOffset(value.ToUniversalTime()).ToUnixTimeMilliseconds());
}

internal sealed class DistributionConverter() : ConstantConverter<Distribution>(Distribution.FindValue);

internal sealed class LogGroupClassConverter() : ConstantConverter<LogGroupClass>(LogGroupClass.FindValue);

internal sealed class OrderByConverter() : ConstantConverter<OrderBy>(OrderBy.FindValue);

internal sealed class StandardUnitConverter() : ConstantConverter<StandardUnit>(StandardUnit.FindValue);
