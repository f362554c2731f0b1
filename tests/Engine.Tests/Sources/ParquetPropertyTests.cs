extern alias other;

using System.Text;
using FlowLogs.Reading;
using FlowLogs.Tests.Conditions;
using FlowLogs.Tests.Filtering;
using other::Parquet;

namespace FlowLogs.Tests.Sources;

/// <summary>The same flows as text, gzip, zstd and Parquet give the same, whatever is wanted of them.</summary>
public sealed class ParquetPropertyTests
{
    private static readonly CompressionMethod[] Methods =
        [CompressionMethod.None, CompressionMethod.Snappy, CompressionMethod.Gzip, CompressionMethod.Zstd, CompressionMethod.Brotli];

    [Fact]
    public void Records_are_the_same_in_every_form()
    {
        var random = new Random(20261123);
        for (var i = 0; i < FuzzSettings.Cases(50); i++)
            Check(random.Next());
    }

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var source = new RandomLines(random, isCanonical: true);
        var format = source.Format();
        string[][] groups = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Enumerable.Range(0, random.Next(60)).Select(_ => source.Line(format)).ToArray())];
        var text = Encoding.UTF8.GetBytes(string.Concat(
            groups.SelectMany(static lines => lines).Prepend(string.Join(' ', format.Fields.Select(static field => field.Name))).Select(static line => line + "\n")));

        // Some columns of numbers are text, whose statistics say nothing of their order.
        var textShare = random.Next(3);
        var builder = ParquetBuilder.Of(format, _ => random.Next(4) < textShare);
        builder.Options.CompressionMethod = Methods[random.Next(Methods.Length)];
        builder.Options.DictionaryEncodingThreshold = random.Next(2);
        foreach (var field in format.Fields)
            builder.Options.ColumnEncodingHints[field.Name.Replace('-', '_')] = (EncodingHint)random.Next(4);
        foreach (var lines in groups)
            builder.AddLines(lines);
        var parquet = builder.Build();

        for (var i = 0; i < 5; i++)
        {
            var options = i == 0 ? new FlowReadOptions() : new FlowReadOptions { Condition = new RandomConditions(random, format).Next() };
            if (i == 4)
                options = options with { StartTime = DateTimeOffset.FromUnixTimeSeconds(1_600_000_000), EndTime = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000) };
            var expected = Results(text, options, seed);
            Assert.Equal(expected, Results(Compress.Gzip(text), options, seed));
            Assert.Equal(expected, Results(Compress.Zstd(text), options, seed));
            Assert.Equal(expected, Results(parquet, options, seed));
        }
    }

    private static IEnumerable<string> Results(byte[] contents, FlowReadOptions options, int seed) =>
        [$"seed {seed}, {options.Condition}", .. new MemorySource(contents).Read(options).Select(static item => item.Record is { } record
            ? $"{record} of {record.Format}"
            : item.Problem!.ErrorId)];
}
