namespace JcaCop.Register.Entries.Liaisons;

/// <summary>What a liaison statement asks of an addressee (Recommendation ITU-T A.1, 1.5.1).</summary>
public enum LiaisonPurpose { Action, Comment, Information, Copy }

/// <summary>Which way a statement went.</summary>
public enum LiaisonWay { Incoming, Outgoing }

public enum LiaisonState
{
    /// <summary>Incoming, filed; nobody was told yet.</summary>
    Received,
    /// <summary>Incoming: acknowledged, and passed on to those concerned.</summary>
    Routed,
    /// <summary>Outgoing: a text without number.</summary>
    Draft,
    /// <summary>Outgoing: the chairman agreed; it has its number.</summary>
    Approved,
    /// <summary>Outgoing: it left.</summary>
    Sent,
    /// <summary>A statement that answers it came or went.</summary>
    Answered,
    /// <summary>Nothing more is to be done. Silence alone never closes a statement that asks for action.</summary>
    Closed,
    /// <summary>Outgoing: the chairman said no, or the secretariat gave it up.</summary>
    Withdrawn,
}

/// <summary>One addressee with what is asked of it.</summary>
/// <param name="Body">Canonical code, or the name as written.</param>
public sealed record LiaisonAddressee(string Body, LiaisonPurpose Purpose);

/// <summary>A contact as the statement gives it.</summary>
public sealed record LiaisonContact(string? Name, string? Email, string? Phone);
