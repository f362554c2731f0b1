using System.Text;
using FlowLogs.Records;
using FlowLogs.Tests.Conditions;
using static FlowLogs.Tests.Reading.PayloadTests;

namespace FlowLogs.Tests.Reading;

/// <summary>Makes sources out of everything that a reader may meet, mostly with something broken in it.</summary>
internal sealed class SourceFuzzer(Random random)
{
    private readonly RandomLines _lines = new(random, isCanonical: false);

    private FlowLogFormat _format = FlowLogFormat.Default;

    public byte[] Next()
    {
        using var source = new MemoryStream();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            source.Write(Part());
            source.Write(Encoding.UTF8.GetBytes(Pick("\n", "\n", "\n", "\r\n", "", " ", "\n\uFEFF")));
        }

        return source.ToArray();
    }

    public FlowLogFormat Format() => _format = _lines.Format();

    private byte[] Part()
    {
        var part = random.Next(12) switch
        {
            0 => Noise(random.Next(200)),
            1 => Gzip(Text()),
            2 => Encoding.UTF8.GetBytes(string.Join(Pick(" ", ","), Format().Fields.Select(static field => field.Name))),
            _ => Encoding.UTF8.GetBytes(Text()),
        };
        for (var n = random.Next(8) - 4; n > 0; n--)
            part = Mutate(part);
        return part;
    }

    private string Text() => random.Next(14) switch
    {
        < 4 => Line(),
        4 => $"2015-08-12T13:47:43.{random.Next(1000):000}Z {Line()}",
        5 => Line().Replace(' ', Pick(",", "\t")[0]),
        6 => Payload(Line(), Line()),
        7 => $"[{Json()},{Json()}]",
        8 => $$"""{"events":[{{Json()}},{{Json()}}],"nextToken":"x"}""",
        9 => $$$"""{"awslogs":{"data":"{{{Data(2)}}}"}}""",
        10 => $$$"""{"Records":[{"kinesis":{"data":"{{{Data(2)}}}"}},{"Data":"{{{Data(1)}}}"},{{{Json()}}}]}""",
        11 => $$$"""{{{{Pick("", " ", "\n")}}}"records":{{{Pick("", "\n")}}}[{"data":"{{{Data(1)}}}"}]{{{Pick("", "\n")}}}}""",
        12 => Data(2),
        _ => Json(),
    };

    // Escapes are left to chance: some of the texts have characters that JSON does not allow.
    private string Json() => random.Next(6) switch
    {
        0 => $"\"{Line()}\"",
        1 => $$"""{"message":"{{Line()}}\n{{Line()}}"}""",
        2 => $$"""{"Message":"{{Line()}}","Timestamp":{{Pick("\"2015-08-12T13:47:43Z\"", "1e9", "-1", "99999999999999999999", "[]")}}}""",
        3 => $"[[{Pick("1", "null", "{}", "\"x\"", "\"\\ud800\"")}]]",
        4 => $$"""{"messageType":"{{Pick("CONTROL_MESSAGE", "DATA_MESSAGE", "\\udc00")}}","logGroup":{{Pick("1", "\"g\"", "\"\\ud800\"")}},"logEvents":[{"id":"1","message":"x"}]}""",
        _ => $$"""{"timestamp":1441341480000,"message":"{{Line()}}","ingestionTime":1441341480000,"eventId":"1","logStreamName":"s"}""",
    };

    private string Data(int depth)
    {
        var bytes = random.Next(4) == 0 && depth > 0 ? Gzip(Data(depth - 1)) : Gzip(depth > 0 ? Json() : Line());
        if (random.Next(4) == 0)
            bytes = bytes[..random.Next(bytes.Length)];
        if (random.Next(6) == 0)
            bytes = [.. bytes, .. Gzip(Line())];
        var text = Convert.ToBase64String(bytes);
        return random.Next(8) == 0 ? text[..random.Next(text.Length)] : text;
    }

    private string Line() => _lines.Line(random.Next(3) == 0 ? FlowLogFormat.Default : _format);

    private byte[] Mutate(byte[] bytes)
    {
        if (bytes.Length == 0)
            return bytes;
        var start = random.Next(bytes.Length);
        var end = Math.Min(bytes.Length, start + random.Next(1, 8));
        var other = random.Next(bytes.Length);
        return random.Next(5) switch
        {
            0 => [.. bytes[..start], .. bytes[end..]],
            1 => [.. bytes[..start], .. Noise(end - start), .. bytes[end..]],
            2 => [.. bytes[..other], .. bytes[start..end], .. bytes[other..]],
            3 => [.. bytes[..start], .. Encoding.UTF8.GetBytes(Pick("{", "}", "[", "]", "\"", "\\", "\n", ",", " ", "\uFEFF", "H4sI", "\u00a0", "-")), .. bytes[start..]],
            _ => bytes[..start],
        };
    }

    private byte[] Noise(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(params string[] from) => from[random.Next(from.Length)];
}
