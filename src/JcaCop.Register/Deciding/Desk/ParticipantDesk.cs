using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>What an order says of somebody's taking part. Null leaves a field alone, an empty text takes its value away.</summary>
/// <param name="Meeting">Its number.</param>
/// <param name="Who">A name, or the number of a person of the register.</param>
public sealed record ParticipantOrder(string Meeting, string Who)
{
    public string? Organization { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }
    public string? Function { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public AttendanceMode? Mode { get; init; }

    /// <summary>Somebody registered, who stays away.</summary>
    public string? InsteadOf { get; init; }
}

/// <summary>Registers and excuses people at the secretariat's word: what came by telephone, on paper, or in a mail that was not read.</summary>
public static class ParticipantDesk
{
    /// <summary>Whoever is registered already gets what the order says; nothing else of the registration changes.</summary>
    public static DeskResult Register(ParticipantOrder told, DeskDraft draft)
    {
        if (MeetingDesk.Find(told.Meeting, draft.Known) is not { } meeting) return MeetingDesk.None(told.Meeting);
        if (meeting.State == MeetingState.Cancelled) return DeskResult.Refused($"{meeting.Title} is cancelled");
        if (NameKey.Of(told.Who).Length == 0) return DeskResult.Refused("a participant needs a name");
        if (IsBody(told.Who, draft.Known)) return DeskResult.Refused($"{told.Who} is a body: register its people (--organization)");
        var (meant, problem) = Meant(told.Who, told.Email, told.Organization, draft.Known);
        if (problem is not null) return DeskResult.Refused(problem);
        RegistrationEntry? gone = null;
        if (told.InsteadOf is { Length: > 0 } absent)
        {
            var named = OnRecord(meeting, absent, draft.Known).Where(one => one.Live).ToList();
            if (named.Count == 0) return DeskResult.Refused($"nobody of the name '{absent}' is registered for {meeting.Title}");
            if (named is not [var only]) return DeskResult.Refused($"more than one of the name '{absent}' is registered for {meeting.Title}");
            if (only.PersonId == meant?.Id) return DeskResult.Refused($"{only.Name} cannot come in the own place");
            gone = only;
        }

        var house = told.Organization ?? draft.Known.Organization(meant?.OrganizationId)?.Name;
        var country = told.Country ?? draft.Known.Organization(meant?.OrganizationId)?.Country;
        var person = draft.Entries.Person(new PersonMention(
            new Person(meant is null ? told.Who.Trim() : null, Filled(told.Function), Filled(told.Email), Filled(told.Phone)), draft.Known.FindOrganization(Filled(house), Filled(country))?.Id, meant)) ?? meant!;
        var before = draft.Known.Named<RegistrationEntry>(EntryKind.Registration, RegistrationEntry.OfPerson(person.Id)).FirstOrDefault(one => one.MeetingId == meeting.Id);
        var after = (before ?? new RegistrationEntry(
            draft.Known.NextNew(), draft.Known.Group, meeting.Id, person.Id, person.Name ?? told.Who.Trim(), Filled(house), Filled(country), null, RegistrationState.Registered)) with
        {
            State = RegistrationState.Registered, Mode = told.Mode ?? before?.Mode, InsteadOf = gone?.Name ?? FieldText.Of(told.InsteadOf, before?.InsteadOf),
        };
        if (before is not null) after = after with { Organization = FieldText.Of(told.Organization, before.Organization), Country = FieldText.Of(told.Country, before.Country) };
        // Whoever had cancelled heard of no change meanwhile: the connection details come anew.
        if (before is { Live: false }) after = after with { ConnectionSentAt = null };
        draft.Put(before, after, RegistrationPlacing.Title(after, draft.Known), [.. FieldChanges.Between(before, after)]);
        if (gone is not null) Put(gone, RegistrationState.Cancelled, draft);
        return draft.Changes.Count == 0 || Addressees.Of(after, draft.Known) is not null ? DeskResult.Done
            : new DeskResult(null, []) { Notes = [$"No address of {after.Name} is on record: letters about the meeting do not reach {after.Name}; --email ADDRESS adds one."] };
    }

