using System.Xml;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Ec2;

/// <summary>The member of an answer that names what could not be done.</summary>
internal static class Failures
{
    public static void Write(XmlWriter answer, IEnumerable<FlowLogFailure> failures) => answer.Element("unsuccessful", () =>
    {
        foreach (var failure in failures)
        {
            answer.Element("item", () =>
            {
                answer.Element("error", () =>
                {
                    answer.Element("code", failure.Code);
                    answer.Element("message", failure.Message);
                });
                answer.Element("resourceId", failure.ResourceId);
            });
        }
    });
}
