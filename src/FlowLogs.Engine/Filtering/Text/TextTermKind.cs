namespace FlowLogs.Filtering.Text;

/// <summary>What a term of a text pattern asks for.</summary>
internal enum TextTermKind
{
    /// <summary><c>word</c>: must be there.</summary>
    Included,

    /// <summary><c>-word</c>: must not be there.</summary>
    Excluded,

    /// <summary><c>?word</c>: one of these must be there, if all terms are of this kind.</summary>
    Optional,
}
