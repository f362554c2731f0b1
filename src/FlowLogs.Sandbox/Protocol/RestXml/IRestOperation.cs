using FlowLogs.Sandbox.Http;

namespace FlowLogs.Sandbox.Protocol.RestXml;

/// <summary>One operation of S3.</summary>
internal interface IRestOperation
{
    /// <summary>Which requests it is for.</summary>
    RestRoute Route { get; }

    /// <summary>Does the work.</summary>
    /// <exception cref="ServiceException">The answer is an error.</exception>
    HttpAnswer Run(RestRequest request);
}
