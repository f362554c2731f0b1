using FlowLogs.Cloud;
using FlowLogs.Cloud.Events;
using FlowLogs.Tests.Sandbox;

namespace FlowLogs.Tests.Cloud.Events;

public class RequestRateTests
{
    private readonly TestClock _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void Calls_follow_one_another_at_the_rate()
    {
        var rate = new RequestRate(10, 10, _clock);
        var times = Enumerable.Range(0, 50).Select(_ => Next(rate)).ToList();
        // A burst of half a second's calls, and then ten a second.
        Assert.InRange(times.Count(static t => t < 1), 10, 16);
        Assert.InRange(times[^1], 4, 5);
    }

    [Fact]
    public void Throttling_slows_down_once_for_calls_that_went_together()
    {
        var rate = new RequestRate(10, 40, _clock);
        rate.Throttled();
        rate.Throttled();
        Assert.Equal(6.6, rate.Rate, 3);
        _clock.Now += TimeSpan.FromSeconds(2);
        rate.Throttled();
        Assert.Equal(4.356, rate.Rate, 3);
        for (var i = 0; i < 100; i++)
        {
            _clock.Now += TimeSpan.FromSeconds(2);
            rate.Throttled();
        }

        Assert.Equal(0.2, rate.Rate, 3);
    }

    [Fact]
    public void The_rate_rises_while_calls_wait_for_it_up_to_the_highest()
    {
        var rate = new RequestRate(10, 12, _clock);
        rate.Throttled();
        for (var i = 0; i < 20; i++)
            Next(rate);
        Assert.InRange(rate.Rate, 7, 10);
        for (var i = 0; i < 1000; i++)
            Next(rate);
        Assert.Equal(12, rate.Rate, 3);
    }

    [Fact]
    public void A_pause_raises_nothing()
    {
        var rate = new RequestRate(10, 40, _clock);
        for (var i = 0; i < 100; i++)
        {
            Next(rate);
            _clock.Now += TimeSpan.FromSeconds(5);
        }

        Assert.Equal(10, rate.Rate);
    }

    [Fact]
    public void One_place_has_one_rate()
    {
        var place = new CloudPlace("eu-central-1", new Uri("https://logs.example.test"), "profile a");
        var rate = RequestRate.Find(place, null);
        Assert.Same(rate, RequestRate.Find(place with { }, null));
        Assert.NotSame(rate, RequestRate.Find(place with { Account = "profile b" }, null));
        Assert.Equal(5, rate!.Rate);
        Assert.Equal(2.5, RequestRate.Find(place, 2.5)!.Rate);
        Assert.Same(RequestRate.Find(place, 2.5), RequestRate.Find(place, 2.5));
        Assert.Null(RequestRate.Find(place with { Endpoint = new Uri("http://127.0.0.1:4566") }, null));
        Assert.Null(RequestRate.Find(null, null));
    }

    [Theory]
    [InlineData("us-east-1", 25)]
    [InlineData("us-west-2", 10)]
    [InlineData("il-central-1", 5)]
    [InlineData("xx-new-1", 5)]
    public void A_rate_begins_at_the_Region_s_quota(string region, double quota) => Assert.Equal(quota, RequestQuotas.Of(region));

    [Theory]
    [InlineData(1, 100, 200)]
    [InlineData(3, 400, 800)]
    [InlineData(50, 10_000, 20_000)]
    public void Waits_grow_up_to_a_bound(int failures, double least, double most)
    {
        for (var i = 0; i < 100; i++)
            Assert.InRange(new RetryLimits().Delay(failures).TotalMilliseconds, least, most);
    }

    // Seconds at which the next call goes.
    private double Next(RequestRate rate)
    {
        _clock.Now += rate.Reserve();
        return (_clock.Now - DateTimeOffset.UnixEpoch).TotalSeconds;
    }
}
