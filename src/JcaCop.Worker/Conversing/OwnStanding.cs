using JcaCop.Post.Letters;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Reaching;
using JcaCop.Register.Stores;
using JcaCop.Register.Trust;

namespace JcaCop.Worker.Conversing;

/// <summary>What is told to somebody who asks the service itself: how to write to it, and what is on record of the asker.</summary>
internal sealed class OwnStanding(KnownStore register, RegisterStore whole, MessageQueries messages, TalkLetters letters)
{
    /// <summary>Mails that were set aside, among which those of one sender are looked for; more than wait in any mailbox that is looked after.</summary>
    private const int MostSetAside = 500;

    /// <returns>Null where there is nobody to answer.</returns>
    public async Task<OutgoingLetter?> AboutAsync(Turn turn, ServiceWord word, CancellationToken stop)
    {
        // The answer goes to the address that is on record, whoever asked.
        var own = await register.OwnAsync(turn.Group.Key, turn.Sender, stop, turn.Route.Policy.Official);
        // The English words are everybody's: who is known to read another language is answered in it.
        var language = turn.Reading.Language == LetterLanguages.English ? Speaking.In(own).Of(turn.Sender) : turn.Reading.Language;
        if (word == ServiceWord.Help) return letters.Help(turn.Group, turn.Reading, Listening.IsSecretary(turn.Sender, turn.Group), language, turn.Now);
        var represented = Represented(turn, own);
        return letters.Status(turn.Group, turn.Reading, own, await WholeAsync(turn, own, represented, stop), represented, await UnreadAsync(turn, stop), language, turn.Now);
    }

    /// <summary>The member for which the sender may speak, by an address, a seat or an official domain.</summary>
    private static MemberEntry? Represented(Turn turn, Known own) =>
        turn.Proof.Proof != Proof.Failed
        && SpokenFor.Find(turn.Reading, own, turn.Route.Policy.Official, turn.Route.Policy.DayOf(turn.Now)) is { Mandate: not Mandate.Other, Member: { } member } ? member : null;

    /// <summary>Only a member's question is worth reading all of it.</summary>
    private async Task<RegisterSnapshot?> WholeAsync(Turn turn, Known own, MemberEntry? represented, CancellationToken stop) =>
        represented is not null || own.Named<MemberEntry>(EntryKind.Member, turn.Sender).Any(member => member.Active) ? await whole.SnapshotAsync(turn.Group.Key, null, stop) : null;

    /// <summary>What the sender wrote and could not be taken in: too large, or broken.</summary>
    private async Task<IReadOnlyList<MessageLine>> UnreadAsync(Turn turn, CancellationToken stop) =>
        [.. (await messages.SetAsideAsync(MostSetAside, stop)).Where(mail => mail.Group == turn.Group.Key && Listening.Same(mail.Sender, turn.Sender))];
}
