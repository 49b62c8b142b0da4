using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>What the head word of a phrase makes of it.</summary>
public enum PostHead { None, Post, Organization }

/// <summary>Tells posts ("Director, Child Safety Unit") from organizations, and cuts them out of the words around them.</summary>
public static class Posts
{
    private static readonly WordSet Stops =
        new(LexiconFile.Phrases("nameStops").Select(entry => entry.Phrase));

    private static readonly WordSet Leading = LexiconFile.Set("grammar", "beforeHeadOfPost");

    /// <summary>In English and Chinese the last noun before a preposition heads the phrase, in the other languages the first.</summary>
    public static PostHead Head(MarkedText marked, int start, int end)
    {
        if (!marked.Any(Word.Post, start, end) && !marked.Any(Word.Organization, start, end) && !marked.Any(Word.LegalForm, start, end)) return PostHead.None;
        var text = marked.Text;
        var script = text[start];
        var lastWins = script < '\u0400' || Folding.IsHan(script);
        var limit = script < '\u0400' ? Preposition(text, start, end) : end;
        var post = Pick(marked, Word.Post, start, limit, lastWins);
        var organization = Pick(marked, Word.Organization, start, limit, lastWins);
        var form = Pick(marked, Word.LegalForm, start, end, true);
        if (post < 0 && organization < 0 && form < 0 && limit < end)
        {
            post = Pick(marked, Word.Post, start, end, false);
            organization = Pick(marked, Word.Organization, start, end, false);
            lastWins = false;
        }
        if (form >= 0 && post < 0) return PostHead.Organization;
        if (post < 0) return organization < 0 ? PostHead.None : PostHead.Organization;
        if (organization < 0) return PostHead.Post;
        if (lastWins && organization > post && script < '\u0400' && !EndsInEnglish(text, start, organization)) return PostHead.Post;
        // "Universidad Técnica"
        if (lastWins && organization < post && script < '\u0400' && !EndsInEnglish(text, start, organization) && OfRomance(text, limit, end) && !marked.Any(Word.Post, start, organization)) return PostHead.Organization;
        return lastWins == post > organization ? PostHead.Post : post == organization ? PostHead.Post : PostHead.Organization;
    }

    private static readonly WordSet EnglishOrganizations =
        new(LexiconFile.Phrases("words").Where(entry => entry is { Code: "organization", Language: "en" })
            .Select(entry => entry.Phrase));

    public static bool IsEnglishOrganization(ReadOnlySpan<char> noun) => EnglishOrganizations.Contains(noun);

    /// <summary>In the Romance languages the first noun heads the phrase even where no preposition follows: "ingénieure réseau".</summary>
    private static bool EndsInEnglish(string text, int start, int end)
    {
        var word = end;
        while (word > start && char.IsLetter(text[word - 1])) word--;
        return EnglishOrganizations.Contains(text.AsSpan(word, end - word));
    }

    /// <summary>" de", " del", " d'": the words are Spanish, French or Portuguese.</summary>
    private static bool OfRomance(string text, int at, int end) => at + 3 < end && text[at + 1] is 'd' && text[at + 2] is 'e' or 'u' or '\'' or '’';

    private static int Pick(MarkedText marked, Word word, int start, int end, bool last)
    {
        var at = -1;
        foreach (var hit in marked.Within(word, start, end))
        {
            if (word == Word.Post && IsOffice(marked.Text, hit)) continue;
            if (hit.Length < 2 && !(Folding.IsHan(marked.Text[hit.Start]) && hit.End == end && end - start >= 5)) continue;
            at = last ? Math.Max(at, hit.End) : hit.Start;
            if (!last) break;
        }
        return at;
    }

    /// <summary>"Subsecretaría" is an office, "subsecretaria" a post: in Spanish the accent tells.</summary>
    private static bool IsOffice(string text, PhraseHit<Word> post) => post.Length > 6 && text.AsSpan(post.End - 3, 3) is "ría" or "RÍA";

