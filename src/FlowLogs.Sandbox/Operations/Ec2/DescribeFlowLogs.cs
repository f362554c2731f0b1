using System.Xml;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.Ec2Query;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Ec2;

/// <summary>Lists flow logs by id.</summary>
internal sealed class DescribeFlowLogs(FlowLogStore store, LogStore logs, BucketStore buckets, PageTokens tokens)
    : IQueryOperation
{
    private const int MaxRows = 1000;

    public string Action => nameof(DescribeFlowLogs);

    public void Run(QueryParameters request, XmlWriter answer)
    {
        var ids = request.Texts("FlowLogId");
        var filters = request.Structures("Filter").Select(FlowLogFilter.Read).ToList();
        var room = request.Number("MaxResults", 1, MaxRows) ?? MaxRows;
        var question = request.Question("MaxResults", "NextToken");
        var after = request.Text("NextToken") is { } token
            ? tokens.Read(question, token)?.Name ?? throw new ServiceException("InvalidNextToken", "The specified NextToken is not valid.")
            : "";
        request.EndDryRun();

        var flowLogs = store.FlowLogs.Values
            .Where(flowLog => string.CompareOrdinal(flowLog.Id, after) > 0)
            .Where(flowLog => ids.Count == 0 || ids.Contains(flowLog.Id, StringComparer.Ordinal))
            .Where(flowLog => filters.TrueForAll(filter => filter.Passes(flowLog, StatusOf(flowLog))))
            .Take(room + 1)
            .ToList();
        answer.Element("flowLogSet", () =>
        {
            foreach (var flowLog in flowLogs.Take(room))
                answer.Element("item", () => WriteFlowLog(answer, flowLog));
        });
        if (flowLogs.Count > room)
            answer.Element("nextToken", tokens.Write(question, new(0, flowLogs[room - 1].Id)));
    }

    // The service makes a flow log even where the destination is missing, and then reports that it cannot deliver.
    private string StatusOf(StoredFlowLog flowLog)
    {
        var isThere = flowLog.DestinationType switch
        {
            StoredFlowLog.CloudWatchLogs => logs.Groups.ContainsKey(flowLog.LogGroupName!),
            StoredFlowLog.S3 => buckets.Buckets.ContainsKey(S3Destination.Parse(flowLog.LogDestination!).Bucket),
            _ => true,
        };
        return isThere ? "SUCCESS" : "FAILED";
    }

    private void WriteFlowLog(XmlWriter answer, StoredFlowLog flowLog)
    {
        var status = StatusOf(flowLog);
        answer.Element("creationTime", flowLog.CreationTime);
        answer.Element("deliverLogsErrorMessage", status == "FAILED" ? "Access error" : null);
        answer.Element("deliverLogsPermissionArn", flowLog.PermissionArn);
        answer.Element("deliverCrossAccountRole", flowLog.CrossAccountRole);
        answer.Element("deliverLogsStatus", status);
        answer.Element("flowLogId", flowLog.Id);
        answer.Element("flowLogStatus", "ACTIVE");
        answer.Element("logGroupName", flowLog.LogGroupName);
        answer.Element("resourceId", flowLog.ResourceId);
        answer.Element("trafficType", flowLog.TrafficType);
        answer.Element("logDestinationType", flowLog.DestinationType);
        answer.Element("logDestination", flowLog.LogDestination);
        answer.Element("logFormat", flowLog.LogFormat);
        answer.Element("tagSet", () =>
        {
            foreach (var (key, value) in flowLog.Tags)
            {
                answer.Element("item", () =>
                {
                    answer.Element("key", key);
                    answer.Element("value", value);
                });
            }
        });
        answer.Element("maxAggregationInterval", flowLog.MaxAggregationInterval);
        if (flowLog.Files is { } files)
        {
            answer.Element("destinationOptions", () =>
            {
                answer.Element("fileFormat", files.FileFormat);
                answer.Element("hiveCompatiblePartitions", files.HiveCompatiblePartitions);
                answer.Element("perHourPartition", files.PerHourPartition);
            });
        }
    }
}
