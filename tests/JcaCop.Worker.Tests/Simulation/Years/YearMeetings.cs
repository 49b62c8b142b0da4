using System.Text;
using JcaCop.Register.Entries;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>Meetings: opened, moved, cancelled, with guests and papers, and their reports.</summary>
internal sealed class YearMeetings : YearSubject
{
    public const string List = "list@union.example";
    public const string Parent = "sg17@union.example";
    /// <summary>Of whoever announces a contribution and comes to no meeting.</summary>
    public const string Announcer = "announcer@ministry.example";

    public const string Copy = "tsag@union.example";

    private readonly List<Assembly> meetings = [];
    private int texts;

    /// <summary>Addresses of those who come to a meeting.</summary>
    public IEnumerable<string> Guests => meetings.SelectMany(meeting => meeting.Guests).Select(guest => guest.Address);
    private readonly AssemblyLetters letters;

    public YearMeetings(ChanceYear year) : base(year) => letters = new AssemblyLetters(year, meetings);

    public override void Draw()
    {
        Year.At(YearDice.Start, async () =>
        {
            await Year.DoAsync($"member add \"Study Group 17\" --sort group --body \"ITU-T SG17\" --email {Parent}");
            await Year.DoAsync($"member add \"Advisory Group\" --sort group --body \"ITU-T TSAG\" --email {Copy}");
        });
        for (var n = 1; n <= 1 + Dice.Next(2); n++) Draw(n);
    }

    public override bool IsSettled(ObligationEntry owed) => owed.OfKind == EntryKind.Meeting && meetings.Find(one => owed.Title.EndsWith(one.Title, StringComparison.Ordinal)) is { } meeting
        && (owed.Matter == ObligationMatter.SendContribution ? meeting.AnnouncedCame : owed.Matter == ObligationMatter.SendReport ? meeting.ReportCameAt is not null : owed.Matter == ObligationMatter.Approve && meeting.ApprovedAt is not null);

    public override async Task HoldAsync(YearLook look)
    {
        await letters.HoldAsync(look);
        foreach (var owed in look.After.Values.Select(one => one.Obligation).Where(owed => owed is { OfKind: EntryKind.Meeting, Matter: ObligationMatter.SendReport }))
        {
            var meeting = meetings.Find(one => owed.Title.EndsWith(one.Title, StringComparison.Ordinal))!;
            Must((owed.Deadline!.At - meeting.ReportDue).Duration() < TimeSpan.FromSeconds(2), $"the report of {meeting.Title} is due at {owed.Deadline.At:u} and not at {meeting.ReportDue:u}");
        }
    }

