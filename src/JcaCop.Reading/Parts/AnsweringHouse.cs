using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>"Réponses de l'Office X au questionnaire": the words around the name of whoever answers are no part of it, and what a verb puts forward does not answer.</summary>
internal static class AnsweringHouse
{
    private static readonly string[] Heads = [.. LexiconFile.Words("grammar", "answersOf").OrderByDescending(static words => words.Length)];
    private static readonly string[] Tails = [.. LexiconFile.Words("grammar", "answersTo")];
    private static readonly HashSet<string> NoObject = [.. LexiconFile.Words("grammar", "noObject")];
    private static readonly string[] Articles = ["l'", "l’", "la ", "le ", "el ", "the ", "les ", "los ", "las "];

    /// <summary>So long the name must stay.</summary>
    private const int Shortest = 5;

    public static string Of(string name)
    {
        var at = 0;
        foreach (var head in Heads)
            if (name.Length > head.Length + Shortest && name[head.Length] == ' ' && name.StartsWith(head, StringComparison.OrdinalIgnoreCase)) { at = head.Length + 1; break; }
        if (at > 0) foreach (var article in Articles) if (name.AsSpan(at).StartsWith(article, StringComparison.OrdinalIgnoreCase)) { at += article.Length; break; }
        var end = name.Length;
        foreach (var tail in Tails) if (name.IndexOf(tail, at, StringComparison.OrdinalIgnoreCase) is var cut && cut > at + Shortest) end = Math.Min(end, cut);
        return name[at..end].Trim();
    }

    /// <summary>"propone a la Asociación X", "we nominate the X Trust": nothing but articles between a verb that puts forward and the name.</summary>
    public static bool IsObject(MarkedText marked, int verb, int name)
    {
        if (name - verb is < 1 or > 12 || marked.Text[name] > '\u024f') return false;
        foreach (var word in marked.Text[verb..name].Split([' ', '\n', '\'', '’'], StringSplitOptions.RemoveEmptyEntries))
            if (word.Length > 4 || !char.IsLetter(word[0]) || NoObject.Contains(word)) return false;
        return true;
    }

    /// <summary>"предлагаем включить в состав участников АНО …": behind a verb in the first person or an infinitive stands its object.</summary>
    public static bool IsRussianObject(MarkedText marked, int verb, int name) =>
        marked.Text[name] is >= '\u0400' and <= '\u04ff' && Array.Exists(Acting, ending => marked.Text.AsSpan(0, verb).EndsWith(ending)) && IsJoined(marked, verb, name);

    /// <summary>نرشح الجمعية …, نود ترشيح الجمعية …: behind a verb in the first person, or its noun behind one, stands its object; behind any other verb stands who acts.</summary>
    public static bool IsArabicObject(MarkedText marked, PhraseHit<Word> verb, int name)
    {
        if (!Folding.IsArabic(marked.Text[name]) || name - verb.End is not (1 or 2)) return false;
        var words = marked.Text.AsSpan(verb.Start, verb.Length);
        if (words[0] is 'ن' or 'أ') return true;
        var before = marked.Text.AsSpan(0, verb.Start).TrimEnd();
        before = before[(before.LastIndexOfAny(" \n،.") + 1)..];
        return before.Length > 2 && (before[0] is 'ن' or 'أ' || before.EndsWith("نا", StringComparison.Ordinal));
    }

    private static readonly string[] Acting = ["ем", "им", "ть", "ти", "ю", "у"];

    /// <summary>Nothing but a few words in small letters, without a sign, stands between.</summary>
    public static bool IsJoined(MarkedText marked, int verb, int name)
    {
        if (name - verb is < 1 or > Longest) return false;
        foreach (var c in marked.Text.AsSpan(verb, name - verb)) if (char.IsUpper(c) || !char.IsLetter(c) && c is not (' ' or '\n' or '\'' or '’' or '-')) return false;
        return true;
    }

    private const int Longest = 40;
}
