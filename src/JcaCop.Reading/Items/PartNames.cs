using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Names that no title and no family name gives away, but what stands beside them in an entry.</summary>
internal sealed class PartNames(ItemContext context)
{
    private static readonly Word[] Givers = [Word.Designate, Word.Nominate, Word.By, Word.As];

    private readonly MarkedText marked = context.Marked;
    private readonly string text = context.Text;

    /// <summary>"contact Ben Tau": a label of the contact kind needs no colon before a name.</summary>
    public Mention<string>? Labelled(int start, int end)
    {
        if (end - start > 80 || !char.IsLetter(text[start]) || Folding.IsHan(text[start]) || marked.At(Word.Post, start) is not null) return null;
        for (int words = 1, at = start; words <= 6; words++)
        {
            while (at < end && text[at] != ' ') at++;
            if (at >= end - 4) return null;
            if (FieldLabels.Whole(text.AsSpan(start, at - start)) is FieldLabel.Contact or FieldLabel.Person && NameShapes.Score(text.AsSpan(at + 1, end - at - 1)) >= 0.5)
                return Posts.Head(marked, start, end) == PostHead.Post ? null : new Mention<string>(MailLayout.Unwrap(text[(at + 1)..end]), at + 1, end - at - 1, 0.85);
            at++;
        }
        return null;
    }

    /// <summary>"桑吉卓玛（法务专员，…）": two to five characters before a bracket with a post or an address are a name even where no family name is known.</summary>
    public Mention<string>? BeforeBracket(int start, int end)
    {
        if (end >= text.Length || text[end] is not ('（' or '(') || !Folding.IsHan(text[end - 1])) return null;
        foreach (var kind in Givers)
            foreach (var mark in marked.Within(kind, start, end)) if (mark.End < end - 1) start = Math.Max(start, mark.End);
        if (end - start is < 2 or > 5) return null;
        for (var i = start; i < end; i++) if (!Folding.IsHan(text[i]) && text[i] != '·') return null;
        var close = text.AsSpan(end, Math.Min(120, text.Length - end)).IndexOfAny("）)");
        if (close < 4 || marked.Any(Word.Organization, start, end) || marked.Any(Word.Post, start, end) || marked.Any(Word.RepresentativeRole, start, end)) return null;
        var detailed = context.Emails.AnyFrom(end + 1, end + close) || context.Phones.AnyFrom(end + 1, end + close) || marked.Any(Word.Post, end, end + close);
        return detailed ? new Mention<string>(text[start..end], start, end - start, 0.7) : null;
    }
}
