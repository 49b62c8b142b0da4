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

    /// <summary>"Title: X." in running text, or the quotation that stands alone behind the sentence or beside another word for the document.</summary>
    public static Mention<string>? Named(ItemContext context, TextSpan sentence)
    {
        foreach (var word in context.Matters.Within(Matter.TitleWord, 0, context.Text.Length))
        {
            var at = word.End;
            while (at < context.Text.Length && context.Text[at] is ' ') at++;
            if (at >= context.Text.Length || context.Text[at] is not (':' or '：')) continue;
            at++;
            while (at < context.Text.Length && context.Text[at] is ' ' or '\n') at++;
            var end = context.Utterances.Find(utterance => utterance.Span.Contains(at)).Span.End;
            var value = end > at ? MailLayout.Unwrap(context.Text[at..end]).Trim(' ', '.', '"', '«', '»', '“', '”', '《', '》', '。') : "";
            if (value.Length is > 4 and < 160) return new Mention<string>(value, at, end - at, 0.7);
        }
        foreach (var utterance in context.Utterances)
        {
            if (utterance.Span.Start < sentence.Start) continue;
            foreach (var quoted in Quotations.Find(context.Text, utterance.Span.Start, utterance.Span.End))
                if (quoted.Value.Length > 7 && !IsName(context, quoted) && (quoted.Length + 4 >= utterance.Span.Length || context.Matters.Any(Matter.Paper, utterance.Span) || context.Matters.Any(Matter.Contribution, utterance.Span))) return quoted;
        }
        return null;
    }

    /// <summary>A quotation that belongs to the name of an organization.</summary>
    private static bool IsName(ItemContext context, Mention<string> quoted)
    {
        var from = Math.Max(0, quoted.Start - 60);
        return OrganizationNames.Find(context.Marked, from, Math.Min(context.Text.Length, quoted.End + 1)).Exists(name => name.Start < quoted.Start && name.End > quoted.Start
            && !context.Matters.Any(Matter.TitleWord, TextSpan.FromBounds(name.Start, quoted.Start)) && !context.Matters.Any(Matter.Contribution, TextSpan.FromBounds(name.Start, quoted.Start)));
    }

    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create(":：-–—");
    private static readonly System.Buffers.SearchValues<char> SourceEnds = System.Buffers.SearchValues.Create(",，،)）\n;");

    /// <summary>我实验室, "our laboratory": the house of the writer, whose name stands elsewhere.</summary>
    private static bool IsOur(ItemContext context, Mention<string> name) => name.Value[0] is '我' or '本' or '敝' || ActivityOrganizers.Whole(context, name.Value) is null;

    /// <summary>中国的文稿, "contribution de la Côte d'Ivoire": the State that nothing but small words joins to the word for a contribution, as written; in Russian only where it stands in the nominative.</summary>
    private static string? State(ItemContext context, TextSpan sentence, List<Mention<string>> titles, List<Mention<string>> houses)
    {
        var text = context.Text;
        foreach (var state in Countries.Find(sentence.In(text)))
        {
            var (start, end) = (sentence.Start + state.Start, sentence.Start + state.End);
            if (titles.Exists(title => title.Start < end && start < title.End) || houses.Exists(house => house.Start < end && start < house.End)) continue;
            foreach (var word in context.Matters.Within(Matter.Contribution, sentence.Start, sentence.End))
                if (word.End <= start && IsJoint(text[word.End..start]) || end <= word.Start && IsJoint(text[end..word.Start]))
                    return text[start] is >= '\u0400' and <= '\u04ff' ? null : MailLayout.Unwrap(text[start..end]);
        }
        return null;
    }

    private const int LongestJoint = 12;

    private static bool IsJoint(string between) => between.Length <= LongestJoint && between.All(static c => c is ' ' or '\n' or '\'' or '’' || char.IsLower(c) || c is '的' or '之' || Folding.IsArabic(c));

    /// <summary>附上海鸥科技公司的文稿: of where the verb ends and the name begins nothing else in the mail tells.</summary>
    public static bool IsRunIn(ItemContext context, string? source)
    {
        if (source is null || context.Respondent?.Organization is { } own && SameName.Is(own, source)) return false;
        for (var at = context.Text.IndexOf(source, StringComparison.Ordinal); at >= 0; at = context.Text.IndexOf(source, at + 1, StringComparison.Ordinal))
            if (HanOrganizationNames.RunsInto(context.Text, at)) return true;
        return false;
    }

    /// <summary>Who submits: behind the label for a source, or the organization named as subject.</summary>
    /// <param name="titles">What is submitted: a title that reads like the name of a house ("Hotline statistics") submits nothing.</param>
    public static string? Source(ItemContext context, TextSpan sentence, List<Mention<string>> titles)
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
        var houses = OrganizationNames.Find(context.Marked, sentence.Start, sentence.End);
        if (State(context, sentence, titles, houses) is { } state) return state;
        foreach (var name in houses)
            if (name.Confidence >= 0.6 && !titles.Exists(title => title.Start < name.End && name.Start < title.End) && Bodies.Find(name.Value).Count == 0 && !IsOur(context, name) && !Addressed.Is(text, name.Value)
                    && !(Units.IsUnit(name.Value) && context.Respondent?.Organization is not null)) return context.Respondent?.Organization is { } own && SameName.Is(own, name.Value) ? own : name.Value.Trim('（', '(', ' ');
        return context.Respondent?.Organization is { } house && !titles.Exists(title => title.Value == house) ? house : context.Respondent?.Body;
    }
}
