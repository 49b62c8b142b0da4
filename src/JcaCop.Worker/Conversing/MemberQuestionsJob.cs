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

    public async Task<string?> RunAsync(CancellationToken stop)
    {
        if (!judging.Value.AskMembers) return null;
        var asked = 0;
        foreach (var group in groups.Groups) asked += await AskAsync(group, stop);
        return asked == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{asked} {(asked == 1 ? "question" : "questions")} to members");
    }

    public async Task<DateTimeOffset?> NextAsync(CancellationToken stop)
    {
        if (!judging.Value.AskMembers) return null;
        var now = clock.GetUtcNow();
        foreach (var group in groups.Groups)
            if ((await WaitingAsync(group, now, stop)).Count > 0) return now.AddHours(1);
        return null;
    }

    private async Task<int> AskAsync(Group group, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var asked = 0;
        var policy = judging.Value.PolicyFor(group, [.. groups.Groups.Select(one => one.Address)]);
        foreach (var mail in await WaitingAsync(group, now, stop))
            if (await review.SeeAsync(mail.Id, policy.Official, stop) is { } held)
                foreach (var question in Questions(group, mail, held, policy, await register.SnapshotAsync(group.Key, null, stop), now))
                    if ((await desk.DoAsync(group.Key, question, stop)).Done) asked++;
        return asked;
    }

    private IEnumerable<DeskOrder> Questions(Group group, MessageLine mail, HeldMail held, JudgePolicy policy, RegisterSnapshot snapshot, DateTimeOffset now)
    {
        var all = snapshot.All<QuestionEntry>().ToList();
        var orders = questions.Choice(group, mail, held, now) is { } choice ? [choice] : questions.Confirmations(group, mail, held, policy, now);
        foreach (var order in orders.Where(order => !all.Exists(question => question.Key == order.Key)))
            if (order.Members.All(address => all.Sum(question => question.Codes.Count(code => Listening.Same(code.To, address) && code.ExpiresAt > now + MemberQuestions.Lasting - TimeSpan.FromDays(1))) < MostOnDay))
                yield return order.Order;
    }

    /// <summary>Mails that wait and that nobody but the secretariat was asked about.</summary>
    private async Task<IReadOnlyList<MessageLine>> WaitingAsync(Group group, DateTimeOffset now, CancellationToken stop)
    {
        var held = await messages.HeldAsync(group.Key, MostMails, stop);
        if (!held.Any(mail => now - mail.ArrivedAt < Fresh)) return [];
        var asked = (await register.SnapshotAsync(group.Key, null, stop)).All<QuestionEntry>().Where(question => MemberQuestions.IsOne(question.Key)).Select(question => question.MessageId).ToHashSet();
        return [.. held.Where(mail => now - mail.ArrivedAt < Fresh && !asked.Contains(mail.Id) && mail.Sender is not null)];
    }
}
