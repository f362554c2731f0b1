namespace FlowLogs.Sandbox.Store;

/// <summary>
/// The order of keys: that of their bytes in UTF-8, which is that of their code points. .NET's ordinal order puts
/// characters beyond U+FFFF before some others.
/// </summary>
internal static class KeyOrder
{
    public static int Compare(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        return same == left.Length || same == right.Length
            ? left.Length - right.Length
            : Weight(left[same]) - Weight(right[same]);
    }

    // Surrogates change places with what lies behind them.
    private static int Weight(char c) => c switch
    {
        >= '\uE000' => c - 0x800,
        >= '\uD800' => c + 0x2000,
        _ => c,
    };
}
