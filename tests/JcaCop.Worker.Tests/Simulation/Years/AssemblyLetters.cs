using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Register.Stores;
using JcaCop.Worker.Meetings;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>Which letters a meeting brings, to whom and when: an invitation four weeks before, a call for contributions, word of the documents, connection details, the report.</summary>
internal sealed class AssemblyLetters(ChanceYear year, List<Assembly> meetings)
{
    public const string Announcement = "meeting-announcement";
    private const string Call = "contributions-call";
    private const string Documents = "documents-announcement";
    private const string Connection = "connection-details";
    private const string Reminder = "contribution-reminder";
    private const string Request = "report-request";
    private const string Approval = "report-approval";
    private const string Distribution = "report-distribution";

    private static readonly string[] Kinds = [Announcement, Call, Documents, Connection, Reminder, Request, Approval, Distribution];

    private static readonly TimeSpan Quiet = TimeSpan.FromDays(3);

    private DateTimeOffset Told => year.Told;

    private readonly HashSet<(long Letter, int Meeting)> about = [];

    public async Task HoldAsync(YearLook look)
    {
        foreach (var kind in look.Letters.Select(letter => letter.Kind).Where(Kinds.Contains).Distinct().ToList())
            foreach (var meeting in meetings.Where(meeting => meeting.OpenedAt is not null))
                about.UnionWith((await year.Rig.Get<OutboxStore>().AboutAsync("g", new EntryRef(EntryKind.Meeting, meeting.Id), kind, ChanceYear.Stop)).Select(letter => (letter.Id, meeting.Number)));
        foreach (var meeting in meetings.Where(meeting => meeting.OpenedAt is not null))
        {
            var before = meeting.AnnouncedAt;
            foreach (var letter in look.Letters.Where(letter => Kinds.Contains(letter.Kind) && letter.To != YearMeetings.Announcer && Is(letter, meeting)))
                Left(letter, meeting, before);
            if (look.Of(Announcement).Any(letter => Is(letter, meeting))) All(look, Announcement, meeting, Invited());
            if (look.Of(Call).Any(letter => Is(letter, meeting))) All(look, Call, meeting, Invited());
            if (look.Of(Documents).Any(letter => Is(letter, meeting))) All(look, Documents, meeting, Readers(meeting));
            if (look.Of(Distribution).Any(letter => Is(letter, meeting))) All(look, Distribution, meeting, [.. Readers(meeting), .. new[] { YearMeetings.Parent, YearMeetings.Copy }.Where(address => !year.Gone.Contains(address))]);
            AllDone(look, meeting);
            if (Told >= meeting.Opens && Told < meeting.Closes && meeting.Requests > 0)
            {
                meeting.SeenRunning++;
                if (look.Ran.Contains(typeof(MeetingJob)) && meeting.ReportCameAt is null) meeting.ReportAsked = false;
            }
        }
    }

    private void Left(OutboxLine letter, Assembly meeting, DateTimeOffset? announcedBefore)
    {
        var what = $"{letter.Kind} to {letter.To} of {meeting.Title} on {meeting.Day}, at {TimeZoneInfo.ConvertTime(Told, OpenHours.Geneva):yyyy-MM-dd HH:mm}";
        year.Note("meeting letter", what);
        year.Note(letter.Kind, "");
        ChanceYear.Must(!meeting.Cancelled, $"of a cancelled meeting: {what}");
        ChanceYear.Must(!year.Gone.Contains(letter.To), $"to an address that was given up: {what}");
        if (letter.Kind is not (Connection or Request or Approval)) ChanceYear.Must(meeting.Sent.Add((letter.Kind, letter.To)), $"twice: {what}");
        switch (letter.Kind)
        {
            case Announcement:
                meeting.AnnouncedAt = Told;
                ChanceYear.Must(Told >= meeting.Morning(29) && Told >= meeting.OpenedAt!.Value.AddDays(1) && Told < meeting.Opens, $"too early or too late: {what}");
                InHours(meeting.Opens, what);
                break;
            case Call:
                meeting.CalledAt = Told;
                ChanceYear.Must(Told >= meeting.Morning(26) && Told <= meeting.ContributionsUntil, $"too early or too late: {what}");
                ChanceYear.Must(announcedBefore > Told || Told >= announcedBefore + Quiet, $"in the wake of the invitation: {what}");
                InHours(meeting.ContributionsUntil, what);
                break;
            case Documents:
                ChanceYear.Must(meeting.FiledAt is not null && Told >= meeting.Morning(7) && Told < meeting.Opens, $"too early, too late or of nothing: {what}");
                InHours(meeting.Opens, what);
                break;
            case Connection:
                ChanceYear.Must(meeting.Connected.Add(letter.To), $"twice: {what}");
                ChanceYear.Must(meeting.HasLink && meeting.Guests.Exists(guest => guest.Remote && guest.Address == letter.To), $"to somebody else, or without a link: {what}");
                ChanceYear.Must(Told >= OpenHours.At(meeting.Day.AddDays(-1), 8) && Told <= meeting.Closes, $"too early or too late: {what}");
                break;
            case Reminder:
                Remind(meeting, meeting.Guests.Single(guest => guest.Address == letter.To), what);
                break;
            case Request:
                ChanceYear.Must(Told > meeting.Closes, $"too early: {what}");
                ChanceYear.Must(++meeting.Requests <= 1 + meeting.SeenRunning, $"twice: {what}");
                meeting.ReportAsked = true;
                break;
            case Distribution:
                ChanceYear.Must(meeting.ApprovedAt is not null, $"not approved: {what}");
                break;
        }
    }

