using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>What a statement says of the attendance of those whom it names, or of the writer.</summary>
/// <param name="Word">The word that says it.</param>
/// <param name="Start">Of the clause that belongs to the word.</param>
/// <param name="Comes">False where somebody stays away.</param>
/// <param name="OfSelf">The word alone shows that the writer speaks of himself or herself.</param>
/// <param name="ByWay">No verb says it, only a way of taking part ("in the room").</param>
internal readonly record struct AttendanceClaim(PhraseHit<Matter> Word, int Start, int End, bool Comes, bool OfSelf, bool ByWay)
{
    /// <summary>How far before a verb the word may stand that denies it.</summary>
    private const int Reach = 70;

    private const int HanReach = 14;

    /// <summary>" не смогу", " не сможем".</summary>
    private const int LongestNegator = 14;

    public TextSpan Span => TextSpan.FromBounds(Start, End);

    private readonly record struct Said(PhraseHit<Matter> Word, bool Comes, bool OfSelf);

    /// <summary>The statements of a sentence, one for each verb, parted where a new clause begins between two verbs.</summary>
    public static List<AttendanceClaim> Find(ItemContext context, TextSpan sentence)
    {
        var hits = Verbs(context, sentence);
        var byWay = hits.Count == 0;
        if (byWay)
            foreach (var way in AttendanceModes.Words(context, sentence)) hits.Add(new Said(way, true, false));
        hits.Sort(static (a, b) => a.Word.Start.CompareTo(b.Word.Start));
        var claims = new List<AttendanceClaim>();
        var from = sentence.Start;
        for (var i = 0; i < hits.Count;)
        {
            var cut = sentence.End;
            var last = i;
            for (; last + 1 < hits.Count; last++)
                if (Cut(context, hits[last].Word.End, hits[last + 1].Word.Start) is >= 0 and var parted) { cut = parted; break; }
            claims.Add(Of(context, hits[i..(last + 1)], from, last + 1 < hits.Count ? cut : sentence.End, byWay));
            from = cut;
            i = last + 1;
        }
        return claims;
    }

    /// <summary>Of the verbs of one clause, one that tells of staying away says what the clause says; then the first.</summary>
    private static AttendanceClaim Of(ItemContext context, List<Said> verbs, int start, int end, bool byWay)
    {
        var first = verbs.Find(verb => !verb.Comes) is { Word.Length: > 0 } away ? away : verbs[0];
        var self = verbs.Exists(verb => verb.OfSelf && verb.Comes == first.Comes) || verbs.Exists(verb => verb.OfSelf) && first.Word.Value is not (Matter.AttendNoun or Matter.Dispatch);
        return new AttendanceClaim(first.Word, start, end, first.Comes, self, byWay);
    }

    private static List<Said> Verbs(ItemContext context, TextSpan sentence)
    {
        var found = new List<Said>();
        foreach (var alone in context.Matters.Within(Matter.PresentAlone, sentence.Start, sentence.End))
            if (IsClause(context.Text, sentence, alone) && NamesIn.Find(context, sentence.Start, sentence.End).Count == 0) found.Add(new Said(alone, true, true));
        foreach (var kind in (Matter[])[Matter.AbsentSelf, Matter.Absent, Matter.Miss, Matter.AttendSelf, Matter.Attend, Matter.Dispatch, Matter.AttendNoun])
        {
            if (kind == Matter.Dispatch && !context.Matters.Any(Matter.Meeting, sentence) && !context.Matters.Any(Matter.GenevaName, sentence)) continue;
            foreach (var hit in context.Matters.Within(kind, sentence.Start, sentence.End))
            {
                if (found.Exists(other => hit.Start < other.Word.End && other.Word.Start < hit.End) || kind == Matter.AbsentSelf && IsOfOther(context, sentence, hit)) continue;
                var comes = kind switch
                {
                    Matter.AbsentSelf or Matter.Absent => false,
                    Matter.Miss => Negated(context, hit, sentence),
                    _ => !Negated(context, hit, sentence),
                };
                found.Add(new Said(hit, comes, kind is Matter.AbsentSelf or Matter.AttendSelf));
            }
        }
        return found;
    }

    /// <summary>"تعذر على سمير الحداد السفر": where whoever is kept away is named directly behind it, or a longer phrase says it of another, the word is not said of the writer.</summary>
    private static bool IsOfOther(ItemContext context, TextSpan sentence, PhraseHit<Matter> word)
    {
        if (!Folding.IsArabic(context.Text[word.Start]))
        {
            foreach (var longer in context.Matters.Within(Matter.Absent, sentence.Start, sentence.End))
                if (longer.Start <= word.Start && longer.End >= word.End && longer.Length > word.Length) return NamesIn.Find(context, sentence.Start, longer.Start).Count > 0;
            return false;
        }
        return NamesIn.Find(context, sentence.Start, sentence.End).Exists(name =>
            name.Start - word.End is > 0 and <= LongestTitle && !context.Text.AsSpan(word.End, name.Start - word.End).ContainsAny(Signs));
    }

    /// <summary>"زميلتنا الدكتورة ".</summary>
    private const int LongestTitle = 18;

    /// <summary>"Meeting of 10 September: present, remotely": nothing but signs stand around the word.</summary>
    private static bool IsClause(string text, TextSpan sentence, PhraseHit<Matter> word)
    {
        var before = text.AsSpan(sentence.Start, word.Start - sentence.Start).TrimEnd();
        var behind = text.AsSpan(word.End, sentence.End - word.End).TrimStart();
        return sentence.Length < LongestShort && (before.IsEmpty || Signs.Contains(before[^1])) && (behind.IsEmpty || Signs.Contains(behind[0]));
    }

    private const int LongestShort = 120;

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(":：,，،;；.。!！-–—\n");

    /// <summary>A word that denies stands before the verb in its clause; in Russian an infinitive may be followed by it.</summary>
    private static bool Negated(ItemContext context, PhraseHit<Matter> verb, TextSpan sentence)
    {
        var from = Math.Max(sentence.Start, verb.Start - (Folding.IsHan(context.Text[verb.Start]) ? HanReach : Reach));
        return Denials.Before(context, from, verb.Start) || Denials.Opens(context, sentence.Start, verb.Start)
               || context.Language == "ru" && context.Matters.First(Matter.Negator, verb.End, Math.Min(sentence.End, verb.End + LongestNegator)) is { } after && after.Start - verb.End <= 2;
    }

    /// <summary>Where the second of two verbs begins its clause: at a semicolon or "but", otherwise at the first comma; -1 where both belong together.</summary>
    private static int Cut(ItemContext context, int from, int to)
    {
        if (to - from < 2) return -1;
        var between = context.Text.AsSpan(from, to - from);
        var strong = between.LastIndexOfAny(";；؛");
        if (strong >= 0) return from + strong + 1;
        // "…, while our Trust and Safety Engineer": a conjunction behind a comma parts more than one between two nouns
        foreach (var joint in context.Matters.Within(Matter.But, from, to))
            if (context.Text.AsSpan(from, joint.Start - from).TrimEnd() is [.., ',' or '،' or '，']) return joint.Start;
        if (context.Matters.Last(Matter.But, from, to) is { } but) return but.Start;
        var comma = between.IndexOfAny(",،，");
        return comma >= 0 ? from + comma + 1 : -1;
    }
}
