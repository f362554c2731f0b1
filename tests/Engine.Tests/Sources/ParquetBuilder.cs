extern alias other;

using System.Globalization;
using FlowLogs.Records;
using other::Parquet;
using other::Parquet.Schema;

namespace FlowLogs.Tests.Sources;

/// <summary>Writes Parquet with another implementation than the one that reads it here.</summary>
internal sealed class ParquetBuilder(params DataField[] fields)
{
    private readonly List<IReadOnlyList<object?[]>> _groups = [];

    public ParquetOptions Options { get; } = new();

    /// <summary>Columns of the types that AWS's table has, for lines of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="isText">Whether a column of numbers is one of text all the same.</param>
    public static ParquetBuilder Of(FlowLogFormat format, Func<FlowField, bool>? isText = null) => new([.. format.Fields.Select(DataField (field) =>
    {
        var name = field.Name.Replace('-', '_');
        if (isText?.Invoke(field) == true)
            return new DataField<string>(name);
        return field.Type switch
        {
            FlowFieldType.Text => new DataField<string>(name),
            FlowFieldType.Int32 => new DataField<int?>(name),
            _ => new DataField<long?>(name),
        };
    })]);

    /// <summary>Adds a row group of lines.</summary>
    public ParquetBuilder AddLines(IEnumerable<string> lines) => AddRows(lines.Select(line =>
        line.Split(' ').Select((text, column) => text == "-" ? null : Parse(fields[column], text)).ToArray()));

    /// <summary>Adds a row group.</summary>
    public ParquetBuilder AddRows(IEnumerable<object?[]> rows)
    {
        _groups.Add([.. rows]);
        return this;
    }

    public byte[] Build() => BuildAsync().GetAwaiter().GetResult();

    private static object Parse(DataField field, string text) => field.ClrType.IsPrimitive
        ? Convert.ChangeType(text, field.ClrType, CultureInfo.InvariantCulture)
        : text;

    private async Task<byte[]> BuildAsync()
    {
        var schema = new ParquetSchema(fields);
        using var memory = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(schema, memory, Options))
        {
            foreach (var rows in _groups)
            {
                using var group = writer.CreateRowGroup();
                for (var column = 0; column < fields.Length; column++)
                    await WriteAsync(group, schema.DataFields[column], [.. rows.Select(row => row[column])]);
            }
        }

        return memory.ToArray();
    }

    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, object?[] values) => Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.Int32 => WriteAsync<int>(group, field, values),
        TypeCode.Int64 => WriteAsync<long>(group, field, values),
        TypeCode.UInt32 => WriteAsync<uint>(group, field, values),
        TypeCode.UInt64 => WriteAsync<ulong>(group, field, values),
        TypeCode.Double => WriteAsync<double>(group, field, values),
        TypeCode.Single => WriteAsync<float>(group, field, values),
        TypeCode.Boolean => WriteAsync<bool>(group, field, values),
        TypeCode.Decimal => WriteAsync<decimal>(group, field, values),
        TypeCode.DateTime => WriteAsync<DateTime>(group, field, values),
        _ => group.WriteAsync(field, [.. values.Select(static value => (string?)value)!]),
    };

    private static Task WriteAsync<T>(ParquetRowGroupWriter group, DataField field, object?[] values)
        where T : struct => field.IsNullable
        ? group.WriteAsync<T>(field, values.Select(static value => (T?)value).ToArray().AsMemory())
        : group.WriteAsync<T>(field, values.Select(static value => (T)value!).ToArray().AsMemory());
}
