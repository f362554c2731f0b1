using System.Text;
using FlowLogs.Records;

namespace FlowLogs.Samples;

/// <summary>A network interface of the sample network.</summary>
/// <param name="id">Its id; <c>-</c> where the logs do not name it.</param>
/// <param name="address">Its primary address; <c>-</c> where it has none of its own.</param>
/// <param name="addressV6">Its IPv6 address, where it has one.</param>
internal sealed class SampleInterface(string id, string address, string? addressV6 = null)
{
    private readonly byte[]?[] _texts = new byte[FlowFields.All.Count][];

    public string Id { get; } = id;

    public string Address { get; } = address;

    public string? AddressV6 { get; } = addressV6;

    /// <summary>What a field has in all records of the interface; <c>-</c> where that is nothing.</summary>
    public ReadOnlySpan<byte> this[FlowFieldId field] => _texts[(int)field] ?? "-"u8;

    /// <summary>Sets what a field has in all records of the interface.</summary>
    public void Set(FlowFieldId field, string text) => _texts[(int)field] = Encoding.UTF8.GetBytes(text);

    /// <summary>Whether a field has the same text in the records of both.</summary>
    public bool Shares(FlowFieldId field, SampleInterface other) => this[field].SequenceEqual(other[field]);
}
