using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Dr Holm is Head of the Standards Department at the Ministry of …": a sentence behind the one that names somebody tells the post, and the house where nothing else does.</summary>
internal static class PostTold
{
    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("postTold").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>"Mr ", "والدكتورة ".</summary>
    private const int LongestTitle = 16;

    /// <summary>Between the verb and the post: "the", "the acting".</summary>
    private const int Joint = 6;

    private const double Told = 0.7;

    /// <returns>The sentences that told a post: what else they say of a number or an address belongs to the seat, and corrects nothing.</returns>
    public static List<TextSpan> Settle(ItemContext context, Drafts drafts)
    {
        var told = new List<TextSpan>();
        List<PersonDraft> all = [.. drafts.Persons.Concat(drafts.Organizations.SelectMany(static house => house.Persons))
            .Where(static person => person is { Name: not null, Origin: DraftOrigin.Prose })];
        if (all.Count == 0) return told;
        var hits = Index.FindAll(context.Marked.Folded);
        if (hits.Count == 0) return told;
        // "Она является советником …": a post that tags give stands as it is written
        foreach (var person in all)
            if (person.Function is { Length: > 0 } given && hits.Exists(hit => hit.Value == "copulaWith" && given.Start - hit.End is 0 or 1))
                person.Function = given with { Value = RussianNouns.Post(given.Value, RussianNominative.Oblique.Instrumental) };
        PersonDraft? last = null;
        Block? spoken = null;
        foreach (var (span, block) in context.Utterances)
        {
            if (block is Paragraph && !Utterances.IsOpen(context, span) && (Passage.Of(context.Marked, span).Moods & (Moods.Negated | Moods.Past)) == 0)
                foreach (var person in all)
                {
                    if (span.Contains(person.Start) && person.Start - span.Start > LongestTitle || person.Start > span.End) continue;
                    if (Subject(context, span, person, hits, ReferenceEquals(person, last) && ReferenceEquals(block, spoken)) is { } end
                        && (person.Function is { } given ? span.Contains(given.Start) : Post(context, span, end, hits) is { } post && Take(context, drafts, person, post, span)))
                    {
                        Reach(context, person, span);
                        told.Add(span);
                    }
                }
            foreach (var person in all) if (span.Contains(person.Start)) (last, spoken) = (person, block);
            if (NamesIn.Find(context, span.Start, span.End).Exists(name => last?.Name is not { } known || !Shares(known.Value, name.Value))) last = null;
        }
        return told;
    }

    /// <summary>The only address and number of the sentence.</summary>
    private static void Reach(ItemContext context, PersonDraft person, TextSpan span)
    {
        if (person.Email is null && context.Emails.FindAll(email => span.Contains(email.Start)) is [var address]) person.Email = Found.Of(address);
        if (person.Phone is null && context.Phones.FindAll(phone => span.Contains(phone.Start) && phone.Value.Kind is PhoneKind.Phone or PhoneKind.Mobile) is [var number])
            person.Phone = new Found(number.Value.Value, number.Start, number.Length, number.Confidence);
    }

    private static bool Take(ItemContext context, Drafts drafts, PersonDraft person, Mention<string> post, TextSpan span)
    {
        person.Function = Found.Of(post with { Confidence = Told });
        if (context.Respondent?.Organization is not null || person.Organization is not null || person.Body is not null || !drafts.Persons.Contains(person)) return true;
        foreach (var house in OrganizationNames.Find(context.Marked, post.Start, span.End))
            if (house.Confidence >= Told && !Units.IsUnit(house.Value) && Bodies.Find(house.Value).Count == 0) { person.Organization = Found.Of(house); break; }
        return true;
    }

