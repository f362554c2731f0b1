using System.Xml;

namespace FlowLogs.Sandbox.Protocol.Ec2Query;

/// <summary>One operation of EC2.</summary>
internal interface IQueryOperation
{
    /// <summary>What the client gives as <c>Action</c>.</summary>
    string Action { get; }

    /// <summary>Does the work and writes what the answer's element holds; the request's id stands there already.</summary>
    /// <exception cref="ServiceException">The answer is an error; what was written is thrown away.</exception>
    void Run(QueryParameters request, XmlWriter answer);
}
