using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;

namespace JcaCop.Post.Documents;

/// <summary>
/// The draft of a meeting's report for the chairman to complete: cover sheet, attendance, agenda with its documents, decisions, liaison statements, next meeting,
/// and the lists behind the figures as annexes, in the layout of ITU-T documents (Recommendation ITU-T A.1, 2.2.8).
/// </summary>
public static class MeetingReportDraft
{
    /// <param name="number">Of the report as a document; null while it has none.</param>
    /// <param name="at">When the register said so, UTC.</param>
    public static byte[] Write(Group group, MeetingEntry meeting, RegisterSnapshot register, string? number, DateTimeOffset at)
    {
        var title = $"Draft meeting report of the {meeting.Title}, {meeting.Place}, {ReportWords.Days(meeting.Time)}";
        var document = new WordDocument(new WordHead(title, group.Name, at, number ?? group.Name, title, PageWord: "Page"));
        document.Cover(group, number, title, "Information").Rule().Title($"Draft report of the {meeting.Title}").AsOf(group, at);

        var here = register.All<RegistrationEntry>().Where(one => one.MeetingId == meeting.Id).OrderBy(one => one.Name, StringComparer.InvariantCultureIgnoreCase).ToList();
        var papers = register.All<DocumentEntry>().Where(one => one.MeetingId == meeting.Id && one.State != DocumentState.Withdrawn && one.Sort != DocumentSort.Report).OrderBy(one => one.Number, StringComparer.Ordinal).ToList();
        var before = register.All<MeetingEntry>().Where(one => one.State == MeetingState.Held && one.Time.Closes < meeting.Time.Opens).MaxBy(one => one.Time.Closes);
        var since = before?.Time.Closes ?? DateTimeOffset.MinValue;

        Opening(document.Heading("1 Opening"), meeting, here);
        Agenda(document.Heading("2 Agenda and allocation of documents"), meeting, papers);
        document.Heading("3 Approval of the last report").Paragraph(before is null ? "This was the first meeting on file; there was no report to approve." : $"The report of the {before.Title}{Cited(before, register)} was [approved].");
        var clause = Discussion(document, meeting, papers, 4);
        Decisions(document.Heading(Clause(clause++, "Decisions")), register, since, meeting.Time.Closes);
        Liaisons(document.Heading(Clause(clause++, "Liaison statements")), register, since, meeting.Time.Closes);
        Representatives(document.Heading(Clause(clause++, "Representatives")), register, before?.Time.LastDay ?? DateOnly.MinValue, meeting.Time.LastDay);
        Next(document.Heading(Clause(clause++, "Next meeting")), register, meeting);
        document.Heading(Clause(clause, "Closing")).Paragraph("[The chairman thanked the participants and closed the meeting.]");

        document.NewPage().Heading("Annex A: List of participants");
        Participants(document, here, register);
        document.Heading("Annex B: List of documents");
        if (papers.Count == 0) document.Paragraph("No documents were filed for this meeting.");
        else document.Table(ReportWords.DocumentColumns, [.. papers.Select(one => ReportWords.Row(one, group))], ReportWords.DocumentShares);
        return document.Write();
    }

    private static void Opening(WordDocument document, MeetingEntry meeting, List<RegistrationEntry> all)
    {
        var here = all.Where(one => one.State == RegistrationState.Registered).ToList();
        var remote = here.Count(one => one.Mode == AttendanceMode.Remote);
        var countries = here.Select(one => one.Country).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var regrets = all.Where(one => one.State == RegistrationState.Regrets).ToList();
        document.Paragraph($"The {meeting.Title} was held in {string.Join(", ", new[] { meeting.Room, meeting.Place }.OfType<string>())} on {ReportWords.Days(meeting.Time)}, {ReportWords.Hours(meeting.Time)}."
            + (meeting.Remote is null ? "" : $" Remote participation was offered{(meeting.Remote.Tool is { } tool ? $" by {tool}" : "")}."));
        document.Paragraph(here.Count == 0 ? "Nobody had registered in advance." : string.Create(CultureInfo.InvariantCulture,
            $"{ReportWords.Count(here.Count, "participant", "participants")} had registered, from {ReportWords.Count(countries, "country", "countries")}: {here.Count - remote} in the room and {remote} remotely (Annex A)."));
        if (regrets.Count > 0) document.Paragraph($"Regrets were received from {string.Join(", ", regrets.Select(one => one.Organization is { } body && body != one.Name ? $"{one.Name} ({body})" : one.Name))}.");
        document.Paragraph("[Opening remarks of the chairman.]");
    }

    private static void Agenda(WordDocument document, MeetingEntry meeting, List<DocumentEntry> papers)
    {
        if (meeting.Agenda.Count == 0)
        {
            document.Paragraph("[The agenda was adopted as follows.]");
            return;
        }
        document.Paragraph("The agenda was adopted [without changes]. Documents were allocated as follows.");
        document.Table(["Item", "Title", "Documents"], [.. meeting.Agenda.Select(item => (IReadOnlyList<string?>)[item.Number, item.Title, string.Join(", ", item.Documents)])], [1, 7, 3]);
        var allocated = meeting.Agenda.SelectMany(item => item.Documents).Select(DocumentNumber.KeyOf).ToHashSet(StringComparer.Ordinal);
        var left = papers.Where(one => !allocated.Contains(DocumentNumber.KeyOf(one.Number))).ToList();
        if (left.Count > 0) document.Paragraph($"Not allocated to an item: {string.Join(", ", left.Select(one => one.Cited + (one.IsLate ? " (received after the deadline)" : "")))}.");
    }

