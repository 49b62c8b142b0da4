namespace JcaCop.Reading.Items;

/// <summary>Reads persons who are designated for a body: representatives, alternates, focal points, experts, and the further contacts of a nominated organization.</summary>
public static class RepresentativeReader
{
    public static IEnumerable<Item> Read(ItemContext context) => context.Readings.SelectMany(ReadOne);

    /// <summary>A code or label gave the body, or the sentence that designates has the same organization for its subject.</summary>
    private static bool NamesBody(PersonDraft person, string? body) =>
        person.Body is not null || person.Organization is { } named && body is not null && (!person.OrganizationIsSubject || DraftAssembler.Same(named.Value, body)) || person.Organization is null && person.Role is null && !person.Designated;

    private static IEnumerable<Item> ReadOne(ItemContext context)
    {
        var drafts = Seats.Of(context);
        foreach (var (person, body, role) in drafts.Seated)
        {
            var evidence = new List<Evidence>();
            Seats.Note(evidence, context, "person", person);
            if (person.Replaces is { } replaced) evidence.Add(replaced.As("replaces", context.Text, context.Source));
            if (person.Body is { } code) evidence.Add(code.As("body", context.Text, context.Source));
            yield return Confidence.Judge(new Representative(body, role, Seats.Person(person), person.Replaces?.Value) { Evidence = evidence }, person.Origin, NamesBody(person, body));
        }
    }
}
