using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Entries;

namespace JcaCop.Register.Deciding.Meetings;

/// <summary>Records who comes to a meeting, who comes in whose place, and who does not. The newer word counts.</summary>
internal static class RegistrationPlacing
{
    public static void Place(Registration told, MailContext mail, EntryDraft entries)
    {
        if (MeetingMatch.Find(told.Meeting, mail, entries.Known).Meeting is not { } meeting) return;
        var (organization, country) = HomeOf(told, mail.Respondent);
        var supposed = HomeOf(told.Organization, mail, entries.Known);
        var mention = PersonOf(told, mail.Respondent, mail.IsFromOfficer ? null : mail.Sender, entries.Known) with { Meant = NamedParticipant.Coming(told, mail, entries.Known).Person };
        if (entries.Person(mention) is not { } person) return;
        Write(meeting, person.Id, person.Name ?? person.Email ?? person.Phone ?? "", organization, country, supposed, told.Mode, RegistrationState.Registered, Replaced(told, mail), mail, entries, told.Rank);
    }

    /// <summary>The person of whom a registration tells.</summary>
    /// <param name="sender">Address of whoever registers; null where the secretariat does.</param>
    public static PersonMention PersonOf(Registration told, Respondent? respondent, string? sender, Known known)
    {
        var (organization, country) = HomeOf(told, respondent);
        return new PersonMention(told.Person, known.FindOrganization(organization, country)?.Id) { House = new House(organization, null, sender, country) };
    }

    private static (string? Organization, string? Country) HomeOf(Registration told, Respondent? respondent) =>
        (told.Organization ?? respondent?.Organization ?? respondent?.Body, told.Country ?? respondent?.Country);

    /// <summary>
    /// Where a mail names no house or country: that of the member for which its sender speaks, unless it tells of somebody from elsewhere. Whom a State names is its delegate, from whichever
    /// of its houses.
    /// </summary>
    private static (string? Organization, string? Country) HomeOf(string? told, MailContext mail, Known known)
    {
        if (mail.Speaker is not { } member || mail.IsFromOfficer) return (null, null);
        var own = told is null || NameKey.Of(told) == NameKey.Of(mail.Respondent?.Organization) || NameKey.Of(told) == NameKey.Of(member.Name)
            || member.Sort == MemberSort.Administration && !Domains.IsBodyCode(told) && known.FindOrganization(told, null)?.Country is var home && (home is null || home == member.Country);
        return (member.Sort == MemberSort.Administration ? null : member.Name, own ? member.Country : null);
    }

    public static void Place(Regret told, MailContext mail, EntryDraft entries)
    {
        if (string.IsNullOrWhiteSpace(told.Name) || MeetingMatch.Find(told.Meeting, mail, entries.Known).Meeting is not { } meeting) return;
        if (IsBody(told.Name, mail, entries.Known))
        {
            Write(meeting, null, told.Name.Trim(), told.Name.Trim(), mail.Respondent?.Country, (null, null), null, RegistrationState.Regrets, null, mail, entries);
            return;
        }
        var person = Own(told.Name, mail, entries.Known) ?? NamedParticipant.Gone(told.Name, meeting, mail, entries.Known).Person
            ?? entries.Person(new PersonMention(new Person(told.Name), null) { House = new House(null, mail.Respondent?.Body ?? mail.Respondent?.Organization, mail.IsFromOfficer ? null : mail.Sender) });
        // Whose house was told comes from it, whoever excuses them: a mission writes for all of a State's delegates.
        var (organization, country) = HomeOf(null, mail, entries.Known);
        if (person is not null)
            Write(meeting, person.Id, person.Name ?? told.Name.Trim(), null, null, (mail.Respondent?.Organization ?? mail.Respondent?.Body ?? organization, mail.Respondent?.Country ?? country), null,
                RegistrationState.Regrets, null, mail, entries);
    }

    public static void Cancel(Withdrawal told, MailContext mail, EntryDraft entries)
    {
        if (Registered(told, mail, entries.Known) is not { } registration || IsNewer(registration, "state", mail)) return;
        entries.Put(registration, registration with { State = RegistrationState.Cancelled }, Title(registration, entries.Known),
            new FieldChange("state", registration.Standing, nameof(RegistrationState.Cancelled)));
    }

