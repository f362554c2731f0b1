namespace FlowLogs.Reading.Following;

/// <summary>Something of the log that is new.</summary>
/// <param name="Items">Records and problems, in order. Behind those of the last event there may be some that belong to none.</param>
/// <param name="Events">The events they were found in; events without any are left out.</param>
/// <param name="LowWaterMark">Where to begin the next time once all of this is done, epoch milliseconds; null if not known.</param>
/// <param name="Notice">Something that a person should be told.</param>
public sealed record FollowedBatch(
    IReadOnlyList<ReadItem> Items,
    IReadOnlyList<FollowedEvent> Events,
    long? LowWaterMark = null,
    string? Notice = null);

/// <summary>An event that was found.</summary>
/// <param name="Key">What it is remembered by.</param>
/// <param name="Timestamp">Its time, epoch milliseconds.</param>
/// <param name="IsLive">Whether a live tail brought it, so that the key is that of its content.</param>
/// <param name="ItemsEnd">The index behind the last of its items.</param>
public readonly record struct FollowedEvent(UInt128 Key, long Timestamp, bool IsLive, int ItemsEnd);
