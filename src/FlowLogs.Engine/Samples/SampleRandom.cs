namespace FlowLogs.Samples;

/// <summary>
/// SplitMix64: a small generator whose numbers are the same on every version of .NET, which <see cref="Random"/> does
/// not promise.
/// </summary>
internal sealed class SampleRandom
{
    private ulong _state;

    /// <summary>Makes a generator.</summary>
    /// <param name="seed">The same seed gives the same numbers.</param>
    /// <param name="purpose">
    /// Each purpose draws from numbers of its own, so that a change to one kind of traffic leaves the others alone.
    /// </param>
    public SampleRandom(int seed, string purpose)
    {
        _state = (uint)seed;
        foreach (var letter in purpose)
            _state = (_state ^ letter) * 0x100000001B3;
        Next();
    }

    /// <summary>A number from 0 to below a bound.</summary>
    public int Below(int bound) => (int)(Next() % (uint)bound);

    /// <summary>A number between two bounds, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A number between two bounds that is small more often than large.</summary>
    public int MostlyLow(int low, int high) => low + (int)((long)Below(high - low + 1) * Below(1001) / 1000);

    /// <summary>True so many times in a hundred.</summary>
    public bool Percent(int chance) => Below(100) < chance;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>So many hexadecimal digits.</summary>
    public string Hex(int digits)
    {
        Span<char> text = stackalloc char[digits];
        for (var i = 0; i < digits; i++)
            text[i] = "0123456789abcdef"[Below(16)];
        return text.ToString();
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var value = _state;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
