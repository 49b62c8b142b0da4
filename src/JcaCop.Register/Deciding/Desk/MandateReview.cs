using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>A day on which the mandate needs a decision (Rec. ITU-T A.1, 2.2.10): its lifetime ends, or it is reviewed.</summary>
public sealed record MandateDay(DateOnly Day, bool Ends)
{
    /// <summary>As obligations are called that follow from it.</summary>
    public string Title => Ends ? EndOfLifetime : "Review of the mandate";

    public const string EndOfLifetime = "End of the mandate's lifetime";

    public static IReadOnlyList<MandateDay> Of(PeriodicRules rules) =>
        [.. rules.MandateReviews.Select(day => new MandateDay(day, false)).Concat(rules.MandateEnds is { } end ? [new MandateDay(end, true)] : []).OrderBy(one => one.Day)];
}

/// <summary>Puts the decision on the mandate down as owed by the secretariat while the day is near, and closes it when the settings name another.</summary>
public static class MandateReview
{
    /// <summary>What is to be put down, and what is settled by a new day.</summary>
    public static (IReadOnlyList<MandateDay> Open, IReadOnlyList<ObligationEntry> Settled) Due(Group group, IEnumerable<ObligationEntry> owed, DateTimeOffset now)
    {
        var days = MandateDay.Of(group.Periodic);
        var all = owed.Where(one => one is { Matter: ObligationMatter.ReviewMandate, Of: 0 }).ToList();
        return (
            [.. days.Where(day => Deadline(day, group).At > now && ClosingDay.StartOf(day.Day.AddDays(-group.Periodic.MandateDays), group.Zone) <= now && !all.Any(one => Same(one, day, group)))],
            [.. all.Where(one => one.Live && !days.Any(day => Same(one, day, group)))]);
    }

    /// <param name="letters">Tells secretariat and chairman of it.</param>
    public static DeskResult Note(Group group, Func<MandateDay, IReadOnlyList<OutgoingLetter>> letters, DeskDraft draft)
    {
        var (open, settled) = Due(group, draft.Known.All<ObligationEntry>(), draft.Now);
        foreach (var owed in settled) Obligations.Meet(owed, draft.Now, "settings: another day", draft.Entries);
        foreach (var day in open)
            draft.Put(null, new ObligationEntry(
                draft.Known.NextNew(), draft.Known.Group, ObligationMatter.ReviewMandate, EntryKind.Mandate, 0, day.Title,
                new Debtor($"Secretariat of {group.Name}", Role: "secretariat"), Deadline(day, group), ObligationState.Open, draft.Now, null, null),
                day.Title, new FieldChange("state", null, nameof(ObligationState.Open)));
        return DeskResult.With([.. open.SelectMany(letters)]);
    }

    private static Deadline Deadline(MandateDay day, Group group) => ClosingDay.EndOf(day.Day, group.Zone);

    private static bool Same(ObligationEntry owed, MandateDay day, Group group) => owed.Title == day.Title && owed.Deadline?.At == Deadline(day, group).At;
}
