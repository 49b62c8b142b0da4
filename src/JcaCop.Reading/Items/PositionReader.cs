using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads the answer to a consultation: support, no objection, comment, objection, and what it is about.</summary>
public static class PositionReader
{
    /// <summary>The graver word decides: who comments while supporting, comments; who objects, objects.</summary>
    private static readonly (Matter Word, PositionTaken Position)[] Words =
        [(Matter.Objection, PositionTaken.Objection), (Matter.Comment, PositionTaken.Comment), (Matter.Support, PositionTaken.Support), (Matter.NoObjection, PositionTaken.NoObjection)];

    /// <summary>Text that is searched, in UTF-16 units.</summary>
    private const int MostRead = 100_000;

    public static IEnumerable<Item> Read(ItemContext context) => context.Readings.SelectMany(reading => ReadOne(reading, null));

    /// <summary>
    /// The mail as it reads where it is known to answer a consultation: "approves the proposal" names nothing that is consulted on, and takes a position all the same.
    /// What is found so is for a person to confirm, but where the words of the stance have nothing else for their object than the proposal or its circular (<see cref="PlainStance"/>).
    /// </summary>
    /// <param name="consulted">Title of what is consulted on.</param>
    /// <returns>The reading as it was, where it holds items already, denies having comments, or takes no position.</returns>
    public static MailReading AsAnswer(MailReading reading, string consulted)
    {
        // "supports the proposal", read before it was known what is proposed: a person would have been asked of what
        var unsaid = reading.Items is [Position { Of: null, Decision: Decision.Review, Lifts: false } first] && !first.Signs.Contains(Mixed);
        if (reading.Sort.Kind != MailKind.Human || reading.Items.Count > 0 && !unsaid || reading.Declines.Contains(Decline.Comment)) return reading;
        var text = reading.Mail.Body.Readable;
        var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, text.Length > MostRead ? text[..MostRead] : text, null);
        var answered = context.Readings.SelectMany(one => ReadOne(one, consulted)).FirstOrDefault();
        if (answered is not { Decision: Decision.Accept } && Agreed(context, consulted) is { } agreed) answered = agreed;
        // what is told of a part, while the rest is promised, is for a person
        if (answered is { Decision: Decision.Accept } && DeclineReader.IsDeferred(context)) answered = answered with { Decision = Decision.Review, Confidence = Math.Min(answered.Confidence, Partial) };
        if (answered is not { } position
            || unsaid && (position.Decision != Decision.Accept || position is Position told && told.Taken != ((Position)reading.Items[0]).Taken)) return reading;
        var reasons = Attention.Reasons(context, [position]);
        return reading with { Items = [position], NeedsAttention = reasons.Count > 0, AttentionReasons = reasons };
    }

    private const double Partial = 0.6;

    /// <summary>"D'accord.": words that agree to anything, and so to what is consulted on.</summary>
    private static Position? Agreed(ItemContext context, string consulted) => WholeStance.Agreement(context) is not { } words ? null : new Position(PositionTaken.Support, consulted)
    {
        Confidence = 0.88,
        Decision = Decision.Accept,
        Evidence = [new Evidence("position", context.Source, words.Start, context.Text.Substring(words.Start, words.Length), 0.9)],
    };

    /// <summary>"1. Draft amendment of the Children Act" in a list of activities names what a country does, and comments on nothing.</summary>
    private static bool Names(ItemContext context, List<Activity> listed, PhraseHit<Matter> hit) =>
        listed.Exists(activity => activity.Evidence is [{ } title, ..] && title.Source == context.Source && title.Offset <= hit.Start && hit.End <= title.Offset + title.Text.Length
            && IsMarked(context.Text, title.Offset));

    /// <summary>A number, letter or bullet alone stands before it in its line.</summary>
    private static bool IsMarked(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        return ListMarker.Length(text.AsSpan(start, Math.Min(text.Length - start, at - start + 1)).TrimStart()) > 0;
    }

    /// <summary>The stances that a sentence takes, without an objection that it takes back.</summary>
    internal static IEnumerable<PositionTaken> Stances(ItemContext context, TextSpan span) =>
        from stance in Words
        let hit = Said(context, stance.Word, span)
        where hit is not null && !(stance.Position == PositionTaken.Objection && LiftedObjections.Lifts(context, span) == true)
            && !(stance.Position == PositionTaken.NoObjection && StanceWords.Lifts(context, hit.Value.Start, hit.Value.End))
        select Meant(context, stance.Position, hit.Value, span);

    /// <param name="asked">What is consulted on, where the mail is known to answer; null where it must tell by itself.</param>
    private static IEnumerable<Item> ReadOne(ItemContext context, string? asked)
    {
        var words = context.Matters;
        if (Words.All(stance => !words.Has(stance.Word)) || Liaisons.MayBe(context.Mail)) yield break;
        var subject = context.SubjectMatters;
        var consulted = asked is not null || subject.Has(Matter.Topic) || subject.Has(Matter.Consultation);
        var named = subject.Has(Matter.Topic);
        PositionTaken? taken = null;
        PhraseHit<Matter> proof = default;
        string? about = null;
        string? announced = null;
        var both = false;
        var conditional = false;
        var plain = false;
        var qualified = false;
        List<Activity>? listed = null;
        foreach (var utterance in context.Utterances)
        {
            if (utterance.Block is Table) continue;
            // who supports on a condition, comments
            var proviso = words.Any(Matter.Proviso, utterance.Span) && words.Any(Matter.Support, utterance.Span);
            if (Utterances.IsOpen(context, utterance.Span) && !(proviso && (Passage.Of(context.Marked, utterance.Span).Moods & (Moods.Question | Moods.Example)) == 0)) continue;
            var topic = words.Any(Matter.Topic, utterance.Span);
            if (!topic && !consulted && taken is null && announced is null) continue;
            named |= topic;
            announced ??= topic && utterance.Span.Length < 140 && words.First(Matter.Consultation, utterance.Span.Start, utterance.Span.End) is { } consultation ? About(context, utterance.Span, consultation) : null;
            foreach (var (word, position) in Words)
            {
                if (Said(context, word, utterance.Span) is not { } hit) continue;
                if (asked is null && position == PositionTaken.Comment && Names(context, listed ??= [.. ActivityReader.Read(context).OfType<Activity>()], hit)) continue;
                // "please take X off the list": nothing that is consulted on is commented on
                if (position == PositionTaken.Comment && words.Any(Matter.Remove, utterance.Span) && words.Any(Matter.ListNoun, utterance.Span)) continue;
                if (position == PositionTaken.Comment && (!topic && !consulted || words.Any(Matter.Pleads, utterance.Span) && AsksForTime(context, utterance.Span))) continue;
                var stance = Meant(context, position, hit, utterance.Span);
                if (proviso && stance == PositionTaken.Support) { stance = PositionTaken.Comment; conditional = true; }
                var limited = stance is PositionTaken.Support or PositionTaken.NoObjection && Qualified.IsStance(context, utterance.Span);
                if (limited) stance = PositionTaken.Comment; // "no objection to the group, but we cannot accept its terms"
                both |= taken is PositionTaken.Objection && stance == PositionTaken.Support || taken is PositionTaken.Support && stance == PositionTaken.Objection;
                // "se opone al mandato", then "formula objeción al proyecto de mandato de la JCA-COP": what is consulted on is told more fully
                if (taken == stance && topic && about is not null && About(context, utterance.Span, hit) is { } fuller && fuller.Length > about.Length
                    && fuller.Contains(about, StringComparison.OrdinalIgnoreCase)) about = fuller;
                if (taken is not null && Rank(stance) >= Rank(taken.Value)) continue;
                qualified |= limited;
                (taken, proof, plain) = (stance, hit, PlainStance.Is(context, utterance.Span, hit, stance) || asked is not null && stance != PositionTaken.Comment && WholeStance.Is(context, utterance.Span, hit));
                about = (topic ? About(context, utterance.Span, hit) : null) ?? about;
            }
        }
        if (taken is null) yield break;
        about ??= announced ?? Subject(context.Mail.Subject, subject);
        // under "Consultation" alone somebody may thank for support, or announce comments: only what lets the matter pass, or a stance with nothing else for its object, is one
        var bare = asked is null && !named;
        if (bare && !(taken == PositionTaken.NoObjection || plain)) yield break;
        about ??= asked;
        // "The proposal" is a word of putting forward, too.
        var sure = (asked is null ? about is not null && !context.Passages.Any(passage => passage.Does(Intents.Nominate)) : plain) && !both && !conditional && !qualified && !DeclineReader.IsDeferred(context);
        yield return new Position(taken.Value, about)
        {
            Confidence = sure ? taken == PositionTaken.Comment ? 0.84 : 0.88 : 0.65,
            Decision = sure ? Decision.Accept : Decision.Review,
            Evidence = [new Evidence("position", context.Source, proof.Start, context.Text.Substring(proof.Start, proof.Length), sure ? 0.9 : 0.65)],
            Signs = both || qualified ? [Mixed] : bare && taken != PositionTaken.NoObjection ? [Bare] : [],
        };
    }

    /// <summary>One part is supported and another objected to: a person decides what counts.</summary>
    internal static Accepting.Sign Mixed => new("twoStances", 1);

    /// <summary>Neither text nor subject says what is supported or opposed: a person decides.</summary>
    internal static Accepting.Sign Bare => new("bareStance", 1);

    /// <summary>"Please extend the time for our answer by two weeks": the answer is not the comment.</summary>
    private static bool AsksForTime(ItemContext context, TextSpan span) => Times.FindAll(context.Marked.Folded).Exists(hit => hit.Start >= span.Start && hit.End <= span.End);

    private static readonly PhraseIndex<string> Times = new(LexiconFile.Phrases("pleas").Where(static entry => entry.Code == "time").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>What denies a comment or an objection lets the matter pass; who cannot support, objects.</summary>
    private static PositionTaken Meant(ItemContext context, PositionTaken position, PhraseHit<Matter> word, TextSpan span) => position switch
    {
        PositionTaken.Objection when StanceWords.Lifted(context, word, span) is { } lifted => lifted ? PositionTaken.NoObjection : PositionTaken.Objection,
        PositionTaken.Comment or PositionTaken.Objection when Denied(context, word, span) => PositionTaken.NoObjection,
        PositionTaken.Support when IsObject(context, word, span) => PositionTaken.NoObjection,
        PositionTaken.Support when Denials.Before(context, Math.Max(span.Start, word.Start - (Folding.IsHan(context.Text[word.Start]) ? 6 : 30)), word.Start) => PositionTaken.Objection,
        _ => position,
    };

    /// <summary>"has no further comments", "замечаний по тексту не имеет": a denial in the same clause.</summary>
    private static bool Denied(ItemContext context, PhraseHit<Matter> hit, TextSpan span)
    {
        var from = Math.Max(span.Start, hit.Start - 28);
        if (context.Matters.Last(Matter.Denial, from, hit.Start) is { } before && !Clauses.Part(context.Text, before.End, hit.Start)) return true;
        if (StanceWords.IsDeniedBehind(context, hit, span)) return true;
        return context.Language == "ru" && context.Matters.First(Matter.Denial, hit.End, Math.Min(span.End, hit.End + 40)) is { } after && !Clauses.Part(context.Text, hit.End, after.Start);
    }

    /// <summary>"has no objection to its approval": what is not objected to is no support of its own, nor one that is denied.</summary>
    private static bool IsObject(ItemContext context, PhraseHit<Matter> support, TextSpan span)
    {
        var from = Math.Max(span.Start, support.Start - LongestDenied);
        if (context.Matters.Last(Matter.NoObjection, from, support.Start) is { } lets) return !Clauses.Part(context.Text, lets.End, support.Start) && !context.Marked.Any(Word.Conjunction, lets.End, support.Start);
        return context.Matters.Last(Matter.Objection, from, support.Start) is { } objection && Denied(context, objection, span) && !Clauses.Part(context.Text, objection.End, support.Start)
            && !context.Marked.Any(Word.Conjunction, objection.End, support.Start);
    }

    /// <summary>So far behind the words of having no objection stands what it would be to.</summary>
    private const int LongestDenied = 60;

    private static int Rank(PositionTaken position) => Array.FindIndex(Words, stance => stance.Position == position);

    /// <summary>The word, where it is no part of a longer one that says something else ("objection" in "no objection").</summary>
    private static PhraseHit<Matter>? Said(ItemContext context, Matter kind, TextSpan span)
    {
        var words = context.Matters;
        foreach (var hit in words.Within(kind, span.Start, span.End))
        {
            // 的建议: the noun is what is consulted on
            var inside = kind == Matter.Comment && hit.Start > span.Start && context.Text[hit.Start - 1] == '的';
            foreach (var (other, _) in Words)
                if (other != kind)
                    foreach (var longer in words.Within(other, span.Start, span.End)) inside |= longer.Start <= hit.Start && longer.End >= hit.End && longer.Length > hit.Length;
            // "не возражает против": the preposition of the denial
            if (kind == Matter.Objection && words.Last(Matter.NoObjection, Math.Max(span.Start, hit.Start - 40), hit.Start) is { } denied && hit.Start - denied.End <= 1) inside = true;
            if (kind == Matter.Comment && Folding.IsHan(context.Text[hit.Start]) && words.First(Matter.Sought, Math.Max(span.Start, hit.Start - 16), hit.Start) is not null) inside = true; // 经征求…意见
            if (!inside) return hit;
        }
        return null;
    }

    private static string? About(ItemContext context, TextSpan span, PhraseHit<Matter> stance)
    {
        var topics = context.Matters.Within(Matter.Topic, span.Start, span.End).ToList();
        if (topics.Count == 0) return null;
        // "objects to the new name and proposes to keep the present one": what is proposed instead is not what is consulted on
        if (StanceWords.Counter(context, stance.End, span.End) is { } counter && topics.TrueForAll(behind => behind.Start >= counter)) return Clean(context.Text, stance.End, stance.End, counter) is { Length: > 3 } said ? StanceWords.WithoutLead(said) : null;
        var topic = topics.Find(behind => IsObject(context, stance, behind));
        if (topic.Length == 0) topic = topics.Find(before => before.End <= stance.Start && !Clauses.Part(context.Text, before.End, stance.Start));
        if (topic.Length == 0) topic = topics.Find(after => after.Start >= stance.End);
        if (topic.Length == 0) topic = topics[0];
        foreach (var quoted in Quotations.Find(context.Text, span.Start, span.End)) if (quoted.Start <= topic.Start && topic.End <= quoted.End) return quoted.Value;
        var end = span.End;
        foreach (var stop in context.Matters.Within(Matter.TopicEnd, topic.End, span.End)) { end = stop.Start; break; }
        foreach (var (word, _) in Words) if (Said(context, word, TextSpan.FromBounds(topic.End, end)) is { } nearer) end = nearer.Start;
        // "Проект круга ведения Администрация связи … принять не может": in the nominative stands who takes the stance
        if (context.Language == "ru" && end > topic.End && context.Respondent?.Organization is { Length: > 3 } own
                && context.Text.IndexOf(own, topic.End, end - topic.End, StringComparison.Ordinal) is > 0 and var house) end = house;
        var about = Clean(context.Text, Folding.IsHan(context.Text[topic.Start]) ? HanStart(context, span.Start, topic.Start) : topic.Start, topic.End, end);
        return about is null || Folding.IsHan(context.Text[topic.Start]) ? about : Fuller(context, topics, topic, about);
    }

    /// <summary>"studied the draft terms of reference and supports the creation of X": what is said to be made stands directly behind the verb, and is its object.</summary>
    private static bool IsObject(ItemContext context, PhraseHit<Matter> stance, PhraseHit<Matter> topic)
    {
        if (topic.Start < stance.End || topic.Start - stance.End > LongestArticle || Folding.IsHan(context.Text[topic.Start])) return false;
        var words = context.Text.AsSpan(topic.Start, topic.Length);
        return words.LastIndexOf(' ') is > 0 and var last && words.Length - last - 1 <= LongestOf;
    }

    /// <summary>" the ", " la "; "of", "de", "del".</summary>
    private const int LongestArticle = 6, LongestOf = 3;

    /// <summary>"We studied the revised terms of reference … and support these terms": what the clause before the stance calls in full.</summary>
    private static string Fuller(ItemContext context, List<PhraseHit<Matter>> topics, PhraseHit<Matter> topic, string about)
    {
        foreach (var before in topics.TakeWhile(other => other.Start < topic.Start))
        {
            var end = context.Matters.First(Matter.TopicEnd, before.End, topic.Start) is { } stop ? stop.Start : topic.Start;
            if (Clean(context.Text, before.Start, before.End, end) is { } fuller && fuller.Length > about.Length && fuller.StartsWith(about + " ", StringComparison.OrdinalIgnoreCase)) return fuller;
        }
        return about;
    }

    /// <summary>In Chinese what is consulted on begins behind 对, 关于 or the word of the stance: 对JCA-COP修订后的职责范围不持异议.</summary>
    private static int HanStart(ItemContext context, int floor, int topic)
    {
        var start = topic;
        while (start > floor && topic - start < 30 && !Clauses.Ends.Contains(context.Text[start - 1])
            && (!HanBefore.Contains(context.Text[start - 1])
                || context.Text[start - 1] == '的' && start > floor + 1 && char.IsAsciiLetter(context.Text[start - 2]))) start--;
        foreach (var (word, _) in Words) if (context.Matters.Last(word, start, topic) is { } stance) start = Math.Max(start, stance.End);
        if (StanceWords.Read(context, start, topic) is { } read) start = read; // 标准检讨小组已审阅修订…草案
        if (topic - start >= 30) return topic;
        return start;
    }

    private static readonly SearchValues<char> HanBefore = LexiconFile.Signs("grammar", "beforeHanTopic", "、\n");

    private static string? Subject(string text, Matters words) =>
        words.First(Matter.Topic, 0, text.Length) is { } topic ? Clean(text, topic.Start, topic.End, text.Length) : null;

    private static string? Clean(string text, int start, int solid, int end)
    {
        end = Clauses.End(text, solid, end);
        var value = MailLayout.Unwrap(text[start..Math.Min(end, start + 140)]).Trim(' ', ')', '）', '"', '»', '”');
        if (value.LastIndexOf(' ') is > 0 and var last && Speaker.Contains(value.AsSpan(last + 1))) value = value[..last]; // "план работы мы не поддерживаем"
        return value.Length < 3 && !Folding.IsHan(value[0]) ? null : value;
    }

    private static readonly WordSet Speaker = LexiconFile.Set("grammar", "speaker");
}
