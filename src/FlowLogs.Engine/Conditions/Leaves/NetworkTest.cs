using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>
/// The field holds an address in one of several networks, whatever the address's spelling. A text that is no address is
/// in no network.
/// </summary>
internal sealed class NetworkTest : NegatableTest
{
    private readonly RangeSet<uint> _ranges4;
    private readonly RangeSet<UInt128> _ranges6;

    public NetworkTest(FlowField field, IReadOnlyList<FlowNetwork> networks, bool isNegated, bool whenMissing)
        : base(field, isNegated, whenMissing)
    {
        Networks = networks;
        _ranges4 = RangeSet<uint>.Of(networks.Where(static network => !network.IsIPv6)
            .Select(static network => ((uint)network.First, (uint)network.Last)));
        _ranges6 = RangeSet<UInt128>.Of(networks.Where(static network => network.IsIPv6)
            .Select(static network => (network.First, network.Last)));
    }

    public IReadOnlyList<FlowNetwork> Networks { get; }

    public override int Cost => 2;

    public override FlowExpression? Join(FieldTest other, bool isAll) =>
        other is NetworkTest test && JoinLists(test, isAll) is { } whenMissing
            ? new NetworkTest(Field, [.. Networks.Concat(test.Networks).DistinctBy(static n => n.ToString())], IsNegated, whenMissing)
            : null;

    public override FlowExpression Reduce() => Networks.Count == 0 ? ReduceTo(IsNegated) : this;

    protected override bool Finds(ReadOnlySpan<byte> text) =>
        AddressText.TryParse(text, out var value, out var isIPv6)
        && (isIPv6 ? _ranges6.Contains(value) : _ranges4.Contains((uint)value));

    protected override NegatableTest With(bool newIsNegated, bool newWhenMissing) =>
        new NetworkTest(Field, Networks, newIsNegated, newWhenMissing);

    protected override string Describe() => $"{Field} {(IsNegated ? "not " : "")}in {string.Join(", ", Networks)}";
}
