using FlowLogs.Bench.Cases;
using FlowLogs.Bench.Data;
using FlowLogs.Bench.Harness;
using FlowLogs.Bench.Reporting;

// Without an argument everything is measured and docs/performance.md written. With one, only the cases that have it in
// their area or name, and nothing is written.
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

if (only is not null)
    return;
var path = PerformancePage.Write(results);
Console.WriteLine(path);
