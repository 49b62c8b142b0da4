using System.Buffers;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Finds a person's name without an honorific that stands directly behind a post: "directeur exécutif Jean Martin", "经理王小明".</summary>
internal static class PostedNames
{
    /// <summary>The name without a title proves itself less than one with.</summary>
    private const double Sure = 0.72;

    private static readonly SearchValues<char> HanEnds = LexiconFile.Signs("grammar", "behindPostedHanName", "，。；、（(,;:： ");

    /// <returns>The name that ends the piece, or in Chinese and Arabic the one that follows its last post; null where none does.</returns>
    public static Mention<string>? Find(MarkedText marked, int start, int end)
    {
        if (Last(marked, Word.Post, start, end) is { } post && post.End < end && Behind(marked, post, end) is { } holder) return holder;
        if (Folding.IsHan(marked.Text[start]))
            foreach (var kind in HanGivers)
                foreach (var hit in marked.Within(kind, start, end)) if (hit.End < end && !IsPart(marked, kind, hit, end) && Han(marked, hit.End, end) is { } named) return named;
        PhraseHit<Word>? last = null;
        foreach (var kind in Givers)
            if (Last(marked, kind, start, end) is { } hit && (last is null || hit.End > last.Value.End)) last = hit;
        if (last is not { } giver || giver.End >= end || Folding.IsArabic(marked.Text[giver.Start])) return null;
        return Behind(marked, giver, end) is { } given && given.Start - giver.End <= Near ? given : null;
    }

    /// <summary>Verbs and roles behind which the one who is given the seat may be named.</summary>
    private static readonly Word[] Givers = [Word.Designate, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.ExpertRole, Word.ReplacedBy, Word.InPlace];

    /// <summary>The same for Chinese, where the verb or role behind the name may be the last in the piece.</summary>
    private static readonly Word[] HanGivers = [Word.Post, Word.Designate, Word.InPlace, Word.ReplacedBy];

    private const int Near = 25;

    /// <summary>总工 in 总工程师: a longer word of the kind begins there.</summary>
    private static bool IsPart(MarkedText marked, Word kind, PhraseHit<Word> word, int end)
    {
        foreach (var other in marked.Within(kind, word.Start, end))
            if (other.Start > word.Start) return false;
            else if (other.End > word.End) return true;
        return false;
    }

    private static PhraseHit<Word>? Last(MarkedText marked, Word kind, int start, int end)
    {
        PhraseHit<Word>? last = null;
        foreach (var hit in marked.Within(kind, start, end))
            if (last is null || hit.End > last.Value.End || hit.End == last.Value.End && hit.Start < last.Value.Start) last = hit;
        return last;
    }

    private static Mention<string>? Behind(MarkedText marked, PhraseHit<Word> head, int end)
    {
        var first = marked.Text[head.Start];
        return Folding.IsHan(first) ? Han(marked, head.End, end)
            : Folding.IsArabic(first) ? Arabic(marked, head, end)
            : Alphabetic(marked, head, end);
    }

    /// <summary>Capital words at the end of the piece, behind a small word that is no preposition.</summary>
    private static Mention<string>? Alphabetic(MarkedText marked, PhraseHit<Word> post, int end)
    {
        var text = marked.Text;
        if (post.End + 1 < end && text[post.End] == ' ' && char.IsUpper(text[post.End + 1]) && char.IsLower(text[post.End - 1])
            && PersonNames.Bare(marked, post.End, end) is { } direct && direct.Start == post.End + 1 && direct.End < end
                && char.IsLower(text[post.Start]) && NameShapes.Score(direct.Value) >= 0.5 && direct.Value.Contains(' ', StringComparison.Ordinal)
                && !marked.Any(Word.Organization, direct.Start, direct.End))
            return direct with { Confidence = Sure };
        while (end > post.End && !char.IsLetter(text[end - 1]) && text[end - 1] != '.') end--;
        var from = end;
        var words = 0;
        for (var at = end; at > post.End;)
        {
            var word = at;
            while (word > post.End && (char.IsLetter(text[word - 1]) || text[word - 1] is '-' or '\'' or '’' or '.')) word--;
            if (word == at) break;
            var span = text.AsSpan(word, at - word);
            if (!char.IsUpper(span[0]) && !(NameShapes.IsParticle(span) && words > 0)) break;
            if (char.IsUpper(span[0])) { if (NameShapes.IsStop(span)) break; from = word; words++; }
            at = word;
            while (at > post.End && text[at - 1] is ' ' or '\n' or '\u00a0') at--;
            if (at == word) break;
        }
        if (words is < 2 or > 5 || from <= post.End || EndsAsPost(marked, from, end)
                || marked.Any(Word.Organization, text[from] is >= '\u0400' and <= '\u04ff' ? from : post.End, end)
                || AfterPreposition(marked, from, post.End))
            return null;
        var name = text[from..end];
        return NameShapes.Score(name) >= 0.5 ? new Mention<string>(MailLayout.Unwrap(name), from, end - from, Sure) : null;
    }

