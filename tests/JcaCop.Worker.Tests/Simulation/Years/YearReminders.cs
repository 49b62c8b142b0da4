using JcaCop.Register.Calendar;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using JcaCop.Worker.Reminders;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>Whatever is owed: reminded 14, 7 and 2 days before and on the day, as long as it is owed, and handed to the secretariat three days after.</summary>
internal sealed class YearReminders(ChanceYear year) : YearSubject(year)
{
    /// <summary>Shortest time between two letters; the last day keeps half of it.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromHours(40);

    private static readonly int[] Steps = [14, 7, 2, 0];

    private readonly HashSet<(long Owed, DateTimeOffset Due, int Step)> sent = [];
    private readonly Dictionary<long, DateTimeOffset> lastSent = [];
    private readonly Dictionary<long, string> addresses = [];

    /// <summary>Words on a drafted statement are asked for by letters of their own.</summary>
    private static string? KindOf(ObligationEntry owed) => owed switch
    {
        { Matter: ObligationMatter.AnswerCall } => "call-reminder",
        { Matter: ObligationMatter.AnswerLiaison } => "liaison-reminder",
        { Matter: ObligationMatter.ConfirmSeat } => "seat-confirmation",
        { Matter: ObligationMatter.ReviewMandate } => "mandate-review",
        { Matter: ObligationMatter.SendContribution } => "contribution-reminder",
        { Matter: ObligationMatter.Approve, OfKind: EntryKind.Liaison } => null,
        _ => "report-reminder",
    };

    public override void Draw()
    {
    }

    public override async Task HoldAsync(YearLook look)
    {
        var expected = new List<(string Kind, string To)>();
        foreach (var one in look.After.Values)
        {
            var owed = one.Obligation;
            var was = look.Before.GetValueOrDefault(owed.Id) ?? new RemindedObligation(owed, [], 0, null);
            Must(one.Sent - was.Sent is 0 or 1, $"{one.Sent - was.Sent} letters at once: {Name(owed)}");
            if (one.Sent > was.Sent) Reminded(one, was, await AddressAsync(owed), expected);
            if (MustBeDone(look, typeof(RemindersJob))) AllDone(one, await AddressAsync(owed));
        }
        var letters = look.Letters.Where(letter => letter.Kind is "call-reminder" or "liaison-reminder" or "seat-confirmation" or "report-reminder" or "absence-deputy" || letter.Kind == "contribution-reminder" && letter.To == YearMeetings.Announcer
            || (letter.Kind == "mandate-review" && look.Ran.Contains(typeof(RemindersJob)) && letter.To == TalkRig.Secretary && !look.Ran.Contains(typeof(Periodic.MandateJob)))).Select(letter => (letter.Kind, letter.To)).ToList();
        var counted = expected.Where(one => one.Kind != "mandate-review" || letters.Exists(letter => letter.Kind == "mandate-review")).ToList();
        Must(letters.Order().SequenceEqual(counted.Order()), $"letters {string.Join(", ", letters)} for steps {string.Join(", ", counted)}");
        Must(look.Of("escalation").Count() <= 1, "more than one letter to the secretariat");
    }

    private void Reminded(RemindedObligation one, RemindedObligation was, string address, List<(string Kind, string To)> expected)
    {
        var (owed, country, due) = (one.Obligation, one.Obligation.Debtor.Country, one.Obligation.Deadline!.At);
        var steps = one.Done.Except(was.Done).ToList();
        var step = steps.Count == 0 ? throw new InvalidOperationException($"a letter without a step: {Name(owed)}") : steps.Min();
        Must(sent.Add((owed.Id, due, step)), $"step {step} twice: {Name(owed)}");
        Must(!Year.IsSettled(owed), $"reminded after the answer: {Name(owed)}");
        if (step < 0)
        {
            Must(OpenHours.Hold(Year.Told) && Year.Told > due, $"handed over at {Year.Told:u}: {Name(owed)}");
            Year.Note("escalation", Name(owed));
            return;
        }
        if (KindOf(owed) is not { } kind) throw new InvalidOperationException($"a reminder: {Name(owed)}");
        var deputy = DeputyOf(owed, address);
        expected.Add(deputy is null ? (kind, address) : ("absence-deputy", deputy));
        if (deputy is not null) Year.Note("deputy reminded", Name(owed));
        Year.Note("reminder", $"{step} {Name(owed)}");
        Year.Note($"reminder of {owed.Matter}", "");
        Must(Year.Told <= due, $"reminded after the deadline: {Name(owed)}");
        Must(OpenHours.Hold(Year.Told, country), $"reminded outside office hours, at {TimeZoneInfo.ConvertTime(Year.Told, OpenHours.ZoneOf(country)):u}: {Name(owed)}");
        Must(deputy is not null || !(Year.AwayUntil.GetValueOrDefault(address) > Year.Told), $"reminded while away until {Year.AwayUntil.GetValueOrDefault(address):u}: {Name(owed)}");
        Must(!Year.Gone.Contains(address), $"reminded at an address that was given up: {Name(owed)}");
        if (lastSent.TryGetValue(owed.Id, out var last)) Must(last > Year.Told || Year.Told - last >= (step == 0 ? Gap / 2 : Gap), $"reminded {Year.Told - last} after the last letter: {Name(owed)}");
        Must(owed.ToldAt > Year.Told || Year.Told >= owed.ToldAt + (step == 0 ? Gap / 2 : Gap), $"reminded in the wake of the letter that asked: {Name(owed)}");
        lastSent[owed.Id] = Year.Told;
    }

