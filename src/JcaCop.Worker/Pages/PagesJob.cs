using JcaCop.Register;
using System.Globalization;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Pages;

/// <summary>Writes the public pages anew where the register has changed since the last time, or another day has begun: what was to come is over then.</summary>
internal sealed class PagesJob(SitePublisher publisher, RegisterStore register, DataDirectory data, IOptions<PageOptions> options, TimeProvider clock) : IDueWork
{
    private (long Change, string Days)? shown;

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        if (options.Value.Folder is not { Length: > 0 } folder) return null;
        var now = (await register.LastChangeAsync(stop), Days());
        if (shown == now) return null;
        var change = await publisher.WriteAsync(data.Resolve(folder), stop);
        shown = now;
        return change.Any ? string.Create(CultureInfo.InvariantCulture, $"public pages: {Counted.Of(change.Written, "file")} written, {change.Removed} removed, {change.Unchanged} as they were") : null;
    }

    /// <summary>The day that each group has.</summary>
    private string Days() => string.Join(' ', publisher.Groups.Select(group => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), group.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
