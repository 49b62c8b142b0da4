using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>Reads what is to be removed: a nomination, a representative, a registration.</summary>
public static class WithdrawalReader
{
    public static IEnumerable<Item> Read(ItemContext context) => Liaisons.MayBe(context.Mail) ? [] : context.Readings.SelectMany(Both).Where(static item => item is not Withdrawal { Name: { } name } || !IsCounted(name));

    /// <summary>"The third organization, which we wrote to, …": a noun and its number name nobody.</summary>
    private static bool IsCounted(string name)
    {
        var number = Ordinals.Index.FindLongest(name);
        if (number.Count == 0) return false;
        var left = new System.Text.StringBuilder(name);
        foreach (var hit in number) for (var at = hit.Start; at < hit.End; at++) left[at] = ' ';
        foreach (var noun in new MarkedText(name).Within(Word.Organization, 0, name.Length)) for (var at = noun.Start; at < noun.End; at++) left[at] = ' ';
        return left.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).All(static word => word.Length <= LongestArticle);
    }

    private const int LongestArticle = 3;

    /// <summary>What the rules read, and what the tagger alone does.</summary>
    private static IEnumerable<Item> Both(ItemContext context)
    {
        var ruled = ReadOne(context);
        foreach (var cancelled in DelegateLine.Cancelled(context))
            if (!ruled.Exists(item => item is Withdrawal { Name: { } gone } && SameName.Is(gone, cancelled.Name!))) ruled.Add(cancelled);
        ruled.RemoveAll(item => item is Withdrawal { Of: WithdrawalOf.Representative, Name: { } name } && TakesOver(context, name) || Kept.Stays(context, item.Evidence[0].Offset));
        foreach (var item in ruled)
            yield return item with { Signs = SecondOpinion.Signs(SecondOpinion.Of(context, item.Evidence[0].Offset, item.Evidence[0].Offset + item.Evidence[0].Text.Length, Tag.Withdrawn)) };
        foreach (var (piece, name, organization, sure) in SecondOpinion.Withdrawn(context, ruled))
            if (!Kept.Stays(context, name.Start) && (!organization || !WithdrawnNames.IsOfSeat(context, name.Start) || ruled.Count == 0)
                && !context.Utterances.Exists(utterance => utterance.Span.Contains(name.Start) && (ContributionDecline.Withdraws(context, utterance.Span) || PleasBeside.NamesList(context, utterance.Span))))
                yield return new Withdrawal(Of(context, piece.Place.Span, organization).Of, name.Value) { Confidence = ToldAlone,
                    Evidence = [name.As("name", context.Text, context.Source)], Signs = SecondOpinion.Signs(sure, true) };
    }

    private const double ToldAlone = 0.5;

    /// <summary>"I step down; Ms Tanner takes my place": who is given the seat gives up none.</summary>
    private static bool TakesOver(ItemContext context, string name) =>
        Seats.Of(context).Seated.Exists(seat => seat.Person is { Replaces: not null, Name: { } heir } && SameName.Is(heir.Value, name));

    private static List<Item> ReadOne(ItemContext context)
    {
        var found = new List<Item>();
        Resigned(context, found);
        if (!context.Matters.Has(Matter.Remove))
            foreach (var (span, gone) in TermsOver.In(context)) Add(context, span, gone.Value, new TextSpan(gone.Start, gone.Length), false, gone.Confidence * PointsBack, found);
        if (!context.Matters.Has(Matter.Remove) && !context.Marked.Any(Word.Replace, 0, context.Text.Length)) return found;
        foreach (var utterance in context.Utterances)
        {
            var passage = Passage.Of(context.Marked, utterance.Span);
            if ((passage.Moods & (Moods.Question | Moods.Example)) != 0 || Utterances.IsOpen(context, utterance.Span) || ContributionDecline.Withdraws(context, utterance.Span)) continue;
            foreach (var verb in context.Matters.Within(Matter.Remove, utterance.Span.Start, utterance.Span.End))
            {
                // "please take Ms Park off the mailing list; she remains our representative": who gets no more letters gives up no seat, and a person is asked
                if (Negated(context, verb.Start) || PleasBeside.NamesList(context, utterance.Span)) continue;
                var before = found.Count;
                Statement(context, utterance.Span, verb, found);
                if (found.Count > before) break;
            }
            if (passage.Does(Intents.Nominate)) Exchanged(context, utterance.Span, found);
        }
        return found;
    }

    /// <summary>
    /// "Ms X ceases to be our focal point": somebody gives up a seat, and the whole text names nobody else who could take it, nor speaks of putting anybody forward.
    /// </summary>
    private static void Resigned(ItemContext context, List<Item> found)
    {
        if (!context.Matters.Has(Matter.Leaves) || !context.Matters.Has(Matter.SeatNoun) || context.Matters.Has(Matter.Remove)) return;
        if (NamesIn.Find(context, 0, context.Text.Length) is not [var gone] || context.Passages.Any(static passage => (passage.Intents & (Intents.Nominate | Intents.Replace)) != 0)) return;
        foreach (var utterance in context.Utterances)
        {
            var span = utterance.Span;
            if (utterance.Block is not Paragraph || !span.Contains(gone.Start) || Utterances.IsOpen(context, span)
                    || context.Emails.AnyFrom(span.Start, span.End) || context.Phones.AnyFrom(span.Start, span.End))
                continue;
            // "is no longer X but Y" changes a post
            if (context.Matters.First(Matter.Leaves, span.Start, span.End) is { } leaves
                && context.Matters.First(Matter.SeatNoun, Math.Max(gone.End, leaves.End), span.End) is not null && !context.Matters.Any(Matter.NewMark, span))
                Add(context, span, gone.Value, new TextSpan(gone.Start, gone.Length), false, gone.Confidence * PointsBack, found);
        }
    }

    private static bool Negated(ItemContext context, int at)
    {
        foreach (var not in context.Marked.Within(Word.Not, Math.Max(0, at - 5), at))
            if (at - not.End <= 1) return true;
        return context.Matters.Last(Matter.Denial, Math.Max(0, at - 5), at) is { } denial && at - denial.End <= 1;
    }

    private const int Reach = 140;

    private static readonly PhraseIndex<bool> Represents = new(LexiconFile.Words("grammar", "representVerb").Select(static verb => KeyValuePair.Create(verb, true)));

    private static void Statement(ItemContext context, TextSpan span, PhraseHit<Matter> verb, List<Item> found)
    {
        var comes = Exchange.Comes(context, verb.End, span.End);
        var told = TextSpan.FromBounds(span.Start, comes?.Start ?? span.End);
        var seat = context.Matters.Any(Matter.SeatNoun, told) || context.Matters.Any(Matter.RegistrationNoun, told);
        var candidate = context.Matters.Any(Matter.CandidateNoun, told);
        var myself = seat && NamesIn.Find(context, span.Start, span.End).Count == 0 && context.Matters.Any(Matter.Self, span) && !(context.Language == "zh" && Oneself.IsOurHouse(context, span.Start, span.End));
        // "Ms X no longer represents the Y Foundation": the house goes on, and who leaves it stands before the verb
        var represents = Represents.FindAll(Folding.Fold(context.Text.Substring(verb.Start, verb.Length))).Count > 0;
        seat |= represents;
        var names = WithdrawnNames.Between(context, verb.End, comes?.Start ?? span.End);
        if (represents) names.RemoveAll(static name => name.Organization);
        if (seat && names.Exists(name => WithdrawnNames.IsOfSeat(context, name)) && NamesIn.Find(context, span.Start, span.End).Count > 0) names.RemoveAll(name => WithdrawnNames.IsOfSeat(context, name));
        if (names.Count > 0 && (names[0].Name.Start - verb.End > Reach || IsNextStatement(context.Text, verb.End, names[0].Name.Start))) names.Clear();
        names.RemoveAll(name => name.Organization && IsOfCountry(name.Name.Value));
        var keeps = Kept.At(context, span) >= 0;
        if (names.Count > 1) names = names.Take(1).Concat(names.Skip(1).TakeWhile((name, i) => name.Name.Start - names[i].Name.End <= 6 || keeps && Kept.Joins(context.Text, names[i].Name.End, name.Name.Start))).ToList();
        var pointsBack = seat || candidate || comes is not null || context.Matters.Any(Matter.ListNoun, span) || context.Matters.First(Matter.Leaves, Math.Max(0, span.Start - WithdrawnNames.Above), span.End) is not null;
        if (names.Count == 0 && !myself && pointsBack) names = WithdrawnNames.Meant(context, span, [.. WithdrawnNames.Between(context, span.Start, verb.Start).Where(name => !represents || !name.Organization)]);
        if (names.Count == 0 && context.Text[span.End - 1] is ':' or '：' && !context.Marked.Any(Word.Nominate, verb.End, span.End) && !context.Marked.Any(Word.InPlace, verb.End, span.End)) names = WithdrawnNames.Listed(context, span);
        if (names.Count == 0 && WithdrawnObject.Find(context, verb.End, comes?.Start ?? span.End) is { } bare) names = [bare];
        foreach (var (name, organization) in names) Add(context, span, name.Value, new TextSpan(name.Start, name.Length), organization, name.Confidence, found);
        if (names.Count > 0) return;
        var where = new TextSpan(verb.Start, verb.Length);
        if (myself && SenderPerson.Of(context).Name is { } own) Add(context, span, own, where, false, 0.85, found);
        else if (pointsBack && WithdrawnNames.Earlier(context, span, seat && !candidate, candidate && !seat || BringsHouse(context, comes, span.End)) is { Count: > 0 } meant)
            foreach (var (name, organization) in meant) Add(context, span, name.Value, new TextSpan(name.Start, name.Length), organization, name.Confidence * PointsBack, found);
        else if (IsOwnRegistration(context, span) && SenderPerson.Of(context).Name is { } writer) Add(context, span, writer, where, false, 0.8, found);
        else if ((candidate || pointsBack && !seat) && WithdrawnObject.Subject(context, span) is { } subject) Add(context, span, subject.Value, new TextSpan(subject.Start, subject.Length), true, subject.Confidence, found);
        else if (candidate && context.Respondent?.Organization is { } body) Add(context, span, body, where, true, 0.6, found);
    }

    /// <summary>"Please take him off the list; Ms Y has a new address": behind the semicolon another statement begins, unless a colon or the end of one opened a list.</summary>
    private static bool IsNextStatement(string text, int from, int name)
    {
        var between = text.AsSpan(from, name - from);
        return between.ContainsAny(";；؛") && !between.ContainsAny(":：");
    }

    /// <summary>"to take it off the organizations that Moldova proposed": a country and a common noun are no name.</summary>
    private static bool IsOfCountry(string name)
    {
        if (Countries.Find(name) is not [var country]) return false;
        var rest = string.Concat(name.AsSpan(0, country.Start), name.AsSpan(country.End));
        return rest.Any(char.IsLower) && !rest.Any(char.IsUpper);
    }

    /// <summary>What comes is an organization, so what goes is one.</summary>
    private static bool BringsHouse(ItemContext context, TextSpan? comes, int end) => comes is { } put && WithdrawnNames.Between(context, put.End, end) is [{ Organization: true }, ..];

    /// <summary>"I registered last week. Please cancel it": nobody is named, and the sentences before speak of the writer's own registration.</summary>
    private static bool IsOwnRegistration(ItemContext context, TextSpan span) =>
        context.Matters.Any(Matter.RegistrationNoun, span) && context.Matters.First(Matter.Self, Math.Max(0, span.Start - WithdrawnNames.Above), span.Start) is not null && NamesIn.Find(context, 0, span.End).Count == 0;

    /// <summary>Who is meant by "him" or "that nomination" may be somebody else than the last one named.</summary>
    private const double PointsBack = 0.9;

    /// <summary>"In place of the Foundation X we propose the Network Y": X is withdrawn.</summary>
    private static void Exchanged(ItemContext context, TextSpan span, List<Item> found)
    {
        foreach (var (kind, verb) in Replacement.Marks(context.Marked, span.Start, span.End))
            if (kind is Word.Replace) foreach (var name in OrganizationNames.Find(context.Marked, verb.End, Math.Min(span.End, verb.End + 120)))
            {
                if (name.Start - verb.End <= 12 && NamesIn.Find(context, verb.End, name.Start).Count == 0)
                    Add(context, span, name.Value, new TextSpan(name.Start, name.Length), true, 0.7, found);
                break;
            }
    }

    private static void Add(ItemContext context, TextSpan span, string name, TextSpan where, bool organization, double confidence, List<Item> found)
    {
        if (organization) name = NameQuotes.WithoutBareNoun(name);
        if (found.Exists(item => item is Withdrawal known && SameName.Is(known.Name!, name))) return;
        var (of, sure) = Of(context, span, organization);
        if (found.Exists(item => item is Withdrawal other && other.Of == of && Script(other.Name!) != Script(name))) return;
        var (last, day) = of == WithdrawalOf.Representative ? LastDay.Of(context, span) : default;
        found.Add(new Withdrawal(of, name)
        {
            Until = last,
            Confidence = sure ? confidence * 0.98 : confidence * 0.75,
            Decision = sure && confidence >= 0.8 && Whole(context.Text, where) ? Decision.Accept : Decision.Review,
            Evidence = [new Evidence("name", context.Source, where.Start, where.In(context.Text), confidence), .. day is null ? Array.Empty<Evidence>() : [day.As("until", context.Text, context.Source)]],
        });
    }

    /// <summary>The name ends where its author ended it, and holds no clause: neither a word too many nor one too few.</summary>
    private static bool Whole(string text, TextSpan name) =>
        !OrganizationNames.HasStop(text, name.Start, name.End) && (name.End >= text.Length || !char.IsLetterOrDigit(text[name.End])) && name.Length < 90;

    /// <summary>A second script repeats in translation what the first said.</summary>
    private static int Script(string name)
    {
        foreach (var c in name)
            if (char.IsLetter(c)) return Folding.IsHan(c) ? 1 : Folding.IsArabic(c) ? 2 : c is >= '\u0400' and <= '\u04ff' ? 3 : 4;
        return 0;
    }

    /// <summary>以前登记的代表: where the word tells which seat is meant, no registration for a meeting goes.</summary>
    private static bool TellsRegistration(ItemContext context, TextSpan span)
    {
        foreach (var noun in context.Matters.Within(Matter.RegistrationNoun, span.Start, span.End))
            if (noun.End >= span.End || context.Text[noun.End] is not '的' || context.Matters.First(Matter.SeatNoun, noun.End, span.End) is null) return true;
        return false;
    }

    /// <summary>What is removed, by the noun beside the verb; otherwise by what is named and what the mail answers.</summary>
    private static (WithdrawalOf Of, bool Sure) Of(ItemContext context, TextSpan span, bool organization)
    {
        if (organization) return (WithdrawalOf.Nomination, true);
        if (TellsRegistration(context, span)) return (WithdrawalOf.Registration, true);
        if (context.Matters.Any(Matter.SeatNoun, span)) return (WithdrawalOf.Representative, true);
        if (context.Matters.Any(Matter.CandidateNoun, span)) return (WithdrawalOf.Nomination, false);
        if (context.Matters.Any(Matter.Leaves, span)) return (WithdrawalOf.Representative, true); // who retires gives up a seat, not a journey
        return context.Answers.Meeting is not null && context.Answers.Circular is null && !context.Matters.Has(Matter.SeatNoun) ? (WithdrawalOf.Registration, false) : (WithdrawalOf.Representative, false);
    }
}
