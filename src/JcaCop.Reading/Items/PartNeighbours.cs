using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Persons in one piece, and what stands beside them there: posts, roles, the organization.</summary>
internal sealed class PartNeighbours(List<Part> parts, MarkedText marked)
{
    private readonly string text = marked.Text;

    public void Persons(List<Mention<string>> persons, int start, int end)
    {
        var from = start;
        foreach (var person in persons)
        {
            var before = person.Start;
            foreach (var title in marked.Within(Word.Honorific, from, person.Start)) { before = title.Start; break; }
            Residue(from, before);
            if (IsNot(start, before)) { from = person.End; continue; }
            parts.Add(new Part(PartKind.Person, person.Value, person.Start, person.Length, person.Confidence));
            from = person.End;
            foreach (var after in marked.Within(Word.HonorificAfter, from, end)) if (after.Start - from <= 1) from = after.End;
        }
        Residue(from, end);
    }

    /// <summary>"not Mr X but …": an article at most stands between.</summary>
    private bool IsNot(int start, int name)
    {
        foreach (var not in marked.Within(Word.Not, Math.Max(start, name - 10), name))
            if (text.AsSpan(not.End, name - not.End).Trim().Length <= 3 && text.AsSpan(not.End, name - not.End).IndexOfAny(",;.") < 0) return true;
        return false;
    }

    /// <summary>What stands beside a name in the same piece: a post, a role, the organization before it.</summary>
    public void Residue(int start, int end)
    {
        var span = TextSpan.FromBounds(start, end).Trim(text);
        if (span.Length < 2) return;
        var found = parts.Count;
        foreach (var organization in OrganizationNames.Find(marked, span.Start, span.End))
            if (Posts.Head(marked, organization.Start, organization.End) != PostHead.Post && !InPost(organization.Start))
                parts.Add(new Part(PartKind.Organization, organization.Value, organization.Start, organization.Length, organization.Confidence));
        var from = parts.Count > found ? parts[^1].End : span.Start;
        PartRoles.Add(parts, marked, span.Start, span.End);
        var behindName = found > 0 && parts[found - 1] is { Kind: PartKind.Person } named && span.Start - named.End is >= 1 and <= 3 && text[span.Start] < '\u0400';
        if (behindName && parts.Count > found && parts[found].Kind == PartKind.Organization && !marked.Any(Word.Post, from, span.End)
            && Posts.Phrase(marked, span.Start, parts[found].Start) is { } held && held.Start == span.Start)
        {
            parts.Insert(found, new Part(PartKind.Function, held.Value, held.Start, held.Length, held.Confidence));
            return;
        }
        if (Posts.Phrase(marked, from, span.End) is { } post && !(Folding.IsArabic(text[post.Start]) && parts.Exists(role => role.Kind == PartKind.Role && role.Start <= post.Start && role.End >= post.End))
            && !(Folding.IsHan(text[post.Start]) && FieldLabels.Whole(post.Value) is FieldLabel.Contact or FieldLabel.Person))
                parts.Add(new Part(PartKind.Function, post.Value, post.Start, post.Length, post.Confidence));
    }

    /// <summary>"Dean of the Faculty …" in Arabic and Chinese, where nothing stands between the post and its house.</summary>
    private bool InPost(int start)
    {
        foreach (var post in marked.Within(Word.Post, Math.Max(0, start - 30), start))
            if (Folding.IsArabic(text[start]) && start - post.End == 1) return true;
        return false;
    }
}
