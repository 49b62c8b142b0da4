using System.Globalization;
using JcaCop.Register.Calendar;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Reaching;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>
/// Asks once a year whether a seat is still held. It only puts down what is owed, and the question that one word answers: the letters are
/// those of the reminders, so that they keep the office hours, the language and the absences of whoever is asked.
/// </summary>
public static class SeatAsking
{
    /// <summary>Days after the deadline in which an answer by one word is still understood.</summary>
    private const int ExpiryAfterDeadline = 60;

    public static string QuestionOf(long seatId) => string.Create(CultureInfo.InvariantCulture, $"seat {seatId} confirm");

    /// <summary>Seats that hold, and were neither confirmed nor asked about for the months of the rules.</summary>
    /// <param name="today">In the group's zone.</param>
    /// <param name="owed">All confirmations that were ever owed.</param>
    public static IReadOnlyList<SeatEntry> Due(IEnumerable<SeatEntry> seats, IEnumerable<ObligationEntry> owed, PeriodicRules rules, TimeZoneInfo zone, DateOnly today)
    {
        return [.. Coming(seats, owed, rules, zone, today).Where(one => one.Day <= today).Select(one => one.Seat)];
    }

    /// <summary>Seats that are to be asked about, each with the day from which on it is; none whose confirmation is owed now, or that ends before.</summary>
    public static IReadOnlyList<(SeatEntry Seat, DateOnly Day)> Coming(IEnumerable<SeatEntry> seats, IEnumerable<ObligationEntry> owed, PeriodicRules rules, TimeZoneInfo zone, DateOnly today)
    {
        if (rules.SeatMonths == 0) return [];
        var asked = owed.Where(one => one is { Matter: ObligationMatter.ConfirmSeat, OfKind: EntryKind.Seat }).ToLookup(one => one.Of);
        return
        [
            .. from seat in seats
               where !asked[seat.Id].Any(one => one.Live)
               let last = asked[seat.Id].Select(one => Day(one.OpenedAt)).Concat(seat.ConfirmedAt is { } confirmed ? [Day(confirmed)] : []).Append(seat.From).Max()
               let day = last.AddMonths(rules.SeatMonths)
               where seat.HoldsOn(day > today ? day : today)
               select (seat, day),
        ];

        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
    }

    /// <summary>What is owed of a seat that is asked about on a day.</summary>
    /// <param name="country">Of the organization; null where none is known.</param>
    /// <param name="at">When it is asked about, UTC.</param>
    public static ObligationEntry Owed(long id, SeatEntry seat, PersonEntry person, string title, string? country, string? language, Group group, WorkingDays days, DateTimeOffset at)
    {
        var last = days.OnOrAfter(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, group.Zone).DateTime).AddDays(group.Periodic.AnswerDays));
        return new ObligationEntry(id, seat.Group, ObligationMatter.ConfirmSeat, EntryKind.Seat, seat.Id, title,
            new Debtor(person.Name ?? person.Email ?? title, country, PersonId: person.Id, Language: language), ClosingDay.EndOf(last, group.Zone), ObligationState.Open, at, null, null);
    }

    /// <summary>Seats that ended on a day that was told before it came, and about which somebody is still asked.</summary>
    /// <param name="today">In the group's zone.</param>
    public static IReadOnlyList<SeatEntry> Over(IEnumerable<SeatEntry> seats, IEnumerable<ObligationEntry> owed, DateOnly today)
    {
        var asked = owed.Where(one => one is { Live: true, Matter: ObligationMatter.ConfirmSeat, OfKind: EntryKind.Seat }).Select(one => one.Of).ToHashSet();
        return [.. seats.Where(seat => seat.Until <= today && asked.Contains(seat.Id))];
    }

    /// <summary>Nobody is asked any longer about a seat that is over.</summary>
    public static DeskResult Drop(IReadOnlyCollection<long> over, Group group, DeskDraft draft)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(draft.Now, group.Zone).DateTime);
        foreach (var seat in Over(draft.Known.Seats.Where(seat => over.Contains(seat.Id)).ToList(), draft.Known.All<ObligationEntry>(), today))
            SeatConfirming.Drop(seat, seat.EndedBy ?? "its end was told", draft.Entries);
        return DeskResult.Done;
    }

    /// <param name="due">As they stood when they were found to be due: what has changed since is asked anew.</param>
    /// <param name="days">On which people work: nobody has to answer on a day off.</param>
    public static DeskResult Ask(IReadOnlyCollection<long> due, Group group, WorkingDays days, DeskDraft draft)
    {
        var known = draft.Known;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(draft.Now, group.Zone).DateTime);
        foreach (var seat in Due(known.Seats.Where(seat => due.Contains(seat.Id)).ToList(), known.All<ObligationEntry>(), group.Periodic, group.Zone, today))
        {
            if (known.Person(seat.PersonId) is not { } person) continue;
            var country = (known.Organization(seat.OrganizationId) ?? known.Organization(person.OrganizationId))?.Country;
            var title = SeatDesk.Title(seat, known);
            var owed = Owed(known.NextNew(), seat, person, title, country, Speaking.In(known).Of(person, seat), group, days, draft.Now);
            draft.Put(null, owed, title, new FieldChange("state", null, nameof(ObligationState.Open)));
            var expires = owed.Deadline!.At.AddDays(ExpiryAfterDeadline);
            Asking.Ask(new QuestionEntry(
                0, known.Group, QuestionMatter.Approval, QuestionOf(seat.Id), EntryKind.Seat, seat.Id, null, title,
                [new PreparedAnswer(AnswerWords.Accept, "seat confirm {id}")], Answerers.Officers with { Addresses = [.. person.Addresses.Select(address => address.Email)] }, [], draft.Now, expires), null, draft);
        }
        return DeskResult.Done;
    }
}
