using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace JcaCop.Worker.Commands.Desk;

/// <summary><c>jcacop liaison show</c>: one statement with what it asks of whom, who has answered and who still owes, and its history.</summary>
internal static class LiaisonShow
{
    public static Verb Make(IServiceSource services) => RegisterTable.Show(services, "liaison", EntryKind.Liaison, async (line, id, stop) =>
    {
        var register = await line.Services.GetRequiredService<RegisterStore>().SnapshotAsync(line.Group.Key, null, stop);
        return register.One<LiaisonEntry>(id) is { } statement ? [.. Lines(statement, register)] : [];
    });

    private static IEnumerable<(string Name, string Value)> Lines(LiaisonEntry statement, RegisterSnapshot register)
    {
        foreach (var purpose in statement.To.GroupBy(to => to.Purpose).OrderBy(group => group.Key))
            yield return ($"for {Text.Spaced(purpose.Key.ToString())}", string.Join(", ", purpose.Select(to => to.Body)));
        if (statement.Answers is { } answered && register.One<LiaisonEntry>(answered) is { } first) yield return ("answers", Named(first));
        foreach (var answer in register.All<LiaisonEntry>().Where(other => other.Answers == statement.Id || other.Id == statement.AnsweredBy).OrderBy(other => other.Id))
            yield return ("answered by", $"{Named(answer)}, {Text.Day(DateOnly.FromDateTime(answer.ReceivedAt.UtcDateTime))}: {string.Join(", ", answer.From)}");
        foreach (var owed in register.All<ObligationEntry>().Where(owed => owed is { OfKind: EntryKind.Liaison, Matter: ObligationMatter.AnswerLiaison } && owed.Of == statement.Id).OrderBy(owed => owed.Id))
            yield return ("owes", $"{owed.Debtor.Name}: {Text.Word(owed.State)}{(owed.Live ? owed.Deadline is { } due ? $", due {due.Rule}" : "" : owed.ClosedBy is { } by ? $" ({by})" : "")}");
    }

    private static string Named(LiaisonEntry statement) => $"liaison {Text.Number(statement.Id)} {statement.Name}";
}
