using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace FlowLogs.Aws.Errors;

/// <summary>What a call to S3 is about.</summary>
/// <param name="operation">The service's operation.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="key">The object's key, or what keys begin with.</param>
internal sealed class ObjectSubject(string operation, string bucket, string key)
    : CallSubject(operation, key.Length == 0 ? $"s3://{bucket}" : $"s3://{bucket}/{key}")
{
    public override FlowLogException? Find(ServiceCode code, AmazonServiceException exception, CallPlace place)
    {
        return exception.ErrorCode switch
        {
            "NoSuchBucket" => New(
                "BucketNotFound", FlowErrorKind.NotFound, $"There is no bucket {bucket} at {place.Address}. Check its name."),
            "NoSuchKey" => New("ObjectNotFound", FlowErrorKind.NotFound, $"There is no object {Target}."),
            "InvalidBucketName" => New("InvalidS3Uri", FlowErrorKind.InvalidArgument, $"{bucket} is no name of a bucket."),
            "InvalidObjectState" => New(
                "ObjectArchived", FlowErrorKind.ReadError, $"{Target} lies in an archive (S3 Glacier). Restore it first, with 'aws s3api restore-object' for example."),
            "PreconditionFailed" or "InvalidRange" => New(
                "ObjectChanged", FlowErrorKind.ReadError, $"{Target} was replaced while it was read."),
            "PermanentRedirect" or "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException" or "MovedPermanently" => New(
                "WrongRegion", FlowErrorKind.NotFound, $"The bucket {bucket} is in {RegionOf(exception) ?? "another Region"}, and {place.Region} was asked. Give its Region with -Region."),
            _ when code == ServiceCode.AccessDenied => New(
                "AccessDenied", FlowErrorKind.PermissionDenied, $"{Operation} of {Target} is not allowed for {place.CredentialSource}: {exception.Message}"),
            _ => null,
        };

        FlowLogException New(string id, FlowErrorKind kind, string message) => new(id, kind, message, Target, exception);
    }

    private static string? RegionOf(AmazonServiceException exception) =>
        (exception.InnerException as HttpErrorResponseException)?.Response.GetHeaderValue("x-amz-bucket-region") is { Length: > 0 } region ? region : null;
}