    /// <summary>Where it could have been done, it must be done.</summary>
    private void AllDone(RemindedObligation one, string address)
    {
        var (owed, country, due, told) = (one.Obligation, one.Obligation.Debtor.Country, one.Obligation.Deadline?.At, Year.Told);
        if (due is not { } at || KindOf(owed) is null) return;
        var day = OpenHours.DayOf(at);
        var free = !lastSent.TryGetValue(owed.Id, out var latest) || (latest <= told && latest + Gap <= told) || sent.Any(done => done.Owed == owed.Id && done.Due == at);
        // A step in the wake of the letter that asked passes where another one comes (docs/decisions/0081); of a seat the first reminder is the letter itself.
        var first = Steps.Where(step => owed.Matter == ObligationMatter.ConfirmSeat || OpenHours.At(OpenHours.OnOrBefore(day.AddDays(-step), country), 9, country) >= owed.ToldAt + (step == 0 ? Gap / 2 : Gap)).DefaultIfEmpty(0).Max();
        var mayBeAsked = told <= at && told >= owed.ToldAt + Gap && OpenHours.Hold(told, country) && (DeputyOf(owed, address) is not null || !(Year.AwayUntil.GetValueOrDefault(address) > told)) && !Year.Gone.Contains(address) && free
            && told >= OpenHours.At(OpenHours.OnOrBefore(day.AddDays(-first), country), 9, country);
        if (mayBeAsked) Must(sent.Any(done => done.Owed == owed.Id && done.Due == at && done.Step >= 0), $"not reminded though it could be, at {told:u}: {Name(owed)}");
        if (told >= OpenHours.At(OpenHours.OnOrAfter(day.AddDays(3)), 9) && OpenHours.Hold(told) && !(latest > told) && owed.ToldAt <= told)
            Must(sent.Contains((owed.Id, at, -3)), $"not handed to the secretariat: {Name(owed)}");
    }

    /// <summary>Who is reminded in the place of somebody who is away: of what somebody else can give.</summary>
    private string? DeputyOf(ObligationEntry owed, string address) =>
        owed.Matter is ObligationMatter.AnswerCall or ObligationMatter.AnswerLiaison && Year.AwayUntil.GetValueOrDefault(address) > Year.Told ? Year.Deputies.GetValueOrDefault(address) : null;

    /// <summary>Where letters about it go, as the story has set it up.</summary>
    private async Task<string> AddressAsync(ObligationEntry owed)
    {
        if (owed.Debtor.Role == "chairman") return TalkRig.Chairman;
        if (owed.Debtor.Role is not null) return TalkRig.Secretary;
        if (owed.Debtor.Country is { } country && owed.Debtor.MemberId is not null) return ChanceYear.AddressOf(country);
        if (!addresses.TryGetValue(owed.Id, out var address))
        {
            var register = await Year.Rig.RegisterAsync();
            addresses[owed.Id] = address = owed.Debtor is { MemberId: null, PersonId: null, Email: { } email } ? email : owed.Debtor.MemberId is { } member ? register.One<MemberEntry>(member)!.Addresses[0].Email : register.Person(owed.Debtor.PersonId!.Value)!.Addresses[0].Email;
        }
        return address;
    }

    private static string Name(ObligationEntry owed) => $"{owed.Matter} {owed.Title}, {owed.Debtor.Name}, due {owed.Deadline?.At:u}";
}