    private static int Preposition(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is ',' or '(') return i;
            if (text[i] != ' ') continue;
            var rest = text.AsSpan(i + 1, end - i - 1);
            if (rest.IsEmpty || !PrepositionLetters.Contains(rest[0])) continue;
            foreach (var word in Prepositions)
                if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return i;
        }
        return end;
    }

    /// <summary>Those that a preposition begins with.</summary>
    private static readonly System.Buffers.SearchValues<char> PrepositionLetters = System.Buffers.SearchValues.Create("ofatidpecàOFATIDPECÀ");

    private static readonly string[] Prepositions = [.. LexiconFile.Words("grammar", "beforePost")];

    /// <summary>The post in a piece of text, without articles before and clauses behind it; null where there is none.</summary>
    public static Mention<string>? Phrase(MarkedText marked, int start, int end)
    {
        var text = marked.Text;
        var first = -1;
        foreach (var hit in marked.Within(Word.Post, start, end))
        {
            if (Folding.IsHan(text[hit.Start]) && hit.End < end && (text[hit.End] is '是' or '为' or '為' or '由')) continue; // 负责人是…
            if (Folding.IsHan(text[hit.Start]) && IsExpert(marked, hit)) continue;
            if (IsOffice(text, hit)) continue;
            if (IsRole(marked, hit) || hit.Start >= 3 && text.AsSpan(hit.Start - 3, 3).Equals("in ", StringComparison.Ordinal)) continue; // "in charge"
            first = hit.Start;
            break;
        }
        if (first < 0) return null;
        var from = Begin(marked, start, first);
        var to = End(marked, first, end);
        while (to > from
            && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is ',' or '-' or '–' or ':' or ';' or '，' or '،' or '('
                || text[to - 1] == '.' && to - from > 4 && char.IsLower(text[to - 2]) && char.IsLower(text[to - 3]) && char.IsLower(text[to - 4]))) to--;
        if (to - from < 2) return null;
        return new Mention<string>(MailLayout.Unwrap(text[from..to]), from, to - from, 0.85);
    }

    /// <summary>作为专家: the word is part of a role.</summary>
    private static bool IsExpert(MarkedText marked, PhraseHit<Word> post)
    {
        foreach (var role in marked.Within(Word.ExpertRole, Math.Max(0, post.Start - 3), post.End + 3))
            if (role.Start <= post.Start && role.End >= post.End && role.Length > post.Length) return true;
        return false;
    }

    /// <summary>A representative, alternate or focal point is a role, no post.</summary>
    private static bool IsRole(MarkedText marked, PhraseHit<Word> post) =>
        marked.At(Word.RepresentativeRole, post.Start) is { } representative && representative.Length >= post.Length
        || marked.At(Word.AlternateRole, post.Start) is { } alternate && alternate.Length >= post.Length
        || marked.At(Word.FocalRole, post.Start) is { } focal && focal.Length >= post.Length;

    private static int Begin(MarkedText marked, int start, int post)
    {
        var text = marked.Text;
        if (Folding.IsArabic(text[post]))
            return post >= start + 2 && text[post - 1] == 'ل' && text[post - 2] == 'ا'
                && (post == 2 || !char.IsLetter(text[post - 3]) || text[post - 3] is 'و' or 'ف' or 'ك')
            ? post - 2 : post;
        var from = start;
        if (Folding.IsHan(text[post]))
        {
            foreach (var word in HanLeading) { var cut = text.AsSpan(start, post - start).LastIndexOf(word, StringComparison.Ordinal); if (cut >= 0) from = Math.Max(from, start + cut + word.Length); }
            foreach (var c in " ，。、：:（(的是由请請") { var cut = text.LastIndexOf(c, post, post - start + 1); if (cut >= from) from = cut + 1; }
            foreach (var kind in HanBefore)
                foreach (var verb in marked.Within(kind, from, post))
                    if (!IsRole(marked, verb) && (kind != Word.As || verb.Length > 1 || text[verb.Start] is '为' or '為')) from = Math.Max(from, verb.End);
            if (post - from is 1 or 2 && from == start && text[from] is '任' or '现' or '現' && (post - from == 1 || text[from + 1] == '任')) from = post;
            return from;
        }
        var at = start;
        while (at < post)
        {
            while (at < post && !char.IsLetterOrDigit(text[at])) at++;
            var stop = at;
            while (stop < post && (char.IsLetterOrDigit(text[stop]) || text[stop] is '\'' or '’' or '-' or '&')) stop++;
            if (stop == at) break;
            var word = text.AsSpan(at, stop - at);
            if (Leading.Contains(word) || Stops.Contains(word) || stop + 1 < post && text[stop] == '.' && text[stop + 1] == ' ' && char.IsDigit(text[stop - 1])) from = stop;
            at = stop;
        }
        if (text[post] is >= '\u0400' and <= '\u04ff') foreach (var kind in Before)
            foreach (var role in marked.Within(kind, from, post)) from = Math.Max(from, role.End);
        while (from < post && !char.IsLetterOrDigit(text[from])) from++;
        return from;
    }

    /// <summary>"в качестве представителя начальника отдела": a role before the post is no part of it.</summary>
    private static readonly Word[] Before = [Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole];

    /// <summary>Verbs and particles of Chinese that end before a post begins: 任命总工程师, 为实验室副主任.</summary>
    private static readonly Word[] HanBefore = [Word.Apart, Word.Designate, Word.Replace, Word.Nominate, Word.As];

    /// <summary>Verbs and particles of Chinese that no post goes on with.</summary>
    private static readonly Word[] HanBehind = [Word.Apart, Word.Replace];

    /// <summary>Words of Chinese that end before a post begins.</summary>
    private static readonly string[] HanLeading = [.. LexiconFile.Words("grammar", "beforeHanPost")];

    private static int End(MarkedText marked, int post, int end)
    {
        var text = marked.Text;
        if (Folding.IsHan(text[post]))
        {
            foreach (var kind in HanBehind)
                foreach (var verb in marked.Within(kind, post + 2, end)) { end = Math.Min(end, verb.Start); break; }
            return end;
        }
        var at = marked.At(Word.Post, post) is { } whole && whole.End <= end ? whole.End : post; // "Chief Operating Officer": a word that ends names elsewhere is part of it
        while (at < end)
        {
            while (at < end && !char.IsLetterOrDigit(text[at])) at++;
            var stop = at;
            while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] is '\'' or '’' or '-' or '&' or '/' or '.' || text[stop] is >= '\u064b' and <= '\u0652')) stop++;
            if (stop == at) break;
            var word = text.AsSpan(at, stop - at);
            if (at > post && (marked.At(Word.Conjunction, at) is { } and && and.End == stop && GoesOn(text, stop, end) || word is "I" && LowerFollows(text, stop, end))) return at;
            if (at > post && Stops.Contains(word) && !Inner.Contains(word) && !(word is "عن" && IsResponsible(text, at)) && !(word.Length > 4 && BehindArticle(text, post, at))) return at;
            at = stop;
        }
        return end;
    }

    /// <summary>"Analyst and his line", "editor of the text and can be …": behind the conjunction nothing of a post follows, or nothing at all.</summary>
    private static bool GoesOn(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        var stop = at;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        return at >= end || stop > at && (Stops.Contains(text.AsSpan(at, stop - at)) || Possessives.Contains(text.AsSpan(at, stop - at))) && !Inner.Contains(text.AsSpan(at, stop - at));
    }

    private static readonly WordSet Possessives = LexiconFile.Set("grammar", "possessive");

    private static bool LowerFollows(string text, int at, int end) => at + 1 < end && text[at] == ' ' && char.IsLower(text[at + 1]);

    /// <summary>"de la veille", "del abierto": behind an article even what is a verb elsewhere is a noun.</summary>
    private static bool BehindArticle(string text, int floor, int at)
    {
        var start = at - 1;
        while (start > floor && char.IsLetter(text[start - 1])) start--;
        return start > floor && text[at - 1] == ' ' && ToNoun.Contains(text.AsSpan(start, at - 1 - start));
    }

    private static readonly WordSet ToNoun = LexiconFile.Set("grammar", "articleInPost");

    /// <summary>المسؤول عن: the word before asks for its preposition.</summary>
    private static bool IsResponsible(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ') end--;
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return text.AsSpan(start, end - start).IndexOfAny("ؤئ") >= 0 && text.AsSpan(start, end - start).Contains("مس", StringComparison.Ordinal);
    }

    /// <summary>Prepositions that also stand inside the name of a post.</summary>
    private static readonly WordSet Inner = LexiconFile.Set("grammar", "insidePost");
}
