using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding.Liaisons;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Reminders;

/// <summary>Which debtors have written, by a mail that waits for a person: nobody is reminded of what the secretariat has in hand. Once it is rejected, reminders go on.</summary>
/// <remarks>Answers to calls are settled while they wait (docs/decisions/0072); of mails about calls only those that ask for more time count here.</remarks>
internal sealed class Written
{
    private static readonly Written Nothing = new([], null, null);

    private readonly IReadOnlyList<WaitingWord> words;
    private readonly RegisterSnapshot? register;
    private readonly string? chairman;

    private Written(IReadOnlyList<WaitingWord> words, RegisterSnapshot? register, string? chairman) => (this.words, this.register, this.chairman) = (words, register, chairman);

    /// <param name="open">Obligations that are asked about.</param>
    public static async Task<Written> OfAsync(Group group, IReadOnlyList<RemindedObligation> open, ReminderStore store, RegisterStore register, CancellationToken stop)
    {
        if (!open.Any(reminded => Concerns(reminded.Obligation)) || await store.WaitingAsync(group.Key, stop) is not { Count: > 0 } words) return Nothing;
        return new Written(words, await register.SnapshotAsync(group.Key, null, stop), group.Chairman);
    }

    /// <summary>A mail of the debtor waits that answers our letter about it, is the statement in reply, or the report.</summary>
    public bool Has(ObligationEntry owed)
    {
        if (register is null || !Concerns(owed)) return false;
        if (owed.Matter == ObligationMatter.AnswerCall) return AsksForTime(owed);
        var statement = owed.OfKind == EntryKind.Liaison ? register.All<LiaisonEntry>().FirstOrDefault(entry => entry.Id == owed.Of) : null;
        return words.Any(word => IsReply(word, owed, statement) || Declines(word, owed) || Decides(word, owed) || word.Items.Any(item => Is(item, word, owed, statement)));
    }

    /// <summary>Of the words that wait, one asks for more time for what is owed.</summary>
    public bool AsksForTime(ObligationEntry owed) => owed.Matter == ObligationMatter.AnswerCall
        ? words.Any(word => word.AsksForTime && word.Called is { } called && called.Call == owed.Of && called.Member == owed.Debtor.MemberId)
        : register is not null && Concerns(owed) && words.Any(word => word.AsksForTime && IsReply(word, owed, null));

    private static bool Concerns(ObligationEntry owed) => owed.Matter is ObligationMatter.AnswerCall or ObligationMatter.AnswerLiaison or ObligationMatter.SendContribution or ObligationMatter.SendReport or ObligationMatter.Approve or ObligationMatter.ConfirmSeat && owed.Debtor.Role is not "secretariat";

    /// <summary>It comes from where the letter went, or from the debtor. Of a meeting much is told that is neither its report nor a contribution: there only what was not understood may be that.</summary>
    private bool IsReply(WaitingWord word, ObligationEntry owed, LiaisonEntry? statement) =>
        (word.MayAnswer || word.AsksForTime || word.Items.Count > 0) && word.About == new EntryRef(owed.OfKind, owed.Of) && statement is not { Way: LiaisonWay.Incoming } && (owed.OfKind != EntryKind.Meeting || word.Items.Count == 0) && IsOf(word.LetterTo, owed) && (IsOf(word.Sender, owed) || Same(word.Sender, word.LetterTo));

    /// <summary>It comes from the debtor, and answers a letter about the meeting: whether a text comes is for a person to decide.</summary>
    private bool Declines(WaitingWord word, ObligationEntry owed) =>
        word.Declines && owed.Matter == ObligationMatter.SendContribution && word.About == new EntryRef(owed.OfKind, owed.Of) && IsOf(word.Sender, owed);

    /// <summary>The word of whoever is to approve, or to confirm a seat, waits: with a reason beside it, or with something that speaks against it.</summary>
    private bool Decides(WaitingWord word, ObligationEntry owed) =>
        owed.Matter is ObligationMatter.Approve or ObligationMatter.ConfirmSeat && word.MayDecide(new EntryRef(owed.OfKind, owed.Of)) && IsOf(word.Sender, owed);

    private bool Is(Item item, WaitingWord word, ObligationEntry owed, LiaisonEntry? statement) => item switch
    {
        Liaison reply => statement is { Way: LiaisonWay.Outgoing, Number: { } number } && LiaisonReference.Key(number, null) is { } key
            && (reply.AlsoInReplyTo.Prepend(reply.InReplyTo).Any(cited => LiaisonReference.Key(cited, null) == key)
                || LiaisonReference.RepliedKey(reply.Title) is { } title && title == LiaisonReference.TitleKey(statement.Title))
            && (IsOf(word.Sender, owed) || LiaisonPlacing.SpeaksFor(reply.From, owed.Debtor)),
        Contribution => owed.Matter == ObligationMatter.SendContribution && IsOf(word.Sender, owed),
        Report => owed.Matter == ObligationMatter.SendReport && IsOf(word.Sender, owed),
        _ => false,
    };

    private bool IsOf(string? address, ObligationEntry owed) => address is not null && (owed.Debtor switch
    {
        { MemberId: { } member } => register!.All<MemberEntry>().FirstOrDefault(entry => entry.Id == member)?.Addresses.Any(one => Same(one.Email, address)) == true,
        { PersonId: { } person } => register!.Persons.FirstOrDefault(entry => entry.Id == person)?.Addresses.Any(one => Same(one.Email, address)) == true,
        { Role: "chairman" } => Same(chairman, address),
        _ => false,
    } || Same(owed.Debtor.Email, address));

    private static bool Same(string? one, string? other) => one is not null && one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
