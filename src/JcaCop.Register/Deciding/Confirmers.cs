using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>
/// Who may confirm what waits because its sender is not known to speak for whom it concerns: those on record whose own word would have been enough (DESIGN, 6).
/// Pure. The persons whom it is about come first; then, for whom a State sends into a body, the State itself; then the holders of seats, then the member.
/// </summary>
public static class Confirmers
{
    /// <summary>One word of one of them is enough; more than a few would be a mailing.</summary>
    private const int Most = 3;

    /// <param name="today">Seats are asked for that day.</param>
    /// <returns>Addresses; empty where nobody on record could confirm it.</returns>
    public static IReadOnlyList<string> Of(Item item, HeldMail held, JudgePolicy policy, DateOnly today)
    {
        var (known, mail) = (held.Known, held.Mail);
        return Chosen(Candidates(), held.Sender, policy, address => SenderMandate.Confirms(new MailAddress(null, address), held.Sender, mail.Respondent, item, known, policy, mail.At, today));

        IEnumerable<string?> Candidates()
        {
            var (country, body) = SenderMandate.MatterOf(item, mail.Respondent);
            foreach (var person in EntryOwners.Of(item, mail.Respondent, mail.Sender, known, policy.Official, mail.At).SelectMany(owners => owners.Persons)) yield return AddressOf(person);
            // Whom a State sends into a body is the State's word, and neither the body's nor that of others who are sent there.
            var state = item is Representative && Domains.IsBodyCode(body) && mail.Respondent is { Country: not null, Body: null } ? country : null;
            var members = new[] { state is null ? body : null, country is null ? null : MemberEntry.CountryName(country) }
                .SelectMany(name => known.Named<MemberEntry>(EntryKind.Member, name)).Where(member => member.Active).ToList();
            if (state is not null)
                foreach (var member in members) yield return AddressOf(member);
            // Who puts an organization forward in a member's name is confirmed by the member, and not by whom the organization names as its own.
            if (item is not Nomination || members.Count == 0 || NameKey.Of(mail.Respondent?.Organization) == NameKey.Of(body))
            {
                foreach (var seat in known.SeatsFor(body).Where(seat => seat.HoldsOn(today)))
                {
                    var voice = SeatVoice.Of(seat, known, policy.Official);
                    if (state is null ? !voice.IsForeign : voice.IsForeign && voice.Country == state) yield return AddressOf(known.Person(seat.PersonId));
                }
                if (known.FindOrganization(body, country) is { } organization) yield return AddressOf(known.Person(organization.ContactId));
            }
            foreach (var member in members) yield return AddressOf(member);
        }
    }

    /// <summary>Who may say whether an answer to a call is the member's own: its addresses on record.</summary>
    public static IReadOnlyList<string> Of(CallAnswer answer, HeldMail held, JudgePolicy policy) =>
        held.Known.Filed<MemberEntry>(EntryKind.Member, answer.MemberId) is { Active: true } member ? Chosen(member.Addresses.Select(AddressOf), held.Sender, policy, _ => true) : [];

    private static IReadOnlyList<string> Chosen(IEnumerable<string?> candidates, MailAddress sender, JudgePolicy policy, Func<string, bool> may) =>
    [
        .. candidates.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(address => !address.Equals(sender.Email, StringComparison.OrdinalIgnoreCase)
                && !policy.OwnAddresses.Concat(policy.Officers).Contains(address, StringComparer.OrdinalIgnoreCase) && may(address))
            .Take(Most),
    ];

    private static string? AddressOf(PersonEntry? person) => person?.Addresses.Select(AddressOf).FirstOrDefault(address => address is not null);

    private static string? AddressOf(MemberEntry member) => member.Addresses.Select(AddressOf).FirstOrDefault(address => address is not null);

    private static string? AddressOf(PersonAddress address) => address.Reachability == Reachability.Unreachable ? null : address.Email;
}
