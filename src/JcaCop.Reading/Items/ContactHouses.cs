using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>"We propose KindClicks (contact: Mr Tom Ibsen)", 推荐小树苗（联系人：李建）: what stands directly before its contact is the name of a house, though no noun heads it.</summary>
internal sealed class ContactHouses
{
    /// <summary>The contact tells, not the words.</summary>
    private const double Untold = 0.7;

    /// <summary>Characters of the longest label with what stands before it, from the label to the name it names, and of the longest name.</summary>
    private const int LongestLabel = 44, ToName = 12, LongestName = 60, LongestHan = 18;

    /// <summary>A name without a title is no surer than that of being a person's.</summary>
    private const double Shapeless = 0.85;

    private static readonly string[] Whose = [.. LexiconFile.Words("grammar", "whose").OrderByDescending(static word => word.Length)];

    private static readonly Word[] Verbs = [Word.Nominate, Word.Designate, Word.Register, Word.Apart];

    private readonly ItemContext context;
    private readonly List<Piece> here;
    private readonly Place place;
    private readonly string text;

    private ContactHouses(ItemContext context, List<Piece> here, Place place)
    {
        this.context = context;
        this.here = here;
        this.place = place;
        text = context.Text;
    }

    /// <summary>Puts the names among the pieces of their sentence, instead of what they were taken for.</summary>
    public static void Add(ItemContext context, List<Piece> here, Place place)
    {
        if (place.Origin is not (DraftOrigin.Prose or DraftOrigin.List) || !here.Exists(static piece => piece.Kind == PieceKind.Person)) return;
        new ContactHouses(context, here, place).Add();
    }

    private void Add()
    {
        for (var at = place.Span.Start + 2; at < place.Span.End - 4; at++)
        {
            if (text[at] is not ('(' or '（' or ',' or '，' or '،') || Label(at + 1) is not { } label || !NamesPerson(label)) continue;
            if (Name(at) is not { } name || EndsAddress(name) || here.Exists(piece => Stands(piece, name))) continue;
            here.RemoveAll(piece => piece.Overlaps(name.Start, name.End));
            here.Add(new Piece(PieceKind.Organization, MailLayout.Unwrap(text[name.Start..name.End]), name.Start, name.Length, Untold, null, place));
        }
    }

    /// <summary>End of "contact:", "whose contact person is", where it stands at the offset; null where something else does.</summary>
    private int? Label(int at)
    {
        while (at < place.Span.End && text[at] is ' ' or '\n') at++;
        if (at + 1 < place.Span.End && text[at] == 'و' && Folding.IsArabic(text[at + 1])) at++;
        foreach (var word in Whose)
            if (text.AsSpan(at, place.Span.End - at).StartsWith(word, StringComparison.OrdinalIgnoreCase) && at + word.Length < place.Span.End
                && (text[at + word.Length] == ' ' || word[^1] is '\'' or '’')) { at += word.Length; while (at < place.Span.End && text[at] == ' ') at++; break; }
        if (!here.Exists(piece => piece.Kind == PieceKind.Person && piece.Start > at && piece.Start <= at + LongestLabel + ToName)) return null;
        for (var end = at + 2; end <= Math.Min(place.Span.End, at + LongestLabel); end++)
            if ((end == place.Span.End || !char.IsLetter(text[end]) || Folding.IsHan(text[end])) && FieldLabels.Whole(text.AsSpan(at, end - at)) is FieldLabel.Contact or FieldLabel.FocalPoint
                    && !(end < place.Span.End && text[end] == ' ' && Longer(at, end)))
                return end;
        return null;
    }

    /// <summary>"contact person" goes on where "contact" ends.</summary>
    private bool Longer(int at, int end)
    {
        for (var next = end + 1; next <= Math.Min(place.Span.End, at + LongestLabel); next++)
            if ((next == place.Span.End || !char.IsLetter(text[next])) && FieldLabels.Whole(text.AsSpan(at, next - at)) is FieldLabel.Contact or FieldLabel.FocalPoint) return true;
        return false;
    }

    private bool NamesPerson(int label) => here.Exists(piece => piece.Kind == PieceKind.Person && piece.Start >= label && piece.Start - label <= ToName);

    /// <summary>"Blue Lantern, 9 Quay Street, Cork (contact: …)": behind a comma and the name of the house stands its town.</summary>
    private bool EndsAddress(TextSpan name)
    {
        var at = name.Start - 1;
        while (at > place.Span.Start && text[at] == ' ') at--;
        if (text[at] is not (',' or '，' or '،')) return false;
        var person = here.FindLast(piece => piece.Kind == PieceKind.Person && piece.End <= name.Start)?.End ?? place.Span.Start;
        return here.Exists(piece => piece.Kind is PieceKind.Organization or PieceKind.Address && piece.Start >= person && piece.Start < name.Start);
    }

