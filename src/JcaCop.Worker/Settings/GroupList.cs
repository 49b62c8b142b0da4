using JcaCop.Register;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Neighbours;
using JcaCop.Worker.Mailbox;

namespace JcaCop.Worker.Settings;

/// <summary>The groups of this deployment and their mailboxes, with all that the settings left open filled in.</summary>
internal sealed class GroupList
{
    private readonly Dictionary<string, Group> groups;

    private GroupList(Dictionary<string, Group> groups, string? primary, IReadOnlyList<MailboxOptions> mailboxes)
    {
        this.groups = groups;
        Primary = primary is not null ? groups[primary] : groups.Count == 1 ? groups.Values.First() : null;
        Mailboxes = mailboxes;
    }

    public IReadOnlyCollection<Group> Groups => groups.Values;

    /// <summary>The group that a verb means where none is named; null where it must name one.</summary>
    public Group? Primary { get; }

    public IReadOnlyList<MailboxOptions> Mailboxes { get; }

    /// <param name="days">Days on which letters about meetings leave.</param>
    public static GroupList Of(ServiceOptions options, DataDirectory data, WorkingDays days)
    {
        var groups = options.Groups.ToDictionary(pair => pair.Key, pair => WithDays(pair.Value.ToGroup(pair.Key)));
        var mailboxes = options.Mailboxes.Count > 0
            ? options.Mailboxes
            : [.. groups.Keys.Order(StringComparer.Ordinal).Select(key => new MailboxOptions { Name = key, Group = key, Path = $"mail/{key}" })];
        foreach (var box in mailboxes.Where(box => box.Kind == MailboxKind.Folder)) box.Path = data.Resolve(box.Path!);
        return new GroupList(groups, options.PrimaryGroup, [.. mailboxes]);

        Group WithDays(Group group) => group with { Meetings = group.Meetings with { Days = days } };
    }

    /// <summary>Addresses of the chairman and the secretariat of a group; empty where there is no group of this key.</summary>
    public IReadOnlyCollection<string> OfficersOf(string key) => groups.TryGetValue(key, out var group) ? group.Officers : [];

    /// <summary>Domains that speak for a member of a group; none where there is no group of this key.</summary>
    public OfficialDomains OfficialOf(string key) => groups.TryGetValue(key, out var group) ? group.Official : OfficialDomains.None;

    /// <summary>In which the days of a group begin and end; UTC where there is no group of this key.</summary>
    public TimeZoneInfo ZoneOf(string key) => groups.TryGetValue(key, out var group) ? group.Zone : TimeZoneInfo.Utc;

    /// <summary>Whose mail a mailbox holds, by the mailbox's name.</summary>
    public Func<string, MailRoute> RouteBy(JudgingOptions judging)
    {
        IReadOnlyCollection<string> own = [.. groups.Values.Select(group => group.Address)];
        var names = groups.Values.Select(GroupNames.Of).ToList();
        var routes = Mailboxes.ToDictionary(box => box.Name, box => new MailRoute(groups[box.Group], judging.PolicyFor(groups[box.Group], own) with
        {
            Own = names.Find(one => one.Group == box.Group), Others = names.FindAll(one => one.Group != box.Group && Mailboxes.Any(other => other.Group == one.Group)),
        })
        {
            MailboxOf = Mailboxes.Where(other => other.Group != box.Group).DistinctBy(other => other.Group).ToDictionary(other => other.Group, other => other.Name),
        });
        return mailbox => routes[mailbox];
    }
}
