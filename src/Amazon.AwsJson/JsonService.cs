using System.Net;
using Amazon.Runtime;

namespace Amazon.AwsJson;

/// <summary>Makes an exception of a service's error.</summary>
internal delegate AmazonServiceException MakeError(
    string? message, Exception? inner, ErrorType type, string? code, string? requestId, HttpStatusCode status);

/// <summary>What tells one service that speaks AWS JSON from another.</summary>
/// <param name="ServiceId">The service's id in the SDK.</param>
/// <param name="EndpointName">What its hosts' names begin with; it is what requests are signed for, too.</param>
/// <param name="Target">What stands before an operation's name in the header that names it.</param>
/// <param name="JsonVersion">The version of AWS JSON, 1.0 or 1.1.</param>
/// <param name="Errors">Exceptions for the codes that have one of their own.</param>
/// <param name="OtherError">The exception for all other codes.</param>
internal sealed record JsonService(
    string ServiceId,
    string EndpointName,
    string Target,
    string JsonVersion,
    IReadOnlyDictionary<string, MakeError> Errors,
    MakeError OtherError);
