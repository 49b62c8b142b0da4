using System.Globalization;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Reading.Sorting;
using JcaCop.Register.Deciding.Liaisons;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Stores;

/// <summary>Collects the names, addresses and letters that mails mention: what must be loaded to judge them.</summary>
/// <param name="official">Domains that speak for a member, as the secretariat knows them; null where they do not matter.</param>
internal sealed class Mentions(OfficialDomains? official = null)
{
    public HashSet<string> Organizations { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Persons { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Emails { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Senders { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Letters { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses that a machine says mail did not reach.</summary>
    public HashSet<string> Failed { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of persons (<see cref="NameKey"/>) who are said to be away by somebody else: what is known of all their addresses counts.</summary>
    public HashSet<string> Away { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of filed entries (<see cref="FiledKey"/>).</summary>
    public HashSet<string> Filed { get; } = new(StringComparer.Ordinal);

    /// <summary>Filed entries that are asked for by number.</summary>
    public List<EntryRef> Entries { get; } = [];

    /// <summary>Participants of meetings who are named by a surname, with initials or without.</summary>
    public HashSet<string> Short { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses of those who may tell that an activity of theirs is held on other days.</summary>
    public HashSet<string> Moving { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses from which comes what may complete an earlier mail.</summary>
    public HashSet<string> Completing { get; } = new(StringComparer.Ordinal);

    public void Add(MailReading reading)
    {
        if (reading.Mail.Sender is { } sender)
        {
            if (ToldBefore.MayComplete(reading)) Completing.Add(Texts.FoldAddress(sender.Email));
            Owner(sender.Email);
            Member(sender.Email, official);
            Entry(EntryKind.Answer, AnswerEntry.ByKey(sender.Email));
            Senders.Add(Texts.FoldAddress(sender.Email));
            Senders.Add(Texts.FoldAddress(AnswerAccount.UnprovedKey(sender.Email)));
        }
        if (reading.Mail.MessageId is { } id) Letters.Add(Texts.Cut(id, Texts.Key));
        foreach (var answered in ReplyPath.Letters(reading.Mail).Take(MostReferences)) Letters.Add(Texts.Cut(answered, Texts.Key));
        if (reading.Sort.Kind != MailKind.Human) AddMachine(reading);
        if (reading.Answers.Circular is { } circular)
        {
            foreach (var form in CallNumber.Forms(circular)) Entry(EntryKind.Call, form);
            Entry(EntryKind.Answer, AnswerEntry.CitedKey(circular));
        }
        Add(reading.Respondent);
        Add(reading.Answers);
        if (reading.Items.Count == 0)
            foreach (var cited in LiaisonReply.Cited(reading)) Entry(EntryKind.Liaison, LiaisonReference.Key(cited, null));
        if (reading.Items.Any(item => item is Contribution or Report)) Numbers(reading.Mail.Subject);
        foreach (var item in reading.Items) Add(item);
        Delegation(reading.Mail.Sender?.Email, reading.Items);
        if (KnownComers.Names(reading).Concat(KeptComers.Names(reading)).ToList() is { Count: > 0 } called)
        {
            Entry(EntryKind.Registration, RegistrationEntry.HouseKey(reading.Mail.Sender?.Email));
            Short.UnionWith(called);
        }
        if (MovedActivities.MayTell(reading) && reading.Mail.Sender is { } teller) Moving.Add(teller.Email);
    }

    /// <summary>Those whom somebody of the sender's house has named for a meeting: who comes or stays away may be one of them.</summary>
    public void Delegation(string? sender, IReadOnlyCollection<Item> items)
    {
        if (items.Any(item => item is Registration or Regret or Withdrawal { Of: WithdrawalOf.Registration })) Entry(EntryKind.Registration, RegistrationEntry.HouseKey(sender));
    }

    /// <summary>What a bounce, an absence or a receipt speaks of: letters of ours, and those to whom they went.</summary>
    private void AddMachine(MailReading reading)
    {
        foreach (var id in ReturnedMail.Ids(reading.Mail)) Letters.Add(Texts.Cut(id, Texts.Key));
        if (NameKey.Of(reading.Sort.Absence?.Of) is { Length: > 0 } away)
        {
            Persons.Add(away);
            Away.Add(away);
        }
        foreach (var failed in reading.Sort.Recipients)
        {
            Failed.Add(Texts.FoldAddress(failed.Address));
            Owner(failed.Address);
        }
    }

    /// <summary>Whose address it is: a person, or a member that is written to there.</summary>
    public void Owner(string email)
    {
        Email(email);
        Entry(EntryKind.Member, email);
        Entry(EntryKind.Absence, email);
        Entry(EntryKind.Obligation, ObligationEntry.OwedBy(email));
        Entry(EntryKind.Registration, RegistrationEntry.ToldByKey(email));
    }

    /// <summary>What an answer that waits is about, and what waits beside it.</summary>
    /// <param name="sender">Of its mail.</param>
    public void Add(CallAnswer answer, string? sender)
    {
        foreach (var other in answer.Beside) Add(other, sender);
        if (answer.CallId is { } call) Entries.Add(new EntryRef(EntryKind.Call, call));
        else Entry(EntryKind.Answer, AnswerEntry.CitedKey(answer.Call));
        if (answer.MemberId is { } member) Entries.Add(new EntryRef(EntryKind.Member, member));
        else if (sender is not null) Entry(EntryKind.Answer, AnswerEntry.ByKey(sender));
    }

    /// <summary>The members for which somebody with this address may speak.</summary>
    public void Member(string email, OfficialDomains? official)
    {
        Entry(EntryKind.Member, email);
        var domain = new MailAddress(null, email).Domain;
        if (domain.Length == 0 || Domains.IsFreeMail(domain)) return;
        Entry(EntryKind.Member, MemberEntry.DomainName(domain));
        if (official?.MemberOf(domain) is { } member) Entry(EntryKind.Member, OfficialDomains.IsCountry(member) ? MemberEntry.CountryName(member) : member);
        if (Domains.GovernmentOf(domain) is { } country) Entry(EntryKind.Member, MemberEntry.CountryName(country));
    }

    /// <summary>Members for which the seats that are known may speak: by their body, by who filled them, and by the houses of their holders.</summary>
    /// <returns>Keys made by <see cref="FiledKey"/>.</returns>
    public IReadOnlyCollection<string> OfSeats(Known known)
    {
        var members = new Mentions();
        foreach (var seat in known.Seats)
        {
            members.Entry(EntryKind.Member, seat.Body);
            if (seat.NominatedBy is { } by && by.Contains('@', StringComparison.Ordinal)) members.Member(by, official);
            foreach (var address in known.Person(seat.PersonId)?.Addresses ?? []) members.Member(address.Email, official);
        }
        return members.Filed;
    }

    /// <summary>Those who may speak in the matter of items: the sender, and the members of the countries that the items name.</summary>
    public void Speakers(string sender, OfficialDomains speaking)
    {
        Owner(sender);
        Member(sender, speaking);
        countries = true;
    }

    /// <summary>Whether the administrations of countries that items name are meant, too.</summary>
    private bool countries;

    public void Add(Respondent? respondent)
    {
        Organization(respondent?.Organization);
        Organization(respondent?.Body);
        Entry(EntryKind.Member, respondent?.Organization);
        Entry(EntryKind.Member, respondent?.Body);
        if (respondent?.Country is { } country) Entry(EntryKind.Member, MemberEntry.CountryName(country));
    }

    public void Add(Answers answers)
    {
        Meeting(answers.Meeting);
        Entry(EntryKind.Liaison, LiaisonReference.Key(answers.Liaison, null));
        foreach (var told in answers.Numbers.Take(MostNumbers)) Entry(EntryKind.Meeting, told.Number.ToString(CultureInfo.InvariantCulture));
    }

    public void Add(Item item)
    {
        if (countries && CountryOf(item) is { } country) Entry(EntryKind.Member, MemberEntry.CountryName(country));
        switch (item)
        {
            case Nomination nomination:
                Organization(nomination.Organization.Name);
                Person(nomination.Contact);
                break;
            case Representative representative:
                Organization(representative.Body);
                Entry(EntryKind.Member, representative.Body);
                Person(representative.Person);
                Name(representative.Replaces);
                break;
            case Withdrawal withdrawal:
                Organization(withdrawal.Name);
                Organization(withdrawal.Body);
                Name(withdrawal.Name);
                if (withdrawal.Of == WithdrawalOf.Registration) Shortly(withdrawal.Name);
                break;
            case Correction correction:
                Organization(correction.Name);
                Organization(correction.Organization?.Name);
                Name(correction.Name);
                Person(correction.Person);
                break;
            case Registration registration:
                Organization(registration.Organization);
                Person(registration.Person);
                if (registration.Person.Email is null) Shortly(registration.Person.Name);
                Meeting(registration.Meeting);
                break;
            case Regret regret:
                Name(regret.Name);
                Shortly(regret.Name);
                Organization(regret.Name);
                Entry(EntryKind.Member, regret.Name);
                if (regret.Name is { } absent) Entry(EntryKind.Registration, RegistrationEntry.OfBody(absent));
                Meeting(regret.Meeting);
                break;
            case Contribution contribution:
                Meeting(contribution.Meeting);
                Entry(EntryKind.Member, contribution.Source);
                Name(contribution.Source);
                Entry(EntryKind.Document, contribution.Title ?? ArchiveName.TitleOf(contribution.Files is [var file, ..] ? file : null, null));
                foreach (var text in contribution.Files.Prepend(contribution.Title)) Numbers(text);
                break;
            case Report report:
                Meeting(report.Meeting);
                foreach (var text in report.Files.Prepend(report.Title)) Numbers(text);
                break;
            case Liaison liaison:
                Person(liaison.Contact);
                Entry(EntryKind.Liaison, LiaisonReference.Key(liaison.Reference, liaison.From));
                Entry(EntryKind.Liaison, LiaisonReference.Key(liaison.InReplyTo, null));
                foreach (var cited in liaison.AlsoInReplyTo) Entry(EntryKind.Liaison, LiaisonReference.Key(cited, null));
                Entry(EntryKind.Liaison, LiaisonReference.TitleKey(liaison.Title));
                Entry(EntryKind.Liaison, LiaisonReference.RepliedKey(liaison.Title));
                break;
            case Activity activity:
                Entry(EntryKind.Activity, activity.Title);
                break;
            default:
                break;
        }
    }

    private static string? CountryOf(Item item) => item switch
    {
        Nomination nomination => nomination.Organization.Country,
        Correction correction => correction.Organization?.Country,
        Registration registration => registration.Country,
        Activity activity => activity.Country,
        _ => null,
    };

    /// <summary>References can be hundreds in a long thread; the nearest tell what is answered.</summary>
    private const int MostReferences = 20;

    /// <summary>A subject or title names one or two documents.</summary>
    private const int MostNumbers = 20;

    /// <param name="name">A name by which an entry of this kind would be found.</param>
    public void Entry(EntryKind kind, string? name)
    {
        if (FiledKey.Of(kind, name) is { } key) Filed.Add(key);
    }

    private void Meeting(DateOnly? day)
    {
        if (day is { } told) Entry(EntryKind.Meeting, MeetingEntry.OnDay(told));
    }

    /// <summary>Documents whose numbers stand in the text.</summary>
    private void Numbers(string? text)
    {
        foreach (var key in DocumentNumber.KeysIn(text).Take(MostNumbers)) Entry(EntryKind.Document, key);
    }

    private void Organization(string? name)
    {
        if (NameKey.Of(name) is { Length: > 0 } key) Organizations.Add(key);
        if (HeadedName.Bare(name) is { } bare) Organizations.Add(bare);
    }

    private void Person(Person? person)
    {
        Name(person?.Name);
        Email(person?.Email);
    }

    private void Name(string? name)
    {
        if (NameKey.Of(name) is { Length: > 0 } key) Persons.Add(key);
    }

    private void Shortly(string? name)
    {
        if (ShortName.IsShort(name)) Short.Add(name!);
    }

    private void Email(string? email)
    {
        if (!string.IsNullOrWhiteSpace(email)) Emails.Add(Texts.FoldAddress(email));
    }
}
