using System.Text;
using FlowLogs.Writing;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Writing;

/// <summary>What is written as a line is read again as the same record.</summary>
public class RoundTripTests
{
    [Property(MaxTest = 250, Replay = "(271828,15)")]
    public void Lines_of_a_wider_format_have_the_whole_record(DoNotSize<int> seed) =>
        RandomRecords.ForEach(seed.Item, static (record, random) =>
        {
            var wider = random.Wider(record.Format);
            var again = Lines.Read(wider, new FlowLineWriter(wider).Write(record));
            Lines.AssertEqual(record, again, wider);
            Assert.Equal(record.ToString(), new FlowLineWriter(record.Format).Write(again));
        });

    [Property(MaxTest = 250, Replay = "(314159,27)")]
    public void Lines_of_any_format_have_the_fields_of_both(DoNotSize<int> seed) =>
        RandomRecords.ForEach(seed.Item, static (record, random) =>
        {
            var format = random.Format();
            Lines.AssertEqual(record, Lines.Read(format, new FlowLineWriter(format).Write(record)), format);
        });

    [Property(MaxTest = 100, Replay = "(1618,33)")]
    public void Records_that_are_built_of_the_values_of_others_have_the_same_values(DoNotSize<int> seed) =>
        RandomRecords.ForEach(seed.Item, static (record, _) =>
        {
            object?[] values = [.. record.Format.Fields.Select(field => record.GetValue(field.Name))];
            var again = new FlowRecordBuilder(record.Format).Build(values);
            foreach (var field in record.Format.Fields)
                Assert.Equal(record.GetValue(field.Name), again.GetValue(field.Name));
        });

    [Fact]
    public void Bytes_that_are_no_UTF8_come_back()
    {
        byte[] line = [.. "a "u8, 0xFF, 0xFE, .. " 7"u8];
        var record = Lines.Read(FlowLogs.Records.FlowLogFormat.Parse("other vpc-id version"), line);
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        new FlowLineWriter(FlowLogs.Records.FlowLogFormat.Parse("vpc-id other action")).Write(record, output);
        Assert.Equal([0xFF, 0xFE, .. Encoding.UTF8.GetBytes(" a -")], output.WrittenSpan.ToArray());
    }
}
