using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Liaisons;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop liaison show</c>: one statement with what it asks of whom, who has answered and who still owes, and its history.</summary>
internal static class LiaisonShow
{
    public static Verb Make(IServiceSource services) => RegisterTable.Show(services, "liaison", EntryKind.Liaison, async (line, id, stop) =>
    {
        var register = await AsOf.RegisterAsync(line, stop);
        if (register.One<LiaisonEntry>(id) is not { } statement) return [];
        var letters = await line.Services.GetRequiredService<OutboxStore>().AboutAsync(line.Group.Key, new EntryRef(EntryKind.Liaison, id), LiaisonPost.PassedKind, stop);
        return [.. Lines(statement, register), .. Passed(statement, [.. letters.Where(letter => !(letter.CreatedAt > AsOf.At(line)))], line.Group)];
    });

    /// <summary>To whom a statement that came went, and what became of the letter; a statement that only the house knows says so.</summary>
    private static IEnumerable<(string Name, string Value)> Passed(LiaisonEntry statement, IReadOnlyList<OutboxLine> letters, Group group)
    {
        if (statement.Way != LiaisonWay.Incoming) yield break;
        foreach (var letter in letters) yield return ("went to", $"{letter.To}, {Text.Local(letter.CreatedAt, group.Zone)} ({Text.Word(letter.State)})");
        if (letters.All(letter => letter.To.Equals(group.Chairman, StringComparison.OrdinalIgnoreCase)) && statement.PassedTo.Count == 0)
            yield return ("went to", $"no study group or body yet: 'liaison route {Text.Number(statement.Id)} --to BODY' passes it on");
    }

    private static IEnumerable<(string Name, string Value)> Lines(LiaisonEntry statement, RegisterSnapshot register)
    {
        foreach (var purpose in statement.To.GroupBy(to => to.Purpose).OrderBy(group => group.Key))
            yield return ($"for {Text.Spaced(purpose.Key.ToString())}", string.Join(", ", purpose.Select(to => to.Body)));
        if (statement.Answers is { } answered && register.One<LiaisonEntry>(answered) is { } first) yield return ("answers", Named(first));
        var answers = register.All<LiaisonEntry>().Where(other => other.Answers == statement.Id || other.Id == statement.AnsweredBy);
        foreach (var answer in answers.Where(answer => answer.State != LiaisonState.Withdrawn).OrderBy(other => other.Id))
            yield return (answer.State is LiaisonState.Draft or LiaisonState.Approved ? "answer, not sent" : "answered by", $"{Named(answer)}, {Text.Day(DateOnly.FromDateTime(answer.ReceivedAt.UtcDateTime))}: {string.Join(", ", answer.From)}");
        foreach (var owed in register.All<ObligationEntry>().Where(owed => owed is { OfKind: EntryKind.Liaison, Matter: ObligationMatter.AnswerLiaison } && owed.Of == statement.Id).OrderBy(owed => owed.Id))
            yield return ("owes", $"{owed.Debtor.Name}: {Text.Word(owed.State)}{(owed.Live ? owed.Deadline is { } due ? $", due {due.Rule}" : "" : owed.ClosedBy is { } by ? $" ({by})" : "")}");
    }

    private static string Named(LiaisonEntry statement) => $"liaison {Text.Number(statement.Id)} {statement.Name}";
}
