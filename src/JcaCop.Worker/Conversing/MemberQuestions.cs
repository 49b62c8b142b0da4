using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Answers;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Conversing;

/// <summary>A question that is ready to be put.</summary>
/// <param name="Key">Of the question.</param>
/// <param name="To">Addresses without which it is not put: those of the members, or of the secretariat where no member can be asked.</param>
/// <param name="Answer">Number of the answer to a call that something contradicts; null where it is about none.</param>
internal sealed record MemberQuestion(string Key, QuestionMatter Matter, IReadOnlyList<string> To, long? Answer, DeskOrder Order);

/// <summary>Makes of what waits in a mail the questions to those in whose name it was written, each with its letters.</summary>
internal sealed class MemberQuestions(LetterWriter writer)
{
    public static readonly TimeSpan Lasting = TimeSpan.FromDays(30);

    private const string KeyEnd = " member";

    /// <summary>Whether a question of this key was put to members.</summary>
    public static bool IsOne(string key) => key.EndsWith(KeyEnd, StringComparison.Ordinal) || key.Contains($"{KeyEnd} ", StringComparison.Ordinal);

    /// <summary>Whether the mail speaks for whom it says: one question to each who could say so.</summary>
    public IReadOnlyList<MemberQuestion> Confirmations(Group group, MessageLine line, HeldMail held, JudgePolicy policy, DateTimeOffset now)
    {
        // What officers pass on, or write for others, is settled by themselves.
        if (Listening.IsOfficer(held.Sender.Email, group)) return [];
        var today = policy.DayOf(now);
        var items = held.Items.Where(item => item.Why.StartsWith(Judge.Announced, StringComparison.Ordinal))
            .Select(item => (Item: item, To: Confirmers.Of(item.Item, held, policy, today))).Where(one => one.To.Count > 0).ToList();
        if (items.Count == 0)
        {
            // An answer without an item: that there is no comment, or nobody to put forward.
            if (held is not { Items.Count: 0, NeedsAttention: false, Answer: { Because: HeldBecause.Sender } answer } || Confirmers.Of(answer, held, policy) is not { Count: > 0 } owners) return [];
            return [Confirmation(group, line, held, [], owners, "", answer.Call, now)];
        }
        var questions = new List<MemberQuestion>();
        foreach (var same in items.GroupBy(one => string.Join(' ', one.To)))
        {
            // The mail as a whole, with the answer to a circular that it gives, where nothing else is to be decided of it.
            var whole = same.Count() == held.Items.Count && !held.NeedsAttention && (held.Answer is not { MemberId: not null } own || same.First().To.All(Confirmers.Of(own, held, policy).Contains));
            var positions = whole ? "" : string.Concat(same.Select(one => string.Create(CultureInfo.InvariantCulture, $" --item {one.Item.Position}")));
            questions.Add(Confirmation(group, line, held, [.. same.Select(one => one.Item)], same.First().To, positions, About(same.First().Item.Item) ?? line.Subject ?? "", now));
        }
        return questions;
    }

    /// <summary>Which of two answers of a member counts.</summary>
    /// <param name="may">Whether an address of the secretariat may get such a letter now: whoever had enough for one day gets it the next.</param>
    /// <param name="deskAlone">The members have been asked: the letter goes to those of the secretariat who had enough then.</param>
    /// <returns>Null where the mail gives none that contradicts one that stands, or where something else of it must be decided first.</returns>
    public MemberQuestion? Choice(Group group, MessageLine line, HeldMail held, Func<string, bool> may, DateTimeOffset now, bool deskAlone = false)
    {
        // What is forged, or cannot be read, is put to nobody.
        if (held.Answer is not { Because: HeldBecause.Contradiction, CallId: { } callId, MemberId: { } memberId, Said: { } said } answer || held.Known.Filed<MemberEntry>(EntryKind.Member, memberId) is not { } member
            || CallPlacing.Entry(held.Known, callId, memberId, null) is not { Given: { } given } entry || !AnswerStance.Contradict(given, said, held.Sender.Email)) return null;
        var own = held.Items.Where(item => item.Item is Position or Questionnaire).ToList();
        if (own.Count == 0 && (held.Items.Count > 0 || held.NeedsAttention)) return null;
        var waiting = new AnswerVoice([line.Id], line.ArrivedAt, held.Sender.Email, said);
        var members = member.Addresses.Where(address => address.Reachability != Reachability.Unreachable).Select(address => address.Email).Distinct(StringComparer.OrdinalIgnoreCase).Take(3).ToList();
        var positions = own.Count == held.Items.Count && !held.NeedsAttention ? "" : string.Concat(own.Select(item => string.Create(CultureInfo.InvariantCulture, $" --item {item.Position}")));
        var letter = new QuestionLetter(AskedMatter.Contradiction, $"{answer.Call}, {member.Name}", null, [])
        {
            Choices = [new("1", new AnswerGiven(Day(given.At, group), given.Sender, given.Said.Gist)), new("2", new AnswerGiven(Day(waiting.At, group), waiting.Sender, said.Gist))],
            Text = Words(given, waiting), Expires = new ZonedTime(now + Lasting, group.Zone),
        };
        return Put(group, line, held, $"{answer.Call}, {member.Name}", string.Create(CultureInfo.InvariantCulture, $"message {line.Id}{KeyEnd}"), QuestionMatter.Choice,
            [new PreparedAnswer("1", string.Create(CultureInfo.InvariantCulture, $"review reject {line.Id}{positions}")),
                new PreparedAnswer("2", string.Create(CultureInfo.InvariantCulture, $"review accept {line.Id}{positions}"))],
            members, [.. group.Secretaries.Where(may)], letter, member, entry.Id, now, deskAlone);
    }