    /// <summary>A piece that is surely something else stands there.</summary>
    private bool Stands(Piece piece, TextSpan name) =>
        piece.Overlaps(name.Start, name.End) && (piece.Kind is not (PieceKind.Text or PieceKind.Person or PieceKind.Organization) || piece.Kind == PieceKind.Organization && piece.End >= name.End - 1
            || piece.Kind == PieceKind.Person && (piece.Confidence > Shapeless || here.Exists(one => one.Kind == PieceKind.Email && AddressAgreement.Person(piece.Value, one.Value))));

    /// <summary>The words that end at the offset and may be a name.</summary>
    private TextSpan? Name(int end)
    {
        while (end > place.Span.Start && text[end - 1] == ' ') end--;
        foreach (var back in context.Marked.Within(Word.InPlace, Math.Max(place.Span.Start, end - LongestName), end)) if (back.End == end) { end = back.Start; break; } // "… in its place (contact: …)"
        while (end > place.Span.Start && text[end - 1] == ' ') end--;
        if (end - place.Span.Start < 2) return null;
        var floor = Math.Max(place.Span.Start, end - LongestName);
        foreach (var kind in Verbs)
            foreach (var verb in context.Marked.Within(kind, floor, end)) floor = Math.Max(floor, verb.End);
        var start = text[end - 1] is '»' or '”' or '"' or '」' ? Quoted(floor, end) : Folding.IsHan(text[end - 1]) ? Han(floor, end) : Folding.IsArabic(text[end - 1]) ? Arabic(floor, end) : Capitals(floor, end);
        var span = TextSpan.FromBounds(start, end).Trim(text);
        return span.Length > 2 && !Array.Exists(NotInName, kind => context.Marked.Any(kind, span.Start, span.End)) && Countries.Find(span.In(text)).Count == 0 ? span : null;
    }

    private static readonly Word[] NotInName = [Word.Honorific, Word.Post, Word.RepresentativeRole, Word.AlternateRole, Word.FocalRole, Word.Negation];

    private int Quoted(int floor, int end)
    {
        var open = text.AsSpan(floor, end - 1 - floor).LastIndexOfAny("«“\"「„");
        return open < 0 ? end : floor + open;
    }

    private int Han(int floor, int end)
    {
        var start = end;
        while (start > floor && end - start < LongestHan && (Folding.IsHan(text[start - 1]) || char.IsAsciiLetterOrDigit(text[start - 1])) && !HanJoints.Contains(text[start - 1])) start--;
        if (IsWork(text.AsSpan(start, end - start))) return end; // 参加该项工作，联系人为…
        return start > floor && text[start - 1] == '的' ? end : start; // 名为“绿窗”的社会组织，联系人…: the name stands before the noun
    }

    /// <summary>项工作, 此次活动: what somebody takes part in is no house.</summary>
    private static bool IsWork(ReadOnlySpan<char> words)
    {
        if (words.Length == 0 || words[0] is '项' or '項' or '该' or '該' or '此' or '本' or '这' or '這' or '个' or '次') return true;
        foreach (var noun in Works) if (words.EndsWith(noun)) return true;
        return false;
    }

    private static readonly IReadOnlyList<string> Works = LexiconFile.Words("grammar", "noHanHouseEnd");

    private const string HanJoints = "和与與及的";

    private int Arabic(int floor, int end)
    {
        var start = end;
        for (var i = end - 1; i >= floor && (Folding.IsArabic(text[i]) && !(text[i] is '،' or '؛') || text[i] == ' ' || char.IsDigit(text[i])); i--) start = i;
        return start;
    }

    /// <summary>Words with capitals, and small ones of three letters between them.</summary>
    private int Capitals(int floor, int end)
    {
        var (start, at) = (end, end);
        while (at > floor)
        {
            var word = at;
            while (word > floor && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] is '\'' or '’' or '-' or '&' or '.')) word--;
            if (word == at) break;
            var span = text.AsSpan(word, at - word);
            var capital = char.IsUpper(span[0]) || char.IsDigit(span[0]) || span is "&";
            if (!capital && (span.Length > 3 || context.Marked.At(Word.Conjunction, word) is not null || start == end)) break;
            if (capital && NameShapes.IsStop(span) && !NameShapes.IsOfOrganization(span)) break;
            if (capital) start = word;
            at = word;
            while (at > floor && text[at - 1] is ' ' or '\n') at--;
            if (at == word) break;
        }
        return start;
    }
}
