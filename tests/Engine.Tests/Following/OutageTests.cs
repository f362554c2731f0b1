using FlowLogs.Reading.Following;

namespace FlowLogs.Tests.Following;

public sealed class OutageTests
{
    [Theory]
    [InlineData(FlowErrorKind.Throttled, true, true)]
    [InlineData(FlowErrorKind.Unavailable, false, true)]
    [InlineData(FlowErrorKind.ServiceError, false, true)]
    [InlineData(FlowErrorKind.Connection, false, true)]
    [InlineData(FlowErrorKind.Authentication, false, true)]
    [InlineData(FlowErrorKind.NotFound, false, false)]
    [InlineData(FlowErrorKind.PermissionDenied, false, false)]
    public void What_may_pass_is_waited_for(FlowErrorKind kind, bool atFirst, bool later)
    {
        var error = new FlowLogException("Some", kind, "Some.");

        Assert.Equal((atFirst, later), (Outage.MayPass(error, hasWorked: false), Outage.MayPass(error, hasWorked: true)));
    }
}
