using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>One of those whom a reply may speak of.</summary>
/// <param name="Index">Which of the earlier items.</param>
internal sealed record ReplySubject(int Index, Item Item, Person? Person, string? Organization);

/// <summary>What is said of one of them.</summary>
internal sealed class ReplySaid(ReplySubject subject, bool sure)
{
    public ReplySubject Subject => subject;
    public bool Sure { get; set; } = sure;
    public string? Email, Phone, Fax, Website, Function, NewName, Address, NewHouse, HouseAddress;
    public SeatRole? Role;
    public List<Evidence> Evidence { get; } = [];
}

/// <summary>Reads what the sentences of a reply say of those whom a receipt showed: addresses, numbers, functions, roles; of whom, the sentence tells, or the one before. Pure.</summary>
internal static class ReplyStatements
{
    private static readonly (Word Word, SeatRole Role)[] Roles =
        [(Word.AlternateRole, SeatRole.Alternate), (Word.FocalRole, SeatRole.FocalPoint), (Word.ExpertRole, SeatRole.Expert), (Word.RepresentativeRole, SeatRole.Representative)];

    /// <param name="only">Statements to read; null where all are.</param>
    public static List<ReplySaid> Collect(ItemContext context, List<ReplySubject> subjects, bool later, List<TextSpan>? only = null)
    {
        var all = new List<ReplySaid>();
        ReplySaid? last = null;
        foreach (var utterance in Utterances.Of(context))
        {
            var span = utterance.Span;
            if (only is not null && !only.Exists(one => span.Contains(one.Start))) continue;
            // An example is none here: whoever corrects a receipt gives values that are meant.
            if (context.Matters.Any(Matter.Uncertain, span) || context.Matters.Any(Matter.Asks, span) || (Passage.Of(context.Marked, span).Moods & (Moods.Question | Moods.Conditional)) != 0) continue;
            var (subject, sure) = Target(context, span, subjects, last?.Subject);
            if (subject is null) continue;
            if (later && !Mentioned(context, span, subject) && (last?.Subject != subject || context.Matters.Any(Matter.Self, span) || Oneself.IsMine(context, span.Start, span.End))) continue;
            // Beside somebody else's name, or without a word for it, a number may be anybody's.
            if (later && (NamesIn.Find(context, span.Start, span.End).Exists(name => !IsCalled(name.Value, subject))
                || !context.Matters.Any(Matter.PhoneWord, span) && !context.Matters.Any(Matter.FaxWord, span) && context.Phones.AnyFrom(span.Start, span.End))) sure = false;
            var said = all.Find(one => one.Subject == subject);
            var fresh = said ?? new ReplySaid(subject, sure);
            if (!Take(context, span, fresh)) continue;
            if (IsDenied(context, span)) sure = false;
            // Who is called "Е.В. Соколовой" there is no further person.
            foreach (var name in NamesIn.Find(context, span.Start, span.End).Where(name => !Names(name.Value, subject) && IsCalled(name.Value, subject))) Note(fresh, context, "name", name.Start, name.Value);
            fresh.Sure &= sure;
            if (said is null) all.Add(fresh);
            last = fresh;
        }
        return all;
    }

    /// <summary>"Nobody told us that the number should read …": a word of denial that does not stand before an old value.</summary>
    private static bool IsDenied(ItemContext context, TextSpan span)
    {
        foreach (var denial in context.Matters.Within(Matter.Negator, span.Start, span.End))
            if (context.Matters.First(Matter.Old, denial.Start, denial.End + 1) is null && !IsCounted(context, denial.Start)) return true;
        return false;
    }

    /// <summary>"La deuxième personne": a noun behind a number, and nobody.</summary>
    private static bool IsCounted(ItemContext context, int at) => Ordinals.Index.FindAll(context.Marked.Folded).Exists(hit => hit.End == at - 1);

    /// <summary>Of whom a sentence speaks: whom it names or counts, otherwise the one before, otherwise the only one.</summary>
    public static (ReplySubject? Subject, bool Sure) Target(ItemContext context, TextSpan span, List<ReplySubject> subjects, ReplySubject? last)
    {
        var named = subjects.Where(subject => Mentioned(context, span, subject)).ToList();
        if (named.Count > 0) return (named[0], named.Count == 1);
        foreach (var hit in Ordinals.Index.FindAll(context.Marked.Folded))
            if (hit.Start >= span.Start && hit.End <= span.End)
                return subjects.Count >= hit.Value ? (subjects[hit.Value - 1], true) : (null, false);
        // Somebody else's name: it is not of these that the sentence speaks.
        if (NamesIn.Find(context, span.Start, span.End).Count > 0) return (null, false);
        if (last is not null) return (last, true);
        return subjects.Count == 1 ? (subjects[0], true) : (subjects[0], false);
    }

