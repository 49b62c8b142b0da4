using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;

namespace JcaCop.Post.Documents;

/// <summary>
/// The draft of a group's annual report to its parent (the Council, for its working groups: terms of reference of CWG-CP): figures of a year with the lists behind each of
/// them, and the approaches that members told of. What is judged, evaluated and proposed is left to people.
/// </summary>
public static class AnnualReportDraft
{
    /// <param name="year">A calendar year, in the group's zone.</param>
    /// <param name="register">As it stood at the end of the year, or stands now.</param>
    /// <param name="at">When the register said so, UTC.</param>
    public static byte[] Write(Group group, int year, RegisterSnapshot register, DateTimeOffset at)
    {
        var book = new Year(group, year, register);
        var title = string.Create(CultureInfo.InvariantCulture, $"Annual report of {group.Name} to {group.Parent ?? "its parent group"}, {year}");
        var document = new WordDocument(new WordHead(title, group.Name, at, group.Name, title, PageWord: "Page"));
        document.Cover(group, null, title, group.Parent is null ? "Information" : $"Information and action by {group.Parent}").Rule().Title(title).AsOf(group, at);

        document.Heading("1 Summary").Paragraph("[Summary in one paragraph, and the action that is required.]").Table(["In the year", "Number", "List"],
        [
            ["Meetings held", Number(book.Meetings.Count), "clause 2"], ["Documents filed", Number(book.Documents.Count), "clause 3"],
            ["Liaison statements received", Number(book.Incoming.Count), "clause 4"], ["Liaison statements sent", Number(book.Outgoing.Count), "clause 4"],
            ["Circulars and letters opened", Number(book.Calls.Count), "clause 5"], ["Seats held at the end", Number(book.Seats.Count), "clause 6"],
            ["Organizations in the register at the end", Number(book.Organizations.Count), "clause 7"], ["Activities under way, begun or ended", Number(book.Activities.Count), "clause 8"],
        ], [6, 2, 3]);

        List(document.Heading("2 Meetings"), "No meeting was held.", ["No.", "Title", "Dates", "Place", "Registered", "Report"], [2, 7, 6, 4, 4, 4], book.Meetings.Select(meeting => (IReadOnlyList<string?>)
            [meeting.Number, meeting.Title, ReportWords.Days(meeting.Time), meeting.Place, Number(register.All<RegistrationEntry>().Count(one => one.MeetingId == meeting.Id && one.State == RegistrationState.Registered)), Report(meeting, register)]));
        List(document.Heading("3 Documents"), "No document was filed.", ReportWords.DocumentColumns, ReportWords.DocumentShares, book.Documents.Select(one => ReportWords.Row(one, group)));
        document.Heading("4 Liaison statements");
        List(document.Heading("Received", 2), "None was received.", ReportWords.LiaisonColumns, ReportWords.LiaisonShares, book.Incoming.Select(ReportWords.Row));
        List(document.Heading("Sent", 2), "None was sent.", ReportWords.LiaisonColumns, ReportWords.LiaisonShares, book.Outgoing.Select(ReportWords.Row));
        List(document.Heading("5 Circulars and letters"), "None was opened.", ["Number", "Title", "Opened", "Closing date", "Asked", "Answered", "Result"], [4, 6, 4, 4, 3, 4, 4], book.Calls.Select(call => Row(call, book)));
        List(document.Heading("6 Representatives"), "No seat is held.", ["Body", "Capacity", "Name", "Since"], [4, 3, 6, 3], book.Seats.Select(seat => (IReadOnlyList<string?>)
            [seat.Body, ReportWords.Role(seat.Role), register.Person(seat.PersonId)?.Name, ReportWords.Day(seat.From)]));
        List(document.Heading("7 Organizations"), "No organization is in the register.", ["Name", "Country", "State"], [8, 4, 3], book.Organizations.Select(one => (IReadOnlyList<string?>)
            [one.Name, ReportWords.Country(one.Country), one.State == OrganizationState.TakingPart ? "taking part" : one.State.ToString().ToLowerInvariant()]));
        document.Heading("8 Activities and approaches");
        if (book.Activities.Count == 0) document.Paragraph("No activity was reported.");
        foreach (var category in book.Activities.GroupBy(one => one.Category).OrderBy(one => one.Key ?? (ActivityCategory)int.MaxValue))
            document.Heading(category.Key?.ToString() ?? "Other", 2).Points(category.Select(Line));
        return document.Heading("9 Evaluation").Paragraph("[Evaluation of the year, and what the group proposes.]").Heading("10 Outlook").Points(book.Coming.Select(meeting => $"{meeting.Title}, {meeting.Place}, {ReportWords.Days(meeting.Time)}"))
            .Paragraph("[Work planned for the next year.]").Write();
    }

