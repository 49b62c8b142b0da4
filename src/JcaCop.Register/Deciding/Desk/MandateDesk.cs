using System.Globalization;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>
/// Keeps the versions of a group's mandate. A new version ends the one before it on the day before its own first day; the end of the
/// lifetime and the review are owed by the secretariat, and what is owed under a version goes with it.
/// </summary>
public static class MandateDesk
{
    public static readonly IReadOnlyCollection<EntryKind> Needs = [EntryKind.Mandate, EntryKind.Obligation];

    /// <summary>As the obligation is called that a last day brings.</summary>
    public const string EndOfLifetime = "End of the mandate's lifetime";

    private const string NextReview = "Review of the mandate";

    /// <param name="told">Its number and state do not count.</param>
    public static DeskResult Add(MandateEntry told, LiaisonHouse house, DeskDraft draft)
    {
        if (Wrong(told) is { } wrong) return DeskResult.Refused(wrong);
        if (draft.Known.All<MandateEntry>().FirstOrDefault(entry => NameKey.Of(entry.Title) == NameKey.Of(told.Title)) is { } same)
            return DeskResult.Refused(string.Create(CultureInfo.InvariantCulture, $"there is a mandate '{same.Title}' already ({same.Id}); 'mandate set {same.Id}' changes it"));
        var before = draft.Known.All<MandateEntry>().Where(entry => entry.Live).OrderBy(entry => entry.From).LastOrDefault();
        if (before is not null && before.From >= told.From)
            return DeskResult.Refused(string.Create(CultureInfo.InvariantCulture, $"'{before.Title}' holds from {before.From:yyyy-MM-dd}; a new version begins after it"));
        var after = draft.Put(null, told with { Id = draft.Known.NextNew(), State = MandateState.Adopted }, told.Title, [.. FieldChanges.Between(null, told)]);
        if (before is not null)
        {
            var until = before.Until < told.From ? before.Until : told.From.AddDays(-1);
            Put(before, before with { State = MandateState.Superseded, Until = until }, draft);
            Settle(before, after.Title, draft);
        }
        Owe(after, house, draft);
        return DeskResult.Done;
    }

    /// <summary>Corrects what stands in a version.</summary>
    public static DeskResult Set(long id, Func<MandateEntry, MandateEntry> change, LiaisonHouse house, DeskDraft draft)
    {
        if (Find(id, draft) is not { } before) return None(id);
        var after = change(before);
        if (Wrong(after) is { } wrong) return DeskResult.Refused(wrong);
        Put(before, after, draft);
        if (before.Live && (before.Until, before.Review) != (after.Until, after.Review))
        {
            Settle(before, "another day was set", draft);
            Owe(after, house, draft);
        }
        return DeskResult.Done;
    }

    /// <summary>The review took place: the activity goes on, until another day or none, and the next review is noted.</summary>
    /// <param name="decidedBy">Who decided that it goes on.</param>
    /// <param name="next">Null keeps the one that is still to come.</param>
    public static DeskResult Review(long id, string decidedBy, DateOnly? until, DateOnly? next, LiaisonHouse house, DeskDraft draft)
    {
        if (Find(id, draft) is not { } before) return None(id);
        if (!before.Live) return DeskResult.Refused($"'{before.Title}' is {before.State.ToString().ToLowerInvariant()}; the version in force is reviewed");
        var coming = before.Review > draft.Known.DayOf(draft.Now) ? before.Review : null;
        var after = before with { Until = until ?? before.Until, Review = next ?? coming };
        if (Wrong(after) is { } wrong) return DeskResult.Refused(wrong);
        draft.Put(before, after, before.Title,
        [
            new FieldChange("reviewed", null, $"{decidedBy}, {Day(draft.Known.DayOf(draft.Now))}"), .. FieldChanges.Between(before, after),
        ]);
        Settle(before, $"review: {decidedBy}", draft);
        Owe(after, house, draft);
        return DeskResult.Done;
    }

    /// <summary>The activity ends on a day: nothing more is owed for its mandate.</summary>
    public static DeskResult End(long id, DateOnly day, string decidedBy, DeskDraft draft)
    {
        if (Find(id, draft) is not { } before) return None(id);
        if (!before.Live) return DeskResult.Refused($"'{before.Title}' is {before.State.ToString().ToLowerInvariant()} already");
        if (day < before.From) return DeskResult.Refused($"'{before.Title}' begins only on {Day(before.From)}");
        var after = before with { State = MandateState.Ended, Until = day, Review = null };
        draft.Put(before, after, before.Title, [new FieldChange("ended", null, decidedBy), .. FieldChanges.Between(before, after)]);
        Settle(before, $"ended: {decidedBy}", draft);
        return DeskResult.Done;
    }

    private static string? Wrong(MandateEntry told) =>
        told.Title.Trim().Length == 0 ? "a mandate needs a title"
        : string.IsNullOrWhiteSpace(told.DecidedBy) ? "a mandate needs the body that decided it"
        : told.Until < told.From ? $"the lifetime ends on {Day(told.Until.Value)}, before it begins on {Day(told.From)}"
        : told.Review < told.From ? $"the review of {Day(told.Review.Value)} lies before the first day, {Day(told.From)}"
        : null;

    private static MandateEntry? Find(long id, DeskDraft draft) => draft.Known.Filed<MandateEntry>(EntryKind.Mandate, id);

    private static DeskResult None(long id) => DeskResult.Refused(string.Create(CultureInfo.InvariantCulture, $"there is no mandate {id}; 'mandate list' shows them"));

    private static void Put(MandateEntry before, MandateEntry after, DeskDraft draft) => draft.Put(before, after, after.Title, [.. FieldChanges.Between(before, after)]);

    private static void Owe(MandateEntry mandate, LiaisonHouse house, DeskDraft draft)
    {
        foreach (var (day, title) in new[] { (mandate.Until, EndOfLifetime), (mandate.Review, NextReview) })
        {
            if (day is not { } due || house.EndOf(due) <= draft.Now) continue;
            var owed = new ObligationEntry(
                draft.Known.NextNew(), draft.Known.Group, ObligationMatter.ReviewMandate, EntryKind.Mandate, mandate.Id, title, new Debtor($"Secretariat of {house.Name}", Role: "secretariat"),
                new Deadline(house.EndOf(due), $"end of {Day(due)}, {house.Zone}"), ObligationState.Open, draft.Now, null, null);
            draft.Put(null, owed, title, new FieldChange("due", null, owed.Deadline!.Rule));
        }
    }

    private static void Settle(MandateEntry mandate, string by, DeskDraft draft)
    {
        foreach (var owed in draft.Known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Mandate, mandate.Id)).Where(owed => owed.Live).ToList())
            Obligations.Meet(owed, draft.Now, by, draft.Entries);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
