using System.Globalization;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>What an order says of a meeting. Null leaves a field alone, an empty text takes its value away.</summary>
public sealed record MeetingOrder(string Number)
{
    public string? Title { get; init; }
    public DateOnly? FirstDay { get; init; }

    /// <summary>Inclusive; null: the meeting keeps its length, a new one has one day.</summary>
    public DateOnly? LastDay { get; init; }
    public TimeOnly? From { get; init; }
    public TimeOnly? Until { get; init; }

    /// <summary>IANA name; null: the group's.</summary>
    public string? Zone { get; init; }
    public string? Place { get; init; }
    public string? Room { get; init; }
    public string? Website { get; init; }
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Whether people can take part from afar.</summary>
    public bool? Remote { get; init; }
    public string? Tool { get; init; }
    public string? Link { get; init; }
    public string? Details { get; init; }
    public string? Series { get; init; }
    public int? AnnouncementDays { get; init; }
    public int? ContributionDays { get; init; }
    public int? DocumentDays { get; init; }
    public int? ConnectionDays { get; init; }
}

/// <summary>Makes the letters that tell of a meeting; from Worker, for the register knows nothing of how letters look.</summary>
public delegate IReadOnlyList<OutgoingLetter> MeetingLetterMaker(MeetingEntry meeting, IReadOnlyList<Addressee> to, Known known);

