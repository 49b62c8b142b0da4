using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads activities from the rows of a table and the records of a form.</summary>
internal static class ActivityTables
{
    public static IEnumerable<(TextSpan Span, Activity Activity)> Read(ItemContext context, Table table)
    {
        var title = TitleColumn(context, table);
        if (title < 0) yield break;
        foreach (var row in table.Rows)
        {
            if (title >= row.Count || row[title].IsEmpty) continue;
            var fields = new Dictionary<FieldLabel, string>();
            for (var column = 0; column < row.Count && column < table.Columns.Count; column++)
                if (!row[column].IsEmpty && column != title) fields.TryAdd(Meaning(context, table, column), context.Layout.ValueAt(row[column]).Trim());
            if (Make(context, context.Layout.ValueAt(row[title]).Trim(), fields) is { } activity)
                yield return (TextSpan.FromBounds(row[0].Start, row[^1].IsEmpty ? row[title].End : Math.Max(row[^1].End, row[title].End)), activity);
        }
    }

    /// <summary>A table of activities has a title and something that only activities have; persons and addresses make it another.</summary>
    private static int TitleColumn(ItemContext context, Table table)
    {
        var meanings = Enumerable.Range(0, table.Columns.Count).Select(column => Meaning(context, table, column)).ToList();
        if (meanings.Exists(label => label is FieldLabel.Email or FieldLabel.Person or FieldLabel.Contact or FieldLabel.Phone or FieldLabel.Role
                    or FieldLabel.Mode or FieldLabel.Answer or FieldLabel.Question or FieldLabel.Deadline))
            return -1;
        var particular = meanings.Count(label => label is FieldLabel.Category or FieldLabel.Organizer or FieldLabel.Date or FieldLabel.Start or FieldLabel.End or FieldLabel.Place);
        if (particular == 0) return -1;
        for (var column = 0; column < table.Columns.Count; column++) if (table.Columns[column] == FieldLabel.Title) return column;
        if (particular < 2) return -1;
        // "Название | Срок | Место | Организация": of two columns for names beside day and place, the first names the activity and the second whose it is
        List<int> names = [.. Enumerable.Range(0, table.Columns.Count).Where(column => table.Columns[column] is FieldLabel.Organization)];
        if (names.Count == 2 && !table.Heads[names[0]].IsEmpty && !context.Marked.Any(Word.Organization, table.Heads[names[0]].Start, table.Heads[names[0]].End)) return names[0];
        // "Name" heads organizations in most tables; beside an organizer or a kind it heads the activities
        if (meanings.Contains(FieldLabel.Organizer) || meanings.Contains(FieldLabel.Category))
            for (var column = 0; column < table.Columns.Count; column++) if (table.Columns[column] == FieldLabel.Organization) return column;
        for (var column = 0; column < table.Columns.Count; column++)
            if (table.Columns[column] is FieldLabel.Other or FieldLabel.Subject or FieldLabel.Organization or FieldLabel.Person
                    && Meaning(context, table, column) is FieldLabel.Other or FieldLabel.Subject && !table.Heads[column].IsEmpty
                    && !IsNumber(context, table, column))
                return column;
        return -1;
    }

    private static bool IsNumber(ItemContext context, Table table, int column) =>
        table.Rows.All(row => column >= row.Count || row[column].IsEmpty || row[column].In(context.Text).Trim().All(c => char.IsDigit(c) || c is '.' or ')'));

    private static FieldLabel Meaning(ItemContext context, Table table, int column)
    {
        var label = table.Columns[column];
        // "Срок" beside a place: when it takes place
        if (label is FieldLabel.Deadline && table.Columns.Contains(FieldLabel.Place) && AreDays(context, table, column)) return FieldLabel.Date;
        if (label is FieldLabel.Other or FieldLabel.From or FieldLabel.To && AreDays(context, table, column))
            return Enumerable.Range(0, column)
                .Any(before => table.Columns[before] is FieldLabel.Date or FieldLabel.Start
                    || table.Columns[before] is FieldLabel.Other or FieldLabel.From && AreDays(context, table, before))
                ? FieldLabel.End : FieldLabel.Start;
        if (label is not (FieldLabel.Other or FieldLabel.Organization or FieldLabel.Status or FieldLabel.Person or FieldLabel.Contact) || table.Heads[column].IsEmpty) return label;
        var head = table.Heads[column].In(context.Text);
        var hits = ActivityWords.Find(head);
        if (label == FieldLabel.Organization) return label;
        // "Nombre | Fecha | Lugar" over things: what nobody bears as a name
        if (label is FieldLabel.Person && !hits.Exists(hit => hit.Value == ActivityWord.Organizer) && table.Columns.Contains(FieldLabel.Place)
            && (table.Columns.Contains(FieldLabel.Date) || table.Columns.Contains(FieldLabel.Start)) && Cells(table, column).All(cell => PersonNames.Bare(context.Marked, cell.Start, cell.End) is null)) return FieldLabel.Other;
        if (label is FieldLabel.Person or FieldLabel.Contact)
            return hits.Exists(hit => hit.Value == ActivityWord.Organizer)
                && (Cells(table, column).Any(cell => HasHouse(context, cell))
                    && !Cells(table, column).Any(cell => cell.In(context.Text).Contains('@', StringComparison.Ordinal))
                || Cells(table, column).All(cell => IsHouse(context, cell)))
            ? FieldLabel.Organizer : label;
        if (table.Rows.All(row => column >= row.Count || row[column].IsEmpty || ActivityWords.Named(row[column].In(context.Text)) is not null && row[column].Length < 40)) return FieldLabel.Category;
        return hits.Exists(hit => hit.Value == ActivityWord.Organizer) ? FieldLabel.Organizer : label;
    }

