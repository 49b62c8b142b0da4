using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"Our director, Ms Grace Toll, will dial in": a post that begins its sentence, or that a possessive leads in, is that of the person in apposition behind it, and not that of the one before.</summary>
internal static class PostsAhead
{
    /// <summary>Grammar tells, not the tags.</summary>
    private const double Unsaid = 0.5;

    /// <summary>Of the rest of the post, and of the words before it.</summary>
    private const int LongestRest = 60, MostBefore = 2;

    public static Told Settle(ItemContext context, Told told)
    {
        for (var i = 0; i + 1 < told.Count; i++)
        {
            var (post, name) = (told[i].Piece, told[i + 1].Piece);
            if (post.Kind != PieceKind.Function || name.Kind != PieceKind.Person || post.Place != name.Place || post.Place.Origin is not DraftOrigin.Prose
                    || Apposed(context, post, name) is not { } end || !Leads(context, post)) continue;
            var whole = end > post.End ? post with { Value = Layout.MailLayout.Unwrap(context.Text[post.Start..end]), Length = end - post.Start } : post;
            Tag? ahead = told[i + 1].Tag switch { Tag.Attending or Tag.Seated => Tag.SeatDetailAhead, Tag.Contact or Tag.ContactAhead => Tag.NominationDetailAhead, _ => null };
            if (ahead is { } own) told[i] = (whole, own, Math.Max(told[i].Sure, Unsaid));
            else if (told[i].Tag is Tag.SeatDetail or Tag.NominationDetail or Tag.CorrectedDetail) told[i] = (whole, Tag.None, told[i].Sure);
        }
        return told;
    }

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(".;:()\n@");

    /// <summary>End of the post, where nothing but a comma and a title stands between it and the name; the rest of its words in small letters belongs to it ("the head of our legal unit, Ms …").</summary>
    private static int? Apposed(ItemContext context, Piece post, Piece name)
    {
        var text = context.Text;
        if (name.Start <= post.End || name.Start - post.End > LongestRest) return null;
        var comma = text.AsSpan(post.End, name.Start - post.End).IndexOf(',');
        if (comma < 0) return null;
        var behind = WithoutArticle(text.AsSpan(post.End + comma + 1, name.Start - post.End - comma - 1).Trim());
        if (behind.Length > 0 && !(context.Marked.At(Word.Honorific, name.Start - behind.Length - 1) is { } title && title.End >= name.Start - 2)) return null;
        var rest = text.AsSpan(post.End, comma);
        return rest.ContainsAny(Signs) ? null : post.End + comma;
    }

    /// <summary>"el Sr.", "la Sra.": Spanish puts an article before the title.</summary>
    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> words) => words.StartsWith("el ") || words.StartsWith("la ") ? words[3..].TrimStart() : words is "el" or "la" ? [] : words;

    /// <summary>Nothing but an article or a possessive stands before it in its sentence; or a possessive that no comma leads in.</summary>
    private static bool Leads(ItemContext context, Piece post)
    {
        var before = context.Text.AsSpan(post.Place.Span.Start, post.Start - post.Place.Span.Start).TrimEnd();
        if (before.IsEmpty) return char.IsUpper(context.Text[post.Start]);
        if (!before.ContainsAny(",;:.") && before.Count(' ') < MostBefore && !before.ContainsAny('\'', '’')) return true;
        var word = before.LastIndexOfAny(' ', '\n') + 1;
        var own = before[word..];
        if (!Own.Contains(own)) return false;
        before = before[..word].TrimEnd();
        return !(before.Length > 0 && before[^1] is ',' or '(');
    }

    private static readonly WordSet Own = LexiconFile.Set("grammar", "ownPossessive");
}
