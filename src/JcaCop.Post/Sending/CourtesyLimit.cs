namespace JcaCop.Post.Sending;

/// <summary>How many letters one domain gets within a minute: a ministry's server that sees fifty at once takes us for a sender of spam.</summary>
/// <param name="perMinute">0: no limit.</param>
internal sealed class CourtesyLimit(int perMinute)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (DateTimeOffset Start, int Count)> windows = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where the letter may go now, and is counted; otherwise when to try again.</returns>
    public DateTimeOffset? Take(string recipient, DateTimeOffset now)
    {
        if (perMinute == 0) return null;
        var domain = recipient[(recipient.LastIndexOf('@') + 1)..];
        var window = windows.GetValueOrDefault(domain);
        if (now - window.Start >= Minute)
        {
            if (windows.Count > 10_000) Forget(now);
            window = (now, 0);
        }
        if (window.Count >= perMinute) return window.Start + Minute;
        windows[domain] = (window.Start, window.Count + 1);
        return null;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in windows.Where(pair => now - pair.Value.Start >= Minute).Select(pair => pair.Key).ToList())
            windows.Remove(old);
    }
}
