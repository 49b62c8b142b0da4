using JcaCop.Post.Letters.Message;
using JcaCop.Register;
using JcaCop.Register.Entries;

namespace JcaCop.Post.Letters;

/// <summary>How a letter leaves: for which group and when, what it answers or follows, and what goes with it.</summary>
/// <param name="Now">Its <c>Date</c> field.</param>
public sealed record Dispatch(Group Group, DateTimeOffset Now)
{
    /// <summary>The mail of a person that this letter answers: subject and thread are those of the mail. Null where it answers none.</summary>
    public AnsweredMail? Answers { get; init; }

    /// <summary>Message-IDs of our own earlier letters on the matter, oldest first, without angle brackets: mail programs show the letter below them.</summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    /// <summary>The entry of the register that the letter is about; null for none.</summary>
    public EntryRef? About { get; init; }

    /// <summary>Null where no decision is asked for.</summary>
    public ReplyToken? Token { get; init; }

    public IReadOnlyList<LetterAttachment> Attachments { get; init; } = [];

    /// <summary>A meeting that calendars should take in, change or take out. Null for none.</summary>
    public CalendarPart? Calendar { get; init; }
}
