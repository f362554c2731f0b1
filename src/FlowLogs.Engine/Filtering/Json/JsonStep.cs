namespace FlowLogs.Filtering.Json;

/// <summary>A step of a selector: into a member, into an element, or into all of either.</summary>
/// <param name="Start">Where it starts in the pattern.</param>
/// <param name="Name">The member's name; null for the other kinds.</param>
/// <param name="Index">The element's index; -1 for the other kinds.</param>
internal sealed record JsonStep(int Start, string? Name, int Index)
{
    public bool IsWildcard => Name is null && Index < 0;
}
