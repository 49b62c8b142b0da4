using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// What the writer says of the own addresses: "in addition to this address, I can be reached at …" gives a second one, "all circulars should go to …" tells where a
/// member wants its letters.
/// </summary>
/// <remarks>Read where the mail puts nobody forward, from statements with one new address; a person is asked (docs/decisions/0103).</remarks>
internal static class OwnAddresses
{
    private enum Says { BesideOld, Reach, Also, Second, Post, Goes }

    private static readonly PhraseIndex<Says> Index = new(LexiconFile.Phrases("ownAddresses").Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Says>(entry.Code, true))));

    private const double Told = 0.8;

    public static IReadOnlyList<Item> Settle(ItemContext context, IReadOnlyList<Item> items)
    {
        if (context.Emails.Count == 0 || items.Any(static item => item is not (Correction or Regret)) || Liaisons.MayBe(context.Mail)) return items;
        var signs = Index.FindAll(context.Marked.Folded);
        if (signs.Count == 0) return items;
        var kept = items.ToList();
        foreach (var (span, block) in context.Utterances)
        {
            if (block is not (Paragraph or Listing) || (Passage.Of(context.Marked, span).Moods & (Moods.Question | Moods.Example | Moods.Conditional)) != 0) continue; // "should go to" leaves nothing open
            var own = signs.FindAll(sign => sign.Start >= span.Start && sign.End <= span.End);
            if (own.Count == 0) continue;
            var emails = context.Emails.Where(email => span.Contains(email.Start)).ToList();
            if (Post(context, span, own, emails) is { } post) Put(context, kept, post, new Correction(context.Respondent?.Organization, new Person(null, Email: post.Value), null) { Letters = true });
            else if (SenderPerson.Of(context).Name is { } writer && NamesIn.Find(context, span.Start, span.End).TrueForAll(name => SameName.Is(name.Value, writer)) && Second(context, own, emails) is { } second)
                Put(context, kept, second, new Correction(writer, new Person(null, Email: second.Value), null) { Beside = true });
        }
        return kept;
    }

    /// <summary>The same address may have been read as replacing the one on record, and of somebody else.</summary>
    private static void Put(ItemContext context, List<Item> items, Mention<string> email, Correction told)
    {
        items.RemoveAll(item => item is Correction { Person: { } person, Organization: null } && person.Email == email.Value && person with { Email = null } == new Person(null));
        if (items.Exists(item => item is Correction { Person.Email: { } known } && known == email.Value)) return;
        items.Add(told with
        {
            Confidence = Told, Signs = [new Accepting.Sign("ownAddress", 1)],
            Evidence = [new Evidence("person.email", context.Source, email.Start, context.Text.Substring(email.Start, email.Length), Told)],
        });
    }

    /// <summary>Where letters are to go: a noun for all that is sent, a verb of sending, and the only address of the statement behind it.</summary>
    private static Mention<string>? Post(ItemContext context, TextSpan span, List<PhraseHit<Says>> own, List<Mention<string>> emails)
    {
        if (emails is not [var only] || !own.Exists(static sign => sign.Value == Says.Post) || NamesIn.Find(context, span.Start, span.End).Count > 0 || context.Matters.Any(Matter.Meeting, span)) return null;
        return own.Exists(sign => sign.Value == Says.Goes && sign.Start < only.Start) ? only : null;
    }

    private static Mention<string>? Second(ItemContext context, List<PhraseHit<Says>> own, List<Mention<string>> emails)
    {
        var sender = context.Mail.Sender?.Email;
        if (own.Find(static sign => sign.Value == Says.Also) is { Length: > 0 } also) return First(also.End, null);
        // "In addition to a@x I can be reached at b@x": the one behind the verb
        if (own.Find(static sign => sign.Value == Says.BesideOld) is { Length: > 0 } old && own.Find(sign => sign.Value == Says.Reach && sign.Start > old.Start) is { Length: > 0 } reach) return First(reach.End, null);
        // Of the address that the mail comes from anybody sees that it is in use: what is told is the other one.
        return own.Find(static sign => sign.Value == Says.Second) is { Length: > 0 } noun ? First(noun.End, sender) : null;

        Mention<string>? First(int from, string? but)
        {
            foreach (var email in emails)
                if (email.Start >= from && !email.Value.Equals(but, StringComparison.OrdinalIgnoreCase)) return email;
            return null;
        }
    }
}