    private void Remind(Assembly meeting, Guest guest, string what)
    {
        ChanceYear.Must(OpenHours.Hold(Told, guest.Country), $"outside office hours, {TimeZoneInfo.ConvertTime(Told, OpenHours.ZoneOf(guest.Country)):u} in {guest.Country}: {what}");
        ChanceYear.Must(Told <= meeting.ContributionsUntil, $"too late: {what}");
        ChanceYear.Must(Told >= OpenHours.At(OpenHours.OnOrBefore(meeting.Day.AddDays(-15), guest.Country), 9, guest.Country), $"too early: {what}");
        foreach (var asked in new[] { meeting.AnnouncedAt, meeting.CalledAt }) ChanceYear.Must(!(asked <= Told) || Told >= asked + Quiet, $"in the wake of the letter that called for contributions: {what}");
        ChanceYear.Must(!(year.AwayUntil.GetValueOrDefault(guest.Address) > Told), $"while away until {year.AwayUntil.GetValueOrDefault(guest.Address):u}: {what}");
    }

    /// <summary>Where it could have been done, it must be done.</summary>
    private void AllDone(YearLook look, Assembly meeting)
    {
        if (meeting.Cancelled || !year.IsRight) return;
        if (look.Ran.Contains(typeof(MeetingJob)))
        {
            var open = OpenHours.HoldForMeetings(Told);
            if (meeting.AnnouncedAt is null && open && Told >= meeting.Morning(29) && Told >= meeting.OpenedAt!.Value.AddDays(1) && Told < meeting.Opens) Missing(Announcement, meeting);
            if (meeting.AnnouncedAt is { } announced)
            {
                if (!meeting.Sent.Contains((Call, YearMeetings.List)) && open && Told >= announced + Quiet && Told >= meeting.Morning(26) && Told <= meeting.ContributionsUntil) Missing(Call, meeting);
                // What may find nothing to tell is tried once on each day; a clock that ran ahead has tried the next ones.
                if (!meeting.Sent.Contains((Documents, YearMeetings.List)) && open && meeting.FiledAt is { } filed && OpenHours.DayOf(filed).AddDays(year.WasRight ? 0 : 4) < OpenHours.DayOf(Told) && filed <= meeting.ContributionsUntil
                    && Told >= meeting.Morning(7) && Told < meeting.Opens && announced.AddDays(year.WasRight ? 0 : 4) <= Told) Missing(Documents, meeting);
                if (meeting.HasLink && Told >= OpenHours.At(meeting.Day.AddDays(-1), 8) && Told < meeting.Closes)
                    foreach (var guest in meeting.Guests.Where(guest => guest.Remote && !year.Gone.Contains(guest.Address) && !meeting.Connected.Contains(guest.Address))) Missing($"{Connection} to {guest.Address}", meeting);
                if (Told > meeting.Closes && !meeting.ReportAsked) Missing(Request, meeting);
            }
            if (meeting.ApprovedAt is not null && look.Ran.Contains(typeof(ArchiveJob)) && ++meeting.LooksSinceApproval >= 3 && !meeting.Sent.Contains((Distribution, YearMeetings.List))) Missing(Distribution, meeting);
        }
        if (look.Ran.Contains(typeof(ContributionRemindersJob)) && meeting.AnnouncedAt is { } told && Told <= meeting.ContributionsUntil && Told >= told + Quiet && (meeting.CalledAt is not { } called || Told >= called + Quiet))
            foreach (var guest in meeting.Guests.Where(guest => !year.Gone.Contains(guest.Address) && !meeting.Sent.Contains((Reminder, guest.Address)) && !(year.AwayUntil.GetValueOrDefault(guest.Address) > Told)))
                if (OpenHours.Hold(Told, guest.Country) && Told >= OpenHours.At(OpenHours.OnOrBefore(meeting.Day.AddDays(-15), guest.Country), 9, guest.Country)) Missing($"{Reminder} to {guest.Address}", meeting);
    }

    private void Missing(string what, Assembly meeting) => ChanceYear.Must(false, $"not sent though it could be, at {Told:u}: {what} of {meeting.Title} on {meeting.Day}");

    /// <summary>Outside the hours of a working day only what could not wait for the next morning.</summary>
    private void InHours(DateTimeOffset until, string what) => ChanceYear.Must(OpenHours.HoldForMeetings(Told) || OpenHours.NextMorning(Told) >= until, $"outside the hours of working days: {what}");

    private bool Is(OutboxLine letter, Assembly meeting) => about.Contains((letter.Id, meeting.Number));

    private void All(YearLook look, string kind, Assembly meeting, IEnumerable<string> to)
    {
        var got = look.Of(kind).Where(letter => Is(letter, meeting)).Select(letter => letter.To).Order().ToList();
        var due = to.Distinct().Order().ToList();
        ChanceYear.Must(got.SequenceEqual(due), $"{kind} of {meeting.Title} went to {string.Join(", ", got)} and is due to {string.Join(", ", due)}");
    }

    private IEnumerable<string> Invited() =>
        year.Members.Select(ChanceYear.AddressOf).Concat(year.Bodies).Append(YearMeetings.List).Concat(year.Seats.Holders).Where(address => !year.Gone.Contains(address));

    private IEnumerable<string> Readers(Assembly meeting) => meeting.Guests.Select(guest => guest.Address).Append(YearMeetings.List).Concat(year.Seats.Holders).Where(address => !year.Gone.Contains(address));
}
