namespace JcaCop.Register.Deciding;

/// <summary>Why a sender may speak for a member (DESIGN, 6), strongest first.</summary>
public enum Mandate
{
    /// <summary>Holds an open seat, or is the contact of an organization in the register.</summary>
    Seat,
    /// <summary>Writes from the official domain of the member or organization.</summary>
    Domain,
    /// <summary>Neither: what they send is announced, and waits for a seat or the secretariat.</summary>
    Other,
    /// <summary>A person of the secretariat accepted it.</summary>
    Secretariat,
}
