using JcaCop.Reading.Items;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Register.Deciding.Calls;

/// <summary>
/// What a mail answers once somebody has confirmed it. Whoever confirms for a member what another wrote gives the member's answer, as if the member had written
/// itself: though the mail named neither the member nor the call, or its call was only guessed at while nobody was known to speak. Pure.
/// </summary>
internal static class ConfirmedAnswer
{
    /// <param name="told">What the mail was taken to answer, whatever became of it; null where it was about no call.</param>
    /// <param name="accepted">The items that the person accepts.</param>
    /// <param name="who">Address or account of the person.</param>
    /// <param name="whole">
    /// Whether the mail as a whole is accepted: whoever accepts single items without speaking for the member says nothing of its answer. Where the mail cites no call either, it must
    /// name the member: what an organization of a country puts forward is no answer of the country's administration.
    /// </param>
    /// <returns>Null where nothing more follows than from the items.</returns>
    public static CallAnswer? Of(CallAnswer? told, IReadOnlyList<Item> accepted, MailContext mail, Known known, OfficialDomains official, string who, bool whole, DateTimeOffset now)
    {
        // What is asked in consultations and questionnaires is decided with its own item; what was refused or recorded stays so.
        if (told is { Said: not null, State: not ItemState.Held } || told?.Said is { Sort: not (AnswerSort.Items or AnswerSort.Attendance) }) return null;
        var confirmer = SpokenFor.OnRecord(who, mail.Respondent, known, official, known.DayOf(now));
        var member = told?.MemberId is { } named ? confirmer?.Id == named
            || whole && (told.Said is not null || SpokenFor.IsNamed(mail.Respondent, named, known))
            ? known.Filed<MemberEntry>(EntryKind.Member, named) : null
            : confirmer is not null && accepted.Any(item => Concerns(item, mail, confirmer)) ? confirmer : null;
        if (member is null) return null;
        if (CallOf(told, accepted, mail, known, member) is not { } call) return null;
        return new CallAnswer(call.Id, call.Number, member.Id, member.Name, member.Country, told?.Said ?? Said(call.Sort), ItemState.Accepted, Mandate.Secretariat, $"confirmed by {who}")
        {
            Beside = [.. (told?.Beside ?? []).Select(other => Beside(other, accepted, member, whole, who))],
        };
    }

    /// <summary>What waits beside it is the same member's answer: it is confirmed with the whole of the mail, or with the item that holds it, and waits on otherwise.</summary>
    private static CallAnswer Beside(CallAnswer other, IReadOnlyList<Item> accepted, MemberEntry member, bool whole, string who) =>
        other is { Said: { } said, State: ItemState.Held } && (whole || accepted.Any(item => (item, said.Sort) is (Position, AnswerSort.Position) or (Questionnaire, AnswerSort.Responses)))
            ? other.Confirmed(accepted) with { MemberId = member.Id, Respondent = member.Name, Country = member.Country, Why = $"confirmed by {who}" }
            : other;

    /// <summary>Who speaks for one member, and decides in an office about what another's is, answers nothing for the own one.</summary>
    private static bool Concerns(Item item, MailContext mail, MemberEntry member) =>
        SenderMandate.MatterOf(item, mail.Respondent).Country is not { } country || country.Equals(member.Country, StringComparison.OrdinalIgnoreCase);

    /// <summary>The call that the mail is about; otherwise the only one of its sort that the member has not answered, as for a mail of its own.</summary>
    private static CallEntry? CallOf(CallAnswer? told, IReadOnlyList<Item> accepted, MailContext mail, Known known, MemberEntry member)
    {
        if (known.Filed<CallEntry>(EntryKind.Call, told?.CallId) is { } about && accepted.Any(item => Fits(item, about.Sort, cited: true))) return about;
        return known.All<CallEntry>().Where(call => call.Live && call.OpenedAt <= mail.At && accepted.Any(item => Fits(item, call.Sort, cited: false))
            && known.Named<ObligationEntry>(EntryKind.Obligation, ObligationEntry.Between(EntryKind.Call, call.Id, member.Id)).Any()
            && CallPlacing.Entry(known, call.Id, member.Id, null)?.Given is null).ToList() is [var only] ? only : null;
    }

    /// <param name="cited">A person named anew, or an activity told of, may come at any time: they answer only a call that the mail is about.</param>
    private static bool Fits(Item item, CallSort sort, bool cited) => (sort, item) switch
    {
        (CallSort.Nomination, Nomination) or (CallSort.Contacts, Representative { Replaces: null }) or (CallSort.Invitation, Registration) => true,
        (CallSort.Nomination or CallSort.Contacts, Nomination or Representative or Activity) => cited,
        _ => false,
    };

    private static AnswerSaid Said(CallSort sort) => new(sort == CallSort.Invitation ? AnswerSort.Attendance : AnswerSort.Items, null, null, []);
}
