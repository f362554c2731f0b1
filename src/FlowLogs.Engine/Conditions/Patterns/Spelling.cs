namespace FlowLogs.Conditions.Patterns;

/// <summary>How the lines may be written that a pattern is made for.</summary>
internal enum Spelling
{
    /// <summary>
    /// In any way that a record can be read in: numbers with leading zeros, words in any case, text where an address
    /// belongs.
    /// </summary>
    Any,

    /// <summary>
    /// As AWS writes: numbers without leading zeros, addresses in their usual form, the words of the documentation in
    /// their case, times in seconds.
    /// </summary>
    Aws,
}