    private static void List(WordDocument document, string none, IReadOnlyList<string> columns, IReadOnlyList<int> shares, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) document.Paragraph(none);
        else document.Table(columns, all, shares);
    }

    private static IReadOnlyList<string?> Row(CallEntry call, Year book)
    {
        var owed = book.Register.All<ObligationEntry>().Where(one => one.OfKind == EntryKind.Call && one.Of == call.Id).ToList();
        return
        [
            call.Number, call.Title, ReportWords.Day(ReportWords.DayOf(call.OpenedAt, book.Group.Zone)), call.Deadline is { } deadline ? ReportWords.Day(ReportWords.DayOf(deadline.At, book.Group.Zone)) : "none",
            Number(owed.Count), Number(owed.Count(one => one.State is ObligationState.Met or ObligationState.MetLate or ObligationState.Declined)), call.Result?.Sheet.Lines[^1].Value ?? call.Standing.ToLowerInvariant(),
        ];
    }

    private static string Line(ActivityEntry activity)
    {
        var days = (activity.Start, activity.End) switch { ({ } start, { } end) when start != end => $"{ReportWords.Day(start)} to {ReportWords.Day(end)}", ({ } start, _) => ReportWords.Day(start), (null, { } end) => $"until {ReportWords.Day(end)}", _ => null };
        return string.Join(", ", new[] { activity.Title, activity.Organization, ReportWords.Country(activity.Country), activity.Place, days, activity.Website }.OfType<string>());
    }

    private static string? Report(MeetingEntry meeting, RegisterSnapshot register) => register.One<DocumentEntry>(meeting.Report.DocumentId) is { } report
        ? $"{report.Cited}, {meeting.Report.State.ToString().ToLowerInvariant()}" : meeting.Report.State.ToString().ToLowerInvariant();

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>What of a register belongs to a year.</summary>
    private sealed record Year(Group Group, int Number, RegisterSnapshot Register)
    {
        public List<MeetingEntry> Meetings { get; } = [.. Register.All<MeetingEntry>().Where(one => one.State == MeetingState.Held && one.Time.FirstDay.Year == Number).OrderBy(one => one.Time.Opens)];
        public List<MeetingEntry> Coming { get; } = [.. Register.All<MeetingEntry>().Where(one => one.State is MeetingState.Planned or MeetingState.Announced && one.Time.FirstDay.Year > Number).OrderBy(one => one.Time.Opens)];
        public List<DocumentEntry> Documents { get; } = [.. Register.All<DocumentEntry>().Where(one => one.State == DocumentState.Filed && one.Revisions is [var first, ..] && InYear(first.At, Group, Number)).OrderBy(one => one.Number, StringComparer.Ordinal)];
        public List<LiaisonEntry> Incoming { get; } = Statements(LiaisonWay.Incoming, Group, Number, Register);
        public List<LiaisonEntry> Outgoing { get; } = Statements(LiaisonWay.Outgoing, Group, Number, Register);
        public List<CallEntry> Calls { get; } = [.. Register.All<CallEntry>().Where(one => InYear(one.OpenedAt, Group, Number)).OrderBy(one => one.OpenedAt)];
        public List<SeatEntry> Seats { get; } = [.. Register.Seats.Where(one => one.HoldsOn(new DateOnly(Number, 12, 31))).OrderBy(one => one.Body, StringComparer.Ordinal).ThenBy(one => one.Role)];
        public List<OrganizationEntry> Organizations { get; } = [.. Register.Organizations.Where(one => one.State is not (OrganizationState.Withdrawn or OrganizationState.Declined)).OrderBy(one => one.Country, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal)];
        public List<ActivityEntry> Activities { get; } = [.. Register.All<ActivityEntry>().Where(one => !one.Cancelled && Touches(one, Number)).OrderBy(one => one.Start).ThenBy(one => one.Title, StringComparer.Ordinal)];

        private static List<LiaisonEntry> Statements(LiaisonWay way, Group group, int year, RegisterSnapshot register) =>
            [.. register.All<LiaisonEntry>().Where(one => one.Way == way && ReportWords.IsOnItsWay(one) && InYear(one.ReceivedAt, group, year)).OrderBy(one => one.ReceivedAt)];

        private static bool InYear(DateTimeOffset at, Group group, int year) => TimeZoneInfo.ConvertTime(at, group.Zone).Year == year;

        /// <summary>Without dates it is told of in every year until it is taken out.</summary>
        private static bool Touches(ActivityEntry activity, int year) => (activity.Start ?? activity.End)?.Year is not { } begins || (begins <= year && (activity.End ?? activity.Start)!.Value.Year >= year);
    }
}
