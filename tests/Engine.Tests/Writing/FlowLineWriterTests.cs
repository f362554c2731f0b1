using FlowLogs.Records;
using FlowLogs.Writing;

namespace FlowLogs.Tests.Writing;

public class FlowLineWriterTests
{
    private const string Line = "2 123456789012 eni-1a2b3c4d 10.0.0.1 10.0.0.2 50000 443 6 10 8000 1770000000 1770000060 ACCEPT OK";

    [Fact]
    public void A_record_keeps_its_line() => Assert.Equal(Line, new FlowLineWriter().Write(Lines.Read(Line)));

    [Theory]
    [InlineData("bytes tcp-flags srcaddr", "8000 - 10.0.0.1")]
    [InlineData("my-field", "-")]
    public void Fields_that_the_record_lacks_are_hyphens(string format, string expected) =>
        Assert.Equal(expected, new FlowLineWriter(FlowLogFormat.Parse(format)).Write(Lines.Read(Line)));

    [Fact]
    public void Fields_that_nobody_knows_are_kept() => Assert.Equal(
        "x 022",
        new FlowLineWriter(FlowLogFormat.Parse("my_field dstport")).Write(Lines.Read("dstport my-field", "022 x")));

    [Fact]
    public void One_writer_serves_records_of_several_formats()
    {
        var writer = new FlowLineWriter(FlowLogFormat.Parse("srcaddr bytes"));
        Assert.Equal("10.0.0.1 8000", writer.Write(Lines.Read(Line)));
        Assert.Equal("10.0.0.9 -", writer.Write(Lines.Read("dstaddr srcaddr", "10.0.0.8 10.0.0.9")));
        Assert.Equal("10.0.0.1 8000", writer.Write(Lines.Read(Line)));
    }

    [Fact]
    public void A_header_comes_first_and_whenever_the_format_changes()
    {
        var writer = new FlowLineWriter();
        Assert.Equal("srcaddr my-field", writer.NextHeader(Lines.Read("srcaddr my_field", "a b")));
        Assert.Null(writer.NextHeader(Lines.Read("${srcaddr} ${my-field}", "c d")));
        Assert.Equal("my-field srcaddr", writer.NextHeader(Lines.Read("my-field srcaddr", "d c")));
        Assert.Equal("srcaddr my-field", writer.NextHeader(Lines.Read("srcaddr my-field", "a b")));
    }

    [Fact]
    public void With_a_format_there_is_one_header()
    {
        var writer = new FlowLineWriter(FlowLogFormat.Parse("bytes"));
        Assert.Equal("bytes", writer.NextHeader(Lines.Read(Line)));
        Assert.Null(writer.NextHeader(Lines.Read("srcaddr", "10.0.0.1")));
    }

    [Fact]
    public void Lines_with_their_headers_are_read_again()
    {
        FlowLogRecord[] records = [Lines.Read(Line), Lines.Read("srcaddr bytes", "10.0.0.1 7"), Lines.Read(Line)];
        var writer = new FlowLineWriter();
        var text = string.Join('\n', records.Select(record => $"{writer.NextHeader(record)}\n{writer.Write(record)}"));
        var items = new List<FlowLogs.Reading.ReadItem>();
        new FlowLogs.Reading.LineReader("test", new()).Read(System.Text.Encoding.UTF8.GetBytes(text), items);
        Assert.Equal(records.Length, items.Count);
        Assert.All(items.Zip(records), static pair => Lines.AssertEqual(pair.Second, pair.First.Record!, pair.Second.Format));
    }
}