    /// <summary>Whoever writes of himself or herself.</summary>
    private static PersonEntry? Own(string? name, MailContext mail, Known known) => known.PersonsWithEmail(mail.Sender).FirstOrDefault(person => !PersonMatch.Differ(person.Name, name));

    /// <summary>Why it is not plain who does not come.</summary>
    public static string? Unclear(Regret told, MailContext mail, Known known) => MeetingMatch.Find(told.Meeting, mail, known).Meeting is { } meeting
        && !IsBody(told.Name!, mail, known) && Own(told.Name, mail, known) is null ? NamedParticipant.Gone(told.Name, meeting, mail, known).Doubt : null;

    /// <summary>Why it is not plain who comes.</summary>
    public static string? Unclear(Registration told, MailContext mail, Known known) => NamedParticipant.Coming(told, mail, known).Doubt;

    /// <summary>Why nothing can be recorded before somebody says who is meant.</summary>
    public static string? Several(Item told, MailContext mail, Known known)
    {
        var finding = told switch
        {
            Regret { Name: { } name } regret when !IsBody(name, mail, known) && Own(name, mail, known) is null
                && MeetingMatch.Find(regret.Meeting, mail, known).Meeting is { } meeting => NamedParticipant.Gone(name, meeting, mail, known),
            Registration registration => NamedParticipant.Coming(registration, mail, known),
            _ => NamedParticipant.Finding.Nobody,
        };
        return finding is { Doubt: { } doubt, Person: null } ? MeetingMatch.SayWho(doubt) : null;
    }

    /// <summary>Why it is not plain whose registration is taken back; null too where nobody's is found.</summary>
    public static string? Unclear(Withdrawal told, MailContext mail, Known known) => Own(told.Name, mail, known) is not null ? null : Named(told, mail, known).Doubt;

    /// <summary>The registration that is withdrawn: of the person named, for the meeting meant or the only one that the person is registered for.</summary>
    public static RegistrationEntry? Registered(Withdrawal withdrawal, MailContext mail, Known known)
    {
        // Who writes of himself or herself means the own registration, and not that of a namesake.
        var own = known.PersonsWithEmail(mail.Sender).Where(person => person.Name is not null && !PersonMatch.Differ(person.Name, withdrawal.Name)).ToList();
        if (own.Count == 0) return Named(withdrawal, mail, known).Registered;
        var all = own.SelectMany(person => known.Named<RegistrationEntry>(EntryKind.Registration, RegistrationEntry.OfPerson(person.Id)))
            .Where(registration => registration.State != RegistrationState.Regrets).ToList();
        if (MeetingMatch.Find(null, mail, known).Meeting is { } meeting) all = [.. all.Where(registration => registration.MeetingId == meeting.Id)];
        else all = [.. all.Where(registration => known.Filed<MeetingEntry>(EntryKind.Meeting, registration.MeetingId)?.IsComing(mail.At) == true)];
        return all is [var only] ? only : null;
    }

    private static NamedParticipant.Finding Named(Withdrawal withdrawal, MailContext mail, Known known)
    {
        var meetings = MeetingMatch.Find(null, mail, known).Meeting is { } meant ? [meant] : known.All<MeetingEntry>().Where(meeting => meeting.IsComing(mail.At));
        var found = meetings.Select(meeting => NamedParticipant.Gone(withdrawal.Name, meeting, mail, known))
            .Where(finding => finding.Doubt is not null || finding.Registered is { State: not RegistrationState.Regrets }).ToList();
        return found.Where(finding => finding.Doubt is null).ToList() is [var plain] ? plain : found is [var only] ? only : NamedParticipant.Finding.Nobody;
    }

    /// <summary>A body excuses itself though it has registered people.</summary>
    public static string? Against(Regret regret, MailContext mail, Known known) =>
        IsBody(regret.Name!, mail, known) && MeetingMatch.Find(regret.Meeting, mail, known).Meeting is { } meeting
        && known.Named<RegistrationEntry>(EntryKind.Registration, RegistrationEntry.OfBody(regret.Name!))
            .FirstOrDefault(other => other.MeetingId == meeting.Id && other.PersonId is not null && other.State == RegistrationState.Registered) is { } registered
            ? $"{registered.Name} is registered for {regret.Name}" : null;

