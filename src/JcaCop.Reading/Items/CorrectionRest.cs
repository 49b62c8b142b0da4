using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Tells what of a change in several parts was read into no item: "the number should read +61 2 5550 1001, and the contact is Ms Anne Sample, not Anna".</summary>
/// <remarks>What is recorded of such a mail is answered as understood; the rest of it would be lost unless a person reads it.</remarks>
internal static class CorrectionRest
{
    /// <param name="reply">Whether the whole mail answers a letter that showed entries: then each of its statements may change one.</param>
    /// <returns>The first statement that names somebody, or something, that no item holds; null where none does, or where nothing is changed.</returns>
    public static TextSpan? Find(ItemContext context, IReadOnlyList<Item> items, bool reply = false)
    {
        if (!reply && !items.Any(item => item is Correction)) return null;
        var told = new Told(items, SenderPerson.Of(context).Name);
        var details = new DetailsLeft(context, items);
        foreach (var utterance in context.Utterances)
        {
            var span = utterance.Span;
            if (!context.Matters.Any(Matter.Courtesy, span) && details.Any(span, Gives(context, span, items) || reply)) return span;
            if (!Gives(context, span, items) && (!reply || context.Matters.Any(Matter.Courtesy, span)) && !context.Matters.Any(Matter.Renamed, span)) continue;
            if (Left(context, span, told)) return span;
        }
        return null;
    }

    private static bool Left(ItemContext context, TextSpan span, Told told)
    {
        var heldUntil = -1;
        foreach (var name in Named(context, span).OrderBy(name => name.Start))
            if (told.Holds(name.Value)) heldUntil = name.End;
            // "Mr Asante of Cyber Guardians": where somebody is from, and nothing that changes.
            else if (!(heldUntil >= 0 && name.Start - heldUntil is >= 0 and <= LongestOf && !Clauses.Part(context.Text, heldUntil, name.Start)) && !CorrectionValues.IsOld(context, name.Start)) return true;
        return false;
    }

    private const int LongestOf = 8;

    /// <summary>Something of a correction was read from the statement.</summary>
    private static bool Gives(ItemContext context, TextSpan span, IReadOnlyList<Item> items) =>
        items.Any(item => item is Correction && item.Evidence.Any(proof => proof.Source == context.Source && span.Contains(proof.Offset)));

    /// <summary>Persons, what stands in quotation marks, and organizations that a word of change or a dash leads to.</summary>
    private static IEnumerable<Mention<string>> Named(ItemContext context, TextSpan span)
    {
        foreach (var name in NamesIn.Find(context, span.Start, span.End)) yield return name;
        foreach (var quoted in Quotations.Find(context.Text, span.Start, span.End)) if (quoted.Value.Any(char.IsLetter) && quoted.Value.Count(char.IsDigit) < FewDigits) yield return quoted;
        foreach (var house in OrganizationNames.Find(context.Marked, span.Start, span.End))
            if (house.Confidence >= Likely && Bodies.Find(house.Value).Count == 0 && IsLedTo(context, span, house.Start)) yield return house;
    }

    private const double Likely = 0.6;

    /// <summary>A quotation with more of them is a number or a postal address.</summary>
    private const int FewDigits = 4;

    private static bool IsLedTo(ItemContext context, TextSpan span, int at)
    {
        var before = context.Text.AsSpan(span.Start, at - span.Start).TrimEnd();
        if (before is [.., '–' or '—' or ':' or '：']) return true;
        return context.Matters.Last(Matter.NewMark, Math.Max(span.Start, at - LongestLead), at) is { } mark && context.Text.AsSpan(mark.End, at - mark.End).IsWhiteSpace();
    }

    private const int LongestLead = 20;

    /// <summary>All names and texts that the items hold.</summary>
    private sealed class Told
    {
        private readonly List<string> texts = [];

        public Told(IReadOnlyList<Item> items, string? writer)
        {
            Add(writer);
            foreach (var item in items)
            {
                // of what a second mail completes, "М.П. Лебедевой" is how the contact is called there
                foreach (var proof in item.Evidence) if (item is Correction || proof.Field == "name") Add(proof.Text);
                switch (item)
                {
                    case Correction correction: Add(correction.Name); Add(correction.Person); Add(correction.Organization); break;
                    case Nomination nomination: Add(nomination.Contact); Add(nomination.Organization); break;
                    case Representative seat: Add(seat.Person); Add(seat.Body); Add(seat.Replaces); break;
                    case Registration registration: Add(registration.Person); Add(registration.Organization); break;
                    case Withdrawal withdrawal: Add(withdrawal.Name); break;
                    case Regret regret: Add(regret.Name); break;
                    case Activity activity: Add(activity.Title); Add(activity.Organization); Add(activity.Place); break;
                }
            }
        }

        public bool Holds(string name)
        {
            var folded = Folding.Plain(name).Trim();
            return texts.Exists(text => text.Contains(folded, StringComparison.Ordinal) || folded.Contains(text, StringComparison.Ordinal)
                || IsCyrillic(folded) && SameInflected(text, folded));
        }

        private static bool IsCyrillic(string text) => text.Any(static c => c is >= '\u0400' and <= '\u04ff');

        /// <summary>Ольги Ким, Ольга Ким: each word as long as its ending allows.</summary>
        private static bool SameInflected(string text, string name)
        {
            var words = text.Split(' ');
            return name.Split(' ').All(word => Array.Exists(words, other => other.AsSpan().CommonPrefixLength(word) is var same && same >= ShortestStem
                && Math.Max(other.Length, word.Length) - same <= LongestEnding));
        }

        private const int ShortestStem = 3, LongestEnding = 3;

        private void Add(Person? person)
        {
            Add(person?.Name);
            Add(person?.Function);
            Add(person?.Address);
        }

        private void Add(Organization? organization)
        {
            Add(organization?.Name);
            Add(organization?.Address);
        }

        private void Add(string? text) { if (text is { Length: > 1 }) texts.Add(Folding.Plain(text).Trim()); }
    }
}
