using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>The house of somebody who stands in a list: the one of the own entry, and never that of another's.</summary>
internal static class EntryHouses
{
    private const int Shortest = 2, Longest = 8;

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create("(（;；\n"), Commas = System.Buffers.SearchValues.Create(",，،、");

    /// <summary>Capitals that stand for no house: what somebody is in charge of, a degree, the Union.</summary>
    private static readonly HashSet<string> NoHouses = new(LexiconFile.Words("grammar", "noHouse"), StringComparer.Ordinal);

    /// <summary>"Amadou Diop, Directeur de la réglementation, ARTP": initials behind a comma in the own entry. A post that ends in them is cut before them.</summary>
    /// <returns>Null where the entry holds none, or several.</returns>
    public static Found? Of(ItemContext context, AttendeeDraft draft)
    {
        if (!IsListed(draft.Head) || draft.Person.Name is not { } name) return null;
        Found? only = null;
        var text = context.Text;
        var (at, end) = (name.Start + name.Length, Math.Min(draft.Head.Place.Span.End, text.Length));
        if (at >= end) return null;
        if (text.AsSpan(at, end - at).IndexOfAny(Stops) is >= 0 and var stop) end = at + stop;
        while (at < end)
        {
            var comma = text.AsSpan(at, end - at).IndexOfAny(Commas) is >= 0 and var next ? at + next : end;
            var part = TextSpan.FromBounds(at, comma).Trim(text);
            if (at > name.Start + name.Length && IsInitials(part.Of(text).TrimEnd('.')))
            {
                if (only is not null) return null;
                var length = part.Of(text).TrimEnd('.').Length;
                only = new Found(text.Substring(part.Start, length), part.Start, length, Sure);
            }
            at = comma + 1;
        }
        only ??= Named(context, name.Start + name.Length, end);
        if (only is { } house && draft.Person.Function is { } post && post.Start < house.Start && post.Start + post.Length > house.Start)
        {
            var comma = text.LastIndexOf(',', house.Start, house.Start - post.Start);
            if (comma <= post.Start) return null;
            draft.Person.Function = post.Until(context, comma);
        }
        return only;
    }

    private const double Sure = 0.8;

    /// <summary>", Ministère de la Communication": the one name of a house that begins behind a comma.</summary>
    private static Found? Named(ItemContext context, int start, int end)
    {
        if (OrganizationNames.Find(context.Marked, start, end) is not [{ Confidence: >= Sure } house] || Units.IsUnit(house.Value)) return null;
        var before = house.Start - 1;
        while (before > start && context.Text[before] == ' ') before--;
        return before >= start && context.Text[before] is ',' or '，' or '،' ? Found.Of(house) : null;
    }

    /// <summary>Whether all that names whom the mail speaks for stands in the entries of others who come: then it is theirs.</summary>
    public static bool IsOthers(ItemContext context, AttendeeDraft draft) =>
        IsListed(draft.Head) && Places(context) is { Count: > 0 } places && !places.Exists(place => place == draft.Head.Place);

    /// <summary>Whether whom the mail seems to speak for is only the house of one of several who come.</summary>
    public static bool IsAttendees(ItemContext context) => Places(context).Count > 0;

    /// <summary>The entries of those who come in which the respondent's house stands; empty where it stands elsewhere too, or nowhere.</summary>
    private static List<Place> Places(ItemContext context)
    {
        var found = new List<Place>();
        if (context.Meets is null || context.Respondent?.Organization is not { Length: > 0 } own) return found;
        var coming = context.Told.Where(static one => one.Tag == Tag.Attending && IsListed(one.Piece)).Select(static one => one.Piece.Place).Distinct().ToList();
        if (coming.Count < 2) return found;
        for (var at = context.Text.IndexOf(own, StringComparison.OrdinalIgnoreCase); at >= 0; at = context.Text.IndexOf(own, at + own.Length, StringComparison.OrdinalIgnoreCase))
        {
            if (coming.Find(place => place.Span.Contains(at)) is not { } place) return [];
            found.Add(place);
        }
        return context.Mail.Body.Signature?.Contains(own, StringComparison.OrdinalIgnoreCase) == true ? [] : found;
    }

    private static bool IsListed(Piece head) => head.Place.Origin is DraftOrigin.List or DraftOrigin.Lines;

    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or > Longest) return false;
        foreach (var c in word) if (!char.IsUpper(c) && c != '-') return false;
        return !NoHouses.Contains(word.ToString());
    }
}
