using System.Buffers;
using System.Net;

namespace FlowLogs.Sandbox.Http;

/// <summary>A request that is being answered.</summary>
/// <param name="Request">The request.</param>
/// <param name="RequestId">The id that the answer carries.</param>
/// <param name="Buffer">Room for the answer's body; empty at the beginning, and used again after the answer was sent.</param>
internal sealed record Exchange(HttpListenerRequest Request, string RequestId, ArrayBufferWriter<byte> Buffer);
