using System.Text;
using FlowLogs.Peers.Shells;

namespace FlowLogs.Peers.Reporting;

/// <summary>The part of docs/performance.md about reading events from a service.</summary>
internal static class EventsReport
{
    public static string Write(string[] printed)
    {
        var page = new StringBuilder("# Events from CloudWatch Logs, beside boto3\n\n");
        page.Append("The same log group of a sandbox on loopback, read by turns with Get-FlowLogEvent and with boto3's paginator and\n");
        page.Append($"`split()` (`{EventReading.Script}`). What it prints:\n\n```\n");
        return page.AppendJoin('\n', printed).Append("\n```\n").ToString();
    }
}