    private static bool Mentioned(ItemContext context, TextSpan span, ReplySubject subject)
    {
        var text = Folding.Fold(context.Text[span.Start..span.End]).Text;
        return new[] { subject.Person?.Name, subject.Organization, subject.Person?.Email }.Any(name => name is { Length: > 1 } && text.Contains(Folding.Fold(name).Text.Trim(), StringComparison.Ordinal))
            || (subject.Person?.Name?.Split(' ')[^1] is { Length: > 3 } last && text.Contains(Folding.Fold(last).Text, StringComparison.Ordinal))
            || subject.Person?.Name is { } full && NamesIn.Find(context, span.Start, span.End).Exists(name => ShortNames.IsPartOf(name.Value, full));
    }

    public static bool IsCalled(string name, ReplySubject subject) => Names(name, subject) || subject.Person?.Name is { } full && ShortNames.IsPartOf(name, full);

    /// <returns>Whether the sentence gives any value.</returns>
    private static bool Take(ItemContext context, TextSpan span, ReplySaid said)
    {
        var any = false;
        foreach (var email in context.Emails.Where(email => span.Contains(email.Start) && !IsOld(context, email.Start)))
        {
            if (email.Value.Equals(said.Subject.Person?.Email, StringComparison.OrdinalIgnoreCase)) continue;
            said.Sure &= said.Email is null || said.Email == email.Value;
            said.Email = email.Value;
            any = Note(said, context, "person.email", email.Start, email.Value);
        }
        foreach (var phone in context.Phones.Where(phone => span.Contains(phone.Start) && !IsOld(context, phone.Start)))
        {
            var value = phone.Value.Value;
            if (IsShown(said.Subject.Person, value)) continue;
            if (phone.Value.Kind == PhoneKind.Fax || IsFax(context, span, phone.Start)) said.Fax = value;
            else
            {
                said.Sure &= said.Phone is null || said.Phone == value;
                said.Phone = value;
            }
            if (phone.Value.Kind == PhoneKind.PhoneAndFax) said.Fax = value;
            any = Note(said, context, "person.phone", phone.Start, value);
        }
        foreach (var website in context.Websites.Where(website => span.Contains(website.Start) && !IsOld(context, website.Start)))
        {
            if (said.Subject.Organization is null) continue;
            said.Website = website.Value.TrimEnd('.');
            any = Note(said, context, "organization.website", website.Start, said.Website);
        }
        if (ReplyFunction.In(context, span, said.Subject.Person?.Function) is { } function)
        {
            said.Sure &= said.Function is null || said.Function == function.Value;
            said.Function = function.Value;
            any = Note(said, context, "person.function", function.Start, function.Value);
        }
        if (said.Subject.Item is Representative seat && Role(context, span) is var (role, at) && role != (seat.Role ?? SeatRole.Representative))
        {
            said.Role = role;
            any = Note(said, context, "role", at, role.ToString());
        }
        return any;
    }

    /// <summary>The number stood in the receipt: it is named as the old one, or as right.</summary>
    private static bool IsShown(Person? person, string number) => new[] { person?.Phone, person?.Fax }.Any(known => known is not null && Figures(known) == Figures(number));

    private static string Figures(string number) => string.Concat(number.Where(char.IsDigit));

    /// <summary>The role that the sentence gives: the one that no word of "not" stands before.</summary>
    private static (SeatRole Role, int At)? Role(ItemContext context, TextSpan span)
    {
        foreach (var (word, role) in Roles)
            foreach (var mark in context.Marked.Within(word, span.Start, span.End))
                if (!IsOld(context, mark.Start) && !IsOfPost(context, span, mark)) return (role, mark.Start);
        return null;
    }

    /// <summary>"Deputy Director", "“Deputy Head of Unit”": part of a post, or of what is quoted, and no role of a seat.</summary>
    private static bool IsOfPost(ItemContext context, TextSpan span, PhraseHit<Word> mark)
    {
        foreach (var quoted in Quotations.Find(context.Text, span.Start, span.End)) if (quoted.Start <= mark.Start && mark.End <= quoted.End) return true;
        foreach (var post in context.Marked.Within(Word.Post, mark.Start, Math.Min(span.End, mark.End + LongestPost)))
            if (post.End > mark.End && post.Start <= mark.End + 1) return true;
        return false;
    }

    private const int LongestPost = 40;

    private static bool IsFax(ItemContext context, TextSpan span, int at) =>
        context.Matters.Last(Matter.FaxWord, span.Start, at) is { } fax && (context.Matters.Last(Matter.PhoneWord, span.Start, at) is not { } phone || phone.End < fax.Start);

    /// <summary>"not", "instead of" or "old" stands close before.</summary>
    public static bool IsOld(ItemContext context, int at) =>
        context.Matters.Last(Matter.Old, Math.Max(0, at - 26), at) is { } old && at - old.End <= 14 && !Clauses.Part(context.Text, old.End, at)
        && context.Matters.Last(Matter.NewMark, old.End, at) is null;

    public static bool Note(ReplySaid said, ItemContext context, string field, int at, string text)
    {
        said.Evidence.Add(new Evidence(field, context.Source, at, text, 0.9));
        return true;
    }

    public static bool Names(string? name, ReplySubject subject) =>
        name is not null && ((subject.Person?.Name is { } person && SameName.Is(person, name)) || (subject.Organization is { } organization && SameName.Is(organization, name)));
}
