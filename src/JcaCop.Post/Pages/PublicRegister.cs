using JcaCop.Register;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;

namespace JcaCop.Post.Pages;

/// <summary>A seat as it may be shown.</summary>
/// <param name="Person">Null where persons are not named.</param>
public sealed record PublicSeat(SeatEntry Seat, PersonEntry? Person, OrganizationEntry? Organization, string? Email);

/// <summary>
/// What of a group's register everybody may see. Whatever the pages show comes from here: drafts, reservations, plans, answers, registrations,
/// connection details and what nobody has decided yet are left out in one place.
/// </summary>
public sealed record PublicRegister
{
    public required Group Group { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>In the group's zone.</summary>
    public required DateOnly Today { get; init; }

    public required PagePolicy Policy { get; init; }

    /// <summary>Announced, held, or called off after they were announced; the newest first.</summary>
    public IReadOnlyList<MeetingEntry> Meetings { get; init; } = [];

    /// <summary>Filed ones. Reports only once they are approved; lists of participants never.</summary>
    public IReadOnlyList<DocumentEntry> Documents { get; init; } = [];

    /// <summary>Received ones, and ours once they have left.</summary>
    public IReadOnlyList<LiaisonEntry> Liaisons { get; init; } = [];

    public IReadOnlyList<ActivityEntry> Activities { get; init; } = [];

    /// <summary>Open circulars and letters.</summary>
    public IReadOnlyList<CallEntry> Calls { get; init; } = [];

    /// <summary>Seats that are held today.</summary>
    public IReadOnlyList<PublicSeat> Seats { get; init; } = [];

    /// <summary>Those that take part: what was only proposed is nobody else's business.</summary>
    public IReadOnlyList<OrganizationEntry> Organizations { get; init; } = [];

    /// <summary>Where the file of a document lies; null where it is not published.</summary>
    public Func<DocumentEntry, DocumentFile, string?> Locate { get; init; } = (_, _) => null;

    public bool Shows(PageSection section) => Policy.Shown.Contains(section);

    public static PublicRegister Of(Group group, RegisterSnapshot all, PagePolicy policy, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, group.Zone).DateTime);
        IReadOnlyList<MeetingEntry> meetings = policy.Shown.Contains(PageSection.Meetings)
            ? [.. all.All<MeetingEntry>().Where(IsPublic).OrderByDescending(meeting => meeting.Time.FirstDay).ThenByDescending(meeting => meeting.Id)] : [];
        var known = all.All<MeetingEntry>().Where(IsPublic).ToDictionary(meeting => meeting.Id);
        return new PublicRegister
        {
            Group = group, Now = now, Today = today, Policy = policy,
            Meetings = meetings,
            Documents = policy.Shown.Contains(PageSection.Documents) ? [.. all.All<DocumentEntry>().Where(document => IsPublic(document, known))] : [],
            Liaisons = policy.Shown.Contains(PageSection.Liaisons) ? [.. all.All<LiaisonEntry>().Where(IsPublic)] : [],
            Activities = policy.Shown.Contains(PageSection.Activities) ? [.. all.All<ActivityEntry>().Where(activity => !activity.Cancelled)] : [],
            Calls = [.. all.All<CallEntry>().Where(call => call.State == CallState.Open && call.OpenedAt <= now).OrderByDescending(call => call.OpenedAt)],
            Seats = policy.Shown.Contains(PageSection.Representatives) ? [.. all.Seats.Where(seat => seat.HoldsOn(today)).Select(seat => Of(seat, all, policy))] : [],
            Organizations = policy.Shown.Contains(PageSection.Representatives) ? [.. all.Organizations.Where(one => one.State == OrganizationState.TakingPart)] : [],
        };
    }

    private static bool IsPublic(MeetingEntry meeting) => meeting.State switch
    {
        MeetingState.Announced or MeetingState.Held => true,
        MeetingState.Cancelled => meeting.Letters.ContainsKey(MeetingLetters.Announcement),
        _ => false,
    };

    private static bool IsPublic(DocumentEntry document, Dictionary<long, MeetingEntry> meetings)
    {
        if (document.State != DocumentState.Filed || document.Sort == DocumentSort.Participants) return false;
        if (document.MeetingId is not { } id) return document.Sort != DocumentSort.Report;
        if (!meetings.TryGetValue(id, out var meeting)) return false;
        return document.Sort != DocumentSort.Report || (meeting.Report.DocumentId == document.Id && meeting.Report.State is ReportState.Approved or ReportState.Distributed);
    }

    private static bool IsPublic(LiaisonEntry liaison) => liaison.Way == LiaisonWay.Incoming
        ? liaison.State != LiaisonState.Withdrawn
        : liaison.Number is not null && liaison.State is LiaisonState.Sent or LiaisonState.Answered or LiaisonState.Closed;

    private static PublicSeat Of(SeatEntry seat, RegisterSnapshot all, PagePolicy policy)
    {
        var person = all.Person(seat.PersonId);
        return new(seat, policy.PersonNames ? person : null, all.Organization(seat.OrganizationId ?? person?.OrganizationId), policy is { PersonNames: true, EmailAddresses: true } ? person?.Email : null);
    }
}
