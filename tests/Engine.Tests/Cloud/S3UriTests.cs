using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud;

public class S3UriTests
{
    [Theory]
    [InlineData("s3://my-bucket", "my-bucket", "")]
    [InlineData("s3://my-bucket/", "my-bucket", "")]
    [InlineData("  S3://my.bucket/a/b ", "my.bucket", "a/b")]
    [InlineData("s3://my-bucket/a//b/", "my-bucket", "a//b/")]
    [InlineData("s3://my-bucket/a?b/*.gz", "my-bucket", "a?b/*.gz")]
    [InlineData("s3://my-bucket/a b=c#d%20", "my-bucket", "a b=c#d%20")]
    [InlineData("s3://Old_Bucket/x", "Old_Bucket", "x")]
    [InlineData("arn:aws:s3:::my-bucket", "my-bucket", "")]
    [InlineData("arn:aws:s3:::my-bucket/logs/", "my-bucket", "logs/")]
    [InlineData("arn:aws-us-gov:s3:::my-bucket/logs", "my-bucket", "logs")]
    [InlineData("arn:aws-cn:s3:::my-bucket/a/b:c/", "my-bucket", "a/b:c/")]
    [InlineData("https://my-bucket.s3.eu-west-1.amazonaws.com/a/b%20c", "my-bucket", "a/b c")]
    [InlineData("https://my.bucket.s3.amazonaws.com/a", "my.bucket", "a")]
    [InlineData("https://my-bucket.s3-eu-west-1.amazonaws.com", "my-bucket", "")]
    [InlineData("https://my-bucket.s3.dualstack.eu-west-1.amazonaws.com/a", "my-bucket", "a")]
    [InlineData("https://my-bucket.s3.cn-north-1.amazonaws.com.cn/a", "my-bucket", "a")]
    [InlineData("https://s3.eu-west-1.amazonaws.com/my-bucket/a/b", "my-bucket", "a/b")]
    [InlineData("https://s3.amazonaws.com/my-bucket", "my-bucket", "")]
    public void Places_are_read(string text, string bucket, string path)
    {
        var place = S3Uri.Parse(text);

        Assert.Equal((bucket, path), (place.Bucket, place.Path));
        Assert.Equal(place.ToString(), S3Uri.Parse(place.ToString()).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("my-bucket/a")]
    [InlineData("s3://")]
    [InlineData("s3:///a")]
    [InlineData("s3://a")]
    [InlineData("s3://my-*/a")]
    [InlineData("s3://-bucket/a")]
    [InlineData("arn:aws:s3:::")]
    [InlineData("arn:aws:logs:eu-west-1:123456789012:log-group:x")]
    [InlineData("arn:aws:s3:eu-west-1:123456789012:accesspoint/x")]
    [InlineData("https://example.com/my-bucket/a")]
    [InlineData("https://my-bucket.s3.evil.com/a")]
    [InlineData("/my-bucket/a")]
    public void Other_things_are_errors(string text)
    {
        var error = Assert.Throws<FlowLogException>(() => S3Uri.Parse(text));

        Assert.Equal(("InvalidS3Uri", FlowErrorKind.InvalidArgument), (error.ErrorId, error.Kind));
        Assert.Null(S3Uri.TryParse(text));
    }

    [Fact]
    public void A_signature_in_a_URL_is_not_told()
    {
        var error = Assert.Throws<FlowLogException>(() => S3Uri.Parse("https://my-bucket.s3.amazonaws.com/a?X-Amz-Signature=secret"));

        Assert.DoesNotContain("secret", error.Message + error.Target, StringComparison.Ordinal);
    }
}
