using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"X, Y and Z represent us in Study Groups 9, 16 and 17 respectively; their addresses in the same order: …": as many bodies as persons, each with his or her own.</summary>
internal static class RespectiveSeats
{
    /// <summary>So far behind the sentence a list of names or addresses begins.</summary>
    private const int Near = 220;

    /// <summary>What no tag tells is for a person.</summary>
    private const double Unsaid = 0.5;

    public static void Settle(ItemContext context, Drafts drafts)
    {
        var looked = -1;
        foreach (var word in Respectively.Words(context))
        {
            var sentence = Sentence(context, word.Start);
            if (sentence.Length == 0 || sentence.Start == looked) continue;
            looked = sentence.Start;
            if (!Seats(context, sentence) || Utterances.IsOpen(context, sentence)) continue;
            var bodies = Bodies(context, sentence);
            if (bodies.Count < 2) continue;
            var names = NamesIn.Find(context, sentence.Start, sentence.End);
            Joined(context, sentence, names);
            if (names.Count == 0) names = Listed(context, sentence.End, bodies.Count);
            if (names.Count != bodies.Count) continue;
            Seat(context, drafts, sentence, bodies, names);
            return;
        }
    }

    /// <summary>"رامي … ولينا …": in Arabic "and" is written with the next name.</summary>
    private static void Joined(ItemContext context, TextSpan sentence, List<Mention<string>> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var at = names[i].End;
            if (at + 3 >= sentence.End || context.Text[at] != ' ' || context.Text[at + 1] != 'و' || i + 1 < names.Count && names[i + 1].Start - at < 3) continue;
            if (PersonNames.Bare(context.Marked, at + 2, sentence.End) is { } next && next.Start == at + 2) names.Insert(i + 1, next);
        }
    }

    private static bool Seats(ItemContext context, TextSpan sentence) =>
        context.Marked.Any(Word.RepresentativeRole, sentence.Start, sentence.End) || context.Marked.Any(Word.AlternateRole, sentence.Start, sentence.End)
            || context.Marked.Any(Word.ExpertRole, sentence.Start, sentence.End) || context.Marked.Any(Word.Designate, sentence.Start, sentence.End)
            || !context.Matters.Any(Matter.Attend, sentence) && !context.Matters.Any(Matter.AttendNoun, sentence)
                && Bodies(context, sentence).TrueForAll(static body => body.Value.StartsWith("ITU-", StringComparison.Ordinal));

    private static TextSpan Sentence(ItemContext context, int at)
    {
        foreach (var utterance in context.Utterances) if (utterance.Span.Contains(at)) return utterance.Span;
        return default;
    }

    private static List<Mention<string>> Bodies(ItemContext context, TextSpan sentence)
    {
        var found = new List<Mention<string>>();
        foreach (ref readonly var body in context.BodyMentions.From(sentence.Start, sentence.End))
        {
            var value = body.Value;
            if (!Parts.Bodies.IsAddressee(value) && !found.Exists(known => known.Value == value)) found.Add(body);
        }
        return found;
    }

    /// <summary>Names on lines of their own below a sentence that ends in a colon.</summary>
    private static List<Mention<string>> Listed(ItemContext context, int from, int count)
    {
        if (from == 0 || context.Text[from - 1] is not (':' or '：')) return [];
        var names = new List<Mention<string>>();
        var end = context.Text.Length;
        for (var at = from; at < end && names.Count < count;)
        {
            var turn = context.Text.IndexOf('\n', at);
            var stop = turn < 0 ? end : turn;
            if (!context.Text.AsSpan(at, stop - at).IsWhiteSpace())
            {
                if (PersonNames.Parse(context.Marked, at, stop, true) is not { } name) break;
                names.Add(name);
            }
            at = stop + 1;
        }
        return names;
    }

    private static void Seat(ItemContext context, Drafts drafts, TextSpan sentence, List<Mention<string>> bodies, List<Mention<string>> names)
    {
        var emails = Addresses(context, names);
        var role = context.Marked.Any(Word.RepresentativeRole, sentence.Start, sentence.End) ? SeatRole.Representative
            : context.Marked.Any(Word.AlternateRole, sentence.Start, sentence.End) ? SeatRole.Alternate
            : context.Marked.Any(Word.ExpertRole, sentence.Start, sentence.End) ? SeatRole.Expert : SeatRole.Representative;
        // "Oscar Reed and Ines Doyle", taken for one
        drafts.Persons.RemoveAll(person => person.Name is { } told && names.Count(name => name.Start >= told.Start && name.End <= told.Start + told.Length) > 1);
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var person = drafts.Persons.Find(known => known.Name is { } told && (told.Start == name.Start || SameName.Is(told.Value, name.Value)));
            if (person is null)
            {
                person = new PersonDraft(Found.Of(name), DraftOrigin.Prose) { Designated = true, Sure = Unsaid };
                drafts.Persons.Add(person);
            }
            person.Body = Found.Of(bodies[i]);
            person.Organization = null;
            person.Role ??= role;
            if (person.Replaces is { } gone && names.Exists(one => SameName.Is(one.Value, gone.Value))) person.Replaces = null;
            if (emails.Count == names.Count) person.Email = Found.Of(emails[i]);
        }
        drafts.Organizations.RemoveAll(house => (sentence.Contains(house.Start) || house.Persons.Count > 0)
            && house.Persons.TrueForAll(person => person.Name is { } told && names.Exists(name => name.Start == told.Start)));
        foreach (var house in drafts.Organizations) house.Persons.RemoveAll(person => person.Name is { } told && names.Exists(name => name.Start == told.Start));
    }

    /// <summary>As many addresses as names, one behind the other, that begin soon behind the last name.</summary>
    private static List<Mention<string>> Addresses(ItemContext context, List<Mention<string>> names)
    {
        var from = names[^1].End;
        var found = new List<Mention<string>>();
        foreach (ref readonly var email in context.Emails.From(from, context.Text.Length))
        {
            if (email.Start - (found.Count == 0 ? from : found[^1].End) > Near) break;
            found.Add(email);
        }
        return found;
    }
}
