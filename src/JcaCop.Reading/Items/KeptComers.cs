using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>
/// "Please keep Ms A's registration, cancel Mr B and Mr C": one sentence in which some of those whom a house has registered stay and others go. Who is meant the register tells, and so each name is found whole,
/// or by the one word that is no other's. Pure.
/// </summary>
public static class KeptComers
{
    private const double Told = 0.9;

    private const int MostRead = 20_000, MostNames = 120, LongestHan = 3;

    /// <summary>Somebody who is registered, named in a clause.</summary>
    private readonly record struct Named(int Start, int End, string Name);

    /// <summary>Whether a mail may say so: a person's, in which nothing else was read.</summary>
    public static bool MayTell(MailReading reading)
    {
        if (reading.Sort.Kind != MailKind.Human || !reading.Items.All(static item => item is Withdrawal { Of: WithdrawalOf.Registration } or Registration or Regret) || reading.Mail.Body.ReplyText is not { Length: > 0 and <= MostRead }) return false;
        var context = Context(reading);
        return context.Utterances.Exists(utterance => Tells(context, utterance.Span));
    }

    /// <summary>Words of such sentences that may be names: who is registered under them must be known to judge it.</summary>
    public static IReadOnlyCollection<string> Names(MailReading reading)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        if (!MayTell(reading)) return told;
        var context = Context(reading);
        foreach (var (span, _) in context.Utterances)
        {
            if (!Tells(context, span)) continue;
            foreach (var name in NamesIn.Find(context, span.Start, span.End)) told.Add(name.Value);
            foreach (var (start, end) in ShownValue.Words(span.In(context.Text)))
                if (char.IsUpper(context.Text[span.Start + start]) || Folding.IsArabic(context.Text[span.Start + start])) told.Add(context.Text[(span.Start + start)..(span.Start + end)]);
            // no blank parts a Chinese name from the words around it
            for (var at = span.Start; at < span.End; at++)
                for (var length = 2; length <= LongestHan && at + length <= span.End && context.Text.AsSpan(at, length) is var run && Folding.IsHan(run[0]) && Folding.IsHan(run[^1]); length++) told.Add(run.ToString());
        }
        return [.. told.Take(MostNames)];
    }

    /// <param name="registered">Names of those whom the writer's house has registered for the meeting that is meant.</param>
    /// <returns>The reading with a withdrawal for each who goes, and nothing for those who stay; as it was, where it is not plain of each who does which.</returns>
    public static MailReading Read(MailReading reading, IReadOnlyList<string> registered)
    {
        if (!MayTell(reading)) return reading;
        var context = Context(reading);
        var (stay, go) = (new List<Named>(), new List<Named>());
        foreach (var (span, _) in context.Utterances)
        {
            if (!Tells(context, span))
            {
                // another sentence about one of them may say something else
                if (Find(context, span, registered).Count > 0) return reading;
                continue;
            }
            if (Utterances.IsOpen(context, span) || !Part(context, span, Find(context, span, registered), stay, go)) return reading;
        }
        if (stay.Count == 0 || go.Count == 0 || go.Exists(gone => stay.Exists(kept => kept.Name == gone.Name))) return reading;
        var items = go.DistinctBy(static one => one.Name).Select(one => new Withdrawal(WithdrawalOf.Registration, one.Name)
        {
            Confidence = Told, Decision = Decision.Accept, Evidence = [new Evidence("name", null, one.Start, context.Text[one.Start..one.End], Told)],
        }).ToList();
        return reading with { Items = items, NeedsAttention = false, AttentionReasons = [] };
    }

    private static ItemContext Context(MailReading reading) => new(reading.Mail, reading.Language, reading.Respondent, reading.Answers, reading.Mail.Body.ReplyText, null);

    private static bool Tells(ItemContext context, TextSpan span) => Kept.At(context, span) >= 0 && context.Matters.Any(Matter.Remove, span);

    /// <summary>Who stays and who goes: by the only verb of the clause, by the last one before the name where it has both, and by that of the clause before where it has none.</summary>
    private static bool Part(ItemContext context, TextSpan span, List<Named> named, List<Named> stay, List<Named> go)
    {
        // a name that is nobody's on record: whom it means is asked
        if (NamesIn.Find(context, span.Start, span.End).Exists(name => !named.Exists(one => one.Start < name.End && name.Start < one.End))) return false;
        bool? before = null;
        for (var start = span.Start; start < span.End;)
        {
            var cut = context.Text.AsSpan(start, span.End - start).IndexOfAny(Parting);
            var end = cut < 0 ? span.End : start + cut;
            var clause = TextSpan.FromBounds(start, end);
            List<(int At, bool Keeps)> verbs = [.. Kept.All(context, clause).Select(static at => (at, true)), .. context.Matters.Within(Matter.Remove, start, end).Select(static verb => (verb.Start, false))];
            foreach (var one in named)
            {
                if (!clause.Contains(one.Start)) continue;
                var keeps = verbs.Select(static verb => verb.Keeps).Distinct().ToList() is [var only] ? only
                    : verbs.Count == 0 ? before : verbs.Exists(verb => verb.At < one.Start) ? verbs.Where(verb => verb.At < one.Start).MaxBy(static verb => verb.At).Keeps : null;
                if (keeps is not { } stays) return false;
                (stays ? stay : go).Add(one);
            }
            if (verbs.Count > 0) before = verbs.MaxBy(static verb => verb.At).Keeps;
            start = end + 1;
        }
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> Parting = System.Buffers.SearchValues.Create(",;،؛，；");

    /// <summary>Where each of those registered is named: whole, in any Russian case, or by a word that no other of them has.</summary>
    private static List<Named> Find(ItemContext context, TextSpan span, IReadOnlyList<string> registered)
    {
        var found = new List<Named>();
        var words = ShownValue.Words(span.In(context.Text)).ConvertAll(word => (Start: span.Start + word.Start, End: span.Start + word.End));
        foreach (var name in registered)
        {
            if (Folding.IsHan(name[0]))
            {
                if (context.Text.IndexOf(name, span.Start, span.Length, StringComparison.Ordinal) is >= 0 and var at) found.Add(new Named(at, at + name.Length, name));
                continue;
            }
            var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var whole = Enumerable.Range(0, Math.Max(0, words.Count - parts.Length + 1)).Cast<int?>().FirstOrDefault(first => Enumerable.Range(0, parts.Length).All(i => IsWord(context.Text, words[first!.Value + i], parts[i])));
            if (whole is { } begins) { found.Add(new Named(words[begins].Start, words[begins + parts.Length - 1].End, name)); continue; }
            var alone = words.FindIndex(word => Array.Exists(parts, part => IsWord(context.Text, word, part) && !registered.Any(other => other != name && other.Split(' ').Any(theirs => IsWord(context.Text, word, theirs)))));
            if (alone >= 0 && (char.IsUpper(context.Text[words[alone].Start]) || Folding.IsArabic(name[0]))) found.Add(new Named(words[alone].Start, words[alone].End, name));
        }
        return found;
    }

    private static bool IsWord(string text, (int Start, int End) place, string part)
    {
        var (told, own) = (Folding.Plain(Possessor(text[place.Start..place.End])).Trim(), Folding.Plain(part).Trim());
        if (told == own) return told.Length > 0;
        if (own.Length < ShortestStem || own[0] is < '\u0400' or > '\u04ff') return false;
        var same = told.AsSpan().CommonPrefixLength(own);
        return same >= ShortestStem && Math.Max(told.Length, own.Length) - same <= LongestEnding;
    }

    private const int ShortestStem = 3, LongestEnding = 3;

    private static string Possessor(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
}
