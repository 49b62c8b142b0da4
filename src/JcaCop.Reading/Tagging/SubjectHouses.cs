using System.Buffers;
using JcaCop.Reading.Items;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>"KindClicks has appointed Ms Ida Holm as its representative": where nothing else tells whose seat it is, it is the one's whose name stands before the verb, in whatever language and without a noun.</summary>
internal sealed class SubjectHouses
{
    /// <summary>The verb tells, not the words.</summary>
    private const double Untold = 0.65;

    /// <summary>From the name to the verb: " (Germany) has "; and so long is a name.</summary>
    private const int ToVerb = 40, LongestName = 80;

    /// <summary>"has", "a bien voulu".</summary>
    private const int MostAuxiliaries = 3;

    /// <summary>A name without a title is no surer than that of being a person's.</summary>
    private const double Shapeless = 0.92;

    private readonly ItemContext context;
    private readonly Told told;

    private SubjectHouses(ItemContext context, Told told)
    {
        this.context = context;
        this.told = told;
    }

    public static Told Settle(ItemContext context, Told told)
    {
        var rule = new SubjectHouses(context, told);
        for (var i = 0; i < told.Count; i++)
        {
            var place = told[i].Piece.Place;
            if (told[i].Tag != Tag.Seated || place.Origin != DraftOrigin.Prose || told.Exists(one => one.Piece.Place == place && one.Tag is Tag.BodyAhead or Tag.Body)) continue;
            foreach (var verb in context.Marked.Within(Word.Designate, place.Span.Start, told[i].Piece.Start))
                if (rule.Name(place.Span.Start, verb.Start) is { } name && rule.Put(name, place)) { i++; break; }
        }
        return told;
    }

    /// <summary>Tags the name, where nobody with a title or post stands there.</summary>
    private bool Put(Mention<string> name, Place place)
    {
        var piece = new Piece(PieceKind.Organization, name.Value, name.Start, name.Length, Untold, null, place);
        var there = told.FindAll(one => one.Piece.Overlaps(name.Start, name.End));
        if (there.Exists(static one => one.Tag is not (Tag.None or Tag.Replaced) || one.Piece.Kind is not (PieceKind.Text or PieceKind.Organization or PieceKind.Person)
            || one.Piece is { Kind: PieceKind.Person, Confidence: > Shapeless })) return false;
        told.RemoveAll(one => one.Piece.Overlaps(name.Start, name.End));
        var at = told.FindIndex(one => one.Piece.Start > name.Start);
        told.Insert(at < 0 ? told.Count : at, (piece, Tag.BodyAhead, Untold));
        return true;
    }

    /// <summary>The capital words nearest before the verb, with nothing but auxiliaries and a bracket between.</summary>
    private Mention<string>? Name(int start, int verb)
    {
        var text = context.Text;
        for (var at = Math.Max(start, verb - LongestName - ToVerb); at < verb; at++)
        {
            if (!char.IsUpper(text[at]) || at > start && text[at - 1] is not (' ' or '\n' or '\'' or '’')) continue;
            var name = OrganizationNames.Headless(context.Marked, at, verb) ?? Single(at, verb);
            if (name is not { } whole || whole.Start != at || !Begins(start, at) || Countries.Find(whole.Value).Count > 0 || Array.Exists(NoNames, kind => context.Marked.Any(kind, whole.Start, whole.End))) continue;
            var gap = text.AsSpan(whole.End, verb - whole.End);
            if (gap.Length > ToVerb || gap.ContainsAny(Parting)) continue;
            var (open, close) = (gap.IndexOf('('), gap.IndexOf(')'));
            var between = open >= 0 && close > open ? string.Concat(gap[..open], gap[(close + 1)..]) : gap.ToString();
            if (between.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostAuxiliaries && !between.Any(char.IsUpper)) return whole;
        }
        return null;
    }

    /// <summary>Nothing but an article stands before it in its sentence, or before its article "that": "instead of Ida Holm, … is appointed" and "we appoint Ida Holm" speak of persons.</summary>
    private bool Begins(int start, int at)
    {
        var before = context.Text.AsSpan(start, at - start).TrimEnd();
        if (before.IsEmpty) return true;
        var article = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        if (!Articles.Contains(article)) return false;
        before = before[..^article.Length].TrimEnd();
        return before.IsEmpty || That.Contains(before[(before.LastIndexOfAny(' ', '\n') + 1)..]);
    }

    private static readonly WordSet Articles = new(LexiconFile.Words("grammar", "article").Select(static word => word.Trim())), That = LexiconFile.Set("grammar", "that");

    private static readonly SearchValues<char> Parting = SearchValues.Create(".;:!?,");

    private static readonly Word[] NoNames = [Word.Honorific, Word.Post, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole];

    /// <summary>"VCRA", "ГСИ": capitals alone, of no body and of nobody who is written to; longer ones are surnames.</summary>
    private static bool IsAcronym(string word) =>
        word.Length is >= ShortestAcronym and <= LongestAcronym && word.All(static c => char.IsUpper(c) || char.IsDigit(c)) && Bodies.Find(word).Count == 0
        && !RespondentOrganization.IsAddressee(word) && !BodyWords.Union.Contains(Folding.Plain(word));

    private const int ShortestAcronym = 3, LongestAcronym = 7;

    /// <summary>"KindClicks": one word whose capitals tell that it is a name.</summary>
    private Mention<string>? Single(int at, int end)
    {
        var stop = at;
        while (stop < end && char.IsLetterOrDigit(context.Text[stop])) stop++;
        var word = context.Text[at..stop];
        return CapitalWords.AreOwn(word) && (word.Any(char.IsLower) || IsAcronym(word)) ? new Mention<string>(word, at, stop - at, Untold) : null;
    }
}
