using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding;

/// <summary>Tells whether the sender may speak in the matter of an item (DESIGN, 6): by a seat, by an official domain, or not.</summary>
public static class SenderMandate
{
    /// <summary>The mandate and the sentence that proves it.</summary>
    /// <param name="at">When the mail arrived, UTC.</param>
    public static (Mandate Mandate, string Why) For(MailAddress? sender, Respondent? respondent, Item item, Known known, OfficialDomains official, DateTimeOffset at)
    {
        if (sender is null) return (Mandate.Other, "the mail has no sender");
        var today = known.DayOf(at);
        // Who may speak for a country may not for that take back, correct or overwrite what belongs to another member.
        if (EntryOwners.Of(item, respondent, sender.Email, known, official, at).FirstOrDefault(owners => !Owns(sender, owners, known, official, today)) is { } others)
            return (Mandate.Other, others.Changed is { } person ? $"{sender.Email} does not speak for {person}, whose details it changes" : $"{sender.Email} does not speak for whom the entry belongs to");
        return BySender(sender, respondent, item, known, official, today);
    }

    /// <summary>
    /// Whether somebody who is on record may confirm what a sender told: whoever's own word would have been enough, by a seat, together with what the sender may say.
    /// </summary>
    /// <param name="at">When the mail arrived, UTC.</param>
    /// <param name="today">On which the confirmation is asked for.</param>
    internal static bool Confirms(MailAddress confirmer, MailAddress sender, Respondent? respondent, Item item, Known known, JudgePolicy policy, DateTimeOffset at, DateOnly today)
    {
        var told = known.DayOf(at);
        var foreign = EntryOwners.Of(item, respondent, sender.Email, known, policy.Official, at).Where(owners => !Owns(sender, owners, known, policy.Official, told)).ToList();
        return foreign.All(owners => !owners.AreUnknown && Owns(confirmer, owners, known, policy.Official, today))
            && ((foreign.Count > 0 && policy.Trusted.Contains(BySender(sender, respondent, item, known, policy.Official, told).Mandate))
                || BySender(confirmer, respondent, item, known, policy.Official, today).Mandate == Mandate.Seat);
    }

    /// <summary>The country and the body or organization that an item is about, or that the mail speaks for; nulls where none is named.</summary>
    internal static (string? Country, string? Body) MatterOf(Item item, Respondent? respondent) =>
        (CountryOf(item) ?? respondent?.Country, BodyOf(item) ?? respondent?.Body ?? respondent?.Organization);

    private static bool Owns(MailAddress sender, EntryOwners owners, Known known, OfficialDomains official, DateOnly today)
    {
        if (owners.AreUnknown || owners.Has(sender.Email)) return true;
        var members = known.Named<MemberEntry>(EntryKind.Member, sender.Email).Where(member => member.Active).ToList();
        var seats = known.PersonsWithEmail(sender.Email).SelectMany(person => known.SeatsOf(person.Id)).Where(seat => seat.HoldsOn(today))
            .Select(seat => (Seat: seat, Voice: SeatVoice.Of(seat, known, official))).ToList();
        var speaks = official.MemberOf(sender.Domain);
        var countries = members.Select(member => member.Country)
            .Concat(seats.Select(one => one.Voice is { IsBodys: false, IsCertain: true } ? one.Voice.Country : CountryOf(one.Seat, known.Organization(one.Seat.OrganizationId), known, official)))
            .Append(speaks is null ? Domains.GovernmentOf(sender.Domain) : OfficialDomains.IsCountry(speaks) ? speaks : null).OfType<string>().ToList();
        // Whom a State has sent into a body does not speak for the body, and not for what other States have sent there.
        var names = members.SelectMany(member => new[] { member.Name, member.Body })
            .Concat(seats.SelectMany(one => one.Voice.IsBodys ? [one.Seat.Body] : one.Voice.IsCertain ? one.Voice.Members.Select(member => member.Name) : [])).Append(speaks).OfType<string>().ToList();
        return owners.Include(countries, names);
    }

