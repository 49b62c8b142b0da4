using System.Collections.Concurrent;
using System.Globalization;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Jobs;
using JcaCop.Worker.Settings;
using Microsoft.Extensions.Options;

namespace JcaCop.Worker.Conversing;

/// <summary>
/// Asks members what they alone can say: whether a mail from an address that is not on record speaks for them, and which of two answers of theirs counts. The register
/// says what was asked: each is asked once, and nobody gets more than a few such letters on one day.
/// </summary>
internal sealed class MemberQuestionsJob(
    RegisterStore register, MessageQueries messages, ReviewStore review, DeskStore desk, MemberQuestions questions, GroupList groups, IOptions<JudgingOptions> judging, TimeProvider clock) : IDueWork
{
    /// <summary>What waited for longer is settled by the secretariat.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    private const int MostMails = 1_000;

    /// <summary>Somebody who writes from many strange addresses shall not fill the mailbox of a ministry.</summary>
    private const int MostOnDay = 5;

    /// <summary>What was looked at last: as long as neither the register nor what waits has changed, nobody new can be asked.</summary>
    private readonly ConcurrentDictionary<string, Look> looks = new(StringComparer.Ordinal);

    /// <param name="Change">Of the register.</param>
    /// <param name="Newest">Number of the newest mail that waits.</param>
    /// <param name="Again">When it is worth another look though nothing has changed: somebody had enough letters for one day. Null where it is not.</param>
    private sealed record Look(long Change, long Newest, DateTimeOffset? Again);

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        if (!judging.Value.AskMembers) return null;
        var asked = 0;
        foreach (var group in groups.Groups) asked += await AskAsync(group, stop);
        return asked == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{asked} {(asked == 1 ? "question" : "questions")} to members");
    }

    public Task<DateTimeOffset?> NextAsync(CancellationToken stop) => Task.FromResult(looks.Values.Min(look => look.Again));

    private async Task<int> AskAsync(Group group, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var held = (await messages.HeldAsync(group.Key, MostMails, stop)).Where(mail => now - mail.ArrivedAt < Fresh && mail.Sender is not null).ToList();
        if (held.Count == 0) return 0;
        var change = await register.LastChangeAsync(stop);
        if (looks.TryGetValue(group.Key, out var last) && (last.Change, last.Newest) == (change, held[^1].Id) && !(last.Again <= now)) return 0;
        var asked = 0;
        var putOff = false;
        var policy = judging.Value.PolicyFor(group, [.. groups.Groups.Select(one => one.Address)]);
        var known = (await register.SnapshotAsync(group.Key, null, stop)).All<QuestionEntry>().Where(question => MemberQuestions.IsOne(question.Key)).ToLookup(question => question.MessageId, question => question.Key);
        // A mail may be several members' matter, of whom one was put off.
        foreach (var line in held.Where(mail => last is not { Again: null } || !known.Contains(mail.Id)))
            if (await review.SeeAsync(line.Id, policy.Official, stop) is { } mail)
                foreach (var question in (questions.Choice(group, line, mail, now) is { } choice ? [choice] : questions.Confirmations(group, line, mail, policy, now)).Where(question => !known[line.Id].Contains(question.Key)))
                    if (!MayGetOne(question, await register.SnapshotAsync(group.Key, null, stop), now)) putOff = true;
                    else if ((await desk.DoAsync(group.Key, question.Order, stop)).Done) asked++;
        looks[group.Key] = new Look(change, held[^1].Id, putOff ? now + Patience : null);
        return asked;
    }

    private static bool MayGetOne(MemberQuestion question, RegisterSnapshot snapshot, DateTimeOffset now) => question.Members.All(address =>
        snapshot.All<QuestionEntry>().Sum(one => one.Codes.Count(code => Listening.Same(code.To, address) && code.ExpiresAt > now + MemberQuestions.Lasting - TimeSpan.FromDays(1))) < MostOnDay);
}
