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
    public static byte[] Write(DraftWords words, Group group, int year, RegisterSnapshot register, DateTimeOffset at)
    {
        var book = new Year(group, year, register);
        var title = words.Say("year.title", group.Name, group.Parent ?? words["parentGroup"], Number(year));
        var document = new WordDocument(new WordHead(title, group.Name, at, group.Name, title, words.Language, words["page"]));
        document.Cover(words, group, null, title, group.Parent is { } parent ? words.Say("action", parent) : words["information"]).Rule().Title(title).AsOf(words, group, at);

        var figures = new (string Key, int Count, int Clause)[]
        {
            ("meetings", book.Meetings.Count, 2), ("documents", book.Documents.Count, 3), ("incoming", book.Incoming.Count, 4), ("outgoing", book.Outgoing.Count, 4), ("calls", book.Calls.Count, 5),
            ("seats", book.Seats.Count, 6), ("organizations", book.Organizations.Count, 7), ("activities", book.Activities.Count, 8),
        };
        document.Heading($"1 {words["summary"]}").Paragraph(words["summaryOpen"]).Table(words.Columns("inYear", "figure", "list"),
            [.. figures.Select(figure => (IReadOnlyList<string?>)[words["figure." + figure.Key], Number(figure.Count), words.Say("clauseNo", Number(figure.Clause))])], [6, 2, 3]);

        List(document.Heading($"2 {words["meetings"]}"), words["noMeetings"], words.Columns("no", "title", "dates", "place", "registered", "report"),
            [2, 7, 6, 4, 4, 4], book.Meetings.Select(meeting => (IReadOnlyList<string?>)
            [meeting.Number, words.Meeting(meeting, book.Group), words.Days(meeting.Time), words.Place(meeting.Place),
                Number(register.All<RegistrationEntry>().Count(one => one.MeetingId == meeting.Id && one.State == RegistrationState.Registered)),
                Report(meeting, register, words)]));
        List(document.Heading($"3 {words["documents"]}"), words["noDocuments"], ReportWords.DocumentColumns(words), ReportWords.DocumentShares, book.Documents.Select(one => ReportWords.Row(one, group, words)));
        document.Heading($"4 {words["liaisons"]}");
        List(document.Heading(words["received"], 2), words["noneReceived"], ReportWords.LiaisonColumns(words), ReportWords.LiaisonShares, book.Incoming.Select(one => ReportWords.Row(one, group, words)));
        List(document.Heading(words["sent"], 2), words["noneSent"], ReportWords.LiaisonColumns(words), ReportWords.LiaisonShares, book.Outgoing.Select(one => ReportWords.Row(one, group, words)));
        List(document.Heading($"5 {words["calls"]}"), words["noCalls"],
            words.Columns("number", "title", "opened", "closing", "asked", "answered", "result"), [4, 6, 4, 4, 3, 4, 4],
            book.Calls.Select(call => Row(call, book, words)));
        List(document.Heading($"6 {words["representatives"]}"), words["noSeats"], words.Columns("body", "capacity", "name", "since"), [4, 3, 6, 3], book.Seats.Select(seat => (IReadOnlyList<string?>)
            [seat.Body, words.Role(seat.Role), register.Person(seat.PersonId)?.Name, words.Day(seat.From)]));
        List(document.Heading($"7 {words["organizations"]}"), words["noOrganizations"], words.Columns("called", "country", "state"), [8, 4, 3], book.Organizations.Select(one => (IReadOnlyList<string?>)
            [one.Name, words.Country(one.Country), words.State(one.State)]));
        document.Heading($"8 {words["activities"]}");
        if (book.Activities.Count == 0) document.Paragraph(words["noActivities"]);
        foreach (var category in book.Activities.GroupBy(one => one.Category).OrderBy(one => one.Key ?? (ActivityCategory)int.MaxValue))
            document.Heading(category.Key is { } key ? Capital(words.Coded("category", key.ToString())) : words["otherActivities"], 2).Points(category.Select(one => Line(one, words)));
        return document.Heading($"9 {words["evaluation"]}").Paragraph(words["evaluationOpen"])
            .Heading($"10 {words["outlook"]}")
            .Points(book.Coming.Select(meeting => words.List([words.Meeting(meeting, book.Group), words.Place(meeting.Place), words.Days(meeting.Time)]))).Paragraph(words["outlookOpen"]).Write();
    }

    private static void List(WordDocument document, string none, IReadOnlyList<string> columns, IReadOnlyList<int> shares, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) document.Paragraph(none);
        else document.Table(columns, all, shares);
    }

    private static IReadOnlyList<string?> Row(CallEntry call, Year book, DraftWords words)
    {
        var owed = book.Register.All<ObligationEntry>().Where(one => one.OfKind == EntryKind.Call && one.Of == call.Id).ToList();
        return
        [
            words.Named(call.Number), words.Title(call), words.Day(ReportWords.DayOf(call.OpenedAt, book.Group.Zone)),
            call.Deadline is { } deadline ? words.Day(ReportWords.DayOf(deadline.At, book.Group.Zone)) : words["noDeadline"],
            Number(owed.Count), Number(owed.Count(one => one.State is ObligationState.Met or ObligationState.MetLate or ObligationState.Declined)),
                call.Result is { } result
                ? words.Told(result.Sheet.Lines[^1].Value) : words.Coded("state", call.Standing),
        ];
    }

    private static string Line(ActivityEntry activity, DraftWords words)
    {
        var days = (activity.Start, activity.End) switch
        {
            ({ } start, { } end) => words.Days(start, end),
            ({ } start, _) => activity.IsOpenEnded ? $"{words.Day(start)}\u00A0–" : words.Day(start),
            (null, { } end) => words.Say("untilOnly", words.Day(end)),
            _ => null,
        };
        return words.List([activity.Title, activity.Organization, words.Country(activity.Country), activity.Place, days, activity.Website]);
    }

    private static string Report(MeetingEntry meeting, RegisterSnapshot register, DraftWords words) => register.One<DocumentEntry>(meeting.Report.DocumentId) is { } report
        ? words.List([report.Cited, words.State(meeting.Report.State)]) : words.State(meeting.Report.State);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What of a register belongs to a year.</summary>
    private sealed record Year(Group Group, int Number, RegisterSnapshot Register)
    {
        public List<MeetingEntry> Meetings { get; } = [.. Register.All<MeetingEntry>().Where(one => one.State == MeetingState.Held && one.Time.FirstDay.Year == Number).OrderBy(one => one.Time.Opens)];
        public List<MeetingEntry> Coming { get; } = [.. Register.All<MeetingEntry>()
            .Where(one => one.State is MeetingState.Planned or MeetingState.Announced && one.Time.FirstDay.Year > Number).OrderBy(one => one.Time.Opens)];
        public List<DocumentEntry> Documents { get; } = [.. Register.All<DocumentEntry>()
            .Where(one => one.State == DocumentState.Filed && one.Revisions is [var first, ..] && InYear(first.At, Group, Number))
            .OrderBy(one => one.Number, StringComparer.Ordinal)];
        public List<LiaisonEntry> Incoming { get; } = Statements(LiaisonWay.Incoming, Group, Number, Register);
        public List<LiaisonEntry> Outgoing { get; } = Statements(LiaisonWay.Outgoing, Group, Number, Register);
        public List<CallEntry> Calls { get; } = [.. Register.All<CallEntry>().Where(one => InYear(one.OpenedAt, Group, Number)).OrderBy(one => one.OpenedAt)];
        public List<SeatEntry> Seats { get; } = [.. Register.Seats.Where(one => one.HoldsOn(new DateOnly(Number, 12, 31))).OrderBy(one => one.Body, StringComparer.Ordinal).ThenBy(one => one.Role)];
        public List<OrganizationEntry> Organizations { get; } = [.. Register.Organizations.Where(one => one.State is not (OrganizationState.Withdrawn
                    or OrganizationState.Declined))
            .OrderBy(one => one.Country, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal)];
        public List<ActivityEntry> Activities { get; } = [.. Register.All<ActivityEntry>().Where(one => !one.Cancelled && Touches(one, Number))
            .OrderBy(one => one.Start).ThenBy(one => one.Title, StringComparer.Ordinal)];

        private static List<LiaisonEntry> Statements(LiaisonWay way, Group group, int year, RegisterSnapshot register) =>
            [.. register.All<LiaisonEntry>().Where(one => one.Way == way && ReportWords.IsOnItsWay(one) && InYear(one.ReceivedAt, group, year)).OrderBy(one => one.ReceivedAt)];

        private static bool InYear(DateTimeOffset at, Group group, int year) => TimeZoneInfo.ConvertTime(at, group.Zone).Year == year;

        /// <summary>Without dates it is told of in every year until it is taken out; without an end in every year from its first one on.</summary>
        private static bool Touches(ActivityEntry activity, int year) =>
            (activity.Start ?? activity.End)?.Year is not { } begins || (begins <= year && (activity.IsOpenEnded || (activity.End ?? activity.Start)!.Value.Year >= year));
    }
}
