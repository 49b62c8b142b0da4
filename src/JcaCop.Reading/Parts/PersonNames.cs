using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Finds persons' names in Latin, Cyrillic, Arabic and Han script; the value is the name without honorific, rank or title.</summary>
public static class PersonNames
{
    /// <summary>Names in running text that an honorific before or behind them proves.</summary>
    public static List<Mention<string>> Find(MarkedText marked, int start, int end)
    {
        var found = new List<Mention<string>>();
        var free = start;
        foreach (var hit in marked.Within(Word.Honorific, start, end))
        {
            if (marked.At(Word.Post, hit.Start) is { } office && office.Length > hit.Length) continue; // "Chief Operating Officer"
            if (hit.Start < free || hit.Start > start && marked.Text[hit.Start - 1] == '-' || InPost(marked, hit, start)) continue;
            var from = NameRun.BehindTitles(marked, hit.Start, end);
            if (from == hit.Start) continue; // "Calle Mayor 12": a title that no name follows
            var last = NameRun.End(marked, from, end, titled: true);
            var name = NameRun.Trimmed(marked.Text, from, last);
            if (marked.At(Word.Post, name.Start) is { } honorary && honorary.End >= name.End) continue; // "Hon. Secretary"
            if (name.Length < 2 || !HasWord(name.Value) || !Plausible(marked, hit, name)) continue;
            found.Add(name);
            free = SeveralTitles.Contains(marked.Text.AsSpan(hit.Start, hit.Length)) ? Joined(marked, last, end, found) : last;
        }
        DottedNames.Find(marked, start, end, found);
        foreach (var hit in marked.Within(Word.HonorificAfter, start, end))
        {
            if (!Folding.IsHan(marked.Text[hit.Start])) continue;
            if (found.Exists(other => other.End == hit.Start)) continue;
            var from = BeforeHan(marked.Text, start, hit.Start);
            foreach (var post in marked.Within(Word.Post, Math.Max(start, from - 6), hit.Start)) // 工程师钟灵女士
                if (post.Start < from && post.End > from && hit.Start - post.End >= 2) from = post.End;
            foreach (var given in marked.Within(Word.ReplacedBy, Math.Max(start, from - 6), hit.Start)) // 换成卓雅女士
                if (given.Start < from && given.End > from && hit.Start - given.End >= 2) from = given.End;
            if (from < hit.Start && !found.Any(other => from < other.End && other.Start < hit.Start))
                found.Add(new Mention<string>(marked.Text[from..hit.Start].Trim(), from, hit.Start - from, 0.95));
        }
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static readonly WordSet SeveralTitles = LexiconFile.Set("grammar", "severalTitles");

    /// <summary>السيدين … و…: one title before several, whom a letter joins.</summary>
    /// <returns>Where the last of them ends.</returns>
    private static int Joined(MarkedText marked, int last, int end, List<Mention<string>> found)
    {
        while (last + LeastJoined < end && marked.Text[last] is ' ' or '،' && marked.Text.AsSpan(last, end - last).TrimStart(" ،") is ['و', _, ..] rest)
        {
            var from = end - rest.Length + 1;
            var stop = NameRun.End(marked, from, end);
            var name = NameRun.Trimmed(marked.Text, from, stop);
            if (!name.Value.Contains(' ', StringComparison.Ordinal)) return last;
            found.Add(name);
            last = stop;
        }
        return last;
    }

    /// <summary>A name joined with its letter is no shorter.</summary>
    private const int LeastJoined = 6;

    /// <summary>"Director General Adjunto", "Secretary General": behind a post the rank is an adjective.</summary>
    private static bool InPost(MarkedText marked, PhraseHit<Word> rank, int floor)
    {
        if (rank.Start - 1 <= floor || marked.Text[rank.Start - 1] != ' ' || !RanksInPosts.Contains(marked.Text.AsSpan(rank.Start, rank.Length))) return false;
        var word = rank.Start - 1;
        while (word > floor && char.IsLetter(marked.Text[word - 1])) word--;
        return marked.At(Word.Post, word) is { } post && post.End >= rank.Start - 1 && marked.At(Word.Honorific, word) is null;
    }

    private static readonly WordSet RanksInPosts =
        new(LexiconFile.Phrases("names").Where(entry => entry.Code == "rankInPost").Select(entry => entry.Phrase));

    /// <summary>A name that begins at the offset without an honorific: two capital words at least, or a Chinese family name.</summary>
    public static Mention<string>? Bare(MarkedText marked, int start, int end)
    {
        var text = marked.Text;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ':' or '：' or '(' or '-')) start++;
        if (start >= end) return null;
        if (Folding.IsHan(text[start]))
        {
            if (Dotted(marked, start, end) is { } dotted) return dotted;
            var surname = NameShapes.SurnameLength(text.AsSpan(start, Math.Min(4, end - start)));
            if (surname == 0 || marked.At(Word.AlternateRole, start) is not null) return null; // 候补, 候 is a family name elsewhere
            if (start > 0 && text[start] is '时' or '時' && BeforeTime.Contains(text[start - 1], StringComparison.Ordinal)) return null; // 未能及时取得签证, 时 is a family name elsewhere
            if (start > 0 && marked.At(Word.Apart, start - 1) is { } apart && apart.End > start) return null; // 代表我方参加, 方 is one elsewhere
            if (NoHanNames.Exists(noun => string.CompareOrdinal(text, start, noun, 0, noun.Length) == 0)) return null; // 方式, 方 is one too
            var last = start + surname;
            while (last < end && last < start + surname + 2 && Folding.IsHan(text[last]) && marked.At(Word.Designate, last) is null
                && marked.At(Word.Replace, last) is null && marked.At(Word.ReplacedBy, last) is null && marked.At(Word.Post, last) is null
                && !AfterName.Contains(text[last], StringComparison.Ordinal) && !(last >= start + 2 && IsAdverb(text, last, end)) && !(text[last] is '无' or '無' && last + 1 < text.Length && text[last + 1] is '法' or '暇' or '缘')) last++;
            return last - start >= 2 ? NameRun.Trimmed(text, start, last) : null;
        }
        var run = NameRun.End(marked, start, end);
        var name = NameRun.Trimmed(text, start, run);
        return NameShapes.Score(name.Value) >= 0.4 ? name with { Confidence = 0.75 } : null;
    }

    /// <summary>The name with points that begins at the offset.</summary>
    private static Mention<string>? Dotted(MarkedText marked, int start, int end)
    {
        var near = marked.Text.AsSpan(start, Math.Min(8, end - start)).IndexOfAny('·', '・', '•');
        if (near < 1) return null;
        var found = new List<Mention<string>>();
        DottedNames.Find(marked, start, Math.Min(end, start + 24), found);
        return found is [var first, ..] && first.Start == start ? first : null;
    }

    /// <summary>Nouns that begin with the character of a family name.</summary>
    private static readonly List<string> NoHanNames = [.. LexiconFile.Words("grammar", "noHanName")];

    /// <summary>及时, 届时: what makes a word of time of 时.</summary>
    private const string BeforeTime = "及按届屆同临臨准準当當暂暫随隨有平定";

    /// <summary>花蕾也将, 卫小岚还会: a small word that names may hold, before a word that only a verb can follow.</summary>
    private static bool IsAdverb(string text, int at, int end) => HanAdverbs.Contains(text[at]) && at + 1 < end && BehindHanAdverb.Contains(text[at + 1]);

    private static readonly System.Buffers.SearchValues<char> HanAdverbs = LexiconFile.Signs("grammar", "hanAdverb", "");

    private static readonly System.Buffers.SearchValues<char> BehindHanAdverb = LexiconFile.Signs("grammar", "behindHanAdverb", "");

    /// <summary>What a sentence goes on with behind a Chinese name.</summary>
    private const string AfterName = "的为為任担擔将將接和与與自已因现現由调調离離不同今列均都皆并並仍改";

    /// <summary>The last name without an honorific before the offset.</summary>
    public static Mention<string>? BareBefore(MarkedText marked, int start, int end)
    {
        var text = marked.Text;
        for (var at = end - 1; at >= start; at--)
        {
            if (Folding.IsHan(text[at]))
            {
                if (at > start && Folding.IsHan(text[at - 1]) && text[at - 1] is not ('由' or '自' or '日' or '起' or '请' or '請' or '为' or '派')) continue;
                if (Bare(marked, at, end) is { } han) return han;
            }
            else if (char.IsUpper(text[at]) && (at == start || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('-' or '\'' or '’' or '.')) && Bare(marked, at, end) is { } name)
            {
                var from = at;
                while (from > start + 1 && char.IsWhiteSpace(text[from - 1]))
                {
                    var word = from - 1;
                    while (word > start && (char.IsLetter(text[word - 1]) || text[word - 1] is '-' or '\'' or '’')) word--;
                    if (word < from - 1 && word > start + 1 && char.IsLower(text[word]) && NameShapes.IsParticle(text.AsSpan(word, from - 1 - word))) { from = word; continue; } // "Lucía de la Vega"
                    if (Bare(marked, word, end) is not { } longer || longer.End < name.End) break;
                    name = longer;
                    from = word;
                }
                return name;
            }
        }
        return null;
    }

    /// <summary>The name in a cell or clause that holds a person and perhaps more; null where nothing looks like a name.</summary>
    /// <param name="known">True where a label says that a person stands here.</param>
    public static Mention<string>? Parse(MarkedText marked, int start, int end, bool known)
    {
        var text = marked.Text;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '-' or '–' or '/' or ':' or '：' or '.' or '(' or '"' or '*')) start++;
        if (start >= end || marked.At(Word.Honorific, start) is { } title && title.End >= end) return null;
        var from = marked.At(Word.Honorific, start) is { } honorific && honorific.End < end ? NameRun.BehindTitles(marked, start, end) : start;
        var titled = from > start;
        if (titled && !NameRun.CanBegin(text[from])) { from = start; titled = false; }
        var last = from;
        while (last < end && text[last] is not ('(' or '（' or ',' or '،' or '，' or ';' or '；' or '\n' or '\t' or '、' or '/' or '|' or '[' or '<')
            || last < end && NameShapes.JoinsSurnames(text.AsSpan(0, end), last)) last++;
        if (Surname(marked, from, last, end, known) is { } inverted) last = inverted;
        foreach (var after in marked.Within(Word.HonorificAfter, from, last))
            if (after.Start > from && (Folding.IsHan(text[after.Start]) || after.End >= last && !IsSurname(text.AsSpan(after.Start, after.Length)))) { last = after.Start; titled = true; break; }
        if (Folding.IsHan(text[from]))
            foreach (var post in marked.Within(Word.Post, from + 2, last))
                if (post.End == last) { last = post.Start; break; }
        var cut = text.AsSpan(from, last - from).IndexOf(" - ");
        if (cut < 0) cut = text.AsSpan(from, last - from).IndexOf(" – ");
        if (cut > 0) last = from + cut;
        var name = NameRun.Trimmed(text, from, last);
        if (name.Length < 2 || Folding.IsHan(name.Value[0]) && marked.Any(Word.Designate, name.Start, name.End)) return null;
        if (Folding.IsHan(name.Value[0]) && marked.At(Word.AlternateRole, name.Start) is { } role && role.End >= name.End) return null; // 候补
        if (name.Length > 3 && Folding.IsHan(name.Value[0]) && Bare(marked, name.Start, name.End) is { } begins && begins.End < name.End && (AfterName.Contains(text[begins.End], StringComparison.Ordinal) || IsAdverb(text, begins.End, text.Length))) name = begins;
        if (Folding.IsHan(name.Value[0]) && marked.At(Word.Post, name.Start) is { } post0 && post0.End >= name.End) return null;
        var score = NameShapes.Score(name.Value);
        if (titled && !Folding.IsHan(name.Value[0]))
        {
            var run = NameRun.End(marked, from, last);
            if (run < last && run > from) name = NameRun.Trimmed(text, from, run);
            score = Math.Max(score, NameShapes.Score(name.Value));
        }
        if (score == 0 && !titled && !(known && LooksWritten(name.Value))) return null;
        return name with { Confidence = Math.Min(0.97, score + (titled ? 0.35 : 0) + (known ? 0.3 : 0)) };
    }

    /// <summary>"Mba", "Obe" with one capital are names; a degree or order is written in capitals.</summary>
    private static bool IsSurname(ReadOnlySpan<char> degree) => degree.Length == DegreeLetters && char.IsUpper(degree[0]) && char.IsLower(degree[1]) && char.IsLower(degree[2]) && degree[0] is not ('P' or 'E');

    /// <summary>"MBA", "OBE", "LLB"; "Jr" is shorter, and "Phd", "Esq" are no names.</summary>
    private const int DegreeLetters = 3;

    /// <summary>Initials alone are no name.</summary>
    private static bool HasWord(string name)
    {
        for (var i = 1; i < name.Length; i++) if (char.IsLetter(name[i]) && char.IsLetter(name[i - 1])) return true;
        return false;
    }

    private static bool LooksWritten(string name) => name.Length < (Folding.IsHan(name[0]) ? 6 : 50) && char.IsLetter(name[0]) && !char.IsLower(name[0]) && !name.Any(char.IsDigit) && name.Count(c => c == ' ') < 6;

    /// <summary>"Surname, Given": the comma belongs to the name where both halves are short and capital and nothing else follows.</summary>
    /// <param name="known">True where a label says that a name stands here: then a family name need not be in capitals.</param>
    private static int? Surname(MarkedText marked, int from, int comma, int end, bool known)
    {
        var text = marked.Text;
        if (comma >= end || text[comma] != ',') return null;
        var first = text.AsSpan(from, comma - from).Trim();
        var rest = text.AsSpan(comma + 1, end - comma - 1);
        var stop = rest.IndexOfAny(",;(\n\t");
        var given = (stop < 0 ? rest : rest[..stop]).Trim();
        if (first.Length == 0 || given.Length == 0 || first.Length > 25 || given.Length > 25 || first.Contains(' ') && !IsUpper(first)) return null;
        var alone = known && stop < 0 && !marked.Any(Word.Post, comma + 1, end);
        foreach (var c in given) if (!char.IsLetter(c) && c is not (' ' or '-' or '.' or '\'')) return null;
        if (!char.IsUpper(given[0]) || !char.IsUpper(first[0]) || first.IndexOf(' ') < 0 && !IsUpper(first) && !alone) return null;
        return stop < 0 ? end : comma + 1 + stop;
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word) if (char.IsLower(c)) return false;
        return true;
    }

    private static bool Plausible(MarkedText marked, PhraseHit<Word> honorific, Mention<string> name)
    {
        var first = name.Value[0];
        if (marked.At(Word.Post, honorific.Start) is not null && name.Value.IndexOf(' ') < 0) return false;
        if (Folding.IsArabic(first) && marked.At(Word.Post, name.Start) is { } held && !NameShapes.IsArabicName(marked.Text.AsSpan(held.Start, held.Length))) return false; // "السيدة المديرة العامة": a post is addressed
        if (Folding.IsArabic(first) && marked.At(Word.RepresentativeRole, name.Start) is not null) return false; // "مهندس، ممثلاً لها"
        if (Folding.IsArabic(first)) return honorific.Length > 2 || marked.Text.AsSpan(honorific.End, Math.Min(2, marked.Text.Length - honorific.End)).IndexOfAny("./") >= 0;
        if (Folding.IsHan(first)) return NameShapes.SurnameLength(name.Value) > 0;
        if (honorific.Length <= 2 && char.IsLower(marked.Text[honorific.Start])) return false;
        var word = name.Value.AsSpan();
        var blank = word.IndexOf(' ');
        if (blank > 0) word = word[..blank];
        return !NameShapes.IsStop(word) || honorific.Length > 2 && blank > 0 && NameShapes.Score(name.Value) > 0;
    }

    /// <summary>Start of the name that ends before 先生 or 女士.</summary>
    private static int BeforeHan(string text, int floor, int end)
    {
        while (end > floor && text[end - 1] is ' ' or '　') end--;
        if (end > floor && char.IsAsciiLetter(text[end - 1]))
        {
            var at = end;
            while (at > floor && (char.IsAsciiLetter(text[at - 1]) || text[at - 1] is ' ' or '-' or '\'' or '.')) at--;
            while (at < end && text[at] == ' ') at++;
            return at;
        }
        var han = end;
        while (han > floor && end - han < 4 && Folding.IsHan(text[han - 1])) han--;
        for (var length = Math.Min(4, end - han); length >= 2; length--)
        {
            var surname = NameShapes.SurnameLength(text.AsSpan(end - length, length));
            if (surname == 2 && length >= 3 || surname == 1 && length <= 3) return end - length;
        }
        return end;
    }
}
