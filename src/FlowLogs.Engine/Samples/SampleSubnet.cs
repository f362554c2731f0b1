namespace FlowLogs.Samples;

/// <summary>A subnet of the sample network.</summary>
/// <param name="Prefix">What its addresses begin with.</param>
/// <param name="VpcId">Its VPC.</param>
/// <param name="AttachmentId">The VPC's attachment to the transit gateway.</param>
/// <param name="AccountId">Its owner.</param>
/// <param name="Id">Its id.</param>
/// <param name="AzId">Its Availability Zone; none in a Local Zone.</param>
/// <param name="IsPublic">Whether it has a route to an internet gateway.</param>
internal sealed record SampleSubnet(
    string Prefix,
    string VpcId,
    string AttachmentId,
    string AccountId,
    string Id,
    string? AzId,
    bool IsPublic);
