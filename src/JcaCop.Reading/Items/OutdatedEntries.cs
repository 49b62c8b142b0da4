using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"The entry for the Heron Trust is out of date. It should now read:" above lines of labels and values: what the lines hold is put right for whoever is named above them.</summary>
internal static class OutdatedEntries
{
    /// <summary>So sure whose details the lines are that only the sentences above name.</summary>
    private const double ByLead = 0.85;

    /// <summary>So far above the lines stands the sentence, in UTF-16 units.</summary>
    private const int Reach = 500;

    /// <summary>Between "entry for" and the name stand an article and a title at most.</summary>
    private const int ToName = 12;

    private static readonly PhraseIndex<string> Index = new(LexiconFile.Phrases("outdated").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    /// <summary>The changes, each with what tells them, from the sentence to the last line.</summary>
    public static List<(CorrectionDraft Draft, TextSpan Lines)> Read(ItemContext context)
    {
        List<(CorrectionDraft, TextSpan)> found = [];
        List<PhraseHit<string>>? words = null;
        foreach (var block in context.Layout.Blocks)
        {
            if (block is not Form form || !form.Fields.Any(static field => IsDetail(field.Label)) || !form.Fields.All(static field => IsDetail(field.Label) || field.Value.IsEmpty)) continue;
            var above = context.Utterances.FindAll(said => said.Span.End <= form.Span.Start && said.Span.Start >= form.Span.Start - Reach && said.Block is Paragraph);
            if (above.Count == 0 || !LeadsTo(context.Text, above[^1].Span, form.Span.Start)) continue;
            words ??= Index.FindAll(context.Marked.Folded);
            var told = above.FindLast(said => words.Exists(word => word.Value == "outdated" && word.Start >= said.Span.Start && word.End <= said.Span.End));
            if (told.Span.IsEmpty || Utterances.IsOpen(context, told.Span) || Whose(context, words, told.Span) is not { } draft) continue;
            foreach (var field in form.Fields) Take(context, draft, field);
            if (!draft.Empty) found.Add((draft, TextSpan.FromBounds(told.Span.Start, form.Span.End)));
        }
        return found;
    }

    private static bool IsDetail(FieldLabel label) =>
        label is FieldLabel.Address or FieldLabel.Website or FieldLabel.Phone or FieldLabel.Mobile or FieldLabel.Fax or FieldLabel.PhoneAndFax or FieldLabel.Email or FieldLabel.Function;

    /// <summary>The sentence ends in a colon, and nothing stands between it and the lines.</summary>
    private static bool LeadsTo(string text, TextSpan lead, int lines)
    {
        var between = text.AsSpan(lead.Start, lines - lead.Start).TrimEnd();
        return between is [.., ':' or '：'] && between.Length <= lead.Length + 1;
    }

    /// <summary>The only person or house that the sentence names, or the one behind "the entry for".</summary>
    private static CorrectionDraft? Whose(ItemContext context, List<PhraseHit<string>> words, TextSpan said)
    {
        var houses = OrganizationNames.Find(context.Marked, said.Start, said.End).FindAll(name => name.Confidence >= 0.6 && Bodies.Find(name.Value).Count == 0 && !RespondentOrganization.IsAddressee(name.Value));
        var persons = NamesIn.Find(context, said.Start, said.End).FindAll(name => !houses.Exists(house => house.Start < name.End && name.Start < house.End));
        foreach (var word in words)
        {
            if (word.Value != "entryOf" || word.Start < said.Start || word.End >= said.End) continue;
            if (houses.Find(name => IsBehind(name.Start, word.End)) is { Length: > 0 } house) return House(house);
            if (persons.Find(name => IsBehind(name.Start, word.End)) is { Length: > 0 } person && OrganizationNames.Headless(context.Marked, word.End, said.End) is not { Length: > 0 }) return Person(person);
            if (OrganizationNames.Headless(context.Marked, word.End, said.End) is { } bare && IsBehind(bare.Start, word.End)) return House(bare);
        }
        return (houses, persons) switch { ([var house], []) => House(house), ([], [var person]) => Person(person), _ => null };
    }

    private static bool IsBehind(int name, int word) => name >= word && name - word <= ToName;

    private static CorrectionDraft House(Mention<string> name) => new(name.Value, new TextSpan(name.Start, name.Length), ByLead) { IsOrganization = true };

    private static CorrectionDraft Person(Mention<string> name) => new(name.Value, new TextSpan(name.Start, name.Length), ByLead);

    private static void Take(ItemContext context, CorrectionDraft draft, FormField field)
    {
        var value = MailLayout.Unwrap(field.Value.In(context.Text)).Trim().TrimEnd('.', ';', ',', '،', '。');
        if (value.Length < 2) return;
        draft.Take(field.Label, value, context.Emails.Find(email => field.Value.Contains(email.Start)).Value);
    }
}
