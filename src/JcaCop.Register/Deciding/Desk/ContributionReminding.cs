using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using Addressee = JcaCop.Register.Deciding.Meetings.Addressee;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>One who takes part and will be reminded of the deadline for contributions.</summary>
/// <param name="At">When the letter may leave, UTC.</param>
public sealed record WaitingParticipant(RegistrationEntry Registration, Addressee Addressee, DateTimeOffset At);

/// <summary>
/// Reminds registered participants of the deadline for contributions: each once, in the office hours of the addressee, and nobody whose house
/// has contributed. Whoever announced a contribution owes it, and is reminded of that instead.
/// </summary>
public static class ContributionReminding
{
    /// <summary>A letter that called for contributions is not followed by another within so many days.</summary>
    private const int QuietDays = 3;

    /// <param name="known">Registrations, documents, obligations, persons, members and absences whole.</param>
    public static IReadOnlyList<WaitingParticipant> Waiting(MeetingEntry meeting, Group group, SendingHours hours, Known known, DateTimeOffset now)
    {
        if (meeting.State != MeetingState.Announced || group.Meetings.ContributionReminder is not (> 0 and var days) || now > meeting.ContributionsUntil) return [];
        var called = new[] { MeetingLetters.Announcement, MeetingLetters.ContributionsCall }.Select(kind => meeting.Letters.TryGetValue(kind, out var at) ? at.AddDays(QuietDays) : DateTimeOffset.MinValue).Max();
        var participants = Addressees.Registered(meeting, known).Select(one => (Registration: one, Addressee: Addressees.Of(one, known))).Where(one => one.Addressee is not null).ToList();
        var reminded = participants.Where(one => one.Registration.ContributionRemindedAt is not null).Select(one => Texts.FoldAddress(one.Addressee!.Email)).ToHashSet();
        var contributions = known.All<DocumentEntry>().Where(document => document is { Sort: DocumentSort.Contribution, State: not DocumentState.Withdrawn } && document.MeetingId == meeting.Id).ToList();
        var waiting = new List<WaitingParticipant>();
        foreach (var (registration, addressee) in participants)
        {
            if (reminded.Contains(Texts.FoldAddress(addressee!.Email)) || contributions.Exists(document => IsOf(document, registration, addressee, known))) continue;
            // The week is the addressee's (docs/decisions/0081).
            var (zone, there) = (CountryZones.Of(registration.Country, group.Zone), hours.In(registration.Country));
            var day = there.Days.OnOrBefore(meeting.Time.FirstDay.AddDays(-(meeting.Limits.Contributions + days)));
            var at = there.Next(new[] { now, called, there.OpeningOn(day, zone), BackAt(addressee.Email, group, known, now) }.Max(), zone);
            if (at <= meeting.ContributionsUntil) waiting.Add(new WaitingParticipant(registration, addressee, at));
        }
        return waiting;
    }

    /// <summary>Writes to all whose time has come; several who are reached at one address get one letter.</summary>
    public static DeskResult Remind(string number, Group group, SendingHours hours, MeetingLetterMaker letters, DeskDraft draft)
    {
        if (MeetingDesk.Find(number, draft.Known) is not { } meeting) return MeetingDesk.None(number);
        var due = Waiting(meeting, group, hours, draft.Known, draft.Now).Where(one => one.At <= draft.Now).ToList();
        foreach (var registration in due.Select(one => one.Registration))
        {
            var after = registration with { ContributionRemindedAt = draft.Now };
            draft.Put(registration, after, RegistrationPlacing.Title(registration, draft.Known), [.. FieldChanges.Between(registration, after)]);
        }
        return DeskResult.With(letters(meeting, [.. due.Select(one => one.Addressee).DistinctBy(one => Texts.FoldAddress(one.Email))], draft.Known));
    }

    /// <summary>It came from the participant's house, or somebody there announced it.</summary>
    private static bool IsOf(DocumentEntry document, RegistrationEntry registration, Addressee addressee, Known known)
    {
        if (document.Source is { } source && registration.Organization is { } house && NameKey.Of(source) == NameKey.Of(house)) return true;
        if (document.Revisions.Any(revision => revision.By is { } by && by.Contains('@', StringComparison.Ordinal) && DocumentMatch.SameHouse(by, addressee.Email))) return true;
        return known.All<ObligationEntry>().Any(owed => owed.Live && owed.DocumentId == document.Id
            && ((owed.Debtor.PersonId is { } person && person == registration.PersonId)
                || (owed.Debtor.Email is { } email && DocumentMatch.SameHouse(email, addressee.Email))
                || (known.Filed<MemberEntry>(EntryKind.Member, owed.Debtor.MemberId)?.Addresses.Any(address => DocumentMatch.SameHouse(address.Email, addressee.Email)) ?? false)));
    }

    private static DateTimeOffset BackAt(string email, Group group, Known known, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, group.Zone).DateTime);
        return known.All<AbsenceEntry>().FirstOrDefault(absence => absence.On(today) && absence.Address.Equals(email, StringComparison.OrdinalIgnoreCase)) is { Until: { } until }
            ? ClosingDay.StartOf(until, group.Zone) : DateTimeOffset.MinValue;
    }
}
