using System.Globalization;
using System.Text.Json.Serialization;

namespace JcaCop.Register.Entries;

/// <summary>What a person is asked to decide.</summary>
public enum QuestionMatter
{
    /// <summary>Whether what is held of a mail is recorded.</summary>
    HeldMail,
    /// <summary>Whether a report, a liaison statement or a letter that is drafted may go out.</summary>
    Approval,
    /// <summary>Which of several answers counts.</summary>
    Choice,
    /// <summary>Whether a letter that would go out by itself is stopped.</summary>
    Veto,
}

public enum QuestionState
{
    Open,
    Answered,
    /// <summary>Nobody answered in time.</summary>
    Expired,
    /// <summary>Settled otherwise: nothing is asked any more.</summary>
    Withdrawn,
}

/// <summary>One possible answer and what it does.</summary>
/// <param name="Word"><c>accept</c>, <c>reject</c>, or the number of a choice.</param>
/// <param name="Command">A line of the secretariat's verbs, as it would be typed; <c>{id}</c> stands for the number of the entry or mail that the question is about.</param>
public sealed record PreparedAnswer(string Word, string Command);

/// <summary>Who may answer.</summary>
/// <param name="Addresses">Addresses beside those of the offices, such as a seat's own.</param>
public sealed record Answerers(bool Secretaries, bool Chairman, IReadOnlyList<string> Addresses)
{
    public static readonly Answerers Secretariat = new(true, false, []);

    /// <summary>The chairman; the secretariat may answer in the chairman's place.</summary>
    public static readonly Answerers Officers = new(true, true, []);
}

/// <summary>A code that names the question in one letter. The code itself is in that letter alone.</summary>
/// <param name="Hash">Made by <c>QuestionCode.HashOf</c>.</param>
/// <param name="To">Address that got it.</param>
/// <param name="ExpiresAt">UTC, exclusive.</param>
public sealed record IssuedCode(string Hash, string To, DateTimeOffset ExpiresAt);

/// <summary>A question to people, pending until one of them answers by mail, it runs out, or the matter is settled otherwise (DESIGN, 5).</summary>
/// <param name="Key">Names the matter: <c>message 17</c>, <c>liaison 12 approve</c>. One question at a time is open about it.</param>
/// <param name="AboutKind">Kind of the entry that it is about; null where it is about none.</param>
/// <param name="MessageId">Number of the mail that it is about; null where it is about none.</param>
/// <param name="Title">One line, as in letters and lists.</param>
/// <param name="Codes">The newest last.</param>
/// <param name="AnsweredBy">Address; null while nobody has.</param>
/// <param name="Word">The answer that was given; null while none was.</param>
/// <param name="AnswerMessageId">Number of the mail that gave it; null where it came otherwise.</param>
public sealed record QuestionEntry(
    long Id, string Group, QuestionMatter Matter, string Key, EntryKind? AboutKind, long? AboutId, long? MessageId, string Title,
    IReadOnlyList<PreparedAnswer> Answers, Answerers Answerers, IReadOnlyList<IssuedCode> Codes, DateTimeOffset OpenedAt, DateTimeOffset ExpiresAt,
    QuestionState State = QuestionState.Open, string? AnsweredBy = null, DateTimeOffset? AnsweredAt = null, string? Word = null, long? AnswerMessageId = null)
    : FiledEntry(Id, Group)
{
    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Question;

    /// <summary>The name under which the question of a code is found.</summary>
    public static string CodeName(string hash) => $"code {hash}";

    /// <summary>The key of the question whether what is held of a mail is recorded.</summary>
    public static string KeyOfMessage(long messageId) => string.Create(CultureInfo.InvariantCulture, $"message {messageId}");

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy => [Key, .. Codes.Select(code => CodeName(code.Hash))];

    [JsonIgnore]
    public override string? Unique => Live ? Key : null;

    [JsonIgnore]
    public override bool Live => State == QuestionState.Open;

    [JsonIgnore]
    public override DateTimeOffset? DueAt => Live ? ExpiresAt : null;

    [JsonIgnore]
    public override string Standing => State.ToString();

    /// <summary>What the answer does, as a command line.</summary>
    /// <returns>Null where the question knows no such answer.</returns>
    public string? CommandOf(string word) => Answers.FirstOrDefault(answer => answer.Word == (word == Questions.AnswerWords.Stop && Matter != QuestionMatter.HeldMail ? Questions.AnswerWords.Reject : word))?.Command
        .Replace("{id}", (AboutId ?? MessageId ?? Id).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    internal override RegisterEntry Numbered(Numbering number) => this with
    {
        Id = number(Kind, Id), AboutId = AboutKind is { } kind ? number.Of(kind, AboutId) : AboutId,
    };
}
