using System.Text;
using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Tries a filter pattern on messages that come with the request.</summary>
internal sealed class TestMetricFilter : IJsonOperation
{
    private const int MaxMessages = 50;

    public string Target => LogsOperations.TargetPrefix + nameof(TestMetricFilter);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var patternText = request.RequiredText("filterPattern", TextRule.FilterPattern);
        var messages = request.RequiredTexts("logEventMessages", TextRule.EventMessage, 1, MaxMessages);
        request.Validate();
        var pattern = PatternArgument.Parse(patternText);

        answer.WriteStartArray("matches");
        for (var i = 0; i < messages.Count; i++)
        {
            var message = Encoding.UTF8.GetBytes(messages[i]);
            if (!pattern.IsMatch(message))
                continue;

            answer.WriteStartObject();
            // The documentation's examples count from 0, the service counts from 1.
            answer.WriteNumber("eventNumber", i + 1);
            answer.WriteString("eventMessage", messages[i]);
            answer.WriteStartObject("extractedValues");
            foreach (var (name, value) in pattern.Extract(message))
                answer.WriteString(name, value);
            answer.WriteEndObject();
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }
}