    /// <summary>Where the subject ends: the surname, with a title at most before it, or a word for whoever was named last; null where the sentence begins with something else.</summary>
    private static int? Subject(ItemContext context, TextSpan span, PersonDraft person, List<PhraseHit<string>> hits, bool meant)
    {
        var at = span.Start;
        if (meant && hits.Find(hit => hit.Value == "pronoun" && hit.Start == at) is { Length: > 0 } pronoun) return pronoun.End;
        // "Es Jefe de Unidad": a verb that needs no subject
        if (meant && Dropping.Contains(context.Language) && hits.Exists(hit => hit.Value == "copula" && hit.Start == at)) return at;
        var title = context.Marked.At(Word.Honorific, at);
        if (title is { } before) at = before.End;
        while (at < span.End && context.Text[at] is ' ' or '.' or '\n') at++;
        if (at - span.Start > LongestTitle) return null;
        var name = person.Name!.Value;
        if (Folding.IsHan(context.Text[at]) && Folding.IsHan(name[0]))
        {
            var same = context.Text.AsSpan(at).CommonPrefixLength(name);
            if (same == 0) return null;
            var end = at + same;
            var after = context.Marked.At(Word.HonorificAfter, end);
            return after is { } titled ? titled.End : same == name.Length ? end : null;
        }
        var words = name.Split(' ');
        var stop = at;
        var shared = 0;
        while (stop < span.End)
        {
            var word = stop;
            while (word < span.End && (char.IsLetter(context.Text[word]) || context.Text[word] is '-' or '\'' or '\u2019' or '.' && word > stop && word - stop < 2)) word++;
            if (word == stop || !Array.Exists(words, own => Same(own, context.Text.AsSpan(stop, word - stop)))) break;
            shared++;
            stop = word;
            while (stop < span.End && context.Text[stop] is ' ' or '\n') stop++;
        }
        return shared > 0 && (title is not null || shared > 1) ? stop : null;
    }

    /// <summary>Word for word; in Russian but for the ending: Лазареву, Лазарева.</summary>
    private static bool Same(string own, ReadOnlySpan<char> word) =>
        word.Equals(own, StringComparison.OrdinalIgnoreCase)
        || own.Length > 3 && own[0] is >= '\u0400' and <= '\u04ff' && own.AsSpan().CommonPrefixLength(word) >= Math.Max(own.Length, word.Length) - 2;

    private static bool Shares(string name, string other) =>
        name.Split(' ').Any(word => word.Length > 1 && other.Contains(word[..Math.Max(2, word.Length - 2)], StringComparison.OrdinalIgnoreCase))
        || Folding.IsHan(name[0]) && other.Length > 0 && other[0] == name[0];

    /// <summary>The post directly behind the verb; in Arabic none need stand between.</summary>
    private static Mention<string>? Post(ItemContext context, TextSpan span, int subject, List<PhraseHit<string>> hits)
    {
        var at = subject;
        while (at < span.End && context.Text[at] == ' ') at++;
        PhraseHit<string>? verb = null;
        foreach (var hit in hits) if (hit.Value is "copula" or "copulaOf" or "copulaWith" && hit.Start == at && hit.End <= span.End && (verb is null || hit.Length > verb.Value.Length)) verb = hit;
        // the dash is no word of the index
        if (verb is null && at < span.End && context.Text[at] is '\u2014' or '\u2013') at++;
        else if (verb is { } told) at = told.End;
        else if (at >= span.End || !Folding.IsArabic(context.Text[at])) return null;
        while (at < span.End && context.Text[at] is ' ' or '\n') at++;
        if (at >= span.End || Posts.Phrase(context.Marked, at, End(context.Text, at, span.End)) is not { } post || post.Start - at > Joint || Role(context, post)) return null;
        if (post.Value.Contains('@', StringComparison.Ordinal)) return null;
        if (verb is { Value: "copulaWith" }) return post with { Value = RussianNouns.Post(post.Value, RussianNominative.Oblique.Instrumental) };
        if (verb is { Value: "copulaOf" }) return post with { Value = RussianNouns.Post(post.Value, RussianNominative.Oblique.Genitive) };
        // "le poste d'ingénieur en chef"
        return post.Value is ['d', '\'' or '\u2019', .. { Length: > 2 } bare] ? new Mention<string>(bare, post.Start + 2, post.Length - 2, post.Confidence) : post;
    }

    private static readonly WordSet Dropping = LexiconFile.Set("grammar", "dropsSubject");

    /// <summary>A post ends at a semicolon; in Chinese at a comma, too.</summary>
    private static int End(string text, int at, int end)
    {
        var cut = text.AsSpan(at, end - at).IndexOfAny(Folding.IsHan(text[at]) ? HanEnds : Ends);
        return cut < 0 ? end : at + cut;
    }

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(";\u061b\uff1b"), HanEnds = System.Buffers.SearchValues.Create(";\uff1b\uff0c,\u3002");

    /// <summary>"Dr Holm is our representative" tells no post.</summary>
    private static bool Role(ItemContext context, Mention<string> post)
    {
        foreach (var kind in (Word[])[Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole])
            if (context.Marked.At(kind, post.Start) is { } role && role.End >= post.End) return true;
        return false;
    }
}
