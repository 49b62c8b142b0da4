using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>
/// Whom a mail means that names somebody in the matter of a meeting. Within one delegation a short name is enough: "T. V. Orlova will not attend" takes back whoever was registered in full
/// (docs/decisions/0114). Whoever another house registered is nobody's but a person's to decide.
/// </summary>
internal static class NamedParticipant
{
    /// <param name="Registered">What stands for the person and the meeting; null where nothing does.</param>
    /// <param name="Person">Null where nobody on record is meant.</param>
    /// <param name="Doubt">Why a person must say, with those who may be meant; null where it is plain.</param>
    internal sealed record Finding(RegistrationEntry? Registered, PersonEntry? Person, string? Doubt)
    {
        public static readonly Finding Nobody = new(null, null, null);
    }

    /// <summary>Who does not come: somebody of the own delegation, or of the own body, by whatever form of the name.</summary>
    public static Finding Gone(string? name, MeetingEntry meeting, MailContext mail, Known known)
    {
        if (string.IsNullOrWhiteSpace(name)) return Finding.Nobody;
        var all = Registered(meeting, known);
        var own = all.Where(entry => IsOwn(entry, mail, known)).ToList();
        var meant = ShortName.Meant(name, own, entry => entry.Name);
        if (meant.Count > 1 && meant.Where(entry => entry.Live).ToList() is [var coming]) meant = [coming];
        if (meant is [var only]) return new Finding(only, known.Person(only.PersonId), null);
        if (meant.Count > 1) return new Finding(null, null, $"{name} may be {Names(meant)}");
        if (ShortName.Meant(name, OfHouse(mail, known), person => person.Name) is { Count: > 0 } people)
            return people is [var one] ? new Finding(null, one, null) : new Finding(null, null, $"{name} may be {Predecessor.Names(people)}");
        // Accepted by a person, it is the one of whom the reason tells.
        return ShortName.Meant(name, all.Where(entry => entry.Live && !IsOwn(entry, mail, known)), entry => entry.Name) switch
        {
            [] => Finding.Nobody,
            [var other] => new Finding(other, known.Person(other.PersonId), $"{name} may be {Names([other])}, whom another house has registered"),
            var others => new Finding(null, null, $"{name} may be {Names(others)}"),
        };
    }

    /// <summary>Who comes and is on record already, under a shorter name or a longer one.</summary>
    public static Finding Coming(Registration told, MailContext mail, Known known)
    {
        if (told.Person is not { Name: { } name, Email: var email } || known.PersonsWithEmail(email).Any()) return Finding.Nobody;
        var replaced = mail.Items.Select(item => item switch { Regret regret => regret.Name, Withdrawal { Of: WithdrawalOf.Registration } withdrawal => withdrawal.Name, _ => null }).OfType<string>().ToList();
        var own = OfHouse(mail, known).Where(person => (ShortName.IsShort(name) || ShortName.IsShort(person.Name)) && (email is null || person.Addresses.Count == 0)
            && !replaced.Exists(gone => ShortName.Fits(gone, person.Name)));
        return ShortName.Meant(name, own, person => person.Name) switch
        {
            [] => Finding.Nobody,
            [var only] when NameKey.Of(only.Name) == NameKey.Of(name) => Finding.Nobody,
            [var only] => new Finding(null, only, ShortName.IsSurnameAlone(name) || ShortName.IsSurnameAlone(only.Name) ? $"{name} may be {only.Name}, who is on record" : null),
            var several => new Finding(null, null, $"{name} may be {Predecessor.Names(several)}"),
        };
    }

    private static List<RegistrationEntry> Registered(MeetingEntry meeting, Known known) =>
        [.. known.All<RegistrationEntry>().Where(entry => entry.MeetingId == meeting.Id && known.Person(entry.PersonId) is not null)];

    /// <summary>Delegates of the house at any meeting, and holders of seats of the body for which the mail speaks.</summary>
    private static List<PersonEntry> OfHouse(MailContext mail, Known known)
    {
        var today = known.DayOf(mail.At);
        var bodies = new[] { mail.Respondent?.Body, mail.Respondent?.Organization, mail.Speaker?.Body, mail.Speaker?.Name }.OfType<string>().DistinctBy(NameKey.Of);
        return [.. known.All<RegistrationEntry>().Where(entry => IsOwn(entry, mail, known)).Select(entry => entry.PersonId)
            .Concat(bodies.SelectMany(known.SeatsFor).Where(seat => seat.HoldsOn(today)).Select(seat => (long?)seat.PersonId))
            .Select(known.Person).OfType<PersonEntry>().DistinctBy(person => person.Id)];
    }

    /// <summary>Whether the sender, or somebody of the same house or State, registered the person, or it is one of them.</summary>
    internal static bool IsOwn(RegistrationEntry entry, MailContext mail, Known known)
    {
        if (mail.IsFromOfficer || House.IsOne(entry.ToldBy, mail.Sender) || known.Person(entry.PersonId)?.Addresses.Any(address => House.IsOne(address.Email, mail.Sender)) == true) return true;
        if (mail.Speaker is { Sort: MemberSort.Administration, Country: { } country } && entry.Country == country) return true;
        return NameKey.Of(entry.Organization) is { Length: > 0 } house
            && new[] { mail.Speaker?.Name, mail.Speaker?.Body }.Any(own => NameKey.Of(own) == house);
    }

    private static string Names(IEnumerable<RegistrationEntry> entries) => string.Join(", ", entries.Select(entry => entry.ToldBy is { } by ? $"{entry.Name} ({by})" : entry.Name));
}
