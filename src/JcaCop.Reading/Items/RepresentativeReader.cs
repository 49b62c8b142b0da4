namespace JcaCop.Reading.Items;

/// <summary>Reads persons who are designated for a body: representatives, alternates, focal points, experts, and the further contacts of a nominated organization.</summary>
public static class RepresentativeReader
{
    public static IEnumerable<Item> Read(ItemContext context) => context.Readings.SelectMany(Of);

    /// <summary>The seats of one text.</summary>
    internal static IEnumerable<Representative> Of(ItemContext context)
    {
        var drafts = Seats.Of(context);
        var terms = SeatTerms.Of(context, drafts.Seated);
        foreach (var (person, body, role, named, told) in drafts.Seated)
        {
            var evidence = new List<Evidence>();
            Seats.Note(evidence, context, "person", person);
            if (person.Replaces is { } replaced) evidence.Add(replaced.As("replaces", context.Text, context.Source));
            if (person.Body is { } code) evidence.Add(code.As("body", context.Text, context.Source));
            var term = terms.GetValueOrDefault(person);
            if (term?.From is { } first) evidence.Add(first.As("from", context.Text, context.Source));
            if (term?.Until is { } last) evidence.Add(last.As("until", context.Text, context.Source));
            yield return (Representative)Confidence.Judge(new Representative(body, role, Seats.Person(person), person.Replaces?.Value)
                {
                    Evidence = evidence, From = term?.First, Until = term?.Last, TermUnsure = term?.Unsure == true,
                    RoleSupposed = person is { Role: null, Replaces: not null },
                    ReplacesUnsure = person.Origin == DraftOrigin.Prose && person.Name is { } name && Pronouns.Doubtful(context, name, person.Replaces),
                }, person.Origin, named, told, context.Mail.Sender?.Email, person.Sure);
        }
    }
}