    /// <summary>A clause for each item that is more than a form.</summary>
    private static int Discussion(WordDocument document, MeetingEntry meeting, List<DocumentEntry> papers, int clause)
    {
        var known = papers.GroupBy(one => DocumentNumber.KeyOf(one.Number), StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (var item in meeting.Agenda)
        {
            document.Heading(Clause(clause++, $"{item.Title} (agenda item {item.Number})"));
            foreach (var number in item.Documents)
                document.Paragraph(known.TryGetValue(DocumentNumber.KeyOf(number), out var paper) ? $"{paper.Cited}: {paper.Title}{(paper.Source is { } source ? $" (source: {source})" : "")}" : number, bold: true);
            document.Paragraph("[What was noted and agreed, and who does what.]");
        }
        return clause;
    }

    private static void Decisions(WordDocument document, RegisterSnapshot register, DateTimeOffset since, DateTimeOffset until)
    {
        var results = register.All<CallEntry>().Where(call => call is { Result: not null, Sort: CallSort.Consultation } && call.EndedAt > since && call.EndedAt <= until).OrderBy(call => call.EndedAt).ToList();
        if (results.Count > 0) document.Paragraph("Decided by correspondence since the last meeting:");
        document.Points(results.Select(call => $"{call.Number}, {call.Title}: {call.Result!.Sheet.Lines[^1].Value} ({ReportWords.Day(call.Result.On)})"));
        document.Paragraph("[Decisions of the meeting, one a point.]");
    }

    private static void Liaisons(WordDocument document, RegisterSnapshot register, DateTimeOffset since, DateTimeOffset until)
    {
        var all = register.All<LiaisonEntry>().Where(one => ReportWords.IsOnItsWay(one) && one.ReceivedAt > since && one.ReceivedAt <= until).OrderBy(one => one.ReceivedAt).ToList();
        foreach (var (way, heading, none) in new[] { (LiaisonWay.Incoming, "Incoming", "No liaison statement was received since the last meeting."), (LiaisonWay.Outgoing, "Outgoing", "No liaison statement was issued since the last meeting.") })
        {
            document.Heading(heading, 2);
            var some = all.Where(one => one.Way == way).ToList();
            if (some.Count == 0) document.Paragraph(none);
            else document.Table(ReportWords.LiaisonColumns, [.. some.Select(ReportWords.Row)], ReportWords.LiaisonShares);
        }
        document.Paragraph("[Liaison statements that the meeting agreed to send.]");
    }

    private static void Representatives(WordDocument document, RegisterSnapshot register, DateOnly since, DateOnly until)
    {
        var begun = register.Seats.Where(seat => seat.From > since && seat.From <= until && seat.HoldsOn(until)).OrderBy(seat => seat.Body, StringComparer.Ordinal).ToList();
        var ended = register.Seats.Where(seat => seat.Until > since && seat.Until <= until).OrderBy(seat => seat.Body, StringComparer.Ordinal).ToList();
        if (begun.Count + ended.Count == 0) document.Paragraph("No change since the last meeting.");
        document.Points([
            .. begun.Select(seat => $"{seat.Body}: {register.Person(seat.PersonId)?.Name ?? "–"}, {ReportWords.Role(seat.Role)}, since {ReportWords.Day(seat.From)}"),
            .. ended.Select(seat => $"{seat.Body}: {register.Person(seat.PersonId)?.Name ?? "–"}, {ReportWords.Role(seat.Role)}, until {ReportWords.Day(seat.Until!.Value.AddDays(-1))}")]);
    }

    private static void Next(WordDocument document, RegisterSnapshot register, MeetingEntry meeting)
    {
        var next = register.All<MeetingEntry>().Where(one => one.State is MeetingState.Planned or MeetingState.Announced && one.Time.Opens > meeting.Time.Closes).MinBy(one => one.Time.Opens);
        document.Paragraph(next is null ? "[Date and place of the next meeting.]" : $"The {next.Title} will take place in {next.Place} on {ReportWords.Days(next.Time)}, {ReportWords.Hours(next.Time)}.");
    }

    private static void Participants(WordDocument document, List<RegistrationEntry> all, RegisterSnapshot register)
    {
        var here = all.Where(one => one.State == RegistrationState.Registered).ToList();
        if (here.Count == 0) document.Paragraph("Nobody had registered in advance. [Add who attended.]");
        else document.Table(["Name", "Function", "Organization", "Country", "Attendance"], [.. here.Select(one => (IReadOnlyList<string?>)
        [
            one.Name, register.Person(one.PersonId)?.Function, one.Organization, ReportWords.Country(one.Country), one.Mode switch { AttendanceMode.Remote => "remote", AttendanceMode.InPerson => "in person", _ => null },
        ])], [5, 5, 6, 4, 3]);
    }

    private static string Cited(MeetingEntry meeting, RegisterSnapshot register) =>
        register.One<DocumentEntry>(meeting.Report.DocumentId) is { } report ? $" ({report.Cited})" : "";

    private static string Clause(int number, string title) => string.Create(CultureInfo.InvariantCulture, $"{number} {title}");
}
