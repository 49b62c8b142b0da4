using JcaCop.Reading.Items;

namespace JcaCop.Reading.Accepting;

/// <summary>Decides which items may be recorded without a person, by signs that the text gives independently of the reader that found the item.</summary>
/// <remarks>
/// The weights are fitted by <c>tests/acceptance/fit.py</c> (logistic regression) on readings of mails never seen before and on readings with a
/// part of the word lists taken away, so that <see cref="Item.Confidence"/> is the share of such items that are right.
/// </remarks>
internal static class Acceptance
{
    public static IReadOnlyList<Item> Judge(ItemContext context, IReadOnlyList<Item> items, int reasons)
    {
        if (items.Count == 0) return items;
        var mail = MailSigns.Of(context, items, reasons);
        var swaying = new List<(ItemContext Reading, Swaying Seats)>();
        return [.. items.Select(item => Judge(context, item, items, mail, swaying))];
    }

    private static Item Judge(ItemContext context, Item item, IReadOnlyList<Item> items, List<Sign> mail, List<(ItemContext Reading, Swaying Seats)> swaying)
    {
        List<Sign> signs = [.. item.Signs, .. mail];
        ItemSigns.Add(signs, context, item, items);
        var confidence = Probability(item, signs);
        // costs a second reading of the seats: only where it decides
        if (item is Representative seat && confidence >= AcceptanceWeights.Threshold && Of(swaying, ItemSigns.ReadingOf(context, item)).Is(seat))
        {
            signs.Add(new Sign("sways", 1));
            confidence = Probability(item, signs);
        }
        if (IsUnsure(context, item) || confidence >= AcceptanceWeights.Threshold && ItemSigns.ReadingOf(context, item) is var reading
                && (BrokenName.Is(reading, item) || LeftBeside.Is(reading, item, items) || SaidOfAnother.Is(reading, item)))
            return item with { Signs = signs, Confidence = Math.Min(confidence, Unsure), Decision = Decision.Review };
        return item with { Signs = signs, Confidence = confidence, Decision = confidence >= AcceptanceWeights.Threshold ? Decision.Accept : Decision.Review };
    }

    /// <summary>What is known to be incomplete is never recorded, whatever else speaks for it.</summary>
    private static bool IsUnsure(ItemContext context, Item item) =>
        item is Representative { TermUnsure: true } or Representative { ReplacesUnsure: true } || item is Contribution paper && Papers.IsRunIn(context, paper.Source)
            || item is Withdrawal { Of: WithdrawalOf.Representative, Until: null } gone && UnreadEnds.Beside(context, gone)
            || item is Representative { From: null, Until: null } begins && UnreadEnds.Awaits(context, begins)
            || item.Signs.Any(static sign => sign.Name is LiaisonReader.NoDay or HinderedJourney.Open or MovedDays.Open)
            || NameOf(item) is { } name && Parts.RussianNominative.IsOblique(name);

    private static string? NameOf(Item item) => item switch { Representative seat => seat.Person.Name, Registration coming => coming.Person.Name, Nomination house => house.Contact?.Name,
        Correction change => change.Name, Withdrawal gone => gone.Name, Regret absent => absent.Name, _ => null };

    /// <summary>So sure at most is a seat of which not all days were understood, a statement whose deadline is no day, a name in a case that is not the one on record or with words that are none of it, and what leaves words beside it unread.</summary>
    private const double Unsure = 0.7;

    private static double Probability(Item item, List<Sign> signs) => Math.Round(AcceptanceWeights.Probability(item, signs), 3);

    private static Swaying Of(List<(ItemContext Reading, Swaying Seats)> known, ItemContext reading)
    {
        foreach (var (other, seats) in known) if (ReferenceEquals(other, reading)) return seats;
        known.Add((reading, new Swaying(reading)));
        return known[^1].Seats;
    }
}