    private MemberQuestion Confirmation(
        Group group, MessageLine line, HeldMail held, IReadOnlyList<ItemVerdict> items, IReadOnlyList<string> to, string positions, string about, DateTimeOffset now)
    {
        var first = items.Count == 0 || positions.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {items[0].Position}");
        var letter = new QuestionLetter(AskedMatter.Confirmation, about, null, [.. items.Select(item => new AskedItem(Shown(item, held)))])
        {
            ToMember = true, Sender = held.Sender.Name is { } name ? $"{name} <{held.Sender.Email}>" : held.Sender.Email, Date = Day(line.ArrivedAt, group), Expires = new ZonedTime(now + Lasting, group.Zone),
            Text = items.Count == 0 && held.Answer is { Said: { } said } ? said.Text is { } text ? (Prose)text : new Prose(new AnswerGiven(Day(line.ArrivedAt, group), held.Sender.Email, said.Gist)) : null,
        };
        return Put(group, line, held, about, string.Create(CultureInfo.InvariantCulture, $"message {line.Id}{KeyEnd}{first}"), QuestionMatter.HeldMail,
            [new PreparedAnswer(AnswerWords.Accept, string.Create(CultureInfo.InvariantCulture, $"review accept {line.Id}{positions}")),
                new PreparedAnswer(AnswerWords.Reject, string.Create(CultureInfo.InvariantCulture, $"review reject {line.Id}{positions}"))],
            to, [], letter, null, null, now);
    }

    private MemberQuestion Put(
        Group group, MessageLine line, HeldMail held, string title, string key, QuestionMatter matter, IReadOnlyList<PreparedAnswer> answers, IReadOnlyList<string> members,
        IReadOnlyList<string> secretaries, QuestionLetter letter, MemberEntry? member, long? answer, DateTimeOffset now, bool deskAlone = false) =>
            new(key, matter, members.Count > 0 ? members : group.Secretaries, answer, new DeskOrder("calendar", "ask", key, [], draft =>
    {
        var letters = new List<OutgoingLetter>();
        var speaking = Speaking.In(held.Known);
        foreach (var to in (deskAlone ? [] : members).Concat(secretaries).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var toMember = members.Contains(to, StringComparer.OrdinalIgnoreCase);
            var token = ReplyToken.New();
            var address = toMember ? new LetterAddress(to, (member is null ? null : speaking.Of(member)) ?? speaking.Of(to), member?.Name) : new LetterAddress(to);
            if (writer.Write(letter with { ToMember = toMember }, address, new Dispatch(group, draft.Now) { Token = token }) is not { } written) continue;
            letters.Add(written);
            Asking.Ask(new QuestionEntry(0, group.Key, matter, key, answer is null ? null : EntryKind.Answer, answer, line.Id, title, answers, new Answerers(true, false, members), [], draft.Now, now + Lasting),
                new IssuedCode(QuestionCode.HashOf(group.Key, token.Code), to, now + Lasting), draft);
        }
        return letters.Count == 0 ? DeskResult.Refused("nobody can be asked") : DeskResult.With(letters);
    }) { Named = [(EntryKind.Question, key)], OnceKey = $"ask {key} {line.JudgedAt:O}{(deskAlone ? string.Concat(secretaries.Select(to => $" {to}")) : "")}" });

    /// <summary>The item with what stands in its place now.</summary>
    private static ReceiptItem Shown(ItemVerdict item, HeldMail held)
    {
        var changes = new List<RegisterChange>();
        Placing.Place(item.Position, item.Item, held.Mail, held.Known, changes);
        return ReceiptItem.Of(item with { State = ItemState.Accepted }, changes) with { Standing = Standing.Held, Because = HeldBecause.Sender };
    }

    private static string? About(Item item) => item switch
    {
        Nomination nomination => nomination.Organization.Name,
        Representative designation => designation.Person.Name ?? designation.Body,
        Withdrawal withdrawal => withdrawal.Name,
        Correction correction => correction.Name,
        Registration registration => registration.Person.Name,
        Activity activity => activity.Title,
        Liaison liaison => liaison.Title,
        _ => null,
    };

    private static Prose? Words(params IReadOnlyList<AnswerVoice> voices) =>
        voices.Select((voice, index) => voice.Said.Text is { Length: > 0 } text ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {text}") : null).OfType<string>().ToList() is { Count: > 0 } said
            ? (Prose)string.Join("\n\n", said) : null;

    private static DateOnly Day(DateTimeOffset at, Group group) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, group.Zone).DateTime);
}
