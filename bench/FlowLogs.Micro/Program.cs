using System.Globalization;
using System.Text;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FlowLogs.Bench.Shared;
using FlowLogs.Micro;

// In this process: the other way builds a project of its own, and this repository's settings would hold for it.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
    .WithOptions(ConfigOptions.DisableLogFile)
    .WithArtifactsPath(Path.Combine(Repository.Root, "out", "bench", "artifacts"));

var page = new StringBuilder("# Parts of it, measured with BenchmarkDotNet\n\n");
page.Append(CultureInfo.InvariantCulture, $"One core, {SampleLines.Count:N0} lines of {SampleLines.Text.Length / SampleLines.Count} bytes in memory.\n");
foreach (var type in (Type[])[typeof(ReadingLines), typeof(GroupTable), typeof(Inflating)])
{
    var summary = BenchmarkRunner.Run(type, config);
    var baseline = summary.Reports.Single(static one => one.BenchmarkCase.Descriptor.Baseline);
    page.Append(CultureInfo.InvariantCulture, $"\n## {type.Name}\n\n");
    string[] heads = ["what", ">ratio", ">ns a line", ">standard deviation", ">bytes allocated a line"];
    MarkdownTable.Append(page, heads, summary.Reports.Select(one => Row(one, baseline)));
}
Repository.WritePart("micro", page.ToString());

static string[] Row(BenchmarkReport report, BenchmarkReport baseline)
{
    var time = report.ResultStatistics ?? throw new InvalidOperationException($"{report.BenchmarkCase.Descriptor.WorkloadMethod.Name} failed.");
    double[] numbers =
    [
        time.Mean / baseline.ResultStatistics!.Mean, time.Mean, time.StandardDeviation,
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0,
    ];
    return [report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''), .. numbers.Select(static number => number.ToString("0.00", CultureInfo.InvariantCulture))];
}