    private static IEnumerable<TextSpan> Cells(Table table, int column) => table.Rows.Where(row => column < row.Count && !row[column].IsEmpty).Select(row => row[column]);

    /// <summary>All that stands in the column are days: "from", "until" and their like need no word list.</summary>
    private static bool AreDays(ItemContext context, Table table, int column) =>
        Cells(table, column).Any() && Cells(table, column).All(cell => cell.Length < 45 && Dates.Parse(cell.In(context.Text), context.Year, context.Language)?.First is not null);

    /// <summary>"Responsible" heads persons and houses; no person is named here.</summary>
    private static bool IsHouse(ItemContext context, TextSpan cell) =>
        !cell.In(context.Text).Contains('@', StringComparison.Ordinal)
        && (HasHouse(context, cell) || PersonNames.Bare(context.Marked, cell.Start, cell.End) is null);

    private static bool HasHouse(ItemContext context, TextSpan cell) => context.Marked.Any(Word.Organization, cell.Start, cell.End) || context.Marked.Any(Word.LegalForm, cell.Start, cell.End);

    public static IEnumerable<(TextSpan Span, Activity Activity)> Read(ItemContext context, Form form)
    {
        var at = 0;
        while (at < form.Fields.Count)
        {
            if (!OpensActivity(context, form, at)) { at++; continue; }
            var opening = form.Fields[at];
            var fields = new Dictionary<FieldLabel, string>();
            var end = at + 1;
            for (; end < form.Fields.Count && !OpensActivity(context, form, end); end++)
            {
                var field = form.Fields[end];
                if (field is { Label: FieldLabel.Contact or FieldLabel.Person, Value.IsEmpty: false }
                    && ActivityWords.Find(field.LabelSpan.In(context.Text)).Exists(hit => hit.Value == ActivityWord.Organizer) && IsHouse(context, field.Value))
                {
                    fields.TryAdd(FieldLabel.Organizer, context.Layout.ValueAt(field.Value).Trim());
                    continue;
                }
                if (field.Label is FieldLabel.Contact or FieldLabel.Person or FieldLabel.Email or FieldLabel.Phone || field.Label == FieldLabel.Organization && fields.ContainsKey(FieldLabel.Organization)) break;
                if (field is { Label: FieldLabel.Other, Value: { IsEmpty: false, Length: < 45 } }
                        && Dates.Parse(field.Value.In(context.Text), context.Year, context.Language)?.First is not null)
                    fields.TryAdd(fields.ContainsKey(FieldLabel.Start) ? FieldLabel.End : FieldLabel.Start, context.Layout.ValueAt(field.Value).Trim());
                else if (!field.Value.IsEmpty) fields.TryAdd(Meaning(context, field, fields), context.Layout.ValueAt(field.Value).Trim());
            }
            var last = form.Fields[end - 1];
            if (fields.Keys.Any(label => label is FieldLabel.Category or FieldLabel.Organizer or FieldLabel.Date or FieldLabel.Start or FieldLabel.Place or FieldLabel.Organization or FieldLabel.Status)
                && !opening.Value.IsEmpty && Make(context, context.Layout.ValueAt(opening.Value).Trim(), fields) is { } activity)
                yield return (TextSpan.FromBounds(opening.LabelSpan.Start, last.Value.End), activity);
            at = end;
        }
    }

    /// <summary>What a label that nobody knows means, by the value behind it: a kind of activity, an address in the net, a town.</summary>
    private static FieldLabel Meaning(ItemContext context, FormField field, Dictionary<FieldLabel, string> fields)
    {
        if (field.Label is FieldLabel.City or FieldLabel.Address && !fields.ContainsKey(FieldLabel.Place)) return FieldLabel.Place; // "Location: Nairobi"
        if (field.Label != FieldLabel.Other || field.Value.Length > 45) return field.Label;
        var value = field.Value.In(context.Text);
        if (!fields.ContainsKey(FieldLabel.Website) && Websites.Parse(value) is not null) return FieldLabel.Website;
        if (!fields.ContainsKey(FieldLabel.Category) && ActivityWords.Named(value) is not null) return FieldLabel.Category;
        return !fields.ContainsKey(FieldLabel.Place) && CountryPlaces.Cities(value.Trim(), Folding.Fold(value.Trim())).Any() ? FieldLabel.Place : FieldLabel.Other;
    }

