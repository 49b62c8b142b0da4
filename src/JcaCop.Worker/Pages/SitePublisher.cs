using JcaCop.Post.Pages;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Pages;

/// <summary>Writes the public pages of the groups that the settings name.</summary>
internal sealed class SitePublisher(RegisterStore register, GroupList groups, DocumentArchive archive, SiteWriter site, IOptions<PageOptions> options, TimeProvider clock)
{
    /// <summary>In the order of their keys.</summary>
    public IReadOnlyList<Group> Groups => [.. groups.Groups
        .Where(group => options.Value.Groups.Count == 0 || options.Value.Groups.Contains(group.Key, StringComparer.OrdinalIgnoreCase)).OrderBy(group => group.Key, StringComparer.Ordinal)];

    /// <param name="folder">Full path.</param>
    public async Task<SiteChange> WriteAsync(string folder, CancellationToken stop)
    {
        var policy = options.Value.ToPolicy();
        var registers = new List<PublicRegister>();
        foreach (var group in Groups)
            registers.Add(PublicRegister.Of(group, await register.SnapshotAsync(group.Key, null, stop), policy, clock.GetUtcNow()) with { Locate = (document, file) => Locate(group, document, file) });
        return await new SiteFolder(folder).PlaceAsync(site.Write(registers, policy.BaseUrl), stop);
    }

    private string? Locate(Group group, DocumentEntry document, DocumentFile file) =>
        options.Value.Files && archive.PathOf(group.Key, document.Folder, file.ArchivedAs) is var path && File.Exists(path) ? path : null;
}
