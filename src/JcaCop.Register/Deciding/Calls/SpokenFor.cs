using JcaCop.Reading;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>For which member a mail speaks, and by what right.</summary>
/// <param name="Member">Null where none is known.</param>
/// <param name="Mandate"><see cref="Mandate.Other"/> where only the mail itself says so.</param>
/// <param name="Why">One sentence for the reviewer.</param>
public sealed record SpokenFor(MemberEntry? Member, Mandate Mandate, string Why)
{
    /// <summary>The strongest proof first: an address or seat on record, an official domain, the mail's own word.</summary>
    /// <param name="today">Seats are asked for that day.</param>
    public static SpokenFor Find(MailReading reading, Known known, OfficialDomains official, DateOnly today) => Find(reading.Mail.Sender, reading.Respondent, known, official, today);

    /// <inheritdoc cref="Find(MailReading, Known, OfficialDomains, DateOnly)"/>
    public static SpokenFor Find(MailAddress? from, Respondent? respondent, Known known, OfficialDomains official, DateOnly today)
    {
        var told = Told(respondent, known);
        if (from is not { } sender) return new SpokenFor(told, Mandate.Other, "the mail has no sender");

        if (OnRecord(sender.Email, respondent, told, known, official, today) is { } recorded) return recorded;

        var domain = sender.Domain;
        if (OfDomain(domain, known, official, told) is { } member)
            return told is null || told.Id == member.Id
                ? new SpokenFor(member, Mandate.Domain, $"{domain} is an official domain of {member.Name}")
                : new SpokenFor(told, Mandate.Other, $"{domain} speaks for {member.Name}, the mail for {told.Name}");
        return new SpokenFor(told, Mandate.Other, told is null ? "no member is known for whom it speaks" : $"{domain} is neither an address on record nor an official domain of {told.Name}");
    }

    /// <summary>The member; null where only the mail itself says so.</summary>
    internal MemberEntry? Proved => Mandate == Mandate.Other ? null : Member;

    /// <summary>The member for which somebody on record speaks, by an address of the member or by a seat; of several the one that a mail speaks for.</summary>
    internal static MemberEntry? OnRecord(string email, Respondent? respondent, Known known, OfficialDomains official, DateOnly today) =>
        OnRecord(email, respondent, Told(respondent, known), known, official, today)?.Proved;

    private static SpokenFor? OnRecord(string email, Respondent? respondent, MemberEntry? told, Known known, OfficialDomains official, DateOnly today)
    {
        if (One(Active(known, email), told) is { } own)
            return Contradicts(respondent, own, known) ? Mismatch(own, $"{email} is an address of {own.Name}") : new SpokenFor(own, Mandate.Seat, $"{email} is an address of {own.Name} on record");

        var seated = new List<(MemberEntry Member, PersonEntry Person, SeatVoice Voice)>();
        foreach (var person in known.PersonsWithEmail(email))
            foreach (var seat in known.SeatsOf(person.Id).Where(seat => seat.HoldsOn(today)))
            {
                var voice = SeatVoice.Of(seat, known, official);
                var members = voice.Members.Where(member => IsActive(member, known)).ToList();
                if (members.Count == 0 && DesignatedBy(seat, known, official, told) is { } designating) members = [designating];
                seated.AddRange(members.Select(member => (member, person, voice)));
            }
        if (seated.Count == 0) return null;
        // "The Administration of Norway supports …" from a group's own address is another member's word, though the group has no country to be contradicted by.
        var fitting = seated.FindAll(one => !Contradicts(respondent, one.Member, known) && (told is null || told.Id == one.Member.Id || respondent?.Body is not null || one.Member.Country is not null));
        if (told is not null && fitting.Find(one => one.Member.Id == told.Id) is { Member: { } meant } said) return new SpokenFor(meant, Mandate.Seat, Holds(said));
        if (fitting.Count == 0) return Mismatch(seated[0].Member, Holds(seated[0]));
        // The mail does not say for whom it speaks.
        if (fitting.DistinctBy(one => one.Member.Id).Count() > 1)
        {
            var several = string.Join(" or for ", fitting.Select(one => one.Member.Name).Distinct(StringComparer.Ordinal));
            return new SpokenFor(fitting[0].Member, Mandate.Other, $"{email} may speak for {several}, and the mail does not say for which");
        }
        var only = fitting[0];
        return only.Voice.IsCertain ? new SpokenFor(only.Member, Mandate.Seat, Holds(only))
            : new SpokenFor(only.Member, Mandate.Other, $"nobody on record designated {only.Person.Name ?? email}, and the mail does not say for whom it speaks");

        string Holds((MemberEntry Member, PersonEntry Person, SeatVoice Voice) one) => $"{one.Person.Name ?? email} holds a seat for {one.Member.Name}";

        SpokenFor Mismatch(MemberEntry member, string proof) =>
            new(told ?? member, Mandate.Other, $"{proof}, and the mail speaks for {told?.Name ?? respondent?.Body ?? respondent?.Country ?? "somebody else"}; not for {member.Name}");
    }

