using System.Runtime.CompilerServices;

namespace FlowLogs.Cloud;

/// <summary>Reads the pages of the Describe operations.</summary>
public static class CloudPages
{
    /// <summary>All pages, until one comes without a token.</summary>
    /// <param name="fetch">Fetches the page of a token; null for the first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        Func<string?, CancellationToken, Task<CloudPage<T>>> fetch,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        string? token = null;
        do
        {
            var page = await fetch(token, cancellationToken);
            if (page.Items.Count > 0)
                yield return page.Items;
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
