using System.Runtime.CompilerServices;
using FlowLogs.Cloud;

namespace FlowLogs.Reading.Objects;

/// <summary>
/// Lists the folder of a Region, or one of its years, months, days and hours. The order of the keys is that of the times,
/// so that it begins at the first day that is wanted and ends after the last, whatever else is there.
/// </summary>
internal sealed class TimeFolderListing(ICloudObjects objects, string bucket, string folder, ObjectWindow window)
{
    private readonly ObjectListQuery _query = new(bucket, folder) { StartAfter = FirstAfter(folder, window.First) };
    private Task<CloudObjectPage>? _first;

    /// <summary>Nothing in it lies before this time.</summary>
    public DateTimeOffset EarliestTime { get; } = PartitionPath.TimeOf(folder)?.Start ?? DateTimeOffset.MinValue;

    /// <summary>Asks for the first page, so that it is there when it is wanted.</summary>
    public Task Start(CancellationToken cancellationToken) => _first ??= objects.ListObjectsAsync(_query, null, cancellationToken);

    /// <summary>The objects with the times of their folders, the latter in their order.</summary>
    public async IAsyncEnumerable<(DateTimeOffset Time, CloudObject Item)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Start(cancellationToken);
        var page = await _first!;
        var query = _query;
        while (true)
        {
            TimeSlot? slot = null;
            foreach (var item in page.Objects)
            {
                slot = PartitionPath.TimeOf(item.Key);
                // Files of the whole day may come behind those of its hours.
                if (slot?.Start.UtcDateTime.Date > window.Last?.UtcDateTime)
                    yield break;
                yield return (slot?.Start ?? EarliestTime, item);
            }

            if (page.NextToken is not { } token)
                yield break;

            if (slot?.End <= window.First && FirstHourAfter(page.Objects[^1].Key) is { } later)
                (query, token) = (query with { StartAfter = later }, null);
            page = await objects.ListObjectsAsync(query, token, cancellationToken);
        }
    }

    private static string? FirstAfter(string folder, DateTimeOffset? first)
    {
        if (first is not { } time)
            return null;
        var day = PartitionPath.FolderOf(folder, time, hour: false);
        return string.CompareOrdinal(day, folder) > 0 ? day : null;
    }

    // A day that is divided into hours can be entered in the middle, if no file of the whole day would be passed over.
    private string? FirstHourAfter(string key)
    {
        var hour = PartitionPath.FolderOf(folder, window.First!.Value, hour: true);
        var dayFile = PartitionPath.FolderOf(folder, window.First.Value, hour: false) + key[(key.LastIndexOf('/') + 1)..];
        return string.CompareOrdinal(hour, key) > 0 && (string.CompareOrdinal(dayFile, key) < 0 || string.CompareOrdinal(dayFile, hour) > 0) ? hour : null;
    }
}
