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
    public static byte[] Write(DraftWords words, Group group, MeetingEntry meeting, RegisterSnapshot register, string? number, DateTimeOffset at) =>
        new Draft(words, group, meeting, register).Write(number, at);

    private sealed class Draft(DraftWords words, Group group, MeetingEntry meeting, RegisterSnapshot register)
    {
        private readonly List<RegistrationEntry> all = [.. register.All<RegistrationEntry>().Where(one => one.MeetingId == meeting.Id).OrderBy(one => one.Name, StringComparer.InvariantCultureIgnoreCase)];
        private readonly List<DocumentEntry> papers = [.. register.All<DocumentEntry>()
            .Where(one => one.MeetingId == meeting.Id && one.State != DocumentState.Withdrawn && one.Sort != DocumentSort.Report)
            .OrderBy(one => one.Number, StringComparer.Ordinal)];

        public byte[] Write(string? number, DateTimeOffset at)
        {
            var name = words.Meeting(meeting, group);
            var title = words.Say("meeting.title", name, words.Place(meeting.Place), words.Days(meeting.Time));
            var document = new WordDocument(new WordHead(title, group.Name, at, number ?? group.Name, title, words.Language, words["page"]));
            document.Cover(words, group, number, title, words["information"]).Rule().Title(words.Say("meeting.heading", name));
            if (!words.Stands) document.AsOf(words, group, at);
            var before = register.All<MeetingEntry>().Where(one => one.State == MeetingState.Held && one.Time.Closes < meeting.Time.Opens).MaxBy(one => one.Time.Closes);
            var since = before?.Time.Closes ?? DateTimeOffset.MinValue;

            Opening(document.Heading(Clause(1, words["opening"])));
            Agenda(document.Heading(Clause(2, words["agenda"])));
            document.Heading(Clause(3, words["lastReport"])).Paragraph(before is null ? words["firstMeeting"] : words.Say("lastApproved", words.Meeting(before, group) + Cited(before)));
            var clause = Discussion(document, 4);
            Decisions(document.Heading(Clause(clause++, words["decisions"])), since);
            Liaisons(document.Heading(Clause(clause++, words["liaisons"])), since);
            Representatives(document.Heading(Clause(clause++, words["representatives"])), before?.Time.LastDay ?? DateOnly.MinValue, meeting.Time.LastDay);
            Next(document.Heading(Clause(clause++, words["nextMeeting"])));
            document.Heading(Clause(clause, words["closing"])).Paragraph(words["closed"]);

            document.NewPage().Heading(words["annexA"]);
            Participants(document);
            document.Heading(words["annexB"]);
            if (papers.Count == 0) document.Paragraph(words["noPapers"]);
            else document.Table(ReportWords.DocumentColumns(words), [.. papers.Select(one => ReportWords.Row(one, group, words))], ReportWords.DocumentShares);
            return document.Write();
        }

        private void Opening(WordDocument document)
        {
            var here = all.Where(one => one.State == RegistrationState.Registered).ToList();
            var remote = here.Count(one => one.Mode == AttendanceMode.Remote);
            var open = here.Count(one => one.Mode is null);
            var stateless = here.Count(one => one.Country is null);
            var countries = here.Select(one => one.Country).OfType<string>().Distinct(StringComparer.Ordinal).Count();
            var regrets = all.Where(one => one.State == RegistrationState.Regrets).ToList();
            document.Paragraph(words.Say("held", words.Meeting(meeting, group), words.List([meeting.Room, words.Place(meeting.Place)]), words.Days(meeting.Time), words.Hours(meeting.Time)));
            if (meeting.Remote is { } access) document.Paragraph(access.Tool is { } tool ? words.Say("remoteBy", tool) : words["remote"]);
            // Of those who register from their own address the country is often unknown: "from 0 countries" would be wrong.
            document.Paragraph(here.Count == 0 ? words["nobody"]
                : countries == 0 ? words.Say("registeredAlone", words.Count("participant", here.Count), Number(here.Count - remote - open), Number(remote))
                : words.Say("registered", words.Count("participant", here.Count), words.Count("country", countries), Number(here.Count - remote - open), Number(remote)));
            if (open > 0) document.Paragraph(words.Say("modeUnknown", Number(open)));
            if (countries > 0 && stateless > 0) document.Paragraph(words.Say("countryUnknown", Number(stateless)));
            if (regrets.Count > 0) document.Paragraph(words.Say("regrets", words.List(regrets.Select(one => one.Organization is { } body && body != one.Name ? $"{one.Name} ({body})" : one.Name))));
            Open(document, "remarks");
        }

        private void Agenda(WordDocument document)
        {
            if (meeting.Agenda.Count == 0)
            {
                Open(document, "agendaOpen", alone: true);
                return;
            }
            document.Paragraph(words["agendaAdopted"]);
            document.Table(words.Columns("item", "title", "documents"), [.. meeting.Agenda.Select(item => (IReadOnlyList<string?>)[item.Number, item.Title, words.List(item.Documents)])], [1, 7, 3]);
            var allocated = meeting.Agenda.SelectMany(item => item.Documents).Select(DocumentNumber.KeyOf).ToHashSet(StringComparer.Ordinal);
            var left = papers.Where(one => !allocated.Contains(DocumentNumber.KeyOf(one.Number))).ToList();
            if (left.Count > 0) document.Paragraph(words.Say("unallocated", words.List(left.Select(one => one.IsLate ? words.Say("afterDeadline", one.Cited) : one.Cited))));
        }

        /// <summary>A clause for each item that is more than a form.</summary>
        private int Discussion(WordDocument document, int clause)
        {
            var known = papers.GroupBy(one => DocumentNumber.KeyOf(one.Number), StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
            foreach (var item in meeting.Agenda)
            {
                document.Heading(Clause(clause++, words.Say("clause", item.Title, item.Number)));
                foreach (var number in item.Documents)
                    document.Paragraph(known.TryGetValue(DocumentNumber.KeyOf(number), out var paper)
                        ? $"{paper.Cited}: {(paper.Source is { } source ? words.Say("sourceOf", paper.Title, words.Named(source)) : paper.Title)}" : number, bold: true);
                Open(document, "noted");
            }
            return clause;
        }

        private void Decisions(WordDocument document, DateTimeOffset since)
        {
            var results = register.All<CallEntry>()
                .Where(call => call is { Result: not null, Sort: CallSort.Consultation } && call.EndedAt > since && call.EndedAt <= meeting.Time.Closes)
                .OrderBy(call => call.EndedAt).ToList();
            if (results.Count > 0) document.Paragraph(words["byCorrespondence"]);
            document.Points(results.Select(call => $"{words.List([words.Named(call.Number), words.Title(call)])}: {words.Told(call.Result!.Sheet.Lines[^1].Value)} ({words.Day(call.Result.On)})"));
            Open(document, "decisionsOpen", results.Count == 0);
        }

        private void Liaisons(WordDocument document, DateTimeOffset since)
        {
            var some = register.All<LiaisonEntry>().Where(one => ReportWords.IsOnItsWay(one) && one.ReceivedAt > since && one.ReceivedAt <= meeting.Time.Closes).OrderBy(one => one.ReceivedAt).ToLookup(one => one.Way);
            foreach (var (way, heading, none) in new[] { (LiaisonWay.Incoming, "incoming", "noIncoming"), (LiaisonWay.Outgoing, "outgoing", "noOutgoing") })
            {
                document.Heading(words[heading], 2);
                if (!some[way].Any()) document.Paragraph(words[none]);
                else document.Table(ReportWords.LiaisonColumns(words), [.. some[way].Select(one => ReportWords.Row(one, group, words))], ReportWords.LiaisonShares);
            }
            Open(document, "liaisonsOpen");
        }

        private void Representatives(WordDocument document, DateOnly since, DateOnly until)
        {
            var begun = register.Seats.Where(seat => seat.From > since && seat.From <= until && seat.HoldsOn(until)).OrderBy(seat => seat.Body, StringComparer.Ordinal).ToList();
            var ended = register.Seats.Where(seat => seat.Until > since && seat.Until <= until).OrderBy(seat => seat.Body, StringComparer.Ordinal).ToList();
            if (begun.Count + ended.Count == 0) document.Paragraph(words["noChange"]);
            document.Points([
                .. begun.Select(seat => words.Say("sinceDay", Holder(seat), words.Day(seat.From))),
                .. ended.Select(seat => words.Say("untilDay", Holder(seat), words.Day(seat.Until!.Value.AddDays(-1))))]);
        }

        private string Holder(SeatEntry seat) => $"{seat.Body}: {words.List([register.Person(seat.PersonId)?.Name ?? "–", words.Role(seat.Role)])}";

        private void Next(WordDocument document)
        {
            var next = register.All<MeetingEntry>().Where(one => one.State is MeetingState.Planned or MeetingState.Announced && one.Time.Opens > meeting.Time.Closes).MinBy(one => one.Time.Opens);
            if (next is null) Open(document, "nextOpen", alone: true);
            else document.Paragraph(words.Say("nextAt", words.Meeting(next, group), words.Place(next.Place), words.Days(next.Time), words.Hours(next.Time)));
        }

        private void Participants(WordDocument document)
        {
            var here = all.Where(one => one.State == RegistrationState.Registered).ToList();
            if (here.Count == 0) document.Paragraph(words["nobodyAdd"]);
            else document.Table(words.Columns("name", "function", "organization", "country", "attendance"), [.. here.Select(one => (IReadOnlyList<string?>)
            [
                one.Name, register.Person(one.PersonId)?.Function, one.Organization, words.Country(one.Country), one.Mode is { } mode ? words.Coded("mode", mode.ToString()) : null,
            ])], [5, 5, 6, 4, 3]);
        }

        /// <summary>What the chairman is to write; nothing in a report that was approved as it stands.</summary>
        /// <param name="alone">No heading stays without anything below it.</param>
        private void Open(WordDocument document, string key, bool alone = false)
        {
            if (words[key] is { Length: > 0 } text) document.Paragraph(text);
            else if (alone) document.Paragraph("–");
        }

        private string Cited(MeetingEntry of) => register.One<DocumentEntry>(of.Report.DocumentId) is { } report ? $" ({report.Cited})" : "";
    }

    private static string Clause(int number, string title) => string.Create(CultureInfo.InvariantCulture, $"{number} {title}");

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
