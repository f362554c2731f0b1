using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using FlowLogs.Cloud;

namespace FlowLogs.Reading.Objects;

/// <summary>
/// Finds the objects at a place that may have wanted records, and lists as little as it can for that: in the folders of
/// AWS's layouts only those of flow logs, and of these only the time that is wanted.
/// </summary>
internal sealed class ObjectPlan(ICloudObjects objects, S3Uri place, ObjectWindow window)
{
    // CloudWatch Logs writes it to see whether it may.
    private const string ExportProbe = "aws-logs-write-test";

    // Behind all keys of a folder.
    private const string AfterAll = "\U0010FFFD";

    private readonly Queue<string> _folders = new();

    /// <summary>How many objects have been seen that are not wanted, as far as they were listed.</summary>
    public long LeftOut { get; private set; }

    /// <summary>
    /// The objects: first those that lie in no folder of AWS's layouts, by key; then the others by the time of their
    /// folders, and of one time by key.
    /// </summary>
    public async IAsyncEnumerable<CloudObject> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in ResolveAsync(string.Empty, 0, cancellationToken))
        {
            if (IsWanted(item))
                yield return item;
        }

        var times = new List<string>();
        while (_folders.TryDequeue(out var folder))
        {
            var contents = PartitionPath.ContentsOf(folder);
            if (contents == FolderContents.Times)
            {
                if (window.MayHold(PartitionPath.TimeOf(folder)))
                    times.Add(folder);
                continue;
            }

            var found = contents == FolderContents.Unknown ? ScanAsync(folder, cancellationToken) : LookIntoAsync(folder, contents, cancellationToken);
            await foreach (var item in found)
            {
                if (IsWanted(item))
                    yield return item;
            }
        }

        var listings = times.Select(folder => new TimeFolderListing(objects, place.Bucket, folder, window));
        await foreach (var item in TimeOrder.MergeAsync(listings, cancellationToken))
        {
            if (IsWanted(item))
                yield return item;
        }
    }

    private bool IsWanted(CloudObject item)
    {
        // An empty object has no records; the console makes one for a folder.
        var isWanted = item.Size > 0 && !item.Key.EndsWith(ExportProbe, StringComparison.Ordinal) && window.MayHold(item);
        if (!isWanted)
            LeftOut++;
        return isWanted;
    }

    // The place, from one of its parts on: the folders go into the queue.
    private async IAsyncEnumerable<CloudObject> ResolveAsync(string before, int index, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parts = place.Path.Split('/');
        var wild = Array.FindIndex(parts, index, static part => part.AsSpan().IndexOfAny('*', '?') >= 0);
        var literal = before + string.Join('/', parts[index..(wild < 0 ? parts.Length : wild)]);
        if (wild < 0)
        {
            await foreach (var item in ResolveExactAsync(literal, cancellationToken))
                yield return item;
            yield break;
        }

        var folder = wild > index ? literal + "/" : literal;
        var pattern = parts[wild];
        var isLast = wild == parts.Length - 1;
        var query = Folder(folder + pattern[..pattern.AsSpan().IndexOfAny('*', '?')]);
        await foreach (var page in ListAsync(query, cancellationToken))
        {
            foreach (var item in page.Objects.Where(item => isLast && IsMatch(item.Key)))
                yield return item;
            foreach (var found in page.Prefixes.Where(found => IsMatch(found[..^1]) && window.MayHold(PartitionPath.TimeOf(found))))
            {
                if (isLast)
                {
                    _folders.Enqueue(found);
                    continue;
                }

                await foreach (var item in ResolveAsync(found, wild + 1, cancellationToken))
                    yield return item;
            }
        }

        bool IsMatch(string key) => FileSystemName.MatchesSimpleExpression(pattern, key.AsSpan(folder.Length), ignoreCase: false);
    }

    // An object of just this key, or a folder.
    private async IAsyncEnumerable<CloudObject> ResolveExactAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (path.Length > 0 && path[^1] != '/')
        {
            // It would be the first.
            var page = await objects.ListObjectsAsync(new ObjectListQuery(place.Bucket, path) { PageSize = 1 }, null, cancellationToken);
            if (page.Objects is [var first, ..] && first.Key == path)
            {
                yield return first;
                yield break;
            }

            path += "/";
        }

        _folders.Enqueue(path);
    }

    // A folder of AWS's layouts.
    private async IAsyncEnumerable<CloudObject> LookIntoAsync(string folder, FolderContents contents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in ListAsync(Folder(folder), cancellationToken))
        {
            foreach (var item in page.Objects)
                yield return item;
            foreach (var found in page.Prefixes.Where(found => contents != FolderContents.Services || PartitionPath.IsOfFlowLogs(found)))
                _folders.Enqueue(found);
        }
    }

    // A folder with anything in it, at any depth, in as few calls as can be. Folders of AWS's layouts are left for later.
    private async IAsyncEnumerable<CloudObject> ScanAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? skipped = null;
        do
        {
            var query = new ObjectListQuery(place.Bucket, folder) { StartAfter = skipped is null ? null : skipped + AfterAll };
            skipped = null;
            await foreach (var page in ListAsync(query, cancellationToken))
            {
                foreach (var item in page.Objects)
                {
                    if (skipped is not null && item.Key.StartsWith(skipped, StringComparison.Ordinal))
                        continue;
                    skipped = PartitionPath.FindKnown(item.Key, folder.Length);
                    if (skipped is null)
                        yield return item;
                    else
                        _folders.Enqueue(skipped);
                }

                if (skipped is not null && page.NextToken is not null)
                    break;
                skipped = null;
            }
        }
        while (skipped is not null);
    }

    private ObjectListQuery Folder(string prefix) => new(place.Bucket, prefix) { Delimiter = "/" };

    private async IAsyncEnumerable<CloudObjectPage> ListAsync(ObjectListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await objects.ListObjectsAsync(query, token, cancellationToken);
            yield return page;
            token = page.NextToken;
        }
        while (token is not null);
    }
}
