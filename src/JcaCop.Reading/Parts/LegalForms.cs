using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>What a legal form tells of the name beside it: "PLC" behind one, "asbl" before one, "S.L." behind its comma.</summary>
internal static class LegalForms
{
    /// <summary>"Kestrel Broadband PLC": capital words directly before a legal form that ends the word.</summary>
    public static Mention<string>? Before(MarkedText marked, int floor, PhraseHit<Word> form, int end)
    {
        var text = marked.Text;
        if (text[form.Start] >= '\u0400' || form.Start - 2 < floor || text[form.Start - 1] != ' ' || form.End < end && char.IsLetterOrDigit(text[form.End])) return null;
        var head = form.Start;
        if (text[head - 2] == ')' && text.LastIndexOf('(', head - 2, Math.Min(LongestKind, head - 1)) is > 1 and var open && open > floor && text[open - 1] == ' ') head = open; // "Child Shield (Guarantee) Limited"
        var start = NameBefore.Start(marked, Math.Max(floor, form.Start - OrganizationNames.LongestName), head);
        if (start >= head || !char.IsUpper(text[start])) return null;
        var whole = OrganizationNames.Whole(text, start, form.End < end && text[form.End] == '.' && NameBehind.PointBelongs(text, form.Start, form.End) ? form.End + 1 : form.End);
        return whole.Length > form.Length + 2 ? whole with { Confidence = 0.8 } : null;
    }

    private const int LongestKind = 16;

    /// <summary>"l'asbl Filet Ouvert": a legal form that may also stand before the name.</summary>
    private static readonly WordSet Leading = LexiconFile.Set("grammar", "leadingForm");

    /// <summary>The capital words directly behind such a form, with the form; null where it ends a name before it.</summary>
    public static Mention<string>? Behind(MarkedText marked, PhraseHit<Word> form, int end)
    {
        var text = marked.Text;
        if (!Leading.Contains(text.AsSpan(form.Start, form.Length))) return null;
        if (form.End + 2 >= end || text[form.End] != ' ' || !char.IsUpper(text[form.End + 1]) || IsBehindCapital(text, form.Start) || form.Start > 0 && char.IsLetterOrDigit(text[form.Start - 1])) return null;
        NameBehind.End(marked, form.End, Math.Min(end, form.Start + OrganizationNames.LongestName), out var solid);
        return solid > form.End + 2 ? OrganizationNames.Whole(text, form.Start, solid) with { Confidence = 0.8 } : null;
    }

    /// <summary>"Kanner am Netz asbl": a legal form in small letters ends a name whose last word is capital.</summary>
    public static bool IsBehindCapital(string text, int form)
    {
        if (form < 3 || text[form - 1] != ' ') return false;
        var word = form - 1;
        while (word > 0 && char.IsLetter(text[word - 1])) word--;
        return word < form - 1 && char.IsUpper(text[word]);
    }

    /// <summary>"…, S.L.": a legal form behind the comma belongs to the name. The end of the name with it.</summary>
    public static int Within(MarkedText marked, int at, int end)
    {
        var text = marked.Text;
        if (at + 2 >= end || text[at] != ',' || text[at + 1] != ' ' || !char.IsUpper(text[at + 2]) || marked.At(Word.LegalForm, at + 2) is not { } form || form.End > end) return at;
        if (form.End < end && char.IsLetterOrDigit(text[form.End])) return at;
        return form.End < end && text[form.End] == '.' && text[form.End - 2] == '.' ? form.End + 1 : form.End;
    }
}