/// <summary>Opens, changes, announces, cancels and closes meetings.</summary>
public static class MeetingDesk
{
    public static DeskResult Open(MeetingOrder told, Group group, DeskDraft draft)
    {
        if (!int.TryParse(told.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0) return DeskResult.Refused($"'{told.Number}' is no number of a meeting: groups count them 1, 2, 3");
        if (Find(told.Number, draft.Known) is { } other) return DeskResult.Refused($"there is a meeting {other.Number} already: {other.Title}");
        if (told is not { FirstDay: { } day, From: { } from, Until: { } until, Place: { Length: > 0 } place }) return DeskResult.Refused("a meeting needs --date, --from, --until and --place");
        var rules = group.Meetings;
        var meeting = new MeetingEntry(
            draft.Known.NextNew(), draft.Known.Group, told.Number, Usual(told.Number, group),
            new MeetingTime(day, told.LastDay ?? day, from, until, told.Zone ?? group.Zone.Id), place, MeetingState.Planned)
        {
            Series = (told.Series ?? rules.Series).Replace("{meeting}", told.Number, StringComparison.Ordinal),
            Limits = rules.Limits,
            Folder = ArchiveName.Folder(day, place),
            CalendarUid = $"{draft.Known.Group}-meeting-{NameKey.Of(told.Number).Replace(' ', '-')}{group.Address[group.Address.LastIndexOf('@')..].ToLowerInvariant()}",
        };
        if (!DocumentNumber.IsPattern(meeting.Series)) return DeskResult.Refused($"'{meeting.Series}' is no series of document numbers; DOC{{number:000}} is one");
        var after = With(meeting, told, group);
        return Write(null, after, draft) is var done && done.Problem is null && after.Time.Closes < draft.Now
            ? done with { Notes = [$"It lies in the past, and nobody is invited: 'meeting held {after.Number}' notes that it took place, 'meeting set {after.Number} --date DAY' puts the day right."] } : done;
    }

    /// <param name="update">Makes the letters that tell those who know of the meeting what it was and what it is.</param>
    public static DeskResult Set(MeetingOrder told, Group group, Func<MeetingEntry, MeetingEntry, IReadOnlyList<Addressee>, IReadOnlyList<OutgoingLetter>> update, DeskDraft draft)
    {
        if (Find(told.Number, draft.Known) is not { } before) return None(told.Number);
        if (before.State is MeetingState.Held or MeetingState.Cancelled) return DeskResult.Refused($"{before.Title} is {before.Standing.ToLowerInvariant()}");
        if (told.Place is not null && string.IsNullOrWhiteSpace(told.Place)) return DeskResult.Refused($"{before.Title} needs a place; --place names another one");
        var after = With(before, told, group);
        if (!DocumentNumber.IsPattern(after.Series)) return DeskResult.Refused($"'{after.Series}' is no series of document numbers; DOC{{number:000}} is one");
        var news = after.State == MeetingState.Announced && (before.Title != after.Title || before.Time != after.Time || before.Place != after.Place || before.Room != after.Room || before.Remote is null != after.Remote is null);
        if (news) after = after with { Sequence = after.Sequence + 1, Letters = Sent(after, MeetingLetters.Update, draft.Now) };
        if (IsEmpty(before, draft.Known)) after = after with { Folder = ArchiveName.Folder(after.Time.FirstDay, after.Place) };
        if (Write(before, after, draft) is { Problem: not null } refused) return refused;
        if (before.Folder != after.Folder)
            foreach (var document in Reserved(before, draft.Known).ToList()) draft.Put(document, document with { Folder = after.Folder }, DocumentFiling.Title(document), new FieldChange("folder", document.Folder, after.Folder));
        if (before.Remote != after.Remote) ForgetConnections(after, draft);
        if (before.ContributionsUntil != after.ContributionsUntil) ContributionSteps.Move(after, draft.Entries);
        return news ? DeskResult.With(update(before, after, Informed(after, group, draft))) : DeskResult.Done;
    }

    /// <summary>Nothing lies in the folder of the meeting yet, and it bears the name of its day and place: it follows them.</summary>
    private static bool IsEmpty(MeetingEntry meeting, Known known) =>
        meeting.Folder == ArchiveName.Folder(meeting.Time.FirstDay, meeting.Place) && Reserved(meeting, known).All(document => document.Revisions.Count == 0);

    private static IEnumerable<DocumentEntry> Reserved(MeetingEntry meeting, Known known) => known.All<DocumentEntry>().Where(document => document.MeetingId == meeting.Id);

    public static DeskResult Agenda(string number, IReadOnlyList<AgendaItem> items, DeskDraft draft)
    {
        if (Find(number, draft.Known) is not { } meeting) return None(number);
        foreach (var document in items.SelectMany(item => item.Documents))
            if (!draft.Known.Named<DocumentEntry>(EntryKind.Document, DocumentNumber.KeyOf(document)).Any()) return DeskResult.Refused($"there is no document {document}");
        return Write(meeting, meeting with { Agenda = items }, draft);
    }

    public static DeskResult Announce(string number, Group group, MeetingLetterMaker invitation, DeskDraft draft)
    {
        if (Find(number, draft.Known) is not { } meeting) return None(number);
        if (meeting.State != MeetingState.Planned) return DeskResult.Refused($"{meeting.Title} is {meeting.Standing.ToLowerInvariant()}");
        if (meeting.Time.Opens <= draft.Now) return DeskResult.Refused($"{meeting.Title} has begun");
        var after = meeting with { State = MeetingState.Announced, Letters = Sent(meeting, MeetingLetters.Announcement, draft.Now) };
        Write(meeting, after, draft);
        return DeskResult.With(invitation(after, Addressees.Of(group.Meetings.Invited, after, group, draft.Known, Today(group, draft)).All, draft.Known));
    }

    /// <param name="cancellation">Makes the letters that call it off.</param>
    public static DeskResult Cancel(string number, Group group, MeetingLetterMaker cancellation, DeskDraft draft)
    {
        if (Find(number, draft.Known) is not { } meeting) return None(number);
        if (meeting.State is MeetingState.Held or MeetingState.Cancelled) return DeskResult.Refused($"{meeting.Title} is {meeting.Standing.ToLowerInvariant()}");
        var known = meeting.State == MeetingState.Announced;
        var after = meeting with { State = MeetingState.Cancelled, Sequence = meeting.Sequence + 1, Letters = known ? Sent(meeting, MeetingLetters.Cancelled, draft.Now) : meeting.Letters };
        Write(meeting, after, draft);
        ContributionSteps.Waive(after, draft.Entries);
        return known ? DeskResult.With(cancellation(after, Informed(after, group, draft), draft.Known)) : DeskResult.Done;
    }

    /// <summary>The meeting has taken place: its chairman owes the report.</summary>
    public static DeskResult Held(string number, Group group, DeskDraft draft)
    {
        if (Find(number, draft.Known) is not { } meeting) return None(number);
        if (meeting.State == MeetingState.Cancelled) return DeskResult.Refused($"{meeting.Title} is cancelled");
        if (meeting.Time.Opens > draft.Now) return DeskResult.Refused($"{meeting.Title} has not begun");
        if (meeting.State == MeetingState.Held) return DeskResult.Done;
        var after = meeting with { State = MeetingState.Held };
        Write(meeting, after, draft);
        ContributionSteps.Waive(after, draft.Entries);
        ReportSteps.Owe(after, group, group.Meetings.Report, draft.Entries);
        return DeskResult.Done;
    }

    /// <summary>By number.</summary>
    public static MeetingEntry? Find(string number, Known known) =>
        known.All<MeetingEntry>().FirstOrDefault(meeting => NameKey.Of(meeting.Number) == NameKey.Of(number));

    /// <summary>Notes that letters of a kind went out now.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> Sent(MeetingEntry meeting, string kind, DateTimeOffset now) =>
        new Dictionary<string, DateTimeOffset>(meeting.Letters) { [kind] = now };

    public static DeskResult None(string number) => DeskResult.Refused($"there is no meeting {number}; meeting list shows all");

    internal static DateOnly Today(Group group, DeskDraft draft) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(draft.Now, group.Zone).DateTime);