    private static (Mandate Mandate, string Why) BySender(MailAddress sender, Respondent? respondent, Item item, Known known, OfficialDomains official, DateOnly today)
    {
        var country = CountryOf(item) ?? respondent?.Country;
        // What is answered is answered for whom the mail names: a delegate writes for the own State, or for the body.
        var body = BodyOf(item) ?? (item is Position or Questionnaire && Domains.IsBodyCode(respondent?.Body) ? respondent!.Body : null);

        foreach (var person in known.PersonsWithEmail(sender.Email))
        {
            if (OfSelf(item) is { } name && person.Name is not null && NameKey.Of(person.Name) == NameKey.Of(name) && known.Named<RegistrationEntry>(EntryKind.Registration, RegistrationEntry.OfPerson(person.Id)).Any())
                return (Mandate.Seat, $"{person.Name} is registered with this address");
            foreach (var seat in known.SeatsOf(person.Id).Where(seat => seat.HoldsOn(today)))
                if (Covers(seat, person, item, respondent, known, official, body, country))
                    return (Mandate.Seat, $"{person.Name ?? sender.Email} holds a seat for {seat.Body}");
            foreach (var organization in known.ContactOf(person.Id).Where(o => o.State != OrganizationState.Withdrawn))
                if (Same(organization, body) || (Agree(organization.Country, country) && IsBacked(organization.NominatedBy, organization, known, official)))
                    return (Mandate.Seat, $"{person.Name ?? sender.Email} is the contact of {organization.Name}");
        }

        foreach (var member in known.Named<MemberEntry>(EntryKind.Member, sender.Email))
            if ((item is Position or Questionnaire && SpokenFor.MayAnswer(member, known) ? member with { Active = true } : member) is var writes
                && (Covers(writes, body, country) || body is null && IsOwnMatter(writes, respondent) || IsSending(writes, item, respondent)))
                return (Mandate.Seat, $"{sender.Email} is an address of {member.Name} on record");

        var domain = sender.Domain;
        if (official.MemberOf(domain) is { } speaks)
            return OfficialDomains.Covers(speaks, country, body, respondent?.Organization, respondent?.Body)
                ? (Mandate.Domain, $"{domain} speaks for {speaks}")
                : (Mandate.Other, $"{domain} speaks for {speaks} alone");
        if (Domains.GovernmentOf(domain) is { } government && (country is null || government == country))
            return (Mandate.Domain, $"{domain} is an official domain of {government}");
        if (body is not null && Domains.IsOfBody(domain, body))
            return (Mandate.Domain, $"{domain} is the domain of {body}");
        if (known.Named<MemberEntry>(EntryKind.Member, MemberEntry.DomainName(domain)).ToList() is [var host] && Covers(host, body, country))
            return (Mandate.Domain, $"{domain} is the domain of {host.Name}");
        if (Domains.IsFreeMail(domain)) return (Mandate.Other, $"{domain} gives addresses to anybody");
        if (DomainsOf(item, item is Representative ? body ?? respondent?.Body ?? respondent?.Organization : body, country, domain, known, official).FirstOrDefault(other => SameOwner(domain, other)) is { } own)
            return (Mandate.Domain, $"the sender's domain is that of the organization ({own})");
        if (known.FindOrganization(respondent?.Organization, respondent?.Country) is { } house
            && SameOwner(domain, Domains.HostOf(house.Website)))
            return (Mandate.Domain, $"{domain} is the domain of {house.Name}");
        return (Mandate.Other, $"{domain} is neither a seat's address nor an official domain");
    }

    /// <summary>Reports of meetings come from the chairman, or from the secretariat for the chairman.</summary>
    public static (Mandate Mandate, string Why) OfOfficer(string? sender, IReadOnlyCollection<string> officers) =>
        sender is not null && officers.Contains(sender, StringComparer.OrdinalIgnoreCase)
            ? (Mandate.Seat, $"{sender} is an officer of the group") : (Mandate.Other, $"{sender ?? "its sender"} is neither the chairman nor of the secretariat");

    private static bool Covers(SeatEntry seat, PersonEntry holder, Item item, Respondent? respondent, Known known, OfficialDomains official, string? body, string? country)
    {
        var voice = SeatVoice.Of(seat, known, official);
        if (body is not null && NameKey.Of(seat.Body) == NameKey.Of(body))
        {
            // Whom a State has sent speaks for the body no more than any other delegate, but may say whom the State sends there.
            if (voice.IsBodys || item is Representative && (country is null ? voice.IsCertain && respondent?.Body is null : voice.Country == country)) return true;
            // The register does not tell in whose name the seat was filled: what speaks for no State is the body's.
            if (!voice.IsCertain && country is null) return true;
        }
        // Any recognized seat answers for its member, where the mail names nobody else.
        if (item is Position or Questionnaire && body is null && country is null && voice is { IsCertain: true, Members.Count: > 0 }) return true;
        if (voice is { IsBodys: false, IsCertain: true } && voice.Members.Any(member => Covers(member, body, country))) return true;
        return known.Organization(seat.OrganizationId ?? holder.OrganizationId) is { } organization && (Same(organization, body) || Agree(CountryOf(seat, organization, known, official), country));
    }

    /// <summary>The country for which the holder of a seat of an organization speaks; null where the organization put the holder forward by itself.</summary>
    private static string? CountryOf(SeatEntry seat, OrganizationEntry? organization, Known known, OfficialDomains official) =>
        organization is not null && IsBacked(seat.NominatedBy, organization, known, official) ? organization.Country : null;

