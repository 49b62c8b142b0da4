using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// What the writer says of the own seat: "I can no longer represent Study Group 16 after 29 February", "from 1 April I will represent SG2 instead of SG16".
/// </summary>
/// <remarks>
/// Whoever leaves a house and gives up a seat takes back no nomination of that house, and stays away from no meeting on that day: whatever else was read of the
/// sentence goes. No tag says it, so a person is asked (docs/decisions/0103).
/// </remarks>
internal static class OwnSeats
{
    private enum Says { NoMore, Represent, EndsNow, StepDown, Takes, Instead, First }

    private static readonly PhraseIndex<Says> Index = new(LexiconFile.Phrases("ownSeats").Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Says>(entry.Code, true))));

    /// <summary>So near stands the verb of representing behind its denial, the body behind the verb, the noun of the seat behind "step down as".</summary>
    private const int VerbReach = 40, BodyReach = 60, NounReach = 30;

    /// <summary>Languages whose verbs do not tell who speaks.</summary>
    private static readonly HashSet<string> NeedSubject = ["en", "fr", "zh"];

    private const double Told = 0.8;

    /// <summary>What a sentence says, and what was read of it.</summary>
    private sealed record Saying(TextSpan Span, Found? Ends, string? EndsFor, Found? Begins, string? BeginsFor);

    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        var signs = Index.FindAll(context.Marked.Folded);
        if (!signs.Exists(static sign => sign.Value is Says.NoMore or Says.EndsNow or Says.StepDown or Says.Takes) || Liaisons.MayBe(context.Mail)) return items;
        if (SenderPerson.Of(context).Name is not { } writer || items.Any(item => item is Representative { Replaces: { } gone } && SameName.Is(gone, writer))) return items;
        var kept = items.ToList();
        foreach (var (span, block) in context.Utterances)
        {
            if (block is not (Paragraph or Listing) || context.Matters.Any(Matter.Meeting, span) || context.Matters.Any(Matter.If, span) || Utterances.IsOpen(context, span)
                || NamesIn.Find(context, span.Start, span.End).Exists(name => !SameName.Is(name.Value, writer))) continue;
            if (Of(context, span, signs) is not { } said) continue;
            kept.RemoveAll(item => OfWriter(item, writer, said) && item.Evidence.Any(evidence => evidence.Source == context.Source && span.Contains(evidence.Offset)));
            // "I leave the Foundation": what the writer leaves is not taken back by the sentence beside it either
            if (said.Ends is not null) kept.RemoveAll(item => item is Withdrawal { Of: WithdrawalOf.Representative, Name: { } name } && SameName.Is(name, writer));
            if (said.Ends is { } end) kept.Add(Ended(context, said, end, writer));
            if (said.Begins is { } begin) kept.Add(Begun(context, said, begin));
        }
        return kept;
    }

    private static bool OfWriter(Item item, string writer, Saying said) => item switch
    {
        Registration coming => coming.Person.Name is not { } name || SameName.Is(name, writer),
        Regret away => away.Name is not { } name || SameName.Is(name, writer) || said.Ends is not null,
        Withdrawal => said.Ends is not null,
        Representative seat => seat.Person.Name is { } name && SameName.Is(name, writer),
        Nomination => true,
        _ => false,
    };

    private static Withdrawal Ended(ItemContext context, Saying said, Found verb, string writer)
    {
        var (last, where) = LastDay.Of(context, said.Span);
        var evidence = new List<Evidence> { verb.As("name", context.Text, context.Source) };
        if (where is not null) evidence.Add(where.As("until", context.Text, context.Source));
        return new Withdrawal(WithdrawalOf.Representative, writer) { Body = said.EndsFor, Until = last, Confidence = Told, Evidence = evidence, Signs = [new Accepting.Sign("ownSeat", 1)] };
    }

    private static Representative Begun(ItemContext context, Saying said, Found verb)
    {
        var first = SeatTerms.Days(context, said.Span).Find(static day => day.First is not null);
        var evidence = new List<Evidence> { verb.As("person.name", context.Text, context.Source) };
        if (first.Where is not null) evidence.Add(first.Where.As("from", context.Text, context.Source));
        var person = SenderPerson.Of(context);
        return new Representative(said.BeginsFor, context.Marked.Any(Word.AlternateRole, said.Span.Start, said.Span.End) ? SeatRole.Alternate : SeatRole.Representative, person)
        {
            From = first.First, Confidence = Told, Evidence = evidence, Signs = [new Accepting.Sign("ownSeat", 1)],
        };
    }

    private static Saying? Of(ItemContext context, TextSpan span, List<PhraseHit<Says>> signs)
    {
        var own = signs.FindAll(sign => sign.Start >= span.Start && sign.End <= span.End);
        if (own.Count == 0) return null;
        var spoken = !NeedSubject.Contains(context.Language) || own.Exists(static sign => sign.Value == Says.First);
        if (own.Find(static sign => sign.Value == Says.Takes) is { Length: > 0 } takes && BodyBehind(context, takes.End, span.End) is { } comes)
        {
            var instead = own.Find(sign => sign.Value == Says.Instead && sign.Start >= comes.End);
            var goes = instead.Length > 0 ? BodyBehind(context, instead.End, span.End) : null;
            // Without a word of whom the writer stood for, and without a first day, it may be said of one meeting.
            if (goes is null && SeatTerms.Days(context, span).TrueForAll(static day => day.First is null)) return null;
            return new Saying(span, goes is null ? null : Where(context, instead.Start, goes.Value.End), goes?.Value, Where(context, takes.Start, takes.End), comes.Value);
        }
        if (!spoken) return null;
        foreach (var sign in own)
        {
            if (sign.Value == Says.EndsNow && (BodyBehind(context, sign.End, span.End) is not null || HouseBehind(context, sign.End, span.End) is not null)) return Gone(context, span, sign.Start, sign.End);
            if (sign.Value == Says.NoMore && own.Exists(verb => verb.Value == Says.Represent && verb.Start >= sign.End && verb.Start - sign.End <= VerbReach && !Clauses.Part(context.Text, sign.End, verb.Start))) return Gone(context, span, sign.Start, sign.End);
            if (sign.Value == Says.StepDown && context.Matters.First(Matter.SeatNoun, sign.End, Math.Min(span.End, sign.End + NounReach)) is { } noun) return Gone(context, span, sign.Start, noun.End);
        }
        return null;
    }

    private static Saying Gone(ItemContext context, TextSpan span, int start, int end) =>
        new(span, Where(context, start, end), BodyBehind(context, end, span.End)?.Value ?? HouseBehind(context, end, span.End), null, null);

    private static Found Where(ItemContext context, int start, int end) => new(context.Text[start..end], start, end - start, Told);

    private static Mention<string>? BodyBehind(ItemContext context, int start, int end)
    {
        foreach (var body in context.BodyMentions)
            if (body.Start >= start && body.End <= end && body.Start - start <= BodyReach && !Bodies.IsAddressee(body.Value)) return body;
        return null;
    }

    private static string? HouseBehind(ItemContext context, int start, int end)
    {
        foreach (var house in OrganizationNames.Find(context.Marked, start, end))
            if (house.Start - start <= BodyReach && house.Confidence >= 0.5 && Bodies.Find(house.Value).Count == 0) return house.Value;
        return null;
    }
}
