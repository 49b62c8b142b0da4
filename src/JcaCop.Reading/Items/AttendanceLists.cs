using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads delegations given as a table, as forms one under the other, as a list, or as lines below a sentence that announces them.</summary>
internal static class AttendanceLists
{
    public readonly record struct ReadList(TextSpan Span, IReadOnlyList<Registration> Items);

    public static List<ReadList> Read(ItemContext context, MeetingTopic topic)
    {
        var found = new List<ReadList>();
        var announced = false;
        AttendanceMode? mode = null;
        for (var i = 0; i < context.Layout.Blocks.Count; i++)
        {
            var block = context.Layout.Blocks[i];
            var registrations = block switch
            {
                Table table => FromTable(context, table, announced || topic.Announced, mode),
                Form form => FromForm(context, form, announced || topic.Announced, mode),
                Listing listing when announced => FromEntries(context, listing.Entries.Select(entry => entry.Text), mode),
                Paragraph paragraph when announced && IsLines(context, paragraph) => FromEntries(context, Lines(context.Text, paragraph.Span), mode),
                _ => [],
            };
            if (registrations.Count > 0) { found.Add(new ReadList(block.Span, registrations)); continue; }
            if (block is not Paragraph) continue;
            var last = context.Text[block.Span.End - 1];
            var says = Says(context, block.Span) && topic.Covers(block.Span);
            announced = says && !context.Matters.Any(Matter.Remove, block.Span) || announced && last is ':' or '：';
            if (says) mode = Mode(context, block.Span);
        }
        return found;
    }

    private static bool Says(ItemContext context, TextSpan span) =>
        (context.Matters.Any(Matter.Delegation, span) || context.Matters.Any(Matter.Attend, span) || context.Matters.Any(Matter.AttendNoun, span)) && !context.Matters.Any(Matter.Absent, span);

    private static AttendanceMode? Mode(ItemContext context, TextSpan span)
    {
        if (AttendanceModes.Of(context, span) is { } mode) return mode;
        foreach (var place in context.Matters.Within(Matter.Geneva, span.Start, span.End))
            if (context.Text.AsSpan(0, place.Start).TrimEnd() is { Length: > 0 } before && before[^1] is ',' or '،' or '，' && context.Matters.First(Matter.Meeting, span.Start, place.Start) is not null) return AttendanceMode.InPerson;
        return null;
    }

    private static List<Registration> FromTable(ItemContext context, Table table, bool announced, AttendanceMode? mode)
    {
        var named = table.Columns.Any(column => column is FieldLabel.Person or FieldLabel.PersonAndFunction or FieldLabel.Surname or FieldLabel.Contact or FieldLabel.Representative);
        if (!table.Columns.Contains(FieldLabel.Mode) && !(announced && named && !table.Columns.Any(column => column is FieldLabel.Role or FieldLabel.Body))) return [];
        var found = new List<Registration>();
        foreach (var row in table.Rows)
        {
            var record = new Record();
            for (var i = 0; i < row.Count; i++) if (!row[i].IsEmpty) record.Take(context, table.Columns[i], row[i]);
            if (record.Finish(context, mode, 0.96) is { } registration) found.Add(registration);
        }
        return found;
    }

    private static List<Registration> FromForm(ItemContext context, Form form, bool announced, AttendanceMode? mode)
    {
        var named = form.Fields.Any(field => field.Label is FieldLabel.Person or FieldLabel.Surname or FieldLabel.PersonAndFunction);
        if (!named || !form.Fields.Any(field => field.Label == FieldLabel.Mode) && !announced || form.Fields.Any(field => field.Label is FieldLabel.Role or FieldLabel.Body)) return [];
        var found = new List<Registration>();
        var first = form.Fields.First(field => field.Label is FieldLabel.Person or FieldLabel.Surname or FieldLabel.PersonAndFunction).LabelSpan.Start;
        mode ??= Mode(context, TextSpan.FromBounds(Math.Max(0, first - 260), first));
        Record? record = null;
        foreach (var field in form.Fields)
        {
            if (record is null || field.Label is FieldLabel.Person or FieldLabel.PersonAndFunction or FieldLabel.Surname && record.Named)
            {
                if (record?.Finish(context, mode, 0.96) is { } registration) found.Add(registration);
                record = new Record();
            }
            if (!field.Value.IsEmpty) record.Take(context, field.Label, field.Value);
        }
        if (record?.Finish(context, mode, 0.96) is { } last) found.Add(last);
        return found;
    }

