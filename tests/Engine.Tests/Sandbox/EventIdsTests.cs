using System.Globalization;
using System.Text;
using FlowLogs.Sandbox.Operations.Logs;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Tests.Sandbox;

public class EventIdsTests
{
    [Fact]
    public void An_id_is_the_time_and_two_mixed_numbers_in_digits()
    {
        var random = new Random(3);
        Span<byte> digits = stackalloc byte[EventIds.Length];
        for (var i = 0; i < 10_000; i++)
        {
            var position = new EventPosition(random.NextInt64((long)Math.Pow(10, random.Next(1, 16))), i);
            EventIds.Write(position, digits);
            var sequence = (ulong)position.Sequence;
            Assert.Equal(
                string.Create(CultureInfo.InvariantCulture, $"3{position.Timestamp:D15}{Mix(sequence):D20}{Mix(~sequence):D20}"),
                Encoding.ASCII.GetString(digits));
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