    /// <summary>Somebody who was registered stays away; somebody else, or a body, is noted as excused.</summary>
    /// <param name="who">A name, the number of a person, or a body that sends nobody.</param>
    public static DeskResult Excuse(string number, string who, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting) return MeetingDesk.None(number);
        if (meeting.State == MeetingState.Cancelled) return DeskResult.Refused($"{meeting.Title} is cancelled");
        if (NameKey.Of(who).Length == 0) return DeskResult.Refused("who is excused?");
        switch (OnRecord(meeting, who, draft.Known).ToList())
        {
            case [var only]:
                if (only.Live) Put(only, RegistrationState.Cancelled, draft);
                return DeskResult.Done;
            case [_, _, ..]:
                return DeskResult.Refused($"more than one of the name '{who}' is on record for {meeting.Title}; the number of the person, as 'person list' shows it, tells which");
        }
        if (IsBody(who, draft.Known)) return ExcuseBody(meeting, who, draft);
        var (meant, problem) = Meant(who, null, null, draft.Known);
        if (problem is not null) return DeskResult.Refused(problem);
        var person = meant ?? draft.Entries.Person(new PersonMention(new Person(who.Trim()), null))!;
        var house = draft.Known.Organization(person.OrganizationId);
        return Note(new RegistrationEntry(
            draft.Known.NextNew(), draft.Known.Group, meeting.Id, person.Id, person.Name ?? who.Trim(), house?.Name, house?.Country, null, RegistrationState.Regrets), draft);
    }

    private static DeskResult ExcuseBody(MeetingEntry meeting, string who, DeskDraft draft)
    {
        var member = MemberDesk.Find(who, draft.Known);
        var name = member?.Name ?? who.Trim();
        var names = new[] { who, name, member?.Body }.Select(NameKey.Of).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (Addressees.Registered(meeting, draft.Known).FirstOrDefault(one => names.Contains(NameKey.Of(one.Organization))) is { } coming)
            return DeskResult.Refused($"{coming.Name} is registered for {name}; who does not come is excused by name");
        var key = RegistrationEntry.OfBody(name);
        if (draft.Known.Named<RegistrationEntry>(EntryKind.Registration, key).Any(one => one.MeetingId == meeting.Id && one.PersonId is null)) return DeskResult.Done;
        return Note(new RegistrationEntry(draft.Known.NextNew(), draft.Known.Group, meeting.Id, null, name, name, member?.Country, null, RegistrationState.Regrets), draft);
    }

    private static DeskResult Note(RegistrationEntry entry, DeskDraft draft)
    {
        draft.Put(null, entry, RegistrationPlacing.Title(entry, draft.Known), [.. FieldChanges.Between(null, entry)]);
        return DeskResult.Done;
    }

    private static void Put(RegistrationEntry before, RegistrationState state, DeskDraft draft) =>
        draft.Put(before, before with { State = state }, RegistrationPlacing.Title(before, draft.Known), new FieldChange("state", before.Standing, state.ToString()));

    /// <summary>What stands for a meeting under a name or the number of a person.</summary>
    private static IEnumerable<RegistrationEntry> OnRecord(MeetingEntry meeting, string who, Known known) => known.All<RegistrationEntry>().Where(one => one.MeetingId == meeting.Id
        && (Numbered(who, known) is { } person ? one.PersonId == person.Id
            : NameKey.Of(one.Name) == NameKey.Of(who) || known.Person(one.PersonId)?.Name is { } full && NameKey.Of(full) == NameKey.Of(who)));

    /// <summary>The person of the register that is meant; null with no problem for somebody new.</summary>
    private static (PersonEntry? Person, string? Problem) Meant(string who, string? email, string? organization, Known known)
    {
        if (who.Trim().All(char.IsAsciiDigit)) return Numbered(who, known) is { } numbered ? (numbered, null) : (null, $"there is no person {who}; 'person list' shows the numbers");
        var named = known.PersonsNamed(who).ToList();
        if (named.Count > 1 && string.IsNullOrWhiteSpace(email) && string.IsNullOrWhiteSpace(organization))
            return (null, $"'{who}' is person {string.Join(" and ", named.Select(person => person.Id.ToString(CultureInfo.InvariantCulture)))}; the number in place of the name tells which");
        return (PersonMatch.Find(who.Trim(), Filled(email), known.FindOrganization(Filled(organization), null)?.Id, known), null);
    }

    private static PersonEntry? Numbered(string who, Known known) =>
        long.TryParse(who, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && known.Person(id) is { MergedInto: null } person ? person : null;

    private static bool IsBody(string name, Known known) =>
        Domains.IsBodyCode(name) || known.FindOrganization(name, null) is not null || MemberDesk.Find(name, known) is not null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