    private static List<Registration> FromEntries(ItemContext context, IEnumerable<TextSpan> entries, AttendanceMode? mode)
    {
        var found = new List<Registration>();
        foreach (var entry in entries)
        {
            if (context.Matters.Any(Matter.Absent, entry) || Utterances.IsOpen(context, entry)) continue;
            var record = new Record();
            record.Entry(context, entry);
            if (record.Finish(context, mode, 0.9) is { } registration) found.Add(registration);
        }
        return found;
    }

    /// <summary>Lines of persons: each with a name, most with an address or post behind it.</summary>
    private static bool IsLines(ItemContext context, Paragraph paragraph)
    {
        var text = context.Text;
        if (paragraph.Sentences.Count > 1 && text[paragraph.Span.End - 1] is '.' or '。') return false;
        var lines = Lines(text, paragraph.Span).ToList();
        if (lines.Any(line => line.Length > 160) || Says(context, paragraph.Span) && lines.Count == 1) return false;
        return lines.Count(line => context.Emails.Any(email => line.Contains(email.Start)) || PersonNames.Find(context.Marked, line.Start, line.End).Count > 0) * 2 > lines.Count;
    }

    private static IEnumerable<TextSpan> Lines(string text, TextSpan span)
    {
        for (var start = span.Start; start < span.End;)
        {
            var end = text.IndexOf('\n', start, span.End - start);
            if (end < 0) end = span.End;
            var line = TextSpan.FromBounds(start, end).Trim(text);
            if (!line.IsEmpty) yield return line;
            start = end + 1;
        }
    }

    /// <summary>One person of a list as it is being read.</summary>
    private sealed class Record
    {
        private Found? name;
        private string? function, email, phone, fax, organization, given;
        private AttendanceMode? mode;

        public bool Named => name is not null;

        public void Take(ItemContext context, FieldLabel label, TextSpan value)
        {
            var text = MailLayout.Unwrap(value.In(context.Text)).TrimEnd(',', ';', '،', '，', '；');
            switch (label)
            {
                case FieldLabel.Person or FieldLabel.Contact or FieldLabel.Representative:
                    if (name is null && PersonNames.Parse(context.Marked, value.Start, value.End, true) is { } person) name = Found.Of(person);
                    break;
                case FieldLabel.PersonAndFunction:
                    Entry(context, value);
                    break;
                case FieldLabel.Surname:
                    name ??= new Found(text, value.Start, value.Length, 0.9);
                    break;
                case FieldLabel.GivenName: given ??= text; break;
                case FieldLabel.Function or FieldLabel.Title or FieldLabel.Role: function ??= text; break;
                case FieldLabel.Organization: organization ??= OrganizationNames.Whole(context.Text, value.Start, value.End).Value; break;
                case FieldLabel.Phone or FieldLabel.Mobile or FieldLabel.PhoneAndFax: phone ??= Parts.PhoneNumbers.Parse(text); break;
                case FieldLabel.Fax: fax ??= Parts.PhoneNumbers.Parse(text); break;
                case FieldLabel.Email: email ??= context.Emails.Where(mention => value.Contains(mention.Start)).Select(mention => mention.Value).FirstOrDefault(); break;
                default: mode ??= AttendanceModes.Of(context, value); break;
            }
        }

        public void Entry(ItemContext context, TextSpan entry)
        {
            foreach (var part in PartFinder.Find(context, entry, DraftOrigin.List, true))
            {
                var ofMode = AttendanceModes.Of(context, new TextSpan(part.Start, part.Length)) is not null && part.Length < 40;
                switch (part.Kind)
                {
                    case PartKind.Person: name ??= part.Found; break;
                    case PartKind.Function when !ofMode: function ??= part.Value; break;
                    case PartKind.Organization when !ofMode: organization ??= part.Value; break;
                    case PartKind.Email: email ??= part.Value; break;
                    case PartKind.Phone or PartKind.Mobile or PartKind.PhoneAndFax: phone ??= part.Value; break;
                    case PartKind.Fax: fax ??= part.Value; break;
                }
            }
            mode ??= AttendanceModes.Of(context, entry);
        }

        /// <returns>Null where no person is named.</returns>
        public Registration? Finish(ItemContext context, AttendanceMode? common, double confidence)
        {
            if (name is null) return null;
            var whole = given is null ? name.Value : $"{given} {name.Value}";
            return Attendance.Judge(new Registration(context.Answers.Meeting, mode ?? common, new Person(whole, function, email, phone, fax), organization ?? context.Respondent?.Organization, context.Respondent?.Country)
            {
                Evidence = [name.As("person.name", context.Text, context.Source)],
            }, confidence * (0.6 + name.Confidence * 0.4));
        }
    }
}