    private static bool IsActive(MemberEntry member, Known known) => member.Active || MayAnswer(member, known);

    /// <summary>Whether the mail names a body, a State or a member, and none that it names is this one. Where it names several, one is enough: a delegate signs with both.</summary>
    private static bool Contradicts(Respondent? respondent, MemberEntry member, Known known)
    {
        if (respondent is null) return false;
        var organization = One(Active(known, respondent.Organization), null);
        if (respondent.Body is { } body && new[] { member.Body, member.Name }.Any(name => name is not null && NameKey.Of(name) == NameKey.Of(body)) || organization?.Id == member.Id) return false;
        // Of whom has no country the country that a telephone number tells says nothing.
        var national = respondent.Country is not null && member.Country is not null;
        if (national && respondent.Country == member.Country) return false;
        return respondent.Body is not null || national || organization is not null;
    }

    /// <summary>Whether a mail names the member as the one it speaks for: its body or organization is the member, or its country alone is named and no organization.</summary>
    internal static bool IsNamed(Respondent? respondent, long memberId, Known known) =>
        Told(respondent, known)?.Id == memberId
        && (respondent!.Body is not null || respondent.Organization is null || One(Active(known, respondent.Organization), null)?.Id == memberId);

    /// <summary>Whom the mail itself says it speaks for.</summary>
    private static MemberEntry? Told(Respondent? respondent, Known known)
    {
        if (respondent is null) return null;
        if (respondent.Body is { } body) return One(Active(known, body), null);
        return One(Active(known, respondent.Organization), null)
            ?? (respondent.Country is { } country ? One(Active(known, MemberEntry.CountryName(country)), null) : null);
    }

    /// <summary>A seat of no organization, given by somebody who speaks for the member: the member's own person.</summary>
    private static MemberEntry? DesignatedBy(SeatEntry seat, Known known, OfficialDomains official, MemberEntry? told)
    {
        if (seat.OrganizationId is not null || Domains.IsBodyCode(seat.Body) || seat.NominatedBy is not { } by) return null;
        return One(Active(known, by), told) ?? OfDomain(new MailAddress(null, by).Domain, known, official, told);
    }

    private static MemberEntry? OfDomain(string domain, Known known, OfficialDomains official, MemberEntry? told)
    {
        if (domain.Length == 0 || Domains.IsFreeMail(domain)) return null;
        if (official.MemberOf(domain) is { } name)
            return One(Active(known, OfficialDomains.IsCountry(name) ? MemberEntry.CountryName(name) : name), told);
        if (Domains.GovernmentOf(domain) is { } country && One(Active(known, MemberEntry.CountryName(country)), told) is { } administration) return administration;
        if (told?.Body is { } body && Domains.IsOfBody(domain, body)) return told;
        return One(Active(known, MemberEntry.DomainName(domain)), told);
    }

    /// <summary>Members of this name; where none is left, those that were removed and may answer still.</summary>
    private static List<MemberEntry> Active(Known known, string? name)
    {
        var named = known.Named<MemberEntry>(EntryKind.Member, name).ToList();
        return named.Exists(member => member.Active) ? named.FindAll(member => member.Active) : named.FindAll(member => MayAnswer(member, known));
    }

    /// <summary>Whether it was asked by a call that is open still: who was removed since may answer that one (docs/decisions/0024).</summary>
    internal static bool MayAnswer(MemberEntry member, Known known) =>
        known.All<CallEntry>().Any(call => call.Live && known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.Between(EntryKind.Call, call.Id, member.Id)).Any());

    /// <summary>The only one; of several that one which the mail names.</summary>
    private static MemberEntry? One(List<MemberEntry> members, MemberEntry? told) => members is [var only] ? only : members.Find(member => member.Id == told?.Id);
}
