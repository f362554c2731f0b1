using FlowLogs.Cloud.Events;

namespace FlowLogs.Tests.Cloud.Events;

public class SlicePlanTests
{
    [Fact]
    public void A_slice_in_which_nothing_was_seen_is_shared_out_from_its_beginning()
    {
        var plan = new SlicePlan(1000, 8999, new EventRangeSettings { Parallel = 4 });
        var slice = plan.TakeNext()!;
        var none = new SliceEvents(slice);
        plan.Cut(slice, new SliceResult.Cut(none.Count, none.First, none.Last, IsOverfull: false));
        Assert.Equal((1000, 2999), (plan.Front!.From, plan.Front.To));
    }
}
