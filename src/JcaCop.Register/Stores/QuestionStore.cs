using JcaCop.Register.Entries;
using JcaCop.Register.Questions;

namespace JcaCop.Register.Stores;

/// <summary>Finds questions and notes their answers.</summary>
public sealed class QuestionStore(Database database, DeskStore desk)
{
    /// <summary>The questions that some codes name, open or not.</summary>
    public Task<IReadOnlyList<(string Code, QuestionEntry Question)>> FindAsync(string group, IReadOnlyCollection<string> codes, CancellationToken stop) =>
        database.ReadAsync(async session =>
        {
            var byHash = codes.Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(code => QuestionCode.HashOf(group, code));
            var found = await FiledRows.NamedAsync(session, group, [.. byHash.Keys.Select(hash => FiledKey.Of(EntryKind.Question, QuestionEntry.CodeName(hash))).OfType<string>()]).ConfigureAwait(false);
            return (IReadOnlyList<(string, QuestionEntry)>)[.. from question in found.OfType<QuestionEntry>().DistinctBy(question => question.Id)
                                                               from code in question.Codes
                                                               where byHash.ContainsKey(code.Hash)
                                                               select (byHash[code.Hash], question)];
        }, stop);

    /// <summary>Opens a question, or asks an open one again, as an order of its own. Where something else is ordered with it, use <see cref="Asking"/> in that order.</summary>
    public Task<DeskOutcome> AskAsync(QuestionEntry question, IssuedCode? code, string who, CancellationToken stop) =>
        desk.DoAsync(question.Group, new DeskOrder(who, "ask", question.Key, [], draft =>
        {
            Asking.Ask(question, code, draft);
            return DeskResult.Done;
        }) { Named = [(EntryKind.Question, question.Key)] }, stop);

    /// <summary>Closes an open question with its answer; it is never answered twice.</summary>
    public Task<DeskOutcome> AnswerAsync(QuestionEntry question, string word, string who, long messageId, CancellationToken stop) =>
        desk.DoAsync(question.Group, new DeskOrder(who, "answer", question.Key, [], draft =>
            // What the answer ordered may have settled the matter, and with it the question.
            draft.Known.Filed<QuestionEntry>(EntryKind.Question, question.Id) is { State: QuestionState.Open or QuestionState.Withdrawn } open
                ? Closed(Asking.Answer(open, word, who, messageId, draft))
                : DeskResult.Refused("it is answered")) { Named = [(EntryKind.Question, question.Key)], MessageId = messageId }, stop);

    /// <summary>Closes the questions that nobody answered in time.</summary>
    /// <returns>How many, but vetoes: who stops no letter has answered.</returns>
    public async Task<int> ExpireAsync(string group, CancellationToken stop)
    {
        var open = await database.ReadAsync(session => FiledRows.LiveAsync(session, group, EntryKind.Question), stop).ConfigureAwait(false);
        var late = open.OfType<QuestionEntry>().Select(question => question.Key).ToList();
        if (late.Count == 0) return 0;
        var unanswered = 0;
        await desk.DoAsync(group, new DeskOrder("calendar", "expire", "questions", [], draft =>
        {
            unanswered = 0;
            foreach (var question in draft.Known.All<QuestionEntry>().Where(question => question.ExpiresAt <= draft.Now).ToList())
            {
                Asking.Close(question, QuestionState.Expired, draft);
                if (question.Matter != QuestionMatter.Veto) unanswered++;
            }
            return DeskResult.Done;
        }) { Named = [.. late.Select(key => (EntryKind.Question, key))] }, stop).ConfigureAwait(false);
        return unanswered;
    }

    /// <summary>Whether an open question has been put to an address.</summary>
    public Task<bool> IsAskedAsync(string group, string key, string email, CancellationToken stop) =>
        database.ReadAsync(async session => (await FiledRows.NamedAsync(session, group, FiledKey.Of(EntryKind.Question, key) is { } name ? [name] : []).ConfigureAwait(false)).OfType<QuestionEntry>()
            .Any(question => question.Live && question.Key == key && question.Codes.Any(code => code.To.Equals(email, StringComparison.OrdinalIgnoreCase))), stop);

    /// <summary>What somebody is asked to decide now: by a letter to this address, or as the office.</summary>
    public Task<IReadOnlyList<QuestionEntry>> AskedAsync(string group, string email, bool secretary, bool chairman, CancellationToken stop) =>
        database.ReadAsync(async session => (IReadOnlyList<QuestionEntry>)[.. (await FiledRows.LiveAsync(session, group, EntryKind.Question).ConfigureAwait(false)).OfType<QuestionEntry>()
            // A veto is offered with every digest; nobody owes it.
            .Where(question => question.Matter != QuestionMatter.Veto
                && ((question.Answerers.Secretaries && secretary) || (question.Answerers.Chairman && chairman) || question.Codes.Any(code => code.To.Equals(email, StringComparison.OrdinalIgnoreCase))
                    // The code of a reminder bears the name of whoever is asked.
                    || question.Answerers.Addresses.Any(address => address.Equals(email, StringComparison.OrdinalIgnoreCase))))], stop);

    private static DeskResult Closed(QuestionEntry _) => DeskResult.Done;
}