    private void Draw(int number)
    {
        var opens = Dice.Chance(2, 320);
        var meeting = new Assembly(number, OpenHours.OnOrAfter(OpenHours.DayOf(opens).AddDays(Dice.Next(3, 80))));
        meetings.Add(meeting);
        var remote = Dice.Next(4) > 0;
        var linked = remote && Dice.Next(3) > 0;
        Year.At(opens, async () =>
        {
            await Year.DoAsync($"meeting open {number} --title \"{meeting.Title}\" --date {meeting.Day:yyyy-MM-dd} --from 9:30 --until 17:30 --place Geneva{(remote ? " --remote" : "")}{(linked ? $" --link https://conference.example/{number}" : "")}");
            (meeting.OpenedAt, meeting.HasLink, meeting.Id) = (Year.Told, linked, (await EntryAsync(meeting)).Id);
        });
        if (Dice.Next(4) == 0) Within(opens, meeting, () => AnnounceAsync(meeting));
        if (remote && !linked && Dice.Next(3) > 0) Within(opens, meeting, () => LinkAsync(meeting));
        for (var guests = Dice.Some(4); guests > 0; guests--) Register(opens, meeting, guests);
        if (Dice.Happens(2)) Within(opens, meeting, () => FileAsync(meeting));
        if (Dice.Next(4) == 0) Within(opens, meeting, () => MoveAsync(meeting, Dice.Next(1, 40)));
        if (Dice.Next(8) == 0) Within(opens, meeting, () => CancelAsync(meeting));
        if (Dice.Happens(3))
        {
            var at = Dice.Between(opens, meeting.Opens.AddDays(-12));
            Year.At(at, () => IntendAsync(meeting));
            if (Dice.Next(2) == 0) Year.At(Dice.Between(at, meeting.Opens), () => SendIntendedAsync(meeting));
        }
        if (Dice.Next(3) > 0 || Dice.IsEventful)
        {
            var (after, way) = (TimeSpan.FromHours(Dice.Next(2, 25 * 24)), Dice.Next(3));
            Year.At(meeting.Closes + after, () => ReportAsync(meeting, way));
            if (Dice.Happens(3))
            {
                var (refused, again) = (after + TimeSpan.FromHours(Dice.Next(1, 10 * 24)), TimeSpan.FromHours(Dice.Next(2, 15 * 24)));
                Year.At(meeting.Closes + refused, () => RefuseAsync(meeting));
                Year.At(meeting.Closes + refused + again, () => ReportAsync(meeting, 1));
                after = refused + again;
            }
            if (Dice.Next(3) > 0 || Dice.IsEventful) Year.At(meeting.Closes + after + TimeSpan.FromHours(Dice.Next(1, 20 * 24)), () => ApproveAsync(meeting));
        }
        if (Dice.Next(3) == 0) Within(opens, meeting, () => Year.TryAsync($"meeting send-participants {number}"));
    }

    private void Within(DateTimeOffset opens, Assembly meeting, Func<Task> happens) => Year.At(Dice.Between(opens, meeting.Opens), happens);

    private void Register(DateTimeOffset opens, Assembly meeting, int one)
    {
        var who = (char)('a' + one);
        var guest = new Guest($"Guest {char.ToUpperInvariant(who)}", $"guest.{who}{meeting.Number}@delegation-{who}.example", Dice.One([.. OpenHours.Countries]), Dice.Next(2) == 0);
        Within(opens, meeting, async () =>
        {
            if (await Year.TryAsync($"meeting register {meeting.Number} \"{guest.Name}\" --email {guest.Address} --mode {(guest.Remote ? "remote" : "in-person")} --country {guest.Country}")) meeting.Guests.Add(guest);
        });
        if (Dice.Next(4) == 0) Within(opens, meeting, () => Year.Mishaps.AbsentAsync(guest.Address, Dice.Next(2, 20)));
    }

    private async Task AnnounceAsync(Assembly meeting)
    {
        if (!await Year.TryAsync($"meeting announce {meeting.Number}")) return;
        meeting.AnnouncedAt = Year.Told;
        meeting.Sent.Add((AssemblyLetters.Announcement, List));
    }

    private async Task LinkAsync(Assembly meeting)
    {
        if (!await Year.TryAsync($"meeting set {meeting.Number} --link https://conference.example/{meeting.Number}")) return;
        meeting.HasLink = true;
        meeting.Connected.Clear();
    }

    private async Task MoveAsync(Assembly meeting, int days)
    {
        var day = OpenHours.OnOrAfter(meeting.Day.AddDays(days));
        if (!await Year.TryAsync($"meeting set {meeting.Number} --date {day:yyyy-MM-dd}")) return;
        meeting.Day = day;
        Year.Note("moved", $"{meeting.Title} to {day}");
    }

    private async Task CancelAsync(Assembly meeting)
    {
        if (await Year.TryAsync($"meeting cancel {meeting.Number}")) meeting.Cancelled = true;
    }

    private async Task FileAsync(Assembly meeting)
    {
        var file = Path.Combine(Year.Rig.Data, $"paper{meeting.Number}.txt");
        await File.WriteAllTextAsync(file, "A paper.", ChanceYear.Stop);
        if (Year.Told <= meeting.ContributionsUntil && await Year.TryAsync($"document add \"Paper for {meeting.Title}\" {file} --meeting {meeting.Number}")) meeting.FiledAt = Year.Told;
    }

    /// <summary>Announces a contribution: it is owed from then on.</summary>
    private async Task IntendAsync(Assembly meeting)
    {
        if (Year.Told >= meeting.ContributionsUntil) return;
        await Year.MailAsync(Announcer, $"Contribution to the JCA-COP meeting of {meeting.Day:d MMMM yyyy}",
            $"Dear Secretariat,\n\nwe intend to submit a contribution entitled \"Filters {meeting.Number}\" to the JCA-COP meeting of {meeting.Day:d MMMM yyyy}. The text will follow.\n\nKind regards,\nHawa Kamara\nMinistry of Australia\n");
        if ((await Year.Rig.RegisterAsync()).All<ObligationEntry>().Any(owed => owed is { Live: true, Matter: ObligationMatter.SendContribution })) Year.Note("contribution announced", meeting.Title);
    }

    private async Task SendIntendedAsync(Assembly meeting)
    {
        var before = (await Year.Rig.RegisterAsync()).All<DocumentEntry>().Where(document => document.Title == $"Filters {meeting.Number}").ToList();
        if (before is not [{ State: DocumentState.Reserved, Number: var number }]) return;
        var file = Path.Combine(Year.Rig.Data, $"filters{meeting.Number}.txt");
        await File.WriteAllTextAsync(file, "Filters.", ChanceYear.Stop);
        if (!await Year.TryAsync($"document revise {number} {file}") && !await Year.TryAsync($"document add \"Filters {meeting.Number}\" {file} --meeting {meeting.Number}")) return;
        if ((await Year.Rig.RegisterAsync()).All<ObligationEntry>().Any(owed => owed is { Live: true, Matter: ObligationMatter.SendContribution } && owed.Title.EndsWith(meeting.Title, StringComparison.Ordinal))) return;
        meeting.AnnouncedCame = true;
        // What the secretariat files by hand it takes, late or not.
        meeting.FiledAt ??= Year.Told;
        Year.Note("announced contribution came", meeting.Title);
    }

    private async Task RefuseAsync(Assembly meeting)
    {
        if (meeting.ReportCameAt is null || meeting.ApprovedAt is not null || !await Year.TryAsync($"report reject {meeting.Number}")) return;
        (meeting.ReportCameAt, meeting.RefusedOn) = (null, OpenHours.DayOf(Year.Told));
        Year.Note("report refused", meeting.Title);
    }

    /// <param name="way">By a verb, by a mail that brings it, or by the word that the draft is fine.</param>
    private async Task ReportAsync(Assembly meeting, int way)
    {
        if (!meeting.ReportAsked || meeting.ReportCameAt is not null) return;
        if (way > 0 && (await Year.Rig.LettersAsync()).FirstOrDefault(letter => letter.Kind == "report-request" && letter.Subject.Contains($"No. {meeting.Number},", StringComparison.Ordinal)) is { } request)
        {
            if (way == 1)
            {
                await Year.Rig.TakeAsync(Report(meeting, request.Subject, request.InternetId));
                await Year.FreshAsync();
            }
            else
            {
                await Year.MailAsync(TalkRig.Chairman, $"Re: {request.Subject}", "The draft is fine, no changes.", $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example\nIn-Reply-To: <{request.InternetId}>");
            }
            var entry = await EntryAsync(meeting);
            Year.Note("report by mail", entry.Report.State.ToString());
            if (entry.Report.State is not (ReportState.Awaited or ReportState.Rejected)) meeting.ReportCameAt = Year.Told;
            if (entry.Report.State == ReportState.Approved) meeting.ApprovedAt = Year.Told;
        }
        else if (await Year.TryAsync($"report draft {meeting.Number}")) meeting.ReportCameAt = Year.Told;
    }

    private async Task ApproveAsync(Assembly meeting)
    {
        if (meeting.ReportCameAt is null || meeting.ApprovedAt is not null) return;
        if ((await Year.Rig.LettersAsync()).FirstOrDefault(letter => letter.Kind == "report-approval") is { } asked)
            await Year.MailAsync(TalkRig.Chairman, $"Re: {asked.Subject}", "accept", $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example\nIn-Reply-To: <{asked.InternetId}>");
        if ((await EntryAsync(meeting)).Report.State == ReportState.Approved || await Year.TryAsync($"report approve {meeting.Number}"))
        {
            meeting.ApprovedAt = Year.Told;
            Year.Note("approved", meeting.Title);
        }
    }

    private async Task<MeetingEntry> EntryAsync(Assembly meeting) => (await Year.Rig.RegisterAsync()).All<MeetingEntry>().Single(one => one.Title == meeting.Title);

    private string Report(Assembly meeting, string subject, string request) =>
        $"From: {TalkRig.Chairman}\r\nTo: {TalkRig.Desk}\r\nSubject: Re: {subject}\r\nDate: {Year.Told:r}\r\nMessage-ID: <{Guid.NewGuid():N}@mail.example>\r\nIn-Reply-To: <{request}>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        + $"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear Secretariat,\r\n\r\nplease find attached the draft report of the JCA-COP meeting of {meeting.Day:d MMMM yyyy} for distribution.\r\n\r\nThe Chairman\r\n--x\r\nContent-Type: application/octet-stream; name=\"report.txt\"\r\nContent-Disposition: attachment; filename=\"report.txt\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes($"the text {++texts}"))}\r\n--x--\r\n";
}