    /// <summary>"Administrative Officer": the last word is a post in English.</summary>
    private static bool EndsAsPost(MarkedText marked, int start, int end)
    {
        if (marked.Text[start] >= '\u0400') return false;
        foreach (var post in marked.Within(Word.Post, start + 1, end)) if (post.End == end) return true;
        return false;
    }

    /// <summary>"Secretary of Pacific Youth": behind a preposition stands no holder of the post.</summary>
    private static bool AfterPreposition(MarkedText marked, int name, int floor)
    {
        var text = marked.Text;
        var end = name;
        while (end > floor && char.IsWhiteSpace(text[end - 1])) end--;
        var start = end;
        while (start > floor && char.IsLetter(text[start - 1])) start--;
        return start < end && marked.At(Word.Connector, start) is { } join && join.End == end && text.AsSpan(start, end - start) is not ("a" or "à" or "by" or "por");
    }

    private static Mention<string>? Han(MarkedText marked, int at, int end)
    {
        while (at < end && marked.Text[at] is ' ' or '：' or ':') at++;
        if (PersonNames.Bare(marked, at, end) is not { } name || name.Start != at || NameShapes.Score(name.Value) < 0.7) return null;
        if (name.End < end && !HanEnds.Contains(marked.Text[name.End])) return null;
        return name with { Confidence = Sure };
    }

    private static Mention<string>? Arabic(MarkedText marked, PhraseHit<Word> head, int end)
    {
        var text = marked.Text;
        var at = head.End;
        if (BehindArticle(marked, head, end) is { } plain) return plain;
        for (var words = 0; words < 5; words++)
        {
            while (at < end && char.IsWhiteSpace(text[at])) at++;
            var stop = at;
            while (stop < end && char.IsLetter(text[stop])) stop++;
            if (stop == at) return null;
            if (NameShapes.IsArabicName(text.AsSpan(at, stop - at)))
                return PersonNames.Bare(marked, at, end) is { } name && name.Start == at && NameShapes.Score(name.Value) >= 0.5
                        && name.Value.Contains(' ', StringComparison.Ordinal)
                    ? name with { Confidence = Sure } : null;
            at = stop;
        }
        return null;
    }

    /// <summary>المديرة التنفيذية فلانة الفلانية: behind the words with the article that end the post, two to four words without it are the name.</summary>
    private static Mention<string>? BehindArticle(MarkedText marked, PhraseHit<Word> head, int end)
    {
        var text = marked.Text;
        var at = head.End;
        var defined = text.AsSpan(head.Start, 2) is "ال" || head.Start > 1 && text.AsSpan(head.Start - 2, 2) is "ال" ? 1 : 0;
        var start = -1;
        var words = 0;
        var last = at;
        while (at < end)
        {
            while (at < end && char.IsWhiteSpace(text[at])) at++;
            var stop = at;
            while (stop < end && char.IsLetter(text[stop])) stop++;
            if (stop == at) break;
            var word = text.AsSpan(at, stop - at);
            if (start < 0 && word.Length > 3 && (word.StartsWith("ال", StringComparison.Ordinal) || word.StartsWith("لل", StringComparison.Ordinal))) defined++;
            else
            {
                if (start < 0) start = at;
                if (NameShapes.IsStop(word) || word.Length < 2 || marked.At(Word.Organization, at) is { } house && house.End == stop || marked.At(Word.Post, at) is { } post && post.End == stop) return null;
                words++;
            }
            last = at = stop;
        }
        if (defined == 0 || words is < 2 or > 4 || text[start] is 'و' or 'ل' or 'ب' && text.AsSpan(start + 1, 2) is "ال") return null;
        return new Mention<string>(MailLayout.Unwrap(text[start..last]), start, last - start, Sure);
    }
}