    /// <summary>Whether an organization, or a person of it, was put forward in the name of its country: by its government or a member, or by the secretariat's own verb. Anybody can put the own one forward.</summary>
    /// <param name="by">Address, or the account that gave an order.</param>
    internal static bool IsBacked(string? by, OrganizationEntry organization, Known known, OfficialDomains official)
    {
        if (by is null || organization.Country is not { } country) return false;
        if (!by.Contains('@', StringComparison.Ordinal)) return true;
        var domain = new MailAddress(null, by).Domain;
        return (official.MemberOf(domain) ?? Domains.GovernmentOf(domain))?.Equals(country, StringComparison.OrdinalIgnoreCase) == true
            || known.Named<MemberEntry>(EntryKind.Member, by).Any(member => member.Active && member.Country == country);
    }

    private static bool Same(OrganizationEntry organization, string? name) =>
        name is not null && organization.OtherNames.Prepend(organization.Name).Any(other => NameKey.Of(other) == NameKey.Of(name));

    /// <summary>A member speaks in its own matter: an administration for its country, and where neither country nor body is named.</summary>
    private static bool Covers(MemberEntry member, string? body, string? country) =>
        member.Active && (Agree(member.Country, country) || Same(member, body) || (member.Country is not null && country is null && !Domains.IsBodyCode(body)));

    /// <summary>"We designate Ms X for Study Group 17": from the State's own address that is the State's delegate there, and the group is not who writes.</summary>
    private static bool IsSending(MemberEntry member, Item item, Respondent? respondent) => member is { Active: true, Country: not null } && item is Representative { Body: { } body }
        && Domains.IsBodyCode(body) && respondent?.Country is null && (respondent?.Body is null || NameKey.Of(respondent.Body) == NameKey.Of(body));

    /// <summary>What a member without a country sends from its address is its own matter, unless the mail speaks for somebody else: a unit of the member is none.</summary>
    private static bool IsOwnMatter(MemberEntry member, Respondent? respondent)
    {
        if (!member.Active || member.Country is not null) return false;
        if (respondent?.Body is { } body && !Same(member, body)) return false;
        return respondent?.Organization is not { } house || Same(member, house) || $" {NameKey.Of(house)} ".Contains($" {NameKey.Of(member.Name)} ", StringComparison.Ordinal);
    }

    private static bool Same(MemberEntry member, string? name) =>
        name is not null && new[] { member.Name, member.Body }.Any(other => other is not null && NameKey.Of(other) == NameKey.Of(name));

    private static bool Agree(string? one, string? other) => one is not null && one == other;

    private static bool SameOwner(string domain, string? other) =>
        other is not null && !Domains.IsFreeMail(other) && Domains.Owner(domain) == Domains.Owner(other);

    /// <summary>Who does not come, where somebody may say so for oneself.</summary>
    private static string? OfSelf(Item item) => item switch
    {
        Regret regret => regret.Name,
        Withdrawal { Of: WithdrawalOf.Registration } withdrawal => withdrawal.Name,
        _ => null,
    };

    private static string? CountryOf(Item item) => item switch
    {
        Nomination nomination => nomination.Organization.Country,
        Correction correction => correction.Organization?.Country,
        Activity activity => activity.Country,
        Registration registration => registration.Country,
        _ => null,
    };

    private static string? BodyOf(Item item) => item switch
    {
        Nomination nomination => nomination.Organization.Name,
        Representative representative => representative.Body,
        Withdrawal withdrawal => withdrawal.Name,
        Correction correction => correction.Name,
        Liaison liaison => liaison.From is [var first, ..] ? first : null,
        Activity activity => activity.Organization,
        Registration registration => registration.Organization,
        Contribution contribution => contribution.Source,
        _ => null,
    };

    /// <summary>
    /// Domains that an item gives the organization that it is about. They prove nothing for a study group, standards body or member, whose domains are known, nor
    /// where the register knows the organization by another domain: anybody can write such an item from the own one.
    /// </summary>
    private static IEnumerable<string?> DomainsOf(Item item, string? body, string? country, string domain, Known known, OfficialDomains official)
    {
        if (item is Activity) return Told(item);
        if (Domains.IsBodyCode(body) || known.Named<MemberEntry>(EntryKind.Member, body).Any(member => member.Active)) return [];
        return known.FindOrganization(body, country) is { } organization && !EntryOwners.OfOrganization(organization, known, official).MayLiveAt(domain) ? [] : Told(item);
    }

    private static IEnumerable<string?> Told(Item item) => item switch
    {
        Nomination nomination => [Domains.HostOf(nomination.Organization.Website), DomainOf(nomination.Contact?.Email)],
        Representative representative => [DomainOf(representative.Person.Email)],
        Correction correction => [Domains.HostOf(correction.Organization?.Website), DomainOf(correction.Person?.Email)],
        Registration registration => [DomainOf(registration.Person.Email)],
        Liaison liaison => [DomainOf(liaison.Contact?.Email)],
        Activity activity => [Domains.HostOf(activity.Website)],
        _ => [],
    };

    private static string? DomainOf(string? email) => email is null ? null : new MailAddress(null, email).Domain is { Length: > 0 } domain ? domain : null;
}
