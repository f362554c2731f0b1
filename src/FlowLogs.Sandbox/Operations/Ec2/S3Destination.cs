using FlowLogs.Sandbox.Protocol.Ec2Query;

namespace FlowLogs.Sandbox.Operations.Ec2;

/// <summary>The bucket, and the folder in it, that a flow log's files go to.</summary>
internal readonly record struct S3Destination(string Bucket, string Folder)
{
    private const string Start = "arn:aws:s3:::";

    /// <summary>Reads <c>arn:aws:s3:::bucket</c> or <c>arn:aws:s3:::bucket/folder/</c>.</summary>
    public static S3Destination Parse(string arn)
    {
        if (!arn.StartsWith(Start, StringComparison.Ordinal) || arn.Length == Start.Length)
            throw Ec2Error.InvalidParameter($"LogDestination: {arn} is not the ARN of an Amazon S3 bucket.");
        var path = arn[Start.Length..].Split('/', 2);
        var folder = path.Length == 1 ? "" : path[1].Trim('/');
        if (folder.Split('/')[0] == "AWSLogs")
            throw Ec2Error.InvalidParameter("LogDestination: AWSLogs is a reserved term and cannot be a folder name.");
        return new S3Destination(path[0], folder);
    }
}
