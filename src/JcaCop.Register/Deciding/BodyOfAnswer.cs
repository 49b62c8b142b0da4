using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>The body of a designation that names none, in a mail that is the answer of a known member: the member itself. For what a person accepts, never for what is recorded unseen. Pure.</summary>
internal static class BodyOfAnswer
{
    /// <summary>Whether neither the designation nor its mail says for which body it is.</summary>
    public static bool IsLacking(Item item, Respondent? respondent) =>
        item is Representative { Body: null or "" } && respondent is not ({ Body: not null } or { Organization: not null });

    /// <param name="told">What the mail was taken to answer; null where it is about no call.</param>
    /// <returns>The item as it is where it names a body, or where no member is proved to speak.</returns>
    public static Item Filled(Item item, CallAnswer? told, MailContext mail, Known known)
    {
        // What an officer passes on is nobody's of the group; what the mail alone claims to be is said by the person who accepts it.
        if (mail.IsFromOfficer || !IsLacking(item, mail.Respondent)) return item;
        var asked = told is { MemberId: { } answering, Mandate: not Mandate.Other } ? known.Filed<MemberEntry>(EntryKind.Member, answering) : null;
        if ((asked ?? mail.Speaker) is not { } member) return item;
        var seat = (Representative)item;
        var body = member.Body ?? member.Name;
        // Who follows somebody with a seat elsewhere is meant for that seat, and not for one of the member.
        var held = known.OpenSeatsOf(seat.Replaces).ToList();
        return held.Count > 0 && !held.Exists(one => NameKey.Of(one.Body) == NameKey.Of(body)) ? item : seat with { Body = body };
    }
}
