using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Mr Paredes, until now alternate, becomes the representative of SG16": whoever had one part takes another.</summary>
/// <remarks>Only where the sentence tells both parts, names one person before the verb, and no other reader has seated that person; a person is asked (docs/decisions/0103).</remarks>
internal static class Promotions
{
    private enum Says { Becomes, Hitherto }

    private static readonly PhraseIndex<Says> Index = new(LexiconFile.Phrases("promotions").Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Says>(entry.Code, true))));

    private static readonly (Word Word, SeatRole Role)[] Parts =
        [(Word.AlternateRole, SeatRole.Alternate), (Word.FocalRole, SeatRole.FocalPoint), (Word.ExpertRole, SeatRole.Expert), (Word.RepresentativeRole, SeatRole.Representative)];

    /// <summary>So near behind the verb stands the new part.</summary>
    private const int Near = 40;

    /// <summary>So far behind the new part stands for whom it is.</summary>
    private const int BodyReach = 50;

    private const double Told = 0.8;

    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        var signs = Index.FindAll(context.Marked.Folded);
        if (!signs.Exists(static sign => sign.Value == Says.Becomes) || Liaisons.MayBe(context.Mail)) return items;
        List<Item>? told = null;
        foreach (var (span, block) in context.Utterances)
        {
            if (block is not (Paragraph or Listing) || context.Matters.Any(Matter.Meeting, span) || context.Matters.Any(Matter.If, span) || Utterances.IsOpen(context, span)) continue;
            if (Of(context, span, signs) is not { } found) continue;
            var known = items.OfType<Representative>().FirstOrDefault(item => item.Person.Name is { } name && SameName.Is(name, found.Who.Value));
            // "until now alternate" is no part that anybody is given
            (told ??= []).Add(known is null ? Seat(context, span, found, items) : known with { Role = found.Role, From = known.From ?? FirstDay(context, span).First, Signs = [.. known.Signs, new Accepting.Sign("ownSeat", 1)] });
        }
        return told is null ? items : [.. items.Where(item => !told.Exists(seat => Repeats(item, (Representative)seat))), .. told];
    }

    /// <summary>The same person as somebody who gives a part up, or whose post has changed: it is the part that changes.</summary>
    private static bool Repeats(Item item, Representative seat) => item switch
    {
        Representative { Person.Name: { } name } => SameName.Is(name, seat.Person.Name!),
        Withdrawal { Of: WithdrawalOf.Representative, Name: { } name } => SameName.Is(name, seat.Person.Name!),
        Correction { Name: { } name, Organization: null, Person: { Email: null, Phone: null, Fax: null, Address: null } } => SameName.Is(name, seat.Person.Name!),
        _ => false,
    };

    private static (Mention<string> Who, SeatRole Role, int End)? Of(ItemContext context, TextSpan span, List<PhraseHit<Says>> signs)
    {
        foreach (var verb in signs)
        {
            if (verb.Value != Says.Becomes || verb.Start < span.Start || verb.End > span.End) continue;
            var names = NamesIn.Find(context, span.Start, span.End);
            if (names.TrueForAll(name => name.Start >= verb.End) && Behind(context, span, signs, verb, names) is { } behind) return behind;
            if (names.FindAll(name => name.End <= verb.Start) is not [var who] || PartBehind(context, verb.End, Math.Min(span.End, verb.End + Near)) is not { } next) continue;
            // The other part stands beside the name, and a word says that it was held until now.
            if (!signs.Exists(sign => sign.Value == Says.Hitherto && sign.Start >= span.Start && sign.End <= verb.Start)
                || !Array.Exists(Parts, part => part.Role != next.Role && context.Marked.Any(part.Word, span.Start, verb.Start))) continue;
            return (who, next.Role, next.End);
        }
        return null;
    }

    /// <summary>يصبح السيد …، المناوب حتى الآن، ممثلا: the verb stands first, and the part until now beside the name.</summary>
    private static (Mention<string> Who, SeatRole Role, int End)? Behind(ItemContext context, TextSpan span, List<PhraseHit<Says>> signs, PhraseHit<Says> verb, List<Mention<string>> names)
    {
        if (names is not [var who] || signs.Find(sign => sign.Value == Says.Hitherto && sign.Start >= who.End && sign.End <= span.End) is not { Length: > 0 } until) return null;
        return PartBehind(context, until.End, Math.Min(span.End, until.End + Near)) is { } next && Array.Exists(Parts, part => part.Role != next.Role && context.Marked.Any(part.Word, verb.End, until.Start)) ? (who, next.Role, next.End) : null;
    }

    /// <summary>The day that words lead to, otherwise the only one of the sentence.</summary>
    private static (DateOnly? First, Found? Where) FirstDay(ItemContext context, TextSpan span)
    {
        if (SeatTerms.Days(context, span) is { Count: > 0 } told) return told.Find(static day => day.First is not null) is var first ? (first.First, first.Where) : default;
        return LastDay.Of(context, span);
    }

    /// <summary>The first part that is named, of two readings of one word the longer.</summary>
    private static (SeatRole Role, int End)? PartBehind(ItemContext context, int start, int end)
    {
        (SeatRole Role, int Start, int End)? first = null;
        foreach (var (word, role) in Parts)
            foreach (var hit in context.Marked.Within(word, start, end))
                if (first is not { } known || hit.Start < known.Start || hit.Start == known.Start && hit.End > known.End) first = (role, hit.Start, hit.End);
        return first is { } found ? (found.Role, found.End) : null;
    }

    private static Representative Seat(ItemContext context, TextSpan span, (Mention<string> Who, SeatRole Role, int End) found, IReadOnlyList<Item> items)
    {
        string? body = null;
        foreach (var mention in context.BodyMentions)
            if (body is null && mention.Start >= found.End - BodyReach && mention.Start >= span.Start && mention.End <= Math.Min(span.End, found.End + BodyReach) && !Bodies.IsAddressee(mention.Value)) body = mention.Value;
        body ??= context.Respondent?.Body ?? items.OfType<Representative>().Select(static seat => seat.Body).FirstOrDefault(static other => other is not null) ?? context.Respondent?.Organization;
        var first = FirstDay(context, span);
        var evidence = new List<Evidence> { new("person.name", context.Source, found.Who.Start, context.Text.Substring(found.Who.Start, found.Who.Length), found.Who.Confidence) };
        if (first.Where is not null) evidence.Add(first.Where.As("from", context.Text, context.Source));
        return new Representative(body, found.Role, new Person(found.Who.Value)) { From = first.First, Confidence = Told, Evidence = evidence, Signs = [new Accepting.Sign("ownSeat", 1)] };
    }
}
