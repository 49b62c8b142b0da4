using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>An organization that was invited answers by its own contact: it takes part, or does not. Whatever else answers an invitation is shown to a person (docs/decisions/0161).</summary>
internal static class InvitationAnswered
{
    /// <summary>The invited organization for which the mail answers, or the one that has answered so before; null where none was invited whose contact wrote, or where the answer is not plain.</summary>
    public static OrganizationEntry? Of(MailReading reading, Known known, JudgePolicy policy)
    {
        if (reading.Invitation is not (InvitationAnswer.Accepted or InvitationAnswer.Declined) || reading.AttentionReasons.Any(static reason => !Attention.IsOfInvitation(reason))
            || reading.Mail.Sender is not { } sender || !policy.Trusted.Contains(Mandate.Seat)) return null;
        List<OrganizationEntry> own = [.. known.PersonsWithEmail(sender.Email).SelectMany(person => known.ContactOf(person.Id)).DistinctBy(organization => organization.Id)];
        // Who is the contact of two may speak for either.
        return own is [{ MergedInto: null } one] && (one.State == OrganizationState.Invited || one.State == Said(reading.Invitation)) && IsIts(reading.Respondent, one) ? one : null;
    }

    /// <summary>What an organization is that answers so.</summary>
    private static OrganizationState Said(InvitationAnswer? answer) => answer == InvitationAnswer.Accepted ? OrganizationState.TakingPart : OrganizationState.Declined;

    /// <summary>The mail names no other house than the invited one.</summary>
    private static bool IsIts(Respondent? respondent, OrganizationEntry organization)
    {
        if (respondent?.Country is { } country && organization.Country is { } home && country != home) return false;
        if (respondent?.Body is not null) return false;
        if (respondent?.Organization is not { } house) return true;
        var said = $" {NameKey.Of(house)} ";
        return organization.OtherNames.Prepend(organization.Name).Select(NameKey.Of)
            .Any(name => said.Contains($" {name} ", StringComparison.Ordinal) || $" {name} ".Contains(said, StringComparison.Ordinal));
    }

    /// <summary>The reading without the reason for which a person would have to look at the answer.</summary>
    public static MailReading Settled(MailReading reading)
    {
        List<string> left = [.. reading.AttentionReasons.Where(static reason => !Attention.IsOfInvitation(reason))];
        return reading with { NeedsAttention = left.Count > 0, AttentionReasons = left };
    }

    public static void Place(OrganizationEntry organization, InvitationAnswer? answer, EntryDraft entries)
    {
        var state = Said(answer);
        if (organization.State == state || organization.Stamps.TryGetValue("state", out var stamp) && stamp > entries.At) return;
        entries.Put(organization, organization with { State = state }, organization.Name, new FieldChange("state", organization.State.ToString(), state.ToString()));
    }
}
