using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>Names of organizations in Chinese, which has no blanks: they end with the noun that heads them and begin behind a verb, a particle or a date.</summary>
internal static class HanOrganizationNames
{
    /// <param name="floor">Where the name may begin at the earliest.</param>
    /// <param name="head">The noun at its end.</param>
    public static Mention<string>? At(MarkedText marked, int floor, PhraseHit<Word> head, int end)
    {
        var text = marked.Text;
        if (InPost(marked, head) || IsParticle(marked, head) || head.Length == 1 && head.Start > 0 && NoHeads.Contains(text.AsSpan(head.Start - 1, 2))) return null;
        var start = head.Start;
        while (start > floor && start > head.Start - 40)
        {
            var c = text[start - 1];
            if (c is '“' or '「' or '《') break;
            if (!(Folding.IsHan(c) || char.IsAsciiLetterOrDigit(c) || c is '·' or '（' or '）' or '“' or '”' or ' ') || c is '的') break;
            start--;
        }
        // "王敏（国际合作司副处长）": a bracket that is not closed before the noun holds the name
        if (text.AsSpan(start, head.Start - start) is var led && led.LastIndexOfAny('（', '(') is >= 0 and var open && led[open..].IndexOfAny('）', ')') < 0) start += open + 1;
        foreach (var kind in Before)
            foreach (var verb in marked.Within(kind, start, head.Start)) if (verb.End < head.End) start = Math.Max(start, verb.End);
        start = AfterDate(text, start, head.Start);
        for (var i = head.Start - 1; i > start; i--)
            if (text[i - 1] == '是' || OrganizationNames.Stops.Contains(text.AsSpan(i - 1, 1)) && text[i - 1] is '是' or '为' or '為' or '由' or '即' or '：'
                    || text.AsSpan(Math.Max(start, i - 2)).StartsWith("作为") ) { start = i; break; }
        start = BehindSending(text, start, head.Start);
        if (start == floor && floor > 0 && start < head.Start && text[start] is '和' or '与' or '與' or '及' or '、') start++;
        while (start < head.Start
            && (text[start] is ' ' or '）' or '”'
                || BeforeName.Contains(text[start], StringComparison.Ordinal)
                    && !(text[start] is '在' or '向' or '对' && text[start + 1] is '线' or '日' or '外'))) start++;
        var last = head.End;
        foreach (var next in marked.Within(Word.Organization, head.Start, Math.Min(end, head.End + 30)))
        {
            var run = true;
            for (var i = last; i < next.Start && run; i++) run = Folding.IsHan(text[i]) && text[i] is not ('的' or '和' or '与' or '及' or '已' or '是' or '由');
            if (!run || GreetsBehind(text, last) || VerbBetween(marked, last, next.Start) || InPost(marked, next)) break;
            last = Math.Max(last, next.End);
        }
        if (head.Start > start && PointsAt.Contains(text[head.Start - 1], StringComparison.Ordinal)) return null; // 请与该中心: of which centre, the text has said before
        if (last - start < 4 || text[start] == '已' || PointsBack(text.AsSpan(start, last - start)) || IsGeneric(text, start, last, head)) return null;
        var bracket = Acronym(text, last, end);
        return new Mention<string>(text[start..bracket].Trim(), start, bracket - start, last < text.Length && Folding.IsHan(text[last])
                && !Follows.Contains(text[last], StringComparison.Ordinal) && !Begins(marked, last)
            ? 0.5 : 0.85);
    }

    /// <summary>附上海鸥公司, 随函附上…: the verb of enclosing runs into the name.</summary>
    private static int BehindSending(string text, int start, int end)
    {
        foreach (var verb in Sending)
            if (text.AsSpan(start, end - start).StartsWith(verb, StringComparison.Ordinal)) return start + verb.Length;
        return start;
    }

    /// <summary>附上海…: the verb 附上 before 海…, or 附 before 上海….</summary>
    /// <param name="start">Where the name begins, as it was read.</param>
    public static bool RunsInto(string text, int start) =>
        start > 1 && start < text.Length && Towns.Contains(text.Substring(start - 1, 2)) && Sending.Any(verb => text.AsSpan(0, start).EndsWith(verb, StringComparison.Ordinal));

    private static readonly string[] Sending = [.. LexiconFile.Words("grammar", "hanSending").OrderByDescending(verb => verb.Length)];

    private static readonly IReadOnlyList<string> Towns = LexiconFile.Words("grammar", "hanTownsBehindSending");

    /// <summary>"The said", before a noun.</summary>
    private const string PointsAt = "该該此";

    /// <summary>Particles and verbs of one character that lead to a name.</summary>
    private const string BeforeName = "将將了等为為由是向请請即而在对對把被让讓给給从從与與及跟";