    /// <summary>Whoever was invited, and whoever is registered.</summary>
    private static IReadOnlyList<Addressee> Informed(MeetingEntry meeting, Group group, DeskDraft draft) =>
        Addressees.Of([MeetingRole.Participants, .. group.Meetings.Invited], meeting, group, draft.Known, Today(group, draft)).All;

    private static MeetingEntry With(MeetingEntry meeting, MeetingOrder told, Group group)
    {
        var day = told.FirstDay ?? meeting.Time.FirstDay;
        var last = told.LastDay ?? (told.FirstDay is null ? meeting.Time.LastDay : day.AddDays(meeting.Time.Days - 1));
        var remote = meeting.Remote;
        if (told.Remote == false) remote = null;
        else if (told.Remote == true || told.Tool is not null || told.Link is not null || told.Details is not null)
            remote = new RemoteAccess(FieldText.Of(told.Tool, remote?.Tool), FieldText.Of(told.Link, remote?.Link), FieldText.Of(told.Details, remote?.Details));
        return meeting with
        {
            Title = told.Title is null ? meeting.Title : string.IsNullOrWhiteSpace(told.Title) ? Usual(meeting.Number, group) : told.Title.Trim(),
            Time = new MeetingTime(day, last, told.From ?? meeting.Time.From, told.Until ?? meeting.Time.Until, told.Zone ?? meeting.Time.Zone),
            Place = told.Place is { Length: > 0 } place ? place : meeting.Place,
            Room = FieldText.Of(told.Room, meeting.Room), Website = FieldText.Of(told.Website, meeting.Website),
            Languages = told.Languages ?? meeting.Languages, Remote = remote,
            Series = told.Series is { } series ? series.Replace("{meeting}", meeting.Number, StringComparison.Ordinal) : meeting.Series,
            Limits = new MeetingLimits(
                told.AnnouncementDays ?? meeting.Limits.Announcement, told.ContributionDays ?? meeting.Limits.Contributions,
                told.DocumentDays ?? meeting.Limits.Documents, told.ConnectionDays ?? meeting.Limits.Connection),
        };
    }

    private static DeskResult Write(MeetingEntry? before, MeetingEntry after, DeskDraft draft)
    {
        if (after.Time.LastDay < after.Time.FirstDay) return DeskResult.Refused("its last day lies before its first");
        if (after.Time.Days > MostDays) return DeskResult.Refused($"a meeting lasts at most {MostDays} days; this one would last {after.Time.Days}");
        if (after.Time.Until <= after.Time.From) return DeskResult.Refused($"it would end at {Hour(after.Time.Until)}, and begins at {Hour(after.Time.From)}");
        for (var day = after.Time.FirstDay; day <= after.Time.LastDay; day = day.AddDays(1))
            foreach (var hour in new[] { after.Time.From, after.Time.Until })
                if (after.Time.ZoneInfo.IsInvalidTime(day.ToDateTime(hour)))
                    return DeskResult.Refused(string.Create(CultureInfo.InvariantCulture, $"there is no {hour:HH:mm} on {day:yyyy-MM-dd} in {after.Time.Zone}: the clocks are put forward"));
        draft.Put(before, after, after.Title, [.. FieldChanges.Between(before, after)]);
        return DeskResult.Done;
    }

    /// <summary>Longer than any assembly or conference of the Union.</summary>
    private const int MostDays = 60;

    private static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Link or details are others now: whoever has the old ones gets the new ones.</summary>
    private static void ForgetConnections(MeetingEntry meeting, DeskDraft draft)
    {
        foreach (var registration in Addressees.Registered(meeting, draft.Known).Where(registration => registration.ConnectionSentAt is not null).ToList())
        {
            var after = registration with { ConnectionSentAt = null };
            draft.Put(registration, after, RegistrationPlacing.Title(registration, draft.Known), [.. FieldChanges.Between(registration, after)]);
        }
    }

    /// <summary>The title that a meeting was given; null where it is called by its number alone.</summary>
    public static string? TitleGiven(MeetingEntry meeting, Group group) => meeting.Title == Usual(meeting.Number, group) ? null : meeting.Title;

    /// <summary>The title of a meeting that was given none.</summary>
    private static string Usual(string number, Group group) => $"{Ordinal(number)} meeting of {group.Name}";

    private static string Ordinal(string number) =>
        !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? $"{number}."
        : (value % 100 is >= 11 and <= 13 ? 0 : value % 10) switch { 1 => $"{number}st", 2 => $"{number}nd", 3 => $"{number}rd", _ => $"{number}th" };
}
