using System.Text.Json.Serialization;
using JcaCop.Reading.Accepting;

namespace JcaCop.Reading.Items;

/// <summary>Whether an item may be recorded without a person.</summary>
public enum Decision { Accept, Review }

/// <summary>Where a value comes from.</summary>
/// <param name="Field">Path as in the answer: <c>contact.email</c>.</param>
/// <param name="Source">Null for the body; otherwise the attachment's name.</param>
/// <param name="Offset">In UTF-16 units of the body's (or attachment's) text.</param>
/// <param name="Confidence">0 to 1, of this field alone.</param>
public sealed record Evidence(string Field, string? Source, int Offset, string Text, double Confidence);

/// <summary>One thing to be recorded from a mail. The family is closed: <c>corpus/SCHEMA.md</c> names all its members.</summary>
public abstract record Item
{
    private protected Item() { }

    /// <summary>0 to 1: how sure it is that the item is meant and its key fields are right.</summary>
    public double Confidence { get; init; }

    public Decision Decision { get; init; } = Decision.Review;

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What speaks for and against the item's being right; <see cref="Confidence"/> follows from them.</summary>
    public IReadOnlyList<Sign> Signs { get; init; } = [];
}

/// <summary>A person as a mail gives it. A field is null where the mail does not give it.</summary>
/// <param name="Name">Without honorific or title, in the script and order of the mail.</param>
/// <param name="Function">The post.</param>
/// <param name="Phone">As written.</param>
public sealed record Person(string? Name, string? Function = null, string? Email = null, string? Phone = null, string? Fax = null, string? Address = null);

/// <param name="Name">As written, legal form and acronym included.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record Organization(string? Name, string? Country = null, string? Website = null, string? Address = null);

/// <summary>An organization put forward.</summary>
public sealed record Nomination(Organization Organization, Person? Contact) : Item;

public enum SeatRole { Representative, Alternate, FocalPoint, Expert }

/// <summary>A person designated for a body.</summary>
/// <param name="Body">Canonical code, or the organization's name as written.</param>
/// <param name="Replaces">Name of the person replaced.</param>
public sealed record Representative(string? Body, SeatRole? Role, Person Person, string? Replaces = null) : Item
{
    /// <summary>First day of the seat, where the mail tells one.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the seat, where the mail tells one.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The mail tells days of a seat, and not plainly whose or which: a person must look.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool TermUnsure { get; init; }

    /// <summary>No word of the mail tells the role: it is that of whomever the person replaces, where the register knows it.</summary>
    public bool RoleSupposed { get; init; }

    /// <summary>It is told that he or she comes for somebody, and not plainly for whom ("je la remplace").</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool ReplacesUnsure { get; init; }
}

public enum WithdrawalOf { Nomination, Representative, Registration }

public sealed record Withdrawal(WithdrawalOf Of, string? Name) : Item
{
    /// <summary>For whom the seat was held that is given up; null where the mail does not say, and all seats of the person are meant.</summary>
    public string? Body { get; init; }

    /// <summary>Last day of the seat, where the mail tells one.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>Details recorded earlier change; person and organization hold the new values only.</summary>
public sealed record Correction(string? Name, Person? Person, Organization? Organization) : Item
{
    /// <summary>The e-mail address is another one, beside that on record.</summary>
    public bool Beside { get; init; }

    /// <summary>The e-mail address is where the member for which the mail speaks wants its letters.</summary>
    public bool Letters { get; init; }
}

/// <summary>A liaison statement (Recommendation ITU-T A.1, 1.5).</summary>
public sealed record Liaison : Item
{
    public string? Reference { get; init; }
    public IReadOnlyList<string> From { get; init; } = [];
    public IReadOnlyList<string> ForAction { get; init; } = [];
    public IReadOnlyList<string> ForComment { get; init; } = [];
    public IReadOnlyList<string> ForInformation { get; init; } = [];
    public IReadOnlyList<string> Cc { get; init; } = [];
    public string? Title { get; init; }
    public DateOnly? Deadline { get; init; }
    public DateOnly? Date { get; init; }
    public Person? Contact { get; init; }
    public string? InReplyTo { get; init; }
    /// <summary>Further statements that it answers, behind the first.</summary>
    public IReadOnlyList<string> AlsoInReplyTo { get; init; } = [];
    public IReadOnlyList<string> Files { get; init; } = [];
}

public enum ActivityCategory { Legal, Technical, Educational, Policy, Strategic, Event }

/// <summary>Work, an issue or an activity on child online protection.</summary>
public sealed record Activity(string? Title) : Item
{
    public ActivityCategory? Category { get; init; }
    public string? Organization { get; init; }
    public string? Country { get; init; }
    public DateOnly? Start { get; init; }
    public DateOnly? End { get; init; }
    public string? Place { get; init; }
    public string? Website { get; init; }
}

public enum PositionTaken { Support, NoObjection, Comment, Objection }

/// <summary>An answer to a consultation.</summary>
/// <param name="Of">What is consulted on, where said.</param>
public sealed record Position(PositionTaken Taken, string? Of) : Item
{
    /// <summary>The mail takes an earlier objection back: it contradicts nothing that was said before.</summary>
    [JsonIgnore]
    public bool Lifts { get; init; }
}

public sealed record QuestionnaireResponse(string Number, string Text);

public sealed record Questionnaire(IReadOnlyList<QuestionnaireResponse> Responses) : Item
{
    /// <summary>Numbers of the questions whose answers are promised for later; empty where none are.</summary>
    public IReadOnlyList<string> Awaited { get; init; } = [];

    /// <summary>All answers that are not given are promised for later: which these are, is known where the questions are.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool RestAwaited { get; init; }
}

public enum AttendanceMode { InPerson, Remote }

/// <summary>A person will attend.</summary>
/// <param name="Meeting">Its first day.</param>
public sealed record Registration(DateOnly? Meeting, AttendanceMode? Mode, Person Person, string? Organization, string? Country) : Item
{
    /// <summary>What the person is in the delegation; null for a member of it, and where nothing is told.</summary>
    public DelegationRank? Rank { get; init; }
}

public enum DelegationRank { Head, Deputy }

/// <summary>A person or body will not attend.</summary>
public sealed record Regret(DateOnly? Meeting, string? Name) : Item;

/// <summary>A document for a meeting.</summary>
public sealed record Contribution(string? Title, string? Source, DateOnly? Meeting, IReadOnlyList<string> Files) : Item;

/// <summary>The report of a meeting, sent for distribution.</summary>
public sealed record Report(DateOnly? Meeting, string? Title, IReadOnlyList<string> Files) : Item;