    /// <param name="supposed">Stands where neither this mail nor an earlier one tells.</param>
    private static void Write(
        MeetingEntry meeting, long? personId, string name, string? organization, string? country, (string? Organization, string? Country) supposed, AttendanceMode? mode, RegistrationState state, string? insteadOf, MailContext mail, EntryDraft entries,
        DelegationRank? rank = null)
    {
        var key = personId is { } id ? RegistrationEntry.OfPerson(id) : RegistrationEntry.OfBody(name);
        var before = entries.Known.Named<RegistrationEntry>(EntryKind.Registration, key).FirstOrDefault(other => other.MeetingId == meeting.Id && other.PersonId == personId);
        organization ??= before?.Organization is null ? supposed.Organization : null;
        country ??= before?.Country is null ? supposed.Country : null;
        var after = (before ?? new RegistrationEntry(entries.Known.NextNew(), entries.Known.Group, meeting.Id, personId, name, null, null, null, state) { ToldBy = mail.Sender }) with
        {
            // A short name is completed by a longer one.
            Name = personId is null ? before?.Name ?? name : name,
            Organization = entries.Merge(before, "organization", before?.Organization, organization).Value,
            Country = entries.Merge(before, "country", before?.Country, country).Value,
            Mode = entries.Merge(before, "mode", before?.Mode?.ToString(), mode?.ToString()).Value is { } merged ? Enum.Parse<AttendanceMode>(merged) : null,
            InsteadOf = entries.Merge(before, "insteadOf", before?.InsteadOf, insteadOf).Value,
            Rank = entries.Merge(before, "rank", before?.Rank?.ToString(), rank?.ToString()).Value is { } standing ? Enum.Parse<DelegationRank>(standing) : null,
            State = before is not null && IsNewer(before, "state", mail) ? before.State : state,
        };
        // Whoever had cancelled heard of no change meanwhile: the connection details come anew.
        if (before is { State: not RegistrationState.Registered, ConnectionSentAt: not null } && after.State == RegistrationState.Registered) after = after with { ConnectionSentAt = null };
        var changes = FieldChanges.Between(before, after);
        // What is said again is as fresh as the mail that says it: an older mail that comes late does not undo it.
        (string Field, string? Value)[] told = [("state", state.ToString()), ("mode", mode?.ToString()), ("organization", organization), ("country", country), ("insteadOf", insteadOf), ("rank", rank?.ToString())];
        var confirmed = before is null ? [] : told.Where(one => one.Value is not null && Stamp(before, one.Field) < mail.At && !changes.Any(change => change.Field == one.Field))
            .Select(one => new FieldChange(one.Field, one.Value, one.Value));
        entries.Put(before, after, Title(after, entries.Known), [.. changes, .. confirmed]);
    }

    private static bool IsNewer(RegistrationEntry entry, string field, MailContext mail) => Stamp(entry, field) > mail.At;

    private static DateTimeOffset Stamp(RegistrationEntry entry, string field) => entry.Stamps.TryGetValue(field, out var stamp) ? stamp : DateTimeOffset.MinValue;

    public static string Title(RegistrationEntry registration, Known known) =>
        $"{known.Filed<MeetingEntry>(EntryKind.Meeting, registration.MeetingId)?.Title ?? "meeting"}: {registration.Name}";

    private static bool IsBody(string name, MailContext mail, Known known) =>
        Domains.IsBodyCode(name) || NameKey.Of(name) == NameKey.Of(mail.Respondent?.Organization) || NameKey.Of(name) == NameKey.Of(mail.Respondent?.Body)
        || known.FindOrganization(name, mail.Respondent?.Country) is not null || known.Named<MemberEntry>(EntryKind.Member, name).Any();

    /// <summary>One mail that registers one person and takes another back: the one comes instead of the other.</summary>
    private static string? Replaced(Registration told, MailContext mail)
    {
        if (mail.Items.OfType<Registration>().Count() != 1) return null;
        var gone = mail.Items.Select(item => item switch
        {
            Regret regret => regret.Name,
            Withdrawal { Of: WithdrawalOf.Registration } withdrawal => withdrawal.Name,
            _ => null,
        }).OfType<string>().ToList();
        return gone is [var only] && PersonMatch.Differ(only, told.Person.Name) ? only : null;
    }
}
