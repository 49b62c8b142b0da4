using JcaCop.Reading;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Reaching;

/// <summary>Keeps an absence, and puts off the reminders of whoever is away.</summary>
internal static class AbsencePlacing
{
    /// <summary>Whoever is away for longer has left, and a machine that says so has no date in mind.</summary>
    private const int LongestDays = 180;

    /// <param name="answers">The letter of ours that the reply answers; null where none is known.</param>
    public static void Place(MailReading reading, AnsweredLetter? answers, EntryDraft entries, JudgePolicy policy)
    {
        if (reading.Sort.Absence is not { } told) return;
        var until = told.Until is { } day && day > entries.Day && day.DayNumber - entries.Day.DayNumber <= LongestDays ? told.Until : null;
        var noted = Absentee.AddressesOf(reading, answers, entries.Known, policy.Officers).Where(address => Note(address, told, until, entries)).ToList();
        if (until is { } last) foreach (var address in noted) PutOffAll(address, Start(last, policy.Zone), entries);
    }

    /// <returns>False where a later reply has told otherwise.</returns>
    private static bool Note(string address, Absence told, DateOnly? until, EntryDraft entries)
    {
        var known = entries.Known;
        var before = known.Named<AbsenceEntry>(EntryKind.Absence, address).FirstOrDefault();
        if (before is not null && before.ToldAt > entries.At) return false;
        var after = before is null
            ? new AbsenceEntry(known.NextNew(), known.Group, address, until, told.Deputy, entries.At)
            : before with { Until = until, Deputy = told.Deputy, ToldAt = entries.At };
        entries.Put(before, after, address,
            before is null ? new FieldChange("away", null, address) : null,
            before?.Until == until ? null : new FieldChange("until", Text(before?.Until), Text(until)),
            before?.Deputy == told.Deputy ? null : new FieldChange("deputy", before?.Deputy, told.Deputy));
        return true;
    }

    private static void PutOffAll(string address, DateTimeOffset back, EntryDraft entries)
    {
        foreach (var person in entries.Known.PersonsWithEmail(address).ToList())
            if (AllAway(person.Addresses, entries.Known, entries.Day)) PutOff(ObligationEntry.OwedBy(EntryKind.Person, person.Id), back, entries);
        foreach (var member in entries.Known.Named<MemberEntry>(EntryKind.Member, address).ToList())
            if (AllAway(member.Addresses, entries.Known, entries.Day)) PutOff(ObligationEntry.OwedBy(EntryKind.Member, member.Id), back, entries);
        PutOff(ObligationEntry.OwedBy(address), back, entries);
    }

    /// <summary>Somebody else at the member can be reminded as long as one address is read.</summary>
    private static bool AllAway(IReadOnlyList<PersonAddress> addresses, Known known, DateOnly today) =>
        addresses.All(address => address.Reachability == Reachability.Unreachable || known.Named<AbsenceEntry>(EntryKind.Absence, address.Email).Any(absence => absence.On(today)));

    private static void PutOff(string owedBy, DateTimeOffset back, EntryDraft entries)
    {
        foreach (var owed in entries.Known.Named<ObligationEntry>(EntryKind.Obligation, owedBy).Where(owed => owed.Live && !(owed.NotBefore >= back)).ToList())
            entries.Put(owed, owed with { NotBefore = back }, owed.Title, new FieldChange("notBefore", owed.NotBefore?.ToString("u", null), back.ToString("u", null)));
    }

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // A day may begin at one o'clock where clocks go forward at midnight.
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
