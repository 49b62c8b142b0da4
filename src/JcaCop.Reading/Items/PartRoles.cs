using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Which role a piece of an entry gives somebody: representative, alternate, focal point, expert.</summary>
internal static class PartRoles
{
    /// <summary>A short piece that names a role and little else: "en calidad de suplente", "ممثلاً بديلاً". The more particular role counts.</summary>
    public static bool Whole(List<Part> parts, MarkedText marked, int start, int end)
    {
        var text = marked.Text;
        if (end - start > 60) return false;
        var from = start;
        if (marked.At(Word.Conjunction, from) is { } and && and.End < end && text[and.End] == ' ') from = and.End + 1;
        if (marked.At(Word.As, from) is { } particle && particle.End < end) from = particle.End;
        while (from < end && text[from] == ' ') from++;
        var letters = end - from;
        var covered = 0;
        var alone = false;
        SeatRole? found = null;
        var free = from;
        foreach (var (kind, role) in PartFinder.Roles)
            foreach (var hit in marked.Within(kind, start, end))
            {
                if (hit.End > free) { covered += hit.End - Math.Max(free, hit.Start); free = hit.End; }
                if (kind == Word.ExpertRole && hit.Length < letters) continue;
                alone |= hit.Start <= from && hit.End >= from && letters < 30 && !HasPost(marked, hit.End, end) || hit.Length * 10 >= letters * 6;
                found ??= role;
            }
        if (found is null || !alone && covered * 10 < letters * 6) return false;
        // "délégué général" is a post, as "délégué" is none
        if (marked.At(Word.Post, from) is { } post && post.End >= end && !Array.Exists(PartFinder.Roles, role => marked.At(role.Item1, from) is { } same && same.Length >= post.Length)) return false;
        while (free < end && text[free] is ' ' or '\u3000') free++;
        if (Folding.IsHan(text[from]) && free < end && char.IsUpper(text[free])) return false; // 代表Ida Holm
        if (Folding.IsHan(text[from]) && free < end && PersonNames.Bare(marked, free, end) is { } named && named.Start == free && named.End == end && NameShapes.Score(named.Value) >= 0.7) return false; // 联系人江帆
        parts.Add(new Part(PartKind.Role, text[start..end], start, end - start, 0.9) { Role = found });
        return true;
    }

    /// <summary>A post behind the role that is no role itself: "represented by its President".</summary>
    private static bool HasPost(MarkedText marked, int from, int end)
    {
        foreach (var post in marked.Within(Word.Post, from, end))
            if (!Array.Exists(PartFinder.Roles, role => marked.At(role.Item1, post.Start) is { } same && same.Length >= post.Length)) return true;
        return false;
    }

    /// <summary>"Principal Administrative Officer": one word with a capital before words with capitals that end as a post does.</summary>
    public static bool IsOfPost(MarkedText marked, PhraseHit<Word> role, int end)
    {
        var text = marked.Text;
        if (Goes(marked, role)) return true;
        if (!char.IsUpper(text[role.Start]) || text.AsSpan(role.Start, role.Length).Contains(' ')) return false;
        var at = role.End;
        for (var words = 0; words < 4 && at + 1 < end && text[at] == ' ' && char.IsUpper(text[at + 1]); words++)
        {
            if (marked.At(Word.Honorific, at + 1) is { Length: > 1 } title && (title.End >= end || text[title.End] is '.' or ' ') && marked.At(Word.Post, at + 1) is null) return false;
            if (marked.At(Word.Post, at + 1) is not null) return true;
            at++;
            while (at < end && (char.IsLetter(text[at]) || text[at] is '-' or '\'' or '’')) at++;
        }
        return false;
    }

    /// <summary>"déléguée ministérielle", "délégué à l'enfance": a post begins with the word, and no role of more words.</summary>
    private static bool Goes(MarkedText marked, PhraseHit<Word> role) =>
        role.Value is Word.RepresentativeRole && marked.At(Word.Post, role.Start) is { } post && post.Length > role.Length + 1
            && !Array.Exists(PartFinder.Roles, other => marked.At(other.Item1, role.Start) is { } same && same.Length >= post.Length);

    /// <summary>Adds the roles that are named anywhere in a piece, the first word of each.</summary>
    public static void Add(List<Part> parts, MarkedText marked, int start, int end)
    {
        var text = marked.Text;
        foreach (var (kind, role) in PartFinder.Roles)
            foreach (var hit in marked.Within(kind, start, end))
            {
                if (kind == Word.ExpertRole && text.AsSpan(hit.Start, hit.Length).IndexOf(' ') < 0 && !(Folding.IsHan(text[hit.Start]) && hit.Length > 2)) continue;
                if (IsOfPost(marked, hit, end)) continue;
                if (kind == Word.RepresentativeRole && parts.Exists(part => part.Kind == PartKind.Role && part.Start <= hit.Start && hit.End <= part.End)) continue;
                parts.Add(new Part(PartKind.Role, text.Substring(hit.Start, hit.Length), hit.Start, hit.Length, 0.85) { Role = role });
                break;
            }
    }
}
