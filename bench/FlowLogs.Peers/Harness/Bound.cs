using System.Globalization;

namespace FlowLogs.Peers.Harness;

/// <summary>What is claimed of a ratio of times: ours by the peer's.</summary>
internal sealed record Bound
{
    private readonly double _times;
    private readonly bool _isFaster;

    private Bound(double times, bool isFaster)
    {
        _times = times;
        _isFaster = isFaster;
    }

    /// <summary>At least so many times faster than the peer.</summary>
    public static Bound Faster(double times) => new(times, isFaster: true);

    /// <summary>At most so many times the peer's time.</summary>
    public static Bound AtMost(double times) => new(times, isFaster: false);

    public bool Allows(double ratio) => _isFaster ? 1 / ratio >= _times : ratio <= _times;

    /// <summary>A ratio in the words of a bound; without one in those that suit it.</summary>
    public static string Text(double ratio, Bound? bound) => (bound?._isFaster ?? ratio < 1, ratio < 1) switch
    {
        (false, _) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} times its time"),
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"{1 / ratio:0.00} times faster"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} times slower"),
    };

    public override string ToString() => _isFaster
        ? string.Create(CultureInfo.InvariantCulture, $"≥ {_times} times faster")
        : string.Create(CultureInfo.InvariantCulture, $"≤ {_times} times");
}
