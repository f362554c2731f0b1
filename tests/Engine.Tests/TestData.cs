using System.Text.Json;

namespace FlowLogs.Tests;

/// <summary>Finds the files the tests need: cases under tests/data, and samples that may lie beside the repository.</summary>
internal static class TestData
{
    /// <summary>The real-world samples, which are not part of the repository; null where they are not there.</summary>
    public static string? SamplesFolder { get; } = FindSamples();

    public static IEnumerable<JsonElement> ReadCases(string fileName) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", fileName))
            .Where(static line => line.Length > 0)
            .Select(static line => JsonDocument.Parse(line).RootElement);

    private static string? FindSamples()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FlowLogs.slnx")))
            {
                var samples = Path.Combine(folder.FullName, "..", "shared", "samples");
                return Directory.Exists(samples) ? Path.GetFullPath(samples) : null;
            }
        }

        return null;
    }
}

/// <summary>A test over the samples; skipped, with the reason, where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SamplesTheoryAttribute : TheoryAttribute
{
    public SamplesTheoryAttribute()
    {
        if (TestData.SamplesFolder is null)
            Skip = "The samples are not part of the repository and do not lie beside it.";
    }
}

/// <summary>As <see cref="SamplesTheoryAttribute"/>, for one case.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SamplesFactAttribute : FactAttribute
{
    public SamplesFactAttribute()
    {
        if (TestData.SamplesFolder is null)
            Skip = "The samples are not part of the repository and do not lie beside it.";
    }
}
