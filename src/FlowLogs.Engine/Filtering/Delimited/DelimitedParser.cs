using FlowLogs.Filtering.Syntax;
using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Delimited;

/// <summary>Reads the slots of a delimited pattern.</summary>
internal sealed class DelimitedParser(string pattern) : ConditionParser<SlotCondition?>(new DelimitedTokenizer(pattern))
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private string? _slotName;
    private int _slotStart;

    private bool IsSlotEnd => Current.Kind is TokenKind.Comma or TokenKind.CloseBracket;

    public DelimitedSlot[] ReadSlots()
    {
        var slots = new List<DelimitedSlot>();
        Take(TokenKind.OpenBracket);
        if (Current.Kind != TokenKind.CloseBracket)
        {
            slots.Add(ReadSlot());
            while (Current.Kind == TokenKind.Comma)
            {
                Take();
                slots.Add(ReadSlot());
            }
        }
        Take(TokenKind.CloseBracket);
        Take(TokenKind.End);
        return [.. slots];
    }

    // A name and nothing more is a slot without a condition.
    protected override SlotCondition? ParseCondition()
    {
        var start = Current.Start;
        var name = ReadName();
        if (start == _slotStart && IsSlotEnd)
            return null;

        var comparison = ReadOperator();
        var isNegated = comparison == ComparisonOperator.NotEqual;
        if (comparison.IsOrdering() && Current.Kind != TokenKind.Number)
            throw Structure();
        var value = Current;
        switch (value.Kind)
        {
            case TokenKind.Number:
                Take();
                return new SlotNumber(new PatternSpan(start, LastEnd), comparison, ReadNumber(value));
            // SPACE must be quoted: presumably the service's grammar has a token of that name.
            case TokenKind.Word when value.Value != "SPACE":
            case TokenKind.Quoted:
                Take();
                return new SlotText(new PatternSpan(start, LastEnd), isNegated, new Wildcard(value.Value));
            case TokenKind.Regex:
                Take();
                return new SlotRegex(new PatternSpan(start, LastEnd), isNegated, ReadRegex(value));
            default:
                throw Structure();
        }
    }

    protected override SlotCondition All(PatternSpan span, SlotCondition?[] conditions) =>
        new SlotAll(span, conditions!);

    protected override SlotCondition Any(PatternSpan span, SlotCondition?[] conditions) =>
        new SlotAny(span, conditions!);

    private DelimitedSlot ReadSlot()
    {
        _slotStart = Current.Start;
        _slotName = null;
        if (IsSlotEnd)
            return new DelimitedSlot(new PatternSpan(_slotStart, _slotStart), null, null, IsEllipsis: false);
        if (Current.Kind == TokenKind.Ellipsis)
        {
            Declare(Take());
            return new DelimitedSlot(new PatternSpan(_slotStart, LastEnd), null, null, IsEllipsis: true);
        }
        var condition = ParseOr();
        return new DelimitedSlot(new PatternSpan(_slotStart, LastEnd), _slotName, condition, IsEllipsis: false);
    }

    private string ReadName()
    {
        var token = Current;
        if (token.Kind is not (TokenKind.Word or TokenKind.Number))
            throw Structure();
        CheckName(token);
        if (_slotName is null)
            Declare(token);
        _slotName ??= token.Value;
        if (token.Value != _slotName)
            throw PatternErrors.MultipleVariables(Pattern, token.Start, _slotName, token.Value);
        Take();
        return token.Value;
    }

    private void Declare(Token name)
    {
        if (!_names.Add(name.Value))
            throw PatternErrors.DuplicateField(Pattern, name.Start, name.Value);
    }

    // Digits cannot start a name; the service repeats them and what follows.
    private void CheckName(Token token)
    {
        var i = token.Start;
        if (!Characters.IsDigit(Pattern[i]))
        {
            while (Characters.WordCharLength(Pattern, i) is > 0 and var length && i < token.End)
                i += length;
            if (i < token.End)
                throw PatternErrors.Characters(Pattern, i, i + 1);
            return;
        }
        while (i < token.End && Characters.IsDigit(Pattern[i]))
            i++;
        throw i < token.End ? PatternErrors.Characters(Pattern, token.Start, i + 1) : Structure();
    }
}
