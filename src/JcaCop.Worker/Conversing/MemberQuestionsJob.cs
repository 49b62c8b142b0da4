using System.Collections.Concurrent;
using System.Globalization;
using JcaCop.Reading;
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

    /// <summary>How many waiting mails one look takes up; the next one goes on behind them.</summary>
    internal const int MostMails = 1_000;

    /// <summary>Somebody who writes from many strange addresses shall not fill the mailbox of a ministry. What strangers wrote in its name does not use up what contradicts its own word.</summary>
    private const int MostOnDay = 5;

    /// <summary>What was looked at last: as long as neither the register nor what waits has changed, nobody new can be asked.</summary>
    private readonly ConcurrentDictionary<string, Look> looks = new(StringComparer.Ordinal);

    /// <param name="Change">Of the register, when the first of the waiting mails was looked at.</param>
    /// <param name="Newest">Number of the newest mail that waited then.</param>
    /// <param name="Through">Number of the last mail that was looked at, where more wait behind it; 0 where all were.</param>
    /// <param name="PutOff">Whether somebody had enough letters for one day.</param>
    /// <param name="Whole">Also mails about which somebody was asked are looked at: they may be several members' matter, of whom one was put off.</param>
    /// <param name="Again">When it is worth another look though nothing has changed. Null where it is not.</param>
    private sealed record Look(long Change, long Newest, long Through, bool PutOff, bool Whole, DateTimeOffset? Again);

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
        var newest = await messages.NewestHeldAsync(group.Key, stop);
        if (newest == 0) return 0;
        var change = await register.LastChangeAsync(stop);
        var last = looks.GetValueOrDefault(group.Key);
        if (last is { Through: 0 } && (last.Change, last.Newest) == (change, newest) && !(last.Again <= now)) return 0;
        // Looking through many mails takes several looks, of which the first tells what has changed since.
        var begun = last is { Through: > 0 } ? last : new Look(change, newest, 0, false, last is not { PutOff: false }, null);
        var held = await messages.HeldSinceAsync(group.Key, now - Fresh, begun.Through, MostMails, stop);
        var policy = judging.Value.PolicyFor(group, [.. groups.Groups.Select(one => one.Address)]);
        var snapshot = await register.SnapshotAsync(group.Key, null, stop);
        var asked = 0;
        var putOff = begun.PutOff;
        var known = snapshot.All<QuestionEntry>().Where(one => one.State != QuestionState.Withdrawn && MemberQuestions.IsOne(one.Key)).Select(one => one.MessageId).ToHashSet();
        foreach (var line in Fairly(held).Where(line => begun.Whole || !known.Contains(line.Id)))
            if (await review.SeeAsync(line.Id, policy.Official, stop) is { } mail)
            {
                var choice = questions.Choice(group, line, mail, to => MayGetOne(to, QuestionMatter.Choice, snapshot, now), now);
                var questionsOf = choice is not null ? [choice] : questions.Confirmations(group, line, mail, policy, now);
                foreach (var question in questionsOf.Where(question => !IsAsked(question, snapshot)))
                {
                    if (!question.To.All(address => MayGetOne(address, question.Matter, snapshot, now))) putOff = true;
                    else if ((await desk.DoAsync(group.Key, question.Order, stop)).Done)
                    {
                        asked++;
                        snapshot = await register.SnapshotAsync(group.Key, null, stop);
                    }
                }
                // Whoever of the secretariat had enough for one day is asked the next, as long as nobody has answered.
                if (choice is null || Unasked(choice, group, snapshot) is not { Count: > 0 } unasked) continue;
                putOff = true;
                if (unasked.Any(to => MayGetOne(to, QuestionMatter.Choice, snapshot, now))
                    && questions.Choice(group, line, mail, to => unasked.Contains(to) && MayGetOne(to, QuestionMatter.Choice, snapshot, now), now, deskAlone: true) is { } late
                        && (await desk.DoAsync(group.Key, late.Order, stop)).Done)
                {
                    asked++;
                    snapshot = await register.SnapshotAsync(group.Key, null, stop);
                }
            }
        var through = held.Count == MostMails ? held[^1].Id : 0;
        looks[group.Key] = begun with { Through = through, PutOff = putOff, Again = through > 0 ? now : putOff ? now + Patience : null };
        return asked;
    }

    /// <summary>Each house in turn: many mails from one do not make those of another wait.</summary>
    private static IEnumerable<MessageLine> Fairly(IReadOnlyList<MessageLine> held) =>
        held.Where(mail => mail.Sender is not null).GroupBy(mail => Domains.Owner(new MailAddress(null, mail.Sender!).Domain), StringComparer.OrdinalIgnoreCase)
            .SelectMany(house => house.Select((mail, turn) => (mail, turn))).OrderBy(one => one.turn).ThenBy(one => one.mail.Id).Select(one => one.mail);

    /// <summary>Each mail is put to the same people once, unless it was read anew since; and of a contradiction one question is open at a time, whatever else is said against the answer that stands.</summary>
    private static bool IsAsked(MemberQuestion question, RegisterSnapshot snapshot) => snapshot.All<QuestionEntry>().Any(one => one.State != QuestionState.Withdrawn
        && (one.Key == question.Key || (one.Live && question.Answer is { } answer && one is { AboutKind: EntryKind.Answer } && one.AboutId == answer)));

    /// <summary>Secretaries to whom an open question of the key was never sent.</summary>
    private static List<string> Unasked(MemberQuestion choice, Group group, RegisterSnapshot snapshot) =>
        snapshot.All<QuestionEntry>().FirstOrDefault(one => one.Live && one.Key == choice.Key) is { } open ? [.. group.Secretaries.Where(to => !open.Codes.Any(code => Listening.Same(code.To, to)))] : [];

    private static bool MayGetOne(string address, QuestionMatter matter, RegisterSnapshot snapshot, DateTimeOffset now) =>
        snapshot.All<QuestionEntry>().Where(one => one.Matter == matter && MemberQuestions.IsOne(one.Key))
            .Sum(one => one.Codes.Count(code => Listening.Same(code.To, address) && code.ExpiresAt > now + MemberQuestions.Lasting - TimeSpan.FromDays(1))) < MostOnDay;
}
