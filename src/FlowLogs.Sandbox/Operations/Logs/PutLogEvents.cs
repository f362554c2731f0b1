using System.Text;
using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Takes in events. Those that are too old or too new are left out, and the answer says which.</summary>
internal sealed class PutLogEvents(LogStore store) : IJsonOperation
{
    /// <summary>
    /// Uploads had to carry the token of the one before until 2023. The service still gives tokens out and looks at
    /// none, so one is as good as another.
    /// </summary>
    public const string SequenceToken = "49677559853173528147003566463269387669963365505610810194";

    public string Target => LogsOperations.TargetPrefix + nameof(PutLogEvents);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var groupName = request.RequiredText("logGroupName", TextRule.LogGroupName);
        var streamName = request.RequiredText("logStreamName", TextRule.LogStreamName);
        var batch = ReadEvents(request);
        request.Validate();
        var group = store.Group(groupName);
        var stream = group.Stream(streamName);

        CheckSize(batch);
        if (!IsSorted(batch))
        {
            throw ServiceException.InvalidParameter(
                "Log events in a single PutLogEvents request must be in chronological order.");
        }

        var now = store.Now;
        var tooOld = CountBefore(batch, now - EventLimits.MaxAge);
        var expired = group.RetentionInDays is null ? 0 : CountBefore(batch, group.ExpiryAt(now));
        var firstValid = Math.Max(tooOld, expired);
        var firstTooNew = batch.FindIndex(added => added.Timestamp > now + EventLimits.MaxLead);
        var end = firstTooNew < 0 ? batch.Count : firstTooNew;
        var valid = batch[Math.Min(firstValid, end)..end];
        if (valid.Count > 0 && valid[^1].Timestamp - valid[0].Timestamp > EventLimits.MaxSpan)
        {
            throw ServiceException.InvalidParameter(
                "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        }

        store.Ingest(group, stream, valid);

        answer.WriteString("nextSequenceToken", SequenceToken);
        if (valid.Count < batch.Count)
            WriteRejected(answer, tooOld, expired, firstTooNew);
    }

    private static int CountBefore(List<NewLogEvent> batch, long time) =>
        batch.FindIndex(added => added.Timestamp >= time) is >= 0 and var index ? index : batch.Count;

    private static List<NewLogEvent> ReadEvents(RequestMembers request)
    {
        var batch = new List<NewLogEvent>();
        foreach (var added in request.RequiredStructures("logEvents", 1, EventLimits.MaxEvents))
            batch.Add(new(added.RequiredTime("timestamp"), added.RequiredText("message", TextRule.EventMessage)));
        return batch;
    }

    private static void CheckSize(List<NewLogEvent> batch)
    {
        var total = 0L;
        foreach (var added in batch)
        {
            var size = Encoding.UTF8.GetByteCount(added.Message) + EventLimits.Overhead;
            if (size > EventLimits.MaxBytes)
                throw TooLarge("Log event", size);
            total += size;
        }

        if (total > EventLimits.MaxBytes)
            throw TooLarge("Upload", total);
    }

    private static ServiceException TooLarge(string what, long size) =>
        ServiceException.InvalidParameter($"{what} too large: {size} bytes exceeds limit of {EventLimits.MaxBytes}");

    private static bool IsSorted(List<NewLogEvent> batch)
    {
        for (var i = 1; i < batch.Count; i++)
        {
            if (batch[i].Timestamp < batch[i - 1].Timestamp)
                return false;
        }

        return true;
    }

    private static void WriteRejected(Utf8JsonWriter answer, int tooOld, int expired, int firstTooNew)
    {
        answer.WriteStartObject("rejectedLogEventsInfo");
        if (firstTooNew >= 0)
            answer.WriteNumber("tooNewLogEventStartIndex", firstTooNew);
        if (tooOld > 0)
            answer.WriteNumber("tooOldLogEventEndIndex", tooOld);
        if (expired > 0)
            answer.WriteNumber("expiredLogEventEndIndex", expired);
        answer.WriteEndObject();
    }
}
