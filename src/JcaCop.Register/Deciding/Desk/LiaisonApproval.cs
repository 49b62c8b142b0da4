using System.Globalization;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Questions;
using JcaCop.Register.Stores;

namespace JcaCop.Register.Deciding.Desk;

/// <summary>
/// Asks the chairman whether a drafted statement may leave (Recommendation ITU-T A.1, 2.2.7): at once, and twice again, each a week after the last. One word
/// answers; the word of the secretariat, given by the verb, settles it too. A draft that nobody decided goes to the secretariat as overdue.
/// </summary>
public static class LiaisonApproval
{
    public static readonly TimeSpan Lasting = TimeSpan.FromDays(30);

    private const int MostRounds = 3;
    private const int DaysBetween = 7;
    private const int DaysToDecide = 14;

    /// <summary>Key of the question.</summary>
    public static string QuestionOf(long id) => string.Create(CultureInfo.InvariantCulture, $"liaison {id} approve");

    /// <param name="question">The one that was asked last; null where none was.</param>
    /// <returns>When it is to be asked, or asked again, UTC; null where it is not.</returns>
    public static DateTimeOffset? NextAsk(LiaisonEntry statement, QuestionEntry? question)
    {
        if (statement is not { Way: LiaisonWay.Outgoing, State: LiaisonState.Draft }) return null;
        if (question is null) return statement.ReceivedAt;
        var rounds = question.Codes.Count == 0 ? 0 : question.Codes.Count(code => code.To == question.Codes[^1].To);
        return question.Live && rounds < MostRounds ? (question.Stamps.TryGetValue("asked", out var asked) ? asked : question.OpenedAt).AddDays(DaysBetween) : null;
    }

    /// <summary>Puts the question, and the word that is owed.</summary>
    /// <param name="write">Makes the letters, each with a code of its own. Empty where nobody can be asked.</param>
    public static DeskResult Ask(long id, LiaisonHouse house, DeskDraft draft, Func<LiaisonEntry, DateTimeOffset, IReadOnlyList<(OutgoingLetter Letter, IssuedCode Code)>> write)
    {
        var before = Question(id, draft.Known);
        if (draft.Known.Filed<LiaisonEntry>(EntryKind.Liaison, id) is not { } statement || NextAsk(statement, before) is not { } due || due > draft.Now) return DeskResult.Done;
        var letters = write(statement, before?.ExpiresAt ?? draft.Now + Lasting);
        if (letters.Count == 0) return DeskResult.Refused($"nobody can be asked to approve {statement.Name}: the group has neither chairman nor secretary");
        foreach (var (_, code) in letters)
            Asking.Ask(new QuestionEntry(
                0, draft.Known.Group, QuestionMatter.Approval, QuestionOf(id), EntryKind.Liaison, id, null, $"liaison statement: {statement.Title}",
                [new PreparedAnswer(AnswerWords.Accept, "liaison send {id}"), new PreparedAnswer(AnswerWords.Reject, "liaison close {id}")],
                Answerers.Officers, [], draft.Now, code.ExpiresAt), code, draft);
        if (before is null) Owe(statement, house, draft);
        return DeskResult.With([.. letters.Select(letter => letter.Letter with { About = new EntryRef(EntryKind.Liaison, id) })]);
    }

    /// <summary>The draft has left or is given up: nothing is asked any more.</summary>
    internal static void Settle(LiaisonEntry statement, string by, DeskDraft draft)
    {
        if (Question(statement.Id, draft.Known) is { } question) Asking.Close(question, QuestionState.Withdrawn, draft);
        foreach (var owed in Owed(statement, draft.Known)) Obligations.Meet(owed, draft.Now, by, draft.Entries);
    }

    private static void Owe(LiaisonEntry statement, LiaisonHouse house, DeskDraft draft)
    {
        var day = draft.Known.DayOf(draft.Now).AddDays(DaysToDecide);
        var owed = new ObligationEntry(
            draft.Known.NextNew(), draft.Known.Group, ObligationMatter.Approve, EntryKind.Liaison, statement.Id, $"Approval of the liaison statement: {statement.Title}",
            new Debtor($"Chairman of {house.Name}", Role: "chairman"),
            new Deadline(house.EndOf(day), string.Create(CultureInfo.InvariantCulture, $"{DaysToDecide} calendar days after the draft, end of day {house.Zone}")), ObligationState.Open, draft.Now, null, null);
        draft.Put(null, owed, owed.Title, new FieldChange("due", null, owed.Deadline!.Rule));
    }

    private static QuestionEntry? Question(long id, Known known) => known.Named<QuestionEntry>(EntryKind.Question, QuestionOf(id)).OrderByDescending(question => question.Id).FirstOrDefault();

    private static List<ObligationEntry> Owed(LiaisonEntry statement, Known known) =>
        [.. known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.KeyOf(EntryKind.Liaison, statement.Id)).Where(owed => owed is { Live: true, Matter: ObligationMatter.Approve })];
}
