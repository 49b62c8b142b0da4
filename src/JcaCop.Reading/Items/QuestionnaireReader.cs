using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads answers to numbered questions: between the quoted questions, as a numbered list, or in a table.</summary>
public static class QuestionnaireReader
{
    public static IEnumerable<Item> Read(ItemContext context) =>
        Liaisons.MayBe(context.Mail) ? [] : context.Readings.Select(ReadOne).OfType<Item>().Take(1);

    /// <summary>
    /// The mail as it reads where it is known to answer a questionnaire: "1) Yes" under its number answers the first question, though the mail speaks of no questionnaire.
    /// What answers only some of the questions, or none by that number, is for a person to confirm.
    /// </summary>
    /// <param name="asked">Numbers of the questions.</param>
    /// <returns>The reading as it was, where it holds items already, or nothing stands under a number.</returns>
    public static MailReading AsAnswer(MailReading reading, IReadOnlyCollection<string> asked)
    {
        if (reading.Sort.Kind != MailKind.Human || reading.Items.Count > 0 || asked.Count == 0) return reading;
        var text = reading.Mail.Body.Readable;
        var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, text.Length > MostRead ? text[..MostRead] : text, null);
        var numbered = NumberedAnswers.Read(context.Text, asked);
        if (numbered.Responses.Count == 0) numbered = AnswerCorrections.Read(context, asked);
        var known = numbered.Responses.Count(response => asked.Contains(response.Number, StringComparer.OrdinalIgnoreCase));
        if (known == 0 || known * 2 < numbered.Responses.Count) return reading;
        var whole = known == asked.Count && known == numbered.Responses.Count && InOrder(numbered.Responses);
        var answers = Finish(context, numbered.Start, numbered.Responses, whole ? 0.88 : 0.65);
        answers = answers with { Decision = whole ? Decision.Accept : Decision.Review };
        var reasons = Attention.Reasons(context, [answers]);
        return reading with { Items = [answers], NeedsAttention = reasons.Count > 0, AttentionReasons = reasons };
    }

    /// <summary>Text that is searched, in UTF-16 units.</summary>
    private const int MostRead = 100_000;

    private static Questionnaire? ReadOne(ItemContext context)
    {
        var body = context.Source is null ? context.Mail.Body.Text : context.Text;
        var named = QuestionnaireWords.MayBeIn(body) || QuestionnaireWords.MayBeIn(context.Mail.Subject);
        if (!named && !QuestionnaireWords.MayAnswerIn(body)) return null;
        var speaks = named && (QuestionnaireWords.Speaks(context.Mail.Subject) || QuestionnaireWords.Speaks(body));
        if (Table(context, speaks) is { } table) return table;
        if (context.Source is null && QuotedAnswers.Read(context.Mail.Body) is { Responses.Count: >= 2 } quoted && (speaks || named && quoted.Responses.Count >= 3))
            return Conversations.Is(context, quoted.Questions) ? null : Called(context, Finish(context, quoted.Start, quoted.Responses, speaks ? 0.92 : 0.75));
        var numbered = NumberedAnswers.Read(context.Text);
        // a question with its number, and below it a line "Answer: …", is a questionnaire whatever the mail calls it
        speaks |= numbered.Marked >= 2 && numbered.Marked >= numbered.Responses.Count;
        if (numbered.Responses.Count < 2 || !speaks && !(numbered.Labelled && numbered.Responses.Count >= 3) || numbered.Responses.Exists(response => response.Text.Contains('@', StringComparison.Ordinal))) return null;
        var found = Finish(context, numbered.Start, numbered.Responses, InOrder(numbered.Responses) && speaks ? 0.9 : 0.7);
        return numbered.Marked >= 2 ? found : Called(context, found);
    }

    /// <summary>Nothing calls the questions a questionnaire: whether they are one, other items and a person tell.</summary>
    private static Questionnaire Called(ItemContext context, Questionnaire found) => Conversations.Named(context) ? found : found with { Signs = [Conversations.Unnamed] };

    private static Questionnaire? Table(ItemContext context, bool speaks)
    {
        foreach (var table in context.Layout.Tables)
        {
            var answer = Column(context, table, FieldLabel.Answer);
            if (answer < 0 || !speaks && Column(context, table, FieldLabel.Question) < 0) continue;
            var responses = new List<QuestionnaireResponse>();
            for (var row = 0; row < table.Rows.Count; row++)
            {
                var cells = table.Rows[row];
                if (answer >= cells.Count || cells[answer].IsEmpty) continue;
                var text = context.Layout.ValueAt(cells[answer]).Trim();
                if (text.Length > 0) responses.Add(new QuestionnaireResponse(NumberOf(context, cells, answer) ?? (row + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), text));
            }
            if (responses.Count >= 2) return Finish(context, table.Span.Start, responses, InOrder(responses) ? 0.92 : 0.75);
        }
        return null;
    }

    private static int Column(ItemContext context, Table table, FieldLabel label)
    {
        for (var column = 0; column < table.Columns.Count; column++) if (table.Columns[column] == label) return column;
        if (label == FieldLabel.Answer && table.Columns.Count >= 2 && !table.Heads[^1].IsEmpty && QuestionnaireWords.HeadsAnswers(table.Heads[^1].In(context.Text))) return table.Columns.Count - 1;
        return -1;
    }

    private static string? NumberOf(ItemContext context, IReadOnlyList<TextSpan> cells, int answer)
    {
        for (var column = 0; column < cells.Count && column < answer; column++)
        {
            if (cells[column].IsEmpty) continue;
            var cell = cells[column].In(context.Text).Trim() + ".";
            if (QuestionMarker.At(cell, 0, cell.Length) is { } marker) return marker.Number;
        }
        return null;
    }

    private static bool InOrder(List<QuestionnaireResponse> responses)
    {
        for (var i = 1; i < responses.Count; i++) if (responses[i].Number == responses[i - 1].Number) return false;
        return true;
    }

    private static Questionnaire Finish(ItemContext context, int start, List<QuestionnaireResponse> responses, double confidence) => new(responses)
    {
        Confidence = confidence,
        Decision = confidence >= 0.85 ? Decision.Accept : Decision.Review,
        Evidence = [new Evidence("responses", context.Source, Math.Max(0, start), responses[0].Text, confidence)],
    };
}
