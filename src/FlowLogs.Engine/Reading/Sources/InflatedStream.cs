namespace FlowLogs.Reading;

/// <summary>What comes out of a compressed source: counted, and its errors told as errors of that source.</summary>
/// <param name="inflated">The stream that inflates.</param>
/// <param name="format">The format's name, as in <c>InvalidGzip</c>.</param>
/// <param name="sourceName">The source's name.</param>
/// <param name="budget">What may come out.</param>
internal sealed class InflatedStream(Stream inflated, string format, string sourceName, InflationBudget budget) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        try
        {
            // No more than may come, so that all of it is read; and at the end a byte, to see whether there is one.
            var read = inflated.Read(buffer[..(int)Math.Min(buffer.Length, Math.Max(1, budget.Left))]);
            budget.Add(read);
            return read;
        }
        catch (InvalidDataException e)
        {
            throw new FlowLogException(
                "Invalid" + format,
                FlowErrorKind.InvalidData,
                $"{sourceName} is not a whole {format.ToLowerInvariant()} file: {e.Message}",
                sourceName,
                e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inflated.Dispose();
        base.Dispose(disposing);
    }
}
