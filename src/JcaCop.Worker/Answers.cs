using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Message;
using JcaCop.Post.Letters.Receipts;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Liaisons;
using JcaCop.Worker.Meetings;

namespace JcaCop.Worker;

/// <summary>What is written back to the sender of a judged mail.</summary>
internal static class Answers
{
    /// <returns>Empty where no answer is due, or where the sender has no address that can be answered.</returns>
    /// <param name="unreached">Bodies to which no statement can be passed on.</param>
    public static IReadOnlyList<OutgoingLetter> To(JudgedMail mail, Group group, LetterWriter letters, DateTimeOffset now, IReadOnlyCollection<string>? unreached = null) =>
        mail.Verdict.ReceiptDue && Answer(mail, group, letters, now, unreached ?? []) is { } letter ? [letter] : [];

    /// <summary>The bodies beside the group and its sender that a statement addresses which is acknowledged.</summary>
    private static IEnumerable<string> Addressed(JudgedMail mail, Group group) =>
        mail is { Verdict.Items: [{ Item: Liaison, State: ItemState.Accepted }], Reading.NeedsAttention: false } && Statement(mail) is { } statement ? LiaisonReaders.Others(statement, LiaisonPost.HouseOf(group)) : [];

    /// <summary>Of the bodies that the statements of a batch address, those to which none can be passed on.</summary>
    public static async Task<IReadOnlyList<string>> UnreachedAsync(IReadOnlyList<JudgedMail> mails, Group group, UnreachedBodies bodies, DateTimeOffset now, CancellationToken stop)
    {
        List<string> addressed = [.. mails.SelectMany(mail => Addressed(mail, group)).Distinct(StringComparer.Ordinal)];
        return addressed.Count == 0 ? [] : await bodies.OfAsync(group.Key, addressed, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, group.Zone).DateTime), stop);
    }

    /// <summary>A statement that was filed whole is acknowledged as liaison officers expect it, a registration or contribution as its sender does; everything else gets the receipt.</summary>
    private static OutgoingLetter? Answer(JudgedMail mail, Group group, LetterWriter letters, DateTimeOffset now, IReadOnlyCollection<string> unreached)
    {
        if (mail is not { Verdict.Items: [{ Item: Liaison statement, State: ItemState.Accepted }], Reading.NeedsAttention: false } || mail.Reading.Mail.Sender is not { } sender)
            return MeetingAnswers.To(mail, group, letters, now) ?? letters.Receipt(Receipt.About(group, mail), now);
        var received = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mail.Taken.ArrivedAt, group.Zone).DateTime);
        var missing = Addressed(mail, group).Where(unreached.Contains).ToList();
        return letters.Write(LiaisonPost.Thanks(group, statement, received) with { Unreached = missing.Count > 0 ? string.Join("; ", missing) : null },
            new LetterAddress(sender.Email, mail.Reading.Language), new Dispatch(group, now) { Answers = AnsweredMail.Of(mail.Reading.Mail) });
    }

    private static LiaisonEntry? Statement(JudgedMail mail) => mail.Changes.Select(change => change.After).OfType<LiaisonEntry>().FirstOrDefault(entry => entry.Way == LiaisonWay.Incoming);
}
