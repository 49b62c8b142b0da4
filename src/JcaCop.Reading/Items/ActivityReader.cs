using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Items;

/// <summary>Reads work, issues and activities on child online protection from tables, forms, lists and running text.</summary>
public static class ActivityReader
{
    /// <summary>Without one of these nothing in a mail can be an activity; looked for in one quick pass.</summary>
    public static IEnumerable<Item> Read(ItemContext context)
    {
        if (Liaisons.MayBe(context.Mail)) yield break;
        foreach (var reading in context.Readings)
            if (ActivityWords.Find(reading.Marked.Folded).Exists(hit => hit.Value is ActivityWord.Noun or ActivityWord.Section || ActivityWords.IsCategory(hit.Value)))
                foreach (var activity in MovedDays.Settle(reading, [.. ReadOne(reading)]))
                    if (!Unlisted.IsCalledOff(reading, activity)) yield return activity;
    }

    private static IEnumerable<Activity> ReadOne(ItemContext context)
    {
        var taken = new List<TextSpan>();
        var topic = IsTopic(context);
        foreach (var table in context.Layout.Tables)
            foreach (var (span, activity) in ActivityTables.Read(context, table)) { taken.Add(span); yield return Finish(context, activity, span, 0.92); }
        foreach (var form in context.Layout.Forms)
            foreach (var (span, activity) in ActivityTables.Read(context, form)) { taken.Add(span); yield return Finish(context, activity, span, 0.9); }
        foreach (var listed in ActivitySections.Find(context, topic))
        {
            if (taken.Exists(span => span.Contains(listed.Start)) || HasContact(listed.Text) || listed.Fields.Count == 0 && IsOrganization(listed.Text) || IsDetail(listed.Text)) continue;
            if (ActivityEntry.Read(listed.Text, listed.Category, context.Year, context.Language) is not { } read) continue;
            var activity = read;
            if (listed.Fields.Count > 0) activity = ActivityTables.With(context, activity, listed.Fields);
            if (activity.Organization is null) activity = activity with { Organization = listed.Organizer };
            var span = TextSpan.FromBounds(listed.Start, Math.Min(listed.End, context.Text.Length));
            taken.Add(span);
            yield return Finish(context, activity, span, listed.Category is not null || activity.Category is not null ? 0.82 : 0.7);
        }
        foreach (var paragraph in context.Layout.Blocks.SelectMany(block => Prose(context, block)))
        {
            foreach (var (start, length, activity) in ActivityProse.Find(context, paragraph, sentence => Unnamed(context, topic, paragraph, sentence) is not null))
            {
                var named = new TextSpan(start, length);
                if (taken.Exists(span => start < span.End && span.Start < named.End)) continue;
                taken.Add(named);
                yield return Finish(context, activity, named, activity is { Start: not null, Category: not null } && topic ? 0.81 : 0.6);
            }
            foreach (var sentence in paragraph.Sentences)
                foreach (var (span, activity) in ActivityRun.Find(context, sentence))
                    if (!taken.Exists(other => other.Start < span.End && span.Start < other.End))
                    {
                        taken.Add(span);
                        yield return Finish(context, activity, span, 0.6);
                    }
            foreach (var sentence in paragraph.Sentences)
                if (!taken.Exists(span => sentence.Start < span.End && span.Start < sentence.End) && Unnamed(context, topic, paragraph, sentence) is { } plain)
                {
                    taken.Add(plain.Span);
                    yield return Finish(context, plain.Activity, plain.Span, 0.6);
                }
        }
        foreach (var beside in Beside(context, taken)) yield return beside;
    }

    /// <summary>An activity that a sentence tells without quotation marks.</summary>
    private static (TextSpan Span, Activity Activity)? Unnamed(ItemContext context, bool topic, Paragraph paragraph, TextSpan sentence)
    {
        if (ActivityPlain.Find(context, sentence) is { } plain) return plain;
        if (!topic) return null;
        var next = paragraph.Sentences.FirstOrDefault(other => other.Start >= sentence.End);
        return ActivityWorks.Find(context, sentence, next.Length > 0 ? next : null);
    }

