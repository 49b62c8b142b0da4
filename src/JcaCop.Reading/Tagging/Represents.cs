using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>
/// "Ida Holm will represent the Trust in JCA-COP", "Ida Holm is our new focal point": the only person of a plain sentence, and the writer's own house at the verb, or at the role,
/// make a seat. Short mails say no more than that.
/// </summary>
internal sealed class Represents
{
    /// <summary>Verb, person and whose seat it is are all told.</summary>
    private const double Sure = 0.75;

    private const string List = "represents";

    /// <summary>Between verb and object stands an article; before the verb the object, and where it is represented; a name with its post stands no farther off.</summary>
    private const int Article = 8, Before = 34, Name = 90, LongestRole = 45;

    private static readonly PhraseIndex<string> Verbs = new(LexiconFile.Phrases(List).Where(static entry => entry.Code is "active" or "us").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));
    private static readonly PhraseIndex<bool> Passive = new(LexiconFile.Words("inAbsence", "represented")
        .Where(static words => !Folding.IsHan(words[0]) && !Folding.IsArabic(words[0])).Select(static words => KeyValuePair.Create(words, true)));
    private static readonly PhraseIndex<bool> Our = new(LexiconFile.Words(List, "our").Select(static words => KeyValuePair.Create(words, true)));
    private static readonly string[] Copulas = [.. LexiconFile.Words(List, "copula").Select(static words => Folding.Plain(words).Trim()).OrderByDescending(static words => words.Length)];
    private static readonly System.Buffers.SearchValues<char> Parting = System.Buffers.SearchValues.Create(";:；：؛\n");

    private readonly ItemContext context;
    private readonly string? house;

    private Represents(ItemContext context)
    {
        this.context = context;
        house = context.Respondent?.Organization is { } name ? Folding.Plain(name) : null;
    }

    public static Told Settle(ItemContext context, Told told)
    {
        if (context.Answers is { Meeting: not null, MeetingIsSupposed: false } || context.Respondent?.Body is not null) return told;
        var rule = new Represents(context);
        // "… will represent the Trust": a noun alone is a word for the writer's own house
        for (var i = 0; i < told.Count; i++)
            if (told[i] is { Tag: Tag.Body or Tag.BodyAhead, Piece: { Kind: PieceKind.Organization, Place.Origin: DraftOrigin.Prose } piece } && !piece.Value.Contains(' ', StringComparison.Ordinal)
                && !Folding.IsHan(piece.Initial) && context.Marked.At(Word.Organization, piece.Start)?.End == piece.End && rule.IsOfHouse(piece.Start, piece.End)) told[i] = told[i] with { Tag = Tag.None };
        for (var start = 0; start < told.Count;)
        {
            var end = start + 1;
            while (end < told.Count && told[end].Piece.Place == told[start].Piece.Place) end++;
            if (told[start].Piece.Place.Origin is DraftOrigin.Prose && rule.Says(told[start].Piece.Place.Span)) rule.Sentence(told, start, end);
            start = end;
        }
        return told;
    }

    /// <summary>A verb of representing stands between the offsets.</summary>
    public static bool Speaks(ItemContext context, TextSpan span) => Verbs.FindLongest(context.Marked.Folded).Exists(verb => verb.Start >= span.Start && verb.End <= span.End);

    /// <summary>A word of designating stands there that is no verb of representing.</summary>
    public static bool Designates(ItemContext context, TextSpan span)
    {
        var verbs = Verbs.FindLongest(context.Marked.Folded);
        return context.Marked.Within(Word.Designate, span.Start, span.End).Any(word => !verbs.Exists(verb => verb.Start < word.End && word.Start < verb.End));
    }

    /// <summary>The sentence tells what holds from now on, of no meeting, and of no other body than ours.</summary>
    private bool Says(TextSpan span)
    {
        if (Utterances.IsOpen(context, span) || Suppositions.Opens(context, span) || (Passage.Of(context.Marked, span).Moods & (Moods.Negated | Moods.Past)) != 0) return false;
        if (Array.Exists(Others, matter => context.Matters.Any(matter, span)) || context.Marked.Any(Word.Remain, span.Start, span.End) || context.Marked.Any(Word.Withdraw, span.Start, span.End)
            || Replacement.Marks(context.Marked, span.Start, span.End).Any(static mark => mark.Kind is not Word.InPlace) || context.Meets is { } meets && meets.Covers(span)) return false;
        var ours = Bodies.Find(context.Mail.Subject).Exists(static body => Bodies.IsAddressee(body.Value)) || context.Answers.Circular is not null;
        foreach (ref readonly var body in context.BodyMentions.From(span.Start, span.End))
        {
            if (body.End > span.End) break;
            if (!Bodies.IsAddressee(body.Value)) return false;
            ours = true;
        }
        return ours;
    }

    private static readonly Matter[] Others = [Matter.Meeting, Matter.Unchanged, Matter.Remove, Matter.Leaves, Matter.Former];

    private void Sentence(Told told, int start, int end)
    {
        var person = -1;
        for (var i = start; i < end; i++)
        {
            if (told[i].Tag is Tag.Seated or Tag.Attending or Tag.Absent || told[i].Piece.Kind == PieceKind.Writer && told[i].Tag != Tag.None) return;
            if (told[i].Piece.Kind != PieceKind.Person) continue;
            if (person >= 0) return;
            person = i;
        }
        if (person < 0) return;
        var name = told[person].Piece;
        if (!name.Value.Contains(' ', StringComparison.Ordinal) && !(Folding.IsHan(name.Initial) && name.Length > 1) || SenderPerson.Is(context, name.Value)) return;
        if (Folding.IsHan(name.Initial) && context.Marked.At(Word.HonorificAfter, name.End) is null) return; // 第7段要求: without a title words look like names
        if (!ByVerb(name) && !ByRole(told, start, end, name)) return;
        told[person] = (name, Tag.Seated, Sure);
        var role = -1;
        for (var i = start; i < end; i++)
        {
            var (piece, tag, _) = told[i];
            if (piece.Kind == PieceKind.Role) { if (role < 0 || piece.Seat is not SeatRole.Representative) role = i; told[i] = told[i] with { Tag = Tag.None }; }
            else if (piece.Kind == PieceKind.Organization && tag is Tag.Organization or Tag.Body or Tag.BodyAhead) { if (IsOwn(piece.Start, piece.End)) told[i] = told[i] with { Tag = Tag.None }; }
            else if (i > person && IsDetail(piece) && tag is Tag.None or Tag.NominationDetail or Tag.CorrectedDetail) told[i] = told[i] with { Tag = Tag.SeatDetail };
            else if (i == person - 1 && piece.Kind == PieceKind.Function && Folding.IsHan(name.Initial) && name.Start == piece.End) told[i] = told[i] with { Tag = Tag.SeatDetailAhead };
        }
        if (role >= 0) told[role] = told[role] with { Tag = role > person ? Tag.Role : Tag.RoleAhead };
    }

    /// <summary>A verb of representing, the house or "us" beside it, and the person in the same breath.</summary>
    private bool ByVerb(Piece name)
    {
        var span = name.Place.Span;
        foreach (var verb in Verbs.FindLongest(context.Marked.Folded))
            if (verb.Start >= span.Start && verb.End <= span.End && Joined(name, verb.Start, verb.End) && !IsOnBehalf(verb.End, span.End)
                && (verb.Value == "us" || IsObject(verb.End, span.End) || IsObjectAhead(verb.Start, Math.Max(span.Start, name.End <= verb.Start ? name.End : span.Start)) || IsHanAgent(name, verb.Start)
                    || name.Start > verb.End && Folding.IsArabic(context.Text[verb.Start]) && IsObject(name.End, span.End))) return true;
        foreach (var verb in Passive.FindLongest(context.Marked.Folded))
            if (verb.Start >= span.Start && verb.End <= name.Start && Joined(name, verb.Start, verb.End) && IsObjectAhead(verb.Start, span.Start)) return true;
        return false;
    }

    /// <summary>代表我会支持…, 代表我会发言: "on behalf of our house", said of one act.</summary>
    private bool IsOnBehalf(int at, int end) => Folding.IsHan(context.Text[at - 1]) && Array.Exists(Acts, act => context.Text.AsSpan(at, Math.Min(Act, end - at)).Contains(act, StringComparison.Ordinal));

    private const int Act = 16;

    private static readonly string[] Acts = [.. LexiconFile.Words(List, "acts")];

    private bool Joined(Piece name, int start, int end)
    {
        var (from, to) = name.End <= start ? (name.End, start) : (end, name.Start);
        return to >= from && to - from <= Name && !context.Text.AsSpan(from, to - from).ContainsAny(Parting);
    }

    /// <summary>"… the Trust", "… notre association": directly behind the verb.</summary>
    private bool IsObject(int at, int end)
    {
        var stop = Math.Min(end, at + Article + (house?.Length ?? 0));
        return IsOwn(at, stop, static (first, from, _) => first - from <= Article);
    }

    /// <summary>"Фонд в JCA-COP будет представлять …", "Our organization will be represented …".</summary>
    private bool IsObjectAhead(int verb, int floor) => IsOwn(Math.Max(floor, verb - Before - (house?.Length ?? 0)), verb, static (_, _, gap) => gap <= Before);

    /// <summary>百灵基金会由毛建国先生代表: whom 由 makes the agent.</summary>
    private bool IsHanAgent(Piece name, int verb) =>
        Folding.IsHan(name.Initial) && name.End <= verb && name.Start > name.Place.Span.Start && context.Text[name.Start - 1] == '由' && IsOwn(name.Place.Span.Start, name.Start);

    private bool IsOwn(int from, int to) => IsOwn(from, to, static (_, _, _) => true);

    /// <summary>Between the offsets the writer's house is named, by its own noun or by "our": <paramref name="near"/> sees where that begins, the first offset, and what is left to the second.</summary>
    private bool IsOwn(int from, int to, Func<int, int, int, bool> near)
    {
        foreach (var noun in context.Marked.Within(Word.Organization, from, to))
            if (near(noun.Start, from, to - noun.End) && (IsOfHouse(noun.Start, noun.End) || IsPossessed(noun.Start)) && !context.Text.AsSpan(noun.End, to - noun.End).ContainsAny(Parting)) return true;
        foreach (var our in Our.FindAll(context.Marked.Folded))
            if (our.Start >= from && our.End <= to && Folding.IsHan(context.Text[our.Start]) && our.Start == from) return true;
        return false;
    }

    private bool IsOfHouse(int start, int end)
    {
        var noun = Folding.Plain(context.Text[start..end]);
        if (noun.StartsWith("ال", StringComparison.Ordinal)) noun = noun[2..];
        return house is not null && noun.Length > 1 && house.Contains(noun, StringComparison.Ordinal);
    }

    /// <summary>"our organization", "notre association".</summary>
    private bool IsPossessed(int noun) => Our.FindAll(context.Marked.Folded).Exists(our => our.End == noun || our.End == noun - 1);

    /// <summary>"Ida Holm is our new focal point", "… is the Trust's focal point", "… est le point focal de l'Association".</summary>
    private bool ByRole(Told told, int start, int end, Piece name)
    {
        for (var i = start; i < end; i++)
        {
            var role = told[i].Piece;
            if (role.Kind != PieceKind.Role || role.Start < name.End || role.Start - name.End > LongestRole) continue;
            var from = name.End;
            foreach (var title in context.Marked.Within(Word.HonorificAfter, from, role.Start)) if (title.Start - from <= 1) from = title.End;
            var words = Folding.Plain(context.Text[from..role.Start]).TrimStart();
            if (!IsVerbAhead(name, role) && Array.Find(Copulas, verb => words.StartsWith(verb, StringComparison.Ordinal)
                    && (words.Length == verb.Length || !char.IsLetter(verb[^1]) || Folding.IsHan(verb[0]) || !char.IsLetter(words[verb.Length]))) is null
                || context.Text.AsSpan(from, role.Start - from).ContainsAny(Parting)) continue;
            if (Our.FindAll(context.Marked.Folded).Exists(our => our.Start >= from && our.Start <= role.Start
                || our.Start >= role.End && our.Start - role.End <= Before && Folding.IsArabic(context.Text[our.Start]))) return true;
            if (IsOwn(from, role.Start) || IsOwn(role.End, Math.Min(name.Place.Span.End, role.End + Before), static (first, at, _) => first - at <= Before)) return true;
        }
        return false;
    }

    /// <summary>سيكون السيد … جهة الاتصال لدينا: in Arabic the verb stands before the name.</summary>
    private bool IsVerbAhead(Piece name, Piece role)
    {
        if (!Folding.IsArabic(role.Initial)) return false;
        var words = Folding.Plain(context.Text[Math.Max(name.Place.Span.Start, name.Start - LongestVerb)..name.Start]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(words, word => Array.IndexOf(Copulas, word) >= 0);
    }

    /// <summary>"ستكون السيدة ".</summary>
    private const int LongestVerb = 22;

    private static bool IsDetail(Piece piece) => piece.Kind is PieceKind.Email or PieceKind.Phone or PieceKind.Mobile or PieceKind.Fax or PieceKind.PhoneAndFax or PieceKind.Function;
}
