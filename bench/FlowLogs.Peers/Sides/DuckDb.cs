using System.Globalization;
using DuckDB.NET.Data;
using FlowLogs.Peers.Harness;

namespace FlowLogs.Peers.Sides;

/// <summary>DuckDB in this process, with a thread for each core, over files as they are.</summary>
internal sealed class DuckDb : IDisposable
{
    private const string Names = "'version', 'account', 'eni', 'srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol', "
        + "'packets', 'bytes', 'start', 'end', 'action', 'status'";

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public DuckDb()
    {
        _connection.Open();
        // The order of the lines is nobody's question; keeping it costs DuckDB time.
        Run(string.Create(
            CultureInfo.InvariantCulture, $"SET threads = {Environment.ProcessorCount}; SET preserve_insertion_order = false"));
    }

    public string Version => _connection.ServerVersion;

    /// <param name="select">A query from <c>lines</c>.</param>
    /// <param name="file">The file.</param>
    /// <param name="answer">A query that gives the answer, where the first gives too much.</param>
    public Side Over(string select, string file, string? answer = null) => new("DuckDB", () => Run(Bind(select, file)))
    {
        Answer = answer is null ? null : () => Run(Bind(answer, file)),
    };

    public void Dispose() => _connection.Dispose();

    // All columns are text: then no type is tried, and only what a query converts is converted.
    private static string Bind(string select, string file) => "WITH lines AS (FROM read_csv("
        + $"'{file.Replace("'", "''", StringComparison.Ordinal)}', delim=' ', header=false, quote='', escape='', "
        + $"all_varchar=true, names=[{Names}])) {select}";

    // All rows are walked over, but only a small result is made text.
    private string Run(string query)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var few = new List<string>();
        long rows = 0;
        for (; reader.Read(); rows++)
        {
            if (rows < 10)
                few.Add(string.Join('=', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }
        return rows <= 10 ? string.Join(',', few) : "";
    }
}
