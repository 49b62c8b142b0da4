using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>
/// Reads who stays away after all, and who comes instead, in a mail of somebody who has registered people: "Ben cannot travel after all" names neither a meeting nor a surname,
/// and whom it means the register tells (docs/decisions/0147). Pure.
/// </summary>
public static class KnownComers
{
    /// <summary>Confidence where the words say it of somebody who is registered, and where a person is asked.</summary>
    private const double Told = 0.9, Supposed = 0.5;

    /// <summary>A name that was found so surely may be registered without a person.</summary>
    private const double SureName = 0.8;

    private const int MostRead = 20_000;

    /// <summary>Of a word that stands for a name alone.</summary>
    private const int ShortestName = 2;

    private enum Sign { Keeps, Instead, Part, Maybe, Behind, By }

    private static readonly PhraseIndex<Sign> Signs = new(LexiconFile.Phrases("comers").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code, ignoreCase: true))));

    private static readonly Matter[] Absences = [Matter.Absent, Matter.AbsentSelf, Matter.Miss, Matter.Negator];

    /// <summary>Somebody who is registered, as a sentence names him or her.</summary>
    /// <param name="Meant">Names of all who may be meant.</param>
    /// <param name="Doubtful">Whoever is meant belongs to another house, which may have somebody of that name, too.</param>
    private readonly record struct Mentioned(int Start, int End, IReadOnlyList<string> Meant, bool Doubtful = false);

    /// <summary>Whether a mail may say so: a person's, or one that only its words make a machine's, with nothing in it but who comes and who does not.</summary>
    public static bool MayTell(MailReading reading)
    {
        if (!IsWritten(reading) || !reading.Items.All(static item => item is Registration) || reading.Mail.Body.ReplyText is not { Length: > 0 and <= MostRead } text) return false;
        var context = Context(reading, text);
        return context.Utterances.Exists(utterance => Array.Exists(Absences, word => context.Matters.Any(word, utterance.Span)) || Replacement.Occurs(context.Marked, utterance.Span))
            || Signs.FindAll(context.Marked.Folded).Exists(static hit => hit.Value == Sign.Keeps);
    }

    /// <summary>The names, and words that may be names, with which such a mail may call somebody: who is registered under them must be known to judge it.</summary>
    public static IReadOnlyCollection<string> Names(MailReading reading)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        if (!MayTell(reading)) return told;
        var context = Context(reading, reading.Mail.Body.ReplyText);
        foreach (var (span, _) in context.Utterances)
            Named(context, span, name =>
            {
                if (told.Count < MostNames) told.Add(name);
                return [];
            }, static _ => false);
        return told;
    }

    /// <summary>Of one mail; a text that has more is no word on a delegation.</summary>
    private const int MostNames = 60;

    private static bool Has(ItemContext context, Sign sign, TextSpan span) => Signs.FindAll(context.Marked.Folded).Exists(hit => hit.Value == sign && span.Contains(hit.Start));

    /// <summary>A notice that tells until when, or whom to turn to, is a machine's, whatever it says beside it.</summary>
    private static bool IsWritten(MailReading reading) =>
        reading.Sort.Kind == MailKind.Human || reading.Sort is { Kind: MailKind.AutoReply, ByTextAlone: true, Successor: null } && reading.Sort.Absence is null or { Until: null, Deputy: null };

    private static ItemContext Context(MailReading reading, string text) => new(reading.Mail, reading.Language, reading.Respondent, reading.Answers, text, null);

    /// <param name="meant">Who of those whom the writer or the writer's house has registered may be meant by a name; as registered.</param>
    /// <param name="doubtful">Whether a name, though only those of other houses fit it, says too little to be recorded without a person.</param>
    /// <param name="own">The writer's own name as registered; null where the writer is not.</param>
    /// <returns>The reading with regrets, and registrations of those who come instead; as it was, where it tells of nobody who is registered.</returns>
    public static MailReading Read(MailReading reading, Func<string, IReadOnlyList<string>> meant, Func<string, bool> doubtful, string? own)
    {
        if (!MayTell(reading)) return reading;
        var machine = reading.Sort.Kind != MailKind.Human;
        var context = Context(reading, reading.Mail.Body.ReplyText);
        // Who cannot travel and follows from afar comes: another way of taking part is nobody's absence.
        if (AttendanceModes.Words(context, new TextSpan(0, context.Text.Length)).Any(static word => word.Value == Matter.Remote)) return reading;
        var items = new List<Item>(reading.Items);
        Mentioned? last = null;
        foreach (var (span, block) in context.Utterances)
        {
            if (block is not (Paragraph or Listing) || Utterances.IsOpen(context, span) || Has(context, Sign.Maybe, span) || ContributionDecline.Is(context, span)) continue;
            var named = Named(context, span, meant, doubtful);
            var away = Away(context, span, named);
            foreach (var (who, sure) in away)
            {
                Add(context, items, who, sure && !machine);
                last = who;
            }
            if (away.Count == 0 && !machine && own is not null && SelfAway(context, span) is { } self)
            {
                var writer = new Mentioned(self.Start, self.End, [own]);
                Add(context, items, writer, true);
                last = writer;
            }
            if (Heir(context, span, named, last, meant) is not ({ } gone, { } comes)) continue;
            Add(context, items, gone, !machine);
            // An address or a number beside the name would be lost: only a person takes it over.
            Add(context, items, span, comes, !machine && !context.Text.AsSpan(span.Start, span.Length).ContainsAny('@', '+'));
        }
        if (items.Count == reading.Items.Count) return reading;
        var reasons = Attention.Reasons(context, items);
        return reading with { Sort = Finding.Human, Items = items, NeedsAttention = reasons.Count > 0, AttentionReasons = reasons };
    }

    /// <summary>Of whom a sentence says that they stay away; with a word on whether it says no less than that.</summary>
    private static List<(Mentioned Who, bool Sure)> Away(ItemContext context, TextSpan span, List<Mentioned> named)
    {
        var found = new List<(Mentioned, bool)>();
        if (named.Count == 0 || context.Marked.Any(Word.Past, span.Start, span.End)) return found;
        foreach (var claim in AttendanceClaim.Find(context, span))
        {
            if (claim.Comes || claim.OfSelf || !Says(context, claim.Span)) continue;
            var those = named.FindAll(one => claim.Span.Contains(one.Start) && one.Start < claim.Word.End);
            if (those.Count == 0) those = named.FindAll(one => claim.Span.Contains(one.Start));
            found.AddRange(those.Select(one => (one, IsWhole(context, claim.Span, claim.Word.End))));
        }
        if (found.Count > 0 || named is not [var only]) return found;
        // "Ben has fallen ill": no verb of coming, and no other meaning.
        // It may be denied, over, or a reason for something else: a person is asked.
        var keeps = Signs.FindAll(context.Marked.Folded).FindAll(hit => hit.Value == Sign.Keeps && span.Contains(hit.Start));
        if (keeps.Count == 0 || context.Matters.Any(Matter.Attend, span)) return found;
        var denied = context.Matters.Within(Matter.Negator, span.Start, span.End).Any(denial => !keeps.Exists(sign => denial.Start >= sign.Start && denial.End <= sign.End));
        if (!denied) found.Add((only, false));
        return found;
    }

    /// <summary>"Will not be able to" says of what in a verb of its own: coming, or travelling.</summary>
    private static bool Says(ItemContext context, TextSpan clause) =>
        context.Matters.Any(Matter.Attend, clause) || context.Matters.Any(Matter.AttendNoun, clause) || context.Matters.Any(Matter.Travel, clause) || context.Matters.Any(Matter.Miss, clause)
        || Has(context, Sign.Keeps, clause);

    /// <summary>"Cannot come to the dinner", "will not be there on Tuesday": less than the meeting may be meant.</summary>
    private static bool IsPart(ItemContext context, TextSpan clause)
    {
        if (Has(context, Sign.Part, clause)) return true;
        for (var at = clause.Start; at < clause.End; at++) if (char.IsDigit(context.Text[at])) return context.Answers.Meeting is null;
        return false;
    }

    /// <summary>
    /// "Cannot travel after all": nothing behind the verb but the meeting and words like these. "Cannot travel without a visa", "is not coming alone", "cannot attend our call" say less or something
    /// else.
    /// </summary>
    private static bool IsWhole(ItemContext context, TextSpan clause, int verb)
    {
        if (IsPart(context, clause)) return false;
        var end = verb;
        foreach (var matter in Verbs)
            foreach (var hit in context.Matters.Within(matter, clause.Start, clause.End)) end = Math.Max(end, hit.End);
        var signs = Signs.FindAll(context.Marked.Folded).FindAll(hit => hit.Value is Sign.Keeps or Sign.Behind && hit.Start >= clause.Start && hit.End <= clause.End);
        foreach (var sign in signs) if (sign.Value == Sign.Keeps) end = Math.Max(end, sign.End);
        var stop = NextStatement(context, end, clause.End);
        for (var at = end; at < stop; at++)
            if (char.IsLetterOrDigit(context.Text[at]) && !signs.Exists(sign => sign.Value == Sign.Behind && at >= sign.Start && at < sign.End)) return false;
        return true;
    }

    /// <summary>"… and will be replaced by Ms Lind": from the conjunction on it is told who comes instead. Arabic writes "and" as a part of the verb.</summary>
    private static int NextStatement(ItemContext context, int from, int end)
    {
        if (from >= end || !Replacement.Marks(context.Marked, from, end).Any()) return end;
        var stop = Replacement.Marks(context.Marked, from, end).First().Hit.Start;
        while (stop > from && char.IsWhiteSpace(context.Text[stop - 1])) stop--;
        var left = context.Text.AsSpan(from, stop - from);
        foreach (var word in Conjunctions)
            if (left.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (left.Length == word.Length || !char.IsLetter(left[^(word.Length + 1)]) || Folding.IsHan(word[0]))) return stop - word.Length;
        return stop;
    }

    private static readonly IReadOnlyList<string> Conjunctions = LexiconFile.Words("grammar", "listConjunction");

    private static readonly Matter[] Verbs = [Matter.Attend, Matter.AttendNoun, Matter.Travel, Matter.Miss, Matter.Absent, Matter.AbsentSelf, Matter.Meeting, Matter.GenevaName];

    private static TextSpan? SelfAway(ItemContext context, TextSpan span)
    {
        if (context.Marked.Any(Word.Past, span.Start, span.End) || NamesIn.Find(context, span.Start, span.End).Count > 0) return null;
        foreach (var claim in AttendanceClaim.Find(context, span))
            if (!claim.Comes && (claim.OfSelf || context.Matters.Any(Matter.I, claim.Span)) && Says(context, claim.Span) && IsWhole(context, claim.Span, claim.Word.End)) return new TextSpan(claim.Word.Start, claim.Word.Length);
        return null;
    }

    /// <summary>Who comes for whom: "she will be replaced by Ms Lind", "in his place comes Mr Girard", "Ms Lind will come instead".</summary>
    private static (Mentioned? Gone, Mention<string>? Comes) Heir(ItemContext context, TextSpan span, List<Mentioned> named, Mentioned? last, Func<string, IReadOnlyList<string>> meant)
    {
        if (NamesIn.Find(context, span.Start, span.End).FindAll(name => meant(name.Value).Count == 0 && !named.Exists(one => one.Start < name.End && name.Start < one.End)) is not [var heir]) return default;
        foreach (var (kind, word) in Replacement.Marks(context.Marked, span.Start, span.End))
        {
            var before = named.FindAll(one => one.End <= word.Start);
            var gone = kind switch
            {
                Word.ReplacedBy when heir.Start >= word.End => before.Count == 1 ? before[0] : before.Count == 0 ? last : null,
                Word.Replace when named.FindAll(one => one.Start >= word.End) is [var replaced] => replaced,
                Word.Replace when heir.Start >= word.End && before is [var one] => one, // 由: "X由Y代替" and its like have the heir behind
                Word.Replace when heir.End <= word.Start && named is [var first] && first.End <= heir.Start && IsBy(context, heir.Start) => first, // X将由Y代替
                Word.InPlace => before.Count == 1 ? before[0] : named.Count == 0 ? last : null,
                _ => (Mentioned?)null,
            };
            if (gone is not null) return (gone, heir);
        }
        var instead = Has(context, Sign.Instead, span);
        var left = named.Count == 1 ? named[0] : named.Count == 0 ? last : null;
        return instead && left is not null && context.Matters.Any(Matter.Attend, span) ? (left, heir) : default;
    }

    /// <summary>由: whoever stands behind it does what the verb says.</summary>
    private static bool IsBy(ItemContext context, int at)
    {
        while (at > 0 && char.IsWhiteSpace(context.Text[at - 1])) at--;
        return Signs.FindAll(context.Marked.Folded).Exists(hit => hit.Value == Sign.By && hit.End == at);
    }

    /// <summary>Those of a sentence who are registered. Beside another word of a name it is somebody else: "Benjamin Kowalski" is no Benjamin Marsden.</summary>
    private static List<Mentioned> Named(ItemContext context, TextSpan span, Func<string, IReadOnlyList<string>> meant, Func<string, bool> doubtful)
    {
        var found = new List<Mentioned>();
        foreach (var name in NamesIn.Find(context, span.Start, span.End))
            if (meant(name.Value) is { Count: > 0 } those) found.Add(new Mentioned(name.Start, name.End, those, doubtful(name.Value)));
        var whole = NamesIn.Find(context, span.Start, span.End);
        for (var at = span.Start; at < span.End; at++)
        {
            if (!char.IsLetter(context.Text[at]) || Folding.IsHan(context.Text[at])) continue;
            var end = at + 1;
            while (end < span.End && (char.IsLetterOrDigit(context.Text[end]) || context.Text[end] is '-' or '’' or '\'' or '\u2011')) end++;
            var word = context.Text[at..end].TrimEnd('\'', '’');
            if ((char.IsUpper(word[0]) || Folding.IsArabic(word[0])) && word.Length >= ShortestName && !whole.Exists(name => name.Start <= at && at < name.End)
                && !IsBesideName(context, span, at, end) && meant(Possessor(word)) is { Count: > 0 } those) found.Add(new Mentioned(at, end, those, doubtful(Possessor(word))));
            at = end;
        }
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>"Ben's": of Ben.</summary>
    private static string Possessor(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;

    /// <summary>Another word with a capital stands directly beside it, and neither begins the sentence nor is a title.</summary>
    private static bool IsBesideName(ItemContext context, TextSpan span, int start, int end)
    {
        var text = context.Text;
        if (end + 1 < span.End && text[end] == ' ' && char.IsUpper(text[end + 1])) return true;
        if (start - 2 < span.Start || text[start - 1] != ' ' || !char.IsLetter(text[start - 2])) return false;
        var from = start - 2;
        while (from > span.Start && char.IsLetter(text[from - 1])) from--;
        return char.IsUpper(text[from]) && from > span.Start && !context.Marked.Any(Word.Honorific, from, start);
    }

    private static void Add(ItemContext context, List<Item> items, Mentioned who, bool sure)
    {
        var name = who.Meant is [var only] ? only : context.Text[who.Start..who.End];
        if (items.Exists(item => item is Regret { Name: { } known } && SameName.Is(known, name))) return;
        items.RemoveAll(item => item is Registration { Person.Name: { } coming } && SameName.Is(coming, name));
        sure &= who.Meant.Count == 1 && !who.Doubtful;
        items.Add(new Regret(context.Answers.Meeting, name)
        {
            Confidence = sure ? Told : Supposed, Decision = sure ? Decision.Accept : Decision.Review, Evidence = [new Evidence("name", null, who.Start, context.Text[who.Start..who.End], sure ? Told : Supposed)],
        });
    }

    private static void Add(ItemContext context, List<Item> items, TextSpan span, Mention<string> heir, bool sure)
    {
        if (items.Exists(item => item is Registration { Person.Name: { } known } && SameName.Is(known, heir.Value))) return;
        sure &= heir.Confidence >= SureName && heir.Value.AsSpan().ContainsAny(' ', '·');
        items.Add(new Registration(context.Answers.Meeting, AttendanceModes.Of(context, span), new Person(heir.Value), null, context.Respondent?.Country)
        {
            Confidence = sure ? Told : Supposed, Decision = sure ? Decision.Accept : Decision.Review, Evidence = [new Evidence("person.name", null, heir.Start, heir.Value, heir.Confidence)],
        });
    }
}
