using JcaCop.Reading.Accepting;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Who comes or stays away by the verbs of the text alone, where the tags give nobody: a person is asked whether it is meant.</summary>
internal static class AttendanceUntagged
{
    /// <summary>How sure is what only a verb tells.</summary>
    private const double Unsaid = 0.3;

    private static readonly IReadOnlyList<Sign> Untagged = [new Sign("untagged", 1)];

    public static void Add(ItemContext context, List<Item> items)
    {
        var tagged = items.Count > 0;
        Block? spoken = null;
        foreach (var (span, block) in context.Utterances)
        {
            if (context.Meets!.Covers(span)) spoken = block; // the sentences behind it in the paragraph speak of the meeting too
            if (block is Form { Fields.Count: > 1 } or Table || Utterances.IsOpen(context, span)) continue;
            foreach (var claim in AttendanceClaim.Find(context, span))
            {
                if (context.Matters.Any(Matter.Asks, claim.Span) || context.Matters.Any(Matter.Remove, claim.Span)) continue;
                // what ends in a colon speaks of those who are listed below
                if (claim.Comes && context.Text[span.End - 1] is not (':' or '：')) Writer(context, claim, items);
                else if (!claim.Comes && (ReferenceEquals(spoken, block) || context.Meets!.Covers(span)) && !ContributionDecline.Is(context, span)) Excuse(context, span, claim, tagged, items);
            }
        }
    }

    /// <summary>"I will follow from here": the writer, of whom the words speak, with nobody else named.</summary>
    private static void Writer(ItemContext context, AttendanceClaim claim, List<Item> items)
    {
        if (context.Source is not null || !claim.OfSelf && !context.Matters.Any(Matter.I, claim.Span)) return;
        var way = AttendanceModes.Of(context, claim.Span);
        if (way is null && !((claim.OfSelf || IsSubject(context, claim)) && context.Meets!.Covers(claim.Span))) return;
        var person = SenderPerson.Of(context);
        if (person.Name is not { } name || Knows(items, name) || IsHouse(name)) return;
        if (NamesIn.Find(context, claim.Start, claim.End).Exists(other => !SameName.Is(other.Value, name))) return;
        if (context.Told.Any(one => one is { Tag: Tagging.Tag.Attending, Piece.Kind: Tagging.PieceKind.Person } && claim.Span.Contains(one.Piece.Start)
            && !SameName.Is(one.Piece.Value, name))) return; // "I confirm that Ms X takes part"
        var said = new Evidence("person.name", context.Source, claim.Word.Start, context.Text.Substring(claim.Word.Start, claim.Word.Length), Unsaid);
        Take(context, items, new Registration(context.Answers.Meeting, way ?? Everybody(context), person, context.Respondent?.Organization, context.Respondent?.Country) { Evidence = [said] }, DraftOrigin.Prose);
    }

    /// <summary>"asistirá quien suscribe": the words for the writer stand directly at the verb.</summary>
    private static bool IsSubject(ItemContext context, AttendanceClaim claim)
    {
        foreach (var self in context.Matters.Within(Matter.I, claim.Start, claim.End))
            if (self.Length > LongestPronoun && (self.Start - claim.Word.End is 0 or 1 || claim.Word.Start - self.End is 0 or 1)) return true;
        return false;
    }

    /// <summary>"I", "yo", "I am": no more than a subject that a verb may have lost.</summary>
    private const int LongestPronoun = 6;

    /// <summary>Somebody named stays away; where nobody at all is tagged, the writer or the house may be meant.</summary>
    private static void Excuse(ItemContext context, TextSpan sentence, AttendanceClaim claim, bool tagged, List<Item> items)
    {
        if (!context.Matters.Any(Matter.I, claim.Span) && NamesIn.Find(context, sentence.Start, claim.Word.Start).Exists(known => items.Exists(item => item is Regret { Name: { } away } && SameName.Is(away, known.Value)))) return; // "Mr X, who had planned to come, cannot": said of X
        var named = NamesIn.Find(context, claim.Start, claim.End);
        var name = claim.OfSelf && !IsSubject(named, claim) && SenderPerson.Of(context).Name is { } writer && !IsHouse(writer) ? writer : named.Count > 0 ? named[IsSubject(named, claim) ? ^1 : 0].Value : null;
        // "Our delegate, Mr X, did not get his visa and cannot come": the verb's clause names nobody, the sentence does
        if (name is null && !claim.OfSelf && !context.Matters.Any(Matter.I, claim.Span) && NamesIn.Find(context, sentence.Start, claim.Start) is [var subject] && context.Marked.At(Lexicons.Word.Connector, subject.Start) is null)
            name = subject.Value;
        if (name is null && !tagged && items.Count == 0 && context.Meets!.Covers(TextSpan.FromBounds(claim.Start, claim.End)))
            name = context.Respondent?.Organization ?? Country(context, claim) ?? (SenderPerson.Of(context).Name is { } self && !IsHouse(self) ? self : null);
        if (Joined(context, claim, named) is { } both)
        {
            foreach (var one in both) if (!Knows(items, one)) Take(context, items, Missing(context, claim, one), DraftOrigin.Prose);
            return;
        }
        if (name is not null) name = WholeName.Of(context, name);
        if (name is null || Knows(items, name)) return;
        Take(context, items, Missing(context, claim, name), DraftOrigin.Prose);
    }