    /// <summary>Entries of a list in which another entry is an activity: those that tell a day, and whose or where it is, are more of the kind. A person is asked.</summary>
    private static IEnumerable<Activity> Beside(ItemContext context, List<TextSpan> taken)
    {
        foreach (var listing in context.Layout.Blocks.OfType<Listing>())
        {
            var read = listing.Entries.Where(entry => taken.Exists(span => span.Start < entry.Text.End && entry.Text.Start < span.End)).ToList();
            if (read.Count == 0) continue;
            foreach (var entry in listing.Entries.Except(read))
            {
                var text = MailLayout.Unwrap(entry.Text.In(context.Text));
                if (HasContact(text) || IsOrganization(text) || Utterances.IsOpen(context, entry.Text) || Denials.Before(context, entry.Text.Start, entry.Text.End)) continue;
                if (ActivityEntry.Read(text, null, context.Year, context.Language) is { Start: not null } activity && (activity.Organization ?? activity.Place) is not null)
                    yield return Finish(context, activity, entry.Text, 0.6);
            }
        }
    }

    /// <summary>What is read as running text: paragraphs, each entry of a list, and forms that hold none.</summary>
    private static IEnumerable<Paragraph> Prose(ItemContext context, Block block) => block switch
    {
        Table => [],
        Paragraph paragraph => [paragraph],
        Listing listing => listing.Entries.Select(entry => new Paragraph(entry.Text, [.. SentenceSplitter.Split(context.Text, entry.Text)])),
        _ => [new Paragraph(block.Span, [.. SentenceSplitter.Split(context.Text, block.Span)])],
    };

    /// <summary>The mail as a whole, or a sentence of it, announces activities.</summary>
    private static bool IsTopic(ItemContext context) =>
        ActivityWords.Find(context.Marked.Folded).Exists(static hit => hit.Value == ActivityWord.Section) || ActivityWords.Find(context.Mail.Subject).Exists(static hit => hit.Value == ActivityWord.Section);

    /// <summary>An entry that is nothing but the name of a house.</summary>
    private static bool IsOrganization(string text)
    {
        if (text.Length >= 40 || !Folding.IsHan(text[0])) return false;
        return OrganizationNames.Find(new MarkedText(text), 0, text.Length) is [{ Start: 0 } name] && name.Length >= text.TrimEnd('；', '。', '，', ' ').Length;
    }

    /// <summary>"Address: …", "Contact: …": a line of an entry that tells of an organization or a person.</summary>
    private static bool IsDetail(string text)
    {
        var colon = text.AsSpan(0, Math.Min(text.Length, LongestLabel)).IndexOfAny(':', '：');
        return colon > 0 && FieldLabels.Whole(text.AsSpan(0, colon)) is FieldLabel.Person or FieldLabel.Contact or FieldLabel.PersonAndFunction or FieldLabel.Function or FieldLabel.Address
            or FieldLabel.Phone or FieldLabel.Fax or FieldLabel.PhoneAndFax or FieldLabel.Mobile or FieldLabel.Email or FieldLabel.FocalPoint or FieldLabel.Representative;
    }

    private const int LongestLabel = 40;

    /// <summary>An entry with a mail address or "contact" is an organization's, not an activity's.</summary>
    private static bool HasContact(string text) => text.Contains('@', StringComparison.Ordinal);

    /// <summary>"в Казани" takes place in Казань, "بوهران" in وهران.</summary>
    private static string? InNominative(ItemContext context, string? place)
    {
        if (place is ['ب', ..]) return ActivityTowns.WithoutPreposition(place);
        if (place is not [>= '\u0400' and <= '\u04ff', ..]) return place;
        foreach (var preposition in ActivitySmallWords.TownBehindDate)
            if (context.Text.Contains(preposition + place, StringComparison.OrdinalIgnoreCase)) return RussianTowns.Nominative(place);
        return place;
    }

    private static Activity Finish(ItemContext context, Activity activity, TextSpan span, double confidence) => activity with
    {
        Organization = ActivityOrganizers.Whole(context, activity.Organization) ?? ActivityReferred.Of(context, span),
        Place = InNominative(context, activity.Place),
        Country = context.Respondent?.Country,
        Confidence = context.Respondent?.Country is null ? confidence - 0.15 : confidence,
        Decision = confidence >= 0.8 && context.Respondent?.Country is not null ? Decision.Accept : Decision.Review,
        Signs = SecondOpinion.Signs(SecondOpinion.Of(context, span.Start, span.End, Tag.Activity)),
        Evidence = [new Evidence("title", context.Source, span.Start, span.In(context.Text), confidence)],
    };
}
