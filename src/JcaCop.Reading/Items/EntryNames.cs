using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"1. Enfance et Réseaux, contact : …", "2. e-Parents, …": in a list the name of a house begins its entry, however little its first word looks like one.</summary>
internal static class EntryNames
{
    /// <summary>Words before what was taken for the name.</summary>
    private const int MostBefore = 4;

    /// <returns>The name from the beginning of its entry; as it is where it stands in no list, or where something else than words of a name stands before it.</returns>
    public static Found Whole(ItemContext context, Found name)
    {
        if (context.Layout.BlockAt(name.Start) is not Listing listing) return name;
        foreach (var entry in listing.Entries)
        {
            if (!entry.Text.Contains(name.Start) || name.Start == entry.Text.Start) continue;
            var before = context.Text.AsSpan(entry.Text.Start, name.Start - entry.Text.Start);
            if (LeadingArticle.Length(context.Text, entry.Text.Start) > 0) return name;
            if (before.Length > name.Length + LongestBefore || !AreWords(before) || HasOther(context, entry.Text.Start, name.Start)) return name;
            var whole = context.Text[entry.Text.Start..(name.Start + name.Length)];
            return name with { Value = MailLayout.Unwrap(whole), Start = entry.Text.Start, Length = whole.Length };
        }
        return name;
    }

    private const int LongestBefore = 25;

    /// <summary>Letters, hyphens and blanks: no sign that would part a label or another value from the name.</summary>
    private static bool AreWords(ReadOnlySpan<char> before)
    {
        var words = 0;
        foreach (var c in before)
        {
            if (c == ' ') words++;
            else if (!char.IsLetter(c) && c is not ('-' or '\'' or '’' or '&')) return false;
        }
        return words <= MostBefore;
    }

    /// <summary>A verb of putting forward, a title or a noun of a house leads to the name, and is none of it.</summary>
    private static bool HasOther(ItemContext context, int start, int end) =>
        Array.Exists(Others, kind => context.Marked.Any(kind, start, end)) || Folding.IsHan(context.Text[start]) || Folding.IsArabic(context.Text[start]);

    private static readonly Word[] Others = [Word.Nominate, Word.Designate, Word.Withdraw, Word.Replace, Word.Honorific, Word.Organization, Word.Post];
}
