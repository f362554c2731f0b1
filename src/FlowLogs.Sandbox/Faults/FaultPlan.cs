using FlowLogs.Cloud;

namespace FlowLogs.Sandbox.Faults;

/// <summary>
/// Decides what goes wrong, from a seed and the number of the question: a client that asks the same things in the same
/// order meets the same faults. What fails has to work after a few attempts, so that a correct client comes to an end.
/// </summary>
/// <param name="faults">What may go wrong.</param>
/// <param name="rate">How often it does, from 0 to 1.</param>
/// <param name="seed">The seed.</param>
internal sealed class FaultPlan(IReadOnlyCollection<FlowSandboxFault> faults, double rate, int seed)
{
    /// <summary>How often in a row the same question meets a fault; clients usually ask three times.</summary>
    public const int MaxInARow = 2;

    /// <summary>The longest time that an event comes late, in milliseconds.</summary>
    public const int MaxLateness = 15_000;

    private readonly object _gate = new();
    private readonly bool _hasLateEvents = faults.Contains(FlowSandboxFault.LateEvents);
    private readonly Dictionary<string, int> _inARow = new(StringComparer.Ordinal);
    private ulong _questions;

    /// <summary>A plan in which nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new([], 0, 0);

    /// <summary>Whether any of some faults may happen.</summary>
    public bool HasAny(params FlowSandboxFault[] candidates) => faults.Intersect(candidates).Any();

    /// <summary>The fault that a question meets; null for none.</summary>
    /// <param name="question">What is asked. Asking again counts as another attempt.</param>
    /// <param name="candidates">The faults that could strike it.</param>
    public Fault? Next(string question, params FlowSandboxFault[] candidates)
    {
        var possible = Array.FindAll(candidates, candidate => faults.Contains(candidate));
        if (possible.Length == 0)
            return null;
        lock (_gate)
        {
            var chance = Scatter(_questions++);
            var inARow = _inARow.GetValueOrDefault(question);
            if (inARow >= MaxInARow || !IsHit(chance))
            {
                _inARow.Remove(question);
                return null;
            }

            _inARow[question] = inARow + 1;
            var choice = Scatter(~chance);
            return new Fault(possible[(int)(choice % (uint)possible.Length)], (uint)(choice >> 32));
        }
    }

    /// <summary>How late an event becomes visible, in milliseconds; 0 for most.</summary>
    /// <param name="sequence">The event's number in the store.</param>
    public long LatenessOf(long sequence)
    {
        if (!_hasLateEvents)
            return 0;
        var chance = Scatter((ulong)sequence);
        return IsHit(chance) ? 1000 + (long)(Scatter(~chance) % (MaxLateness - 999)) : 0;
    }

    private bool IsHit(ulong chance) => (chance >> 11) * (1.0 / (1UL << 53)) < rate;

    // SplitMix64.
    private ulong Scatter(ulong value)
    {
        value = unchecked((value + 1) * 0x9E3779B97F4A7C15) ^ unchecked((uint)seed * 0xD1B54A32D192ED03);
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
