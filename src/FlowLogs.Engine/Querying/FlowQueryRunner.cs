using System.Runtime.CompilerServices;
using FlowLogs.Cloud;
using FlowLogs.Querying.Tables;
using FlowLogs.Reading;
using FlowLogs.Scanning;

namespace FlowLogs.Querying;

/// <summary>
/// Answers a query from records that are read here: gives each thread that reads a way into tables that they share. The
/// answer depends on the records only, not on which thread met which, or when.
/// </summary>
public sealed class FlowQueryRunner
{
    /// <summary>How many groups there may be where nobody says otherwise: half a gigabyte, with a handful of fields.</summary>
    public const int DefaultMaxGroups = 5_000_000;

    /// <summary>The id of the error that there are more groups than may be.</summary>
    public const string TooManyGroups = "TooManyGroups";

    private readonly MeasurePlan _plan;
    private readonly List<MeasureTables> _readings = [];
    private readonly MeasureTable _records;

    /// <summary>Begins a query.</summary>
    /// <param name="query">The query. Its <see cref="FlowQuery.Where"/> is the work of those who read the records.</param>
    /// <param name="maxGroups">How many groups there may be, and how many different values in all groups, from 1.</param>
    /// <param name="countsTimes">Whether the tally of a reading is to tell the first and the last time of the records.</param>
    /// <exception cref="FlowLogException">The query cannot be answered; see <see cref="FlowQuery.Validate"/>.</exception>
    public FlowQueryRunner(FlowQuery query, int maxGroups = DefaultMaxGroups, bool countsTimes = false)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxGroups, 1);
        query.Validate();
        _plan = new MeasurePlan(query, maxGroups, countsTimes);
        _readings.Add(new MeasureTables(_plan));
        _records = OpenSink();
    }

    /// <summary>Takes a record. One thread may call this, while nothing is read.</summary>
    /// <exception cref="FlowLogException"><c>TooManyGroups</c>: there are more groups than may be.</exception>
    public void Add(FlowLogRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            _records.Add(record);
        }
        catch (SinkException e)
        {
            throw e.Problem;
        }
    }

    /// <summary>Reads files.</summary>
    /// <param name="paths">Paths of files and folders.</param>
    /// <param name="options">What is wanted of them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What could not be read, and no records.</returns>
    /// <exception cref="FlowLogException"><c>TooManyGroups</c>: there are more groups than may be.</exception>
    public async IAsyncEnumerable<IReadOnlyList<ReadItem>> ReadFilesAsync(
        IReadOnlyList<string> paths, FlowReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var mark = options.Tally?.Mark() ?? default;
        var told = new HashSet<string>(StringComparer.Ordinal);
        var isComplete = false;
        for (var isByOneThread = false; !isComplete; isByOneThread = true)
        {
            // What lines mean has turned out to depend on lines before them, which some thread did not know of.
            if (isByOneThread)
                options.Tally?.Forget(mark);
            var tables = new MeasureTables(_plan);
            var reading = new SinkReading(tables.Open, _plan.Fields, options with { IsByOneThread = isByOneThread });
            await using var batches = FlowFileReader.ReadAsync(paths, reading.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await reading.MoveNextAsync(batches))
            {
                var problems = batches.Current.Where(item => told.Add(item.Problem!.Message)).ToList();
                if (problems.Count > 0)
                    yield return problems;
            }

            isComplete = !reading.HasFormatChanged;
            if (isComplete)
                Take(tables, reading, options.Tally);
        }
    }

    /// <summary>Reads objects in S3; see <see cref="FlowObjectReader"/>.</summary>
    /// <param name="objects">The connection.</param>
    /// <param name="place">Where the objects are.</param>
    /// <param name="options">What is wanted of them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What could not be read, and no records.</returns>
    /// <exception cref="FlowLogException">
    /// As there; and <c>TooManyGroups</c>: there are more groups than may be.
    /// </exception>
    public async IAsyncEnumerable<IReadOnlyList<ReadItem>> ReadObjectsAsync(
        ICloudObjects objects, S3Uri place, FlowReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tables = new MeasureTables(_plan);
        var reading = new SinkReading(tables.Open, _plan.Fields, options);
        await using var batches = FlowObjectReader.ReadAsync(objects, place, reading.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await reading.MoveNextAsync(batches))
            yield return batches.Current;
        Take(tables, reading, options.Tally);
    }

    /// <summary>The answer. To be called once, when everything has been read.</summary>
    /// <exception cref="FlowLogException"><c>TooManyGroups</c>: there are more groups than may be.</exception>
    public FlowQueryResult Finish()
    {
        try
        {
            var result = MeasureTables.Answer(_plan, _readings);
            _readings.Clear();
            return result;
        }
        catch (AggregateException e) when (e.InnerException is SinkException problem)
        {
            throw problem.Problem;
        }
        catch (SinkException e)
        {
            throw e.Problem;
        }
    }

    /// <summary>Makes a sink for one more thread. It throws a <see cref="SinkException"/> when there are more groups than may be.</summary>
    internal MeasureTable OpenSink() => _readings[0].Open();

    private void Take(MeasureTables tables, SinkReading reading, ReadTally? tally)
    {
        _readings.Add(tables);
        foreach (var table in reading.Sinks.Cast<MeasureTable>())
            tally?.Add(table.Taken);
    }
}