    /// <summary>我会, 开会: the character that heads names elsewhere is part of a word that none holds.</summary>
    private static bool IsParticle(MarkedText marked, PhraseHit<Word> head)
    {
        foreach (var word in marked.Within(Word.Apart, Math.Max(0, head.Start - 3), head.End + 2))
            if (word.Start <= head.Start && word.End >= head.End) return true;
        return false;
    }

    /// <summary>局长, 副署長: the noun of the organization is part of a post.</summary>
    private static bool InPost(MarkedText marked, PhraseHit<Word> head)
    {
        foreach (var post in marked.Within(Word.Post, Math.Max(0, head.Start - 3), head.End + 3))
            if (post.Start <= head.Start && post.End > head.End) return true;
        return false;
    }

    /// <summary>A verb, a particle or a post begins directly behind the name.</summary>
    private static bool Begins(MarkedText marked, int at)
    {
        foreach (var kind in Before) if (marked.At(kind, at) is not null) return true;
        return marked.At(Word.Post, at) is not null;
    }

    private static bool VerbBetween(MarkedText marked, int start, int end)
    {
        foreach (var kind in Before) if (marked.Any(kind, start, end)) return true;
        return false;
    }

    /// <summary>A date before a name is no part of it: 2013年8月19日….</summary>
    private static int AfterDate(string text, int start, int end)
    {
        for (var i = end - 1; i > start; i--)
            if (text[i] is '日' or '月' or '年' && char.IsAsciiDigit(text[i - 1])) return i + 1;
        return start;
    }

    /// <summary>该社网站, 两所大学: what was named before, or how many there are, is no name.</summary>
    private static bool PointsBack(ReadOnlySpan<char> words)
    {
        foreach (var word in Anaphora) if (words.StartsWith(word, StringComparison.Ordinal)) return true;
        foreach (var unit in Counting)
        {
            var at = words.IndexOf(unit, StringComparison.Ordinal);
            if (at is 1 or 2 && words[..at].IndexOfAnyExcept(Numbers) < 0) return true;
        }
        return false;
    }

    private static readonly IReadOnlyList<string> Anaphora = LexiconFile.Words("grammar", "hanAnaphora"), Counting = LexiconFile.Words("grammar", "hanCounting");

    private static readonly System.Buffers.SearchValues<char> Numbers = System.Buffers.SearchValues.Create("两兩二三四五六七八九十几幾数數");

    /// <summary>參與機構, 有关单位: words that fit any house are no name of one.</summary>
    private static bool IsGeneric(string text, int start, int end, PhraseHit<Word> head)
    {
        if (end == head.End && Array.Exists(Denials, word => text.AsSpan(start, head.Start - start).EndsWith(word, StringComparison.Ordinal))) return true; // 本次无机构
        if (end > head.End || head.Start == start) return false;
        return Generic.Contains(text.AsSpan(start, head.Start - start));
    }

    private static readonly string[] Denials = [.. LexiconFile.Words("grammar", "noHouse")];

    private static readonly WordSet Generic =
        new(LexiconFile.Phrases("genericNames").Where(entry => entry.Code == "generic").Select(entry => entry.Phrase));

    /// <summary>上网, 机会: words of two characters whose second heads names elsewhere.</summary>
    private static readonly WordSet NoHeads =
        new(LexiconFile.Phrases("genericNames").Where(entry => entry.Code == "noHead").Select(entry => entry.Phrase), exactly: true);

    /// <summary>代表团向秘书处致意: whom the house greets, or writes to, is no part of its name.</summary>
    private static bool GreetsBehind(string text, int at) => at < text.Length && Greeting.Contains(text[at], StringComparison.Ordinal);

    private const string Greeting = "向致兹茲谨謹";

    /// <summary>What a sentence goes on with behind an organization's name.</summary>
    private const string Follows = "向致兹茲代出的和与與及以等两兩三四五六参參作为為加一在是已于於现現将將拟擬愿由有并並也均担擔派推提特谨謹、请請就对對已自";

    private static readonly Word[] Before = [Word.Apart, Word.Nominate, Word.Designate, Word.Replace, Word.Withdraw];

    private static int Acronym(string text, int at, int end)
    {
        if (at >= end || text[at] is not ('（' or '(')) return at;
        var close = text.AsSpan(at, Math.Min(end - at, 16)).IndexOfAny("）)");
        if (close < 3) return at;
        foreach (var c in text.AsSpan(at + 1, close - 1)) if (!char.IsAsciiLetterUpper(c) && c is not ('-' or ' ')) return at;
        return at + close + 1;
    }
}
