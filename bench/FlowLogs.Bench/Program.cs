using FlowLogs.Bench.Cases;
using FlowLogs.Bench.Data;
using FlowLogs.Bench.Harness;
using FlowLogs.Bench.Reporting;
using FlowLogs.Bench.Shared;

// Without an argument everything is measured, for a part of docs/performance.md. With one, only the cases that have it in
// their area or name, and nothing is written. With --page the page is put together from what was measured last.
if (args is ["--page"])
{
    Console.WriteLine(PerformancePage.Write());
    return;
}
var only = args.Length > 0 ? args[0] : null;

var lines = FlowLines.Make(1_000_000);
var events = TrailEvents.Make(50_000);
Console.WriteLine($"{lines.Count:N0} lines ({lines.Size >> 20} MiB), {events.Count:N0} events ({events.Size >> 20} MiB)");

IEnumerable<BenchCase> all =
    [.. DelimitedCases.Of(lines), .. JsonCases.Of(events), .. TextCases.Of(lines, events), .. ReadingCases.Of(lines)];
var cases = all.Where(one => only is null || $"{one.Area}: {one.Name}".Contains(only, StringComparison.OrdinalIgnoreCase));
var results = new BenchRunner([.. cases]).Run();
foreach (var result in results)
    Console.WriteLine(ResultText.Line(result));

if (only is null)
    Repository.WritePart("parts", PartsReport.Write(results));
