using System.Net;
using FlowLogs.Sandbox.Http;

namespace FlowLogs.Sandbox.Protocol;

/// <summary>One of AWS's ways to put calls into HTTP. It finds the operation that a request asks for, and runs it.</summary>
internal interface IProtocol
{
    /// <summary>The header of an answer that holds the request's id.</summary>
    string RequestIdHeader { get; }

    /// <summary>Whether a request is in this protocol, which its headers tell.</summary>
    bool Speaks(HttpListenerRequest request);

    /// <summary>Answers a request.</summary>
    /// <exception cref="ServiceException">The answer is an error; what was written to the buffer is of no use.</exception>
    Task<HttpAnswer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken);

    /// <summary>Puts an error into the service's form.</summary>
    HttpAnswer Fail(Exchange exchange, ServiceException error);

    /// <summary>The error that there are too many requests.</summary>
    /// <param name="variant">Chooses among the ways to say it.</param>
    ServiceException Throttled(uint variant);
}