    /// <summary>"Title" of an activity; a document's stands beside a source, a liaison's beside addressees.</summary>
    private static bool OpensActivity(ItemContext context, Form form, int at) =>
        (form.Fields[at].Label == FieldLabel.Title || Heads(context, form, at) || IsNameOfActivity(form, at))
        && !form.Fields.Any(field => field.Label is FieldLabel.ForAction or FieldLabel.ForComment or FieldLabel.ForInformation or FieldLabel.InReplyTo or FieldLabel.Source or FieldLabel.From or FieldLabel.Meeting)
        && !(at > 0 && form.Fields[at - 1].Label is FieldLabel.Person or FieldLabel.Salutation or FieldLabel.Surname or FieldLabel.GivenName);

    /// <summary>"Nombre: …" above a kind and an organizer, in a form that tells how nobody is reached, names the activity.</summary>
    private static bool IsNameOfActivity(Form form, int at) =>
        form.Fields[at].Label is FieldLabel.Organization or FieldLabel.Person
        && form.Fields.Any(static field => field.Label is FieldLabel.Organizer) && form.Fields.Any(static field => field.Label is FieldLabel.Category)
        && form.Fields.Any(static field => field.Label is FieldLabel.Date or FieldLabel.Start or FieldLabel.Place or FieldLabel.Other)
        && !form.Fields.Any(static field => field.Label is FieldLabel.Title or FieldLabel.Contact or FieldLabel.Email or FieldLabel.Phone or FieldLabel.Function or FieldLabel.Role or FieldLabel.Mode or FieldLabel.Address);

    /// <summary>"What: …" at the head of each record: a label that nobody knows, in a form that names an organizer or a kind and no title, person or address.</summary>
    private static bool Heads(ItemContext context, Form form, int at) =>
        form.Fields[at].Label == FieldLabel.Other
        && (at == 0 || string.Equals(form.Fields[at].LabelSpan.In(context.Text), form.Fields[0].LabelSpan.In(context.Text), StringComparison.OrdinalIgnoreCase))
        && form.Fields.Any(field => field.Label is FieldLabel.Organizer or FieldLabel.Category)
        && !form.Fields.Any(field => field.Label is FieldLabel.Title or FieldLabel.Organization or FieldLabel.Person or FieldLabel.Contact
            or FieldLabel.Email or FieldLabel.Phone or FieldLabel.Role or FieldLabel.Mode or FieldLabel.Question or FieldLabel.Answer);

    /// <summary>The activity with what labelled lines tell of it.</summary>
    public static Activity With(ItemContext context, Activity activity, Dictionary<FieldLabel, string> fields) =>
        Make(context, activity.Title ?? "", fields) is not { } told ? activity : activity with
        {
            Category = fields.ContainsKey(FieldLabel.Category) ? told.Category : activity.Category,
            Organization = activity.Organization ?? told.Organization,
            Start = activity.Start ?? told.Start,
            End = activity.Start is null ? told.End : activity.End,
            Place = activity.Place ?? told.Place,
            Website = activity.Website ?? told.Website,
        };

    private static Activity? Make(ItemContext context, string title, Dictionary<FieldLabel, string> fields)
    {
        if (title.Length is < 3 or > 250) return null;
        var date = Value(FieldLabel.Date) is { } dates ? Dates.Parse(dates, context.Year, context.Language) : null;
        var start = Value(FieldLabel.Start) is { } from ? Dates.Parse(from, context.Year, context.Language) : null;
        var end = Value(FieldLabel.End) is { } until ? Dates.Parse(until, context.Year, context.Language) : null;
        var first = start?.First ?? date?.First;
        var last = end?.Last ?? (start ?? date)?.Last;
        return new Activity(title.Trim(' ', '"', '“', '”').TrimEnd('.', ';'))
        {
            Category = Value(FieldLabel.Category) is { } named ? ActivityBoxes.Ticked(named) is var (boxes, ticked) && boxes ? ticked : ActivityWords.Named(named) : ActivityWords.OfTitle(title),
            Organization = Value(FieldLabel.Organizer) ?? Value(FieldLabel.Organization),
            Start = first,
            End = last == first ? null : last,
            Place = fields.ContainsKey(FieldLabel.Place) ? Value(FieldLabel.Place) : ((Value(FieldLabel.Date) ?? Value(FieldLabel.Start)) is { } both ? ActivityBoxes.PlaceBeside(both, context.Year, context.Language) : null),
            Website = Value(FieldLabel.Website) is { } site ? Websites.Parse(site) ?? site : null,
        };

        string? Value(FieldLabel label) => fields.TryGetValue(label, out var value) && !BodyLists.SaysNone(value) ? value : null;
    }
}