    /// <summary>"Unfortunately Chile will not be able to take part": the State is the subject, and nobody of it is named.</summary>
    private static string? Country(ItemContext context, AttendanceClaim claim)
    {
        foreach (var country in context.CountryMentions)
            if (country.Start >= claim.Start && country.End <= claim.Word.Start && claim.Word.Start - country.End <= LongestAdverb && !Clauses.Part(context.Text, country.End, claim.Word.Start))
                return context.Text.Substring(country.Start, country.Length);
        return null;
    }

    /// <summary>" will, to our regret, not be able to ".</summary>
    private const int LongestAdverb = 40;

    /// <summary>"Ida Holm will have to miss it": the verb alone may be anybody's, the name directly before it is its subject.</summary>
    private static bool IsSubject(List<Mention<string>> named, AttendanceClaim claim) => named.Count > 0 && claim.Word.Start - named[^1].End is >= 0 and <= LongestAuxiliary;

    /// <summary>" will ".</summary>
    private const int LongestAuxiliary = 7;

    private static Regret Missing(ItemContext context, AttendanceClaim claim, string name) =>
        new(context.Answers.Meeting, name) { Evidence = [new Evidence("name", context.Source, claim.Word.Start, context.Text.Substring(claim.Word.Start, claim.Word.Length), Unsaid)] };

    /// <summary>"My colleague Ida Holm and I cannot come": a conjunction joins the writer and the one who is named before the verb; null where none does.</summary>
    private static string[]? Joined(ItemContext context, AttendanceClaim claim, List<Mention<string>> named)
    {
        if (named is not [var other] || other.Start > claim.Word.Start || SenderPerson.Of(context).Name is not { } writer || IsHouse(writer) || SameName.Is(writer, other.Value)) return null;
        foreach (var self in context.Matters.Within(Matter.I, claim.Start, claim.Word.End))
        {
            var (from, to) = self.End <= other.Start ? (self.End, other.Start) : (other.End, self.Start);
            if (to < from || to - from > LongestJoint) continue;
            foreach (var and in context.Marked.Within(Lexicons.Word.Conjunction, from, to)) if (and.Start == from || and.Start == from + 1 || and.End >= to - 1) return [other.Value, writer];
            if (Neither.Contains(context.Text[from..to].Trim(), StringComparer.OrdinalIgnoreCase)) return [other.Value, writer];
        }
        return null;
    }

    private const int LongestJoint = 24;

    private static readonly IReadOnlyList<string> Neither = Lexicons.LexiconFile.Words("grammar", "neither");

    private static void Take(ItemContext context, List<Item> items, Item item, DraftOrigin origin)
    {
        var judged = item is Registration registration ? Confidence.Judge(registration, origin, false, Unsaid) : Confidence.Judge((Regret)item, origin, Unsaid);
        items.Add(judged with { Signs = [.. judged.Signs, .. Untagged] });
    }

    /// <summary>A mail from an office has nobody who could come.</summary>
    internal static bool IsHouse(string sender) =>
        RespondentWords.Index.FindAll(sender).Exists(word => word is { Value: RespondentWord.Authority or RespondentWord.Mission, Length: > 4 }) || Lexicons.Folding.IsHan(sender[0]) && ActivityWords.Find(sender).Exists(word => word.Value == ActivityWord.Organization && word.End == sender.Length)
        || Units.IsUnit(sender);

    private static AttendanceMode? Everybody(ItemContext context) => AttendanceModes.Of(context, new TextSpan(0, context.Text.Length));

    private static bool Knows(List<Item> items, string name) =>
        items.Exists(item => item is Registration { Person.Name: { } coming } && SameName.Is(coming, name) || item is Regret { Name: { } away } && SameName.Is(away, name));
}
