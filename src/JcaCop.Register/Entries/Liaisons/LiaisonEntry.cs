using System.Text.Json.Serialization;
using JcaCop.Register.Deciding.Liaisons;

namespace JcaCop.Register.Entries.Liaisons;

/// <summary>A liaison statement on its way (Recommendation ITU-T A.1, 1.5; DESIGN, 4).</summary>
/// <param name="Number">Our own number of an outgoing statement (<c>JCA-COP-LS3</c>), given at approval; null for incoming ones and drafts.</param>
/// <param name="Reference">The sender's number of an incoming statement, as written.</param>
/// <param name="From">Canonical codes of the senders.</param>
/// <param name="Deadline">Day by which an answer is asked for, inclusive; null where none, or only words, were given.</param>
/// <param name="Date">Of the statement itself; null where it gives none.</param>
/// <param name="InReplyTo">Reference of the statement that it answers, as written.</param>
/// <param name="Answers">The statement of the register that it answers.</param>
/// <param name="AnsweredBy">The statement of the register by which it was answered.</param>
/// <param name="Text">Body of an outgoing statement; null for incoming ones, whose mail is kept.</param>
/// <param name="ReceivedAt">When the mail came or the draft was made, UTC.</param>
/// <param name="MessageId">The mail that brought it; null for our own.</param>
public sealed record LiaisonEntry(
    long Id, string Group, LiaisonWay Way, LiaisonState State, string? Number, string? Reference, IReadOnlyList<string> From,
    IReadOnlyList<LiaisonAddressee> To, string? Title, DateOnly? Deadline, DateOnly? Date, LiaisonContact? Contact, string? InReplyTo,
    long? Answers, long? AnsweredBy, IReadOnlyList<string> Files, string? Text, DateTimeOffset ReceivedAt, long? MessageId, string? SentBy) : FiledEntry(Id, Group)
{
    /// <summary>Bodies to which the secretariat passed a statement that came, beside those that it addresses.</summary>
    public IReadOnlyList<LiaisonAddressee> PassedTo { get; init; } = [];

    [JsonIgnore]
    public override EntryKind Kind => EntryKind.Liaison;

    [JsonIgnore]
    public override string? Unique => Number is null ? null : $"number {Number}";

    [JsonIgnore]
    public override IEnumerable<string?> FoundBy =>
    [
        LiaisonReference.Key(Number, null), LiaisonReference.Key(Reference, From),
        LiaisonReference.TitleKey(Title),
    ];

    [JsonIgnore]
    public override bool Live => State is not (LiaisonState.Closed or LiaisonState.Withdrawn);

    [JsonIgnore]
    public override string Standing => State.ToString();

    /// <summary>As lists and letters name it.</summary>
    [JsonIgnore]
    public string Name => Number ?? Reference ?? Title ?? $"liaison statement {Id}";

    /// <summary>What it asks of a body: of several purposes the one that asks most.</summary>
    /// <param name="bodies">The names and codes of the body.</param>
    /// <returns>Information where it names the body nowhere: it came to us all the same.</returns>
    public LiaisonPurpose PurposeFor(IReadOnlyCollection<string> bodies)
    {
        var keys = bodies.Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        return To.Where(addressee => keys.Contains(NameKey.Of(addressee.Body))).Select(addressee => (LiaisonPurpose?)addressee.Purpose).Min() ?? LiaisonPurpose.Information;
    }

    internal override RegisterEntry Numbered(Numbering number) => this with
    {
        Id = number(Kind, Id), Answers = number.Of(Kind, Answers), AnsweredBy = number.Of(Kind, AnsweredBy),
    };
}
