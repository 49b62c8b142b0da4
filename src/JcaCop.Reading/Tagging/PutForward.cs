using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

/// <summary>"We nominate the Blue River Foundation and Clear Sky Association": what stands directly behind the verb is put forward, and so is what "and" joins to it.</summary>
internal sealed class PutForward
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.5;

    /// <summary>Articles and prepositions between the verb and the name; words of this length or shorter.</summary>
    private const int LongestGap = 48, LongestSmallWord = 4, MostAnnouncing = 6;

    /// <summary>A noun of organizations heads the name, and it has more words than that.</summary>
    private const double SureName = 0.8;

    /// <summary>In Arabic and Chinese many words that put forward also speak of taking part; these do not.</summary>
    private static readonly string[] Core = [.. LexiconFile.Words("grammar", "putForward")];

    private static readonly HashSet<string> HanJoints = [.. LexiconFile.Words("grammar", "listConjunction"), "、"];

    private const char LastCyrillic = '\u04ff';

    /// <summary>" and to the ", ", de même que ": what joins two names.</summary>
    private const int LongestJoint = 16;

    private readonly ItemContext context;
    private readonly List<(Piece Piece, Tag Tag, double Sure)> told;

    private PutForward(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        this.context = context;
        this.told = told;
    }

    public static List<(Piece Piece, Tag Tag, double Sure)> Settle(ItemContext context, List<(Piece Piece, Tag Tag, double Sure)> told)
    {
        var rule = new PutForward(context, told);
        for (var i = 1; i < told.Count; i++)
            if (rule.IsObject(i)) (told[i - 1], told[i]) = ((told[i - 1].Piece, Tag.None, told[i - 1].Sure), (told[i].Piece, Tag.Organization, Math.Max(told[i].Sure, Unsaid)));
        var none = !told.Exists(static one => one.Tag is Tag.Organization);
        for (var i = 0; none && i < told.Count; i++)
            if (rule.FollowsVerb(told[i].Piece) && rule.IsHouse(i) || rule.IsAnnounced(told, i)) told[i] = (told[i].Piece, Tag.Organization, Unsaid);
        for (var i = 1; i < told.Count; i++)
            if (told[i - 1].Tag == Tag.Organization && rule.AreJoined(i) && rule.IsHouse(i) && rule.IsClosed(told[i].Piece)) told[i] = (told[i].Piece, Tag.Organization, Unsaid);
        for (var i = told.Count - 1; i > 0; i--)
            if (told[i].Tag == Tag.Organization && rule.AreJoined(i) && rule.IsName(i - 1)) told[i - 1] = (told[i - 1].Piece, Tag.Organization, Unsaid);
        return told;
    }

    /// <summary>"تقترح الهيئة العامة جمعية …": in Arabic whoever acts stands behind the verb, and directly behind it what is put forward.</summary>
    private bool IsObject(int at)
    {
        var (actor, house) = (told[at - 1].Piece, told[at].Piece);
        if (actor is not { Kind: PieceKind.Organization, Place.Origin: DraftOrigin.Prose } || house.Kind != PieceKind.Organization || actor.Place != house.Place
            || !Folding.IsArabic(context.Text[house.Start]) || house.Start - actor.End is not (1 or 2) || told[at].Tag is not (Tag.None or Tag.Organization)) return false;
        foreach (var verb in context.Marked.Within(Word.Nominate, Math.Max(actor.Place.Span.Start, actor.Start - LongestGap), actor.Start))
            if (actor.Start - verb.End <= 1) return IsSaid(actor.Place.Span);
        return false;
    }

    /// <summary>A name of its own that has no tag, of nobody who writes or is written to.</summary>
    private bool IsHouse(int at) => IsName(at) && !(context.Respondent?.Organization is { } own && SameName.Is(own, told[at].Piece.Value));

    private bool IsName(int at) =>
        told[at] is { Tag: Tag.None, Piece: { Kind: PieceKind.Organization, Place.Label: null or FieldLabel.Organization or FieldLabel.Other } piece }
        && (piece.Value.Contains(' ', StringComparison.Ordinal) || Folding.IsHan(piece.Initial))
        && !RespondentOrganization.IsAddressee(piece.Value) && !RespondentWords.Says(piece.Value, RespondentWord.Host);

    private bool FollowsVerb(Piece piece)
    {
        if (piece.Kind != PieceKind.Organization || piece.Place.Origin is DraftOrigin.Table || piece.Confidence < SureName) return false;
        // "We nominate two organizations: …" may have been taken for a label: the line counts
        var line = piece.Start == 0 ? 0 : context.Text.LastIndexOf('\n', piece.Start - 1) + 1;
        var from = Math.Min(line, piece.Place.Span.Start);
        foreach (var verb in context.Marked.Within(Word.Nominate, Math.Max(from, piece.Start - LongestGap), piece.Start))
            if (Puts(context.Text.AsSpan(verb.Start, verb.Length)) && LeadsTo(context.Text.AsSpan(verb.End, piece.Start - verb.End))) return IsSaid(TextSpan.FromBounds(from, piece.Place.Span.End));
        return false;
    }

    /// <summary>"… the name of an NGO: it is the Heron Trust, 5 Mill Lane": the address, or who is to be reached there, follows.</summary>
    private bool IsAnnounced(List<(Piece Piece, Tag Tag, double Sure)> all, int at)
    {
        var (piece, span) = (all[at].Piece, all[at].Piece.Place.Span);
        return all[at] is { Tag: Tag.None or Tag.Organizer, Piece: { Kind: PieceKind.Organization, Place.Origin: DraftOrigin.Prose } } && at + 1 < all.Count
            && Announced.Find(context, span.Start, span.End)?.Start == piece.Start
            && !(context.Respondent?.Organization is { } own && SameName.Is(own, piece.Value))
            && all.Skip(at + 1).Take(Details).Any(one => one.Piece.Place.Block == piece.Place.Block && one.Tag is Tag.NominationDetail or Tag.NominationDetailAhead or Tag.Contact) && IsSaid(span);
    }

    private const int Details = 4;

    private static bool Puts(ReadOnlySpan<char> verb)
    {
        if (verb[0] <= LastCyrillic) return true;
        foreach (var core in Core) if (verb.Contains(core, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Nothing but small words stands between, or what announces a list: "two organizations:".</summary>
    private static bool LeadsTo(ReadOnlySpan<char> gap)
    {
        if (gap.ContainsAny(".;!?") || gap.TrimEnd() is [.., ':' or '：'] && gap.Count(' ') <= MostAnnouncing) return !gap.ContainsAny(".;!?,");
        foreach (var range in gap.Split(' '))
            if (gap[range] is { Length: > 0 } word && (word.Length > LongestSmallWord || char.IsUpper(word[0]))) return false;
        return true;
    }

    /// <summary>The sentence says that it is done, now.</summary>
    private bool IsSaid(TextSpan said) =>
        !Utterances.IsOpen(context, said) && !Suppositions.Opens(context, said)
        && (Passage.Of(context.Marked, said).Moods & (Moods.Negated | Moods.Past)) == 0
        && !context.Marked.Any(Word.Withdraw, said.Start, said.End) && !context.Marked.Any(Word.Replace, said.Start, said.End);

    /// <summary>"and" stands between the two.</summary>
    private bool AreJoined(int second)
    {
        var (one, other, text) = (told[second - 1].Piece, told[second].Piece, context.Text);
        if (one.Place != other.Place || one.Place.Origin is DraftOrigin.Table || other.Start - one.End is < 1 or > LongestJoint) return false;
        var joined = Folding.IsArabic(text[other.Start]) && text[other.Start - 1] == 'و';
        if (Folding.IsHan(text[other.Start])) joined = HanJoints.Contains(text[one.End..other.Start].Trim());
        foreach (var and in context.Marked.Within(Word.Conjunction, one.End, other.Start)) joined |= and.Start - one.End <= 2;
        return joined && !text.AsSpan(one.End, other.Start - one.End).ContainsAny(".;:(");
    }

    /// <summary>Behind the name the sentence ends, or goes on to its details: "… and the Ministry supports it" is another matter.</summary>
    private bool IsClosed(Piece piece)
    {
        var (at, text) = (piece.End, context.Text);
        while (at < piece.Place.Span.End && text[at] is ' ' or '"' or '»' or '”') at++;
        return at >= piece.Place.Span.End || text[at] is '.' or ',' or ';' or ':' or '(' or '（' or '。' or '，' or '；' or '،' or '؛' or '\n'
            || context.Marked.At(Word.As, at) is not null || context.Marked.At(Word.Conjunction, at) is not null;
    }
}
