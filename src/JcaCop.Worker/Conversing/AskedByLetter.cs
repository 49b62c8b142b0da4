using JcaCop.Post.Letters;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Trust;

namespace JcaCop.Worker.Conversing;

/// <summary>Which question a bare word answers, where the mail names no code: the only one that is open, where the mail replies to the letter that asks it.</summary>
/// <remarks>
/// Without the code nothing but our own server proves who writes, so its word is needed. A letter on the same matter that asks nothing proves
/// nothing: "OK" to an invitation approves no report.
/// </remarks>
internal static class AskedByLetter
{
    /// <summary>Letters that ask for an approval and for nothing else.</summary>
    private static readonly string[] Kinds = ["question", MeetingLetters.ReportApproval];

    /// <param name="asked">What the sender is asked now.</param>
    /// <param name="letter">The letter of ours that the mail answers; null where it answers none.</param>
    /// <returns>Null where it is not plain, or not proved.</returns>
    public static QuestionEntry? Of(IReadOnlyList<QuestionEntry> asked, AnsweredLetter? letter, string sender, Group group, SenderProof proof, DateTimeOffset now) =>
        proof.Proof == Proof.Passed && Listening.IsOfficer(sender, group)
        && asked is [{ Matter: QuestionMatter.Approval, AboutKind: { } kind, AboutId: { } id } only] && only.ExpiresAt > now
        && letter is { About: { } about } && about == new EntryRef(kind, id) && Kinds.Contains(letter.Kind, StringComparer.Ordinal)
        && Listening.Same(letter.Recipient, sender) && letter.WrittenAt >= only.OpenedAt
            ? only : null;
}
