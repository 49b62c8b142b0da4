using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>What mails say of the documents that they carry: titles, files, who submits.</summary>
internal static class Papers
{
    public static List<string> Files(ItemContext context) => [.. context.Mail.Attachments.Where(file => file.Listed && file.MediaType != "message/rfc822").Select(file => file.Name)];

    /// <summary>Quoted titles in the sentences that speak of the document, in those that say what it is called, and in the list below them.</summary>
    public static List<Mention<string>> Titles(ItemContext context, Func<TextSpan, bool> speaks)
    {
        var titles = new List<Mention<string>>();
        var listed = false;
        foreach (var utterance in context.Utterances)
        {
            var says = speaks(utterance.Span);
            if (!says && !(listed && (utterance.Block is Listing || context.Matters.Any(Matter.TitleWord, utterance.Span)))) continue;
            listed |= says;
            foreach (var quoted in Quotations.Find(context.Text, utterance.Span.Start, utterance.Span.End))
                if (quoted.Value.Length > 7 || Folding.IsHan(quoted.Value[0]) && quoted.Value.Length > 3) if (!IsName(context, quoted)) titles.Add(quoted);
        }
        return titles;
    }

    /// <summary>A quotation that belongs to the name of an organization.</summary>
    private static bool IsName(ItemContext context, Mention<string> quoted)
    {
        var from = Math.Max(0, quoted.Start - 60);
        return OrganizationNames.Find(context.Marked, from, Math.Min(context.Text.Length, quoted.End + 1)).Exists(name => name.Start < quoted.Start && name.End > quoted.Start);
    }

    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create(":：-–—");
    private static readonly System.Buffers.SearchValues<char> SourceEnds = System.Buffers.SearchValues.Create(",，،)）\n;");

    /// <summary>我实验室, "our laboratory": the house of the writer, whose name stands elsewhere.</summary>
    private static bool IsOur(ItemContext context, Mention<string> name) => name.Value[0] is '我' or '本' or '敝' || ActivityOrganizers.Whole(context, name.Value) is null;

    /// <summary>Who submits: behind the label for a source, or the organization named as subject.</summary>
    public static string? Source(ItemContext context, TextSpan sentence)
    {
        var text = context.Text;
        for (var at = sentence.Start; at < sentence.End; at++)
        {
            if (text[at] is not ('(' or '（' or '\n' or ',' or ';')) continue;
            var word = at + 1;
            while (word < sentence.End && text[word] is ' ') word++;
            var end = word;
            while (end < sentence.End && char.IsLetter(text[end])) end++;
            if (end == word || FieldLabels.Whole(text.AsSpan(word, end - word)) is not FieldLabel.Source) continue;
            // "author of the document - Y": the name stands behind the dash
            if (text.AsSpan(end, Math.Min(30, sentence.End - end)).IndexOfAny(Joints) is > 0 and var joint) end += joint;
            while (end < sentence.End && text[end] is ' ' or ':' or '：' or '-' or '–' or '—') end++;
            var stop = text.AsSpan(end, sentence.End - end).IndexOfAny(SourceEnds);
            if (stop > 2) return MailLayout.Unwrap(text.Substring(end, stop)).Trim();
        }
        foreach (var name in OrganizationNames.Find(context.Marked, sentence.Start, sentence.End))
            if (name.Confidence >= 0.6 && Bodies.Find(name.Value).Count == 0 && !IsOur(context, name) && !(Units.IsUnit(name.Value) && context.Respondent?.Organization is not null)) return context.Respondent?.Organization is { } own && SameName.Is(own, name.Value) ? own : name.Value.Trim('（', '(', ' ');
        return context.Respondent?.Organization ?? context.Respondent?.Body;
    }
}
