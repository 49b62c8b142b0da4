using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads answers to numbered questions: between the quoted questions, as a numbered list, or in a table.</summary>
public static class QuestionnaireReader
{
    public static IEnumerable<Item> Read(ItemContext context) =>
        Liaisons.MayBe(context.Mail) ? [] : context.Readings.Select(ReadOne).OfType<Item>().Take(1);

    /// <summary>
    /// The mail as it reads where it is known to answer a questionnaire: "1) Yes" under its number answers the first question, though the mail speaks of no questionnaire, and so does "on question 3 – the
    /// Office" in a sentence. What answers only some of the questions, or none by that number, is for a person to confirm.
    /// </summary>
    /// <remarks>A title of a law looks like an activity, and "no hotline exists" like a word on a proposal: what was read of that sort and not surely gives way.</remarks>
    /// <param name="asked">Numbers of the questions.</param>
    /// <param name="missing">Of those the ones that an answer on record leaves open, which the mail may complete; null or empty where there is none.</param>
    /// <returns>The reading as it was, where it holds other items already.</returns>
    public static MailReading AsAnswer(MailReading reading, IReadOnlyCollection<string> asked, IReadOnlyCollection<string>? missing = null)
    {
        if (reading.Items.Any(static item => item is Questionnaire)) return reading with { Items = [.. reading.Items.Select(item => item is Questionnaire filled ? Completing(Promised(filled, asked), missing) : item)] };
        if (reading.Sort.Kind != MailKind.Human || asked.Count == 0 || !reading.Items.All(static item => item is Activity or Position && item.Decision == Decision.Review)) return reading;
        var text = reading.Mail.Body.Readable;
        var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, text.Length > MostRead ? text[..MostRead] : text, null);
        var numbered = NumberedAnswers.Read(ProseAnswers.InLines(context.Text, asked), asked);
        if (numbered.Responses.Count == 0) numbered = AnswerCorrections.Read(context, asked);
        var known = numbered.Responses.Count(response => asked.Contains(response.Number, StringComparer.OrdinalIgnoreCase));
        if (known == 0 || known * 2 < numbered.Responses.Count) return reading.Items.Count == 0 ? reading : Unread(reading, context);
        var asides = AnswersToFollow.Find(context.Text).Asides;
        var rest = Completes(numbered.Responses, missing);
        var whole = asides.Count == 0 && (known == asked.Count || rest) && known == numbered.Responses.Count && InOrder(numbered.Responses);
        if (Finish(context, numbered.Start, numbered.Responses, whole ? Rest : 0.65) is not { } answers) return reading;
        answers = Promised(answers, asked) with { Decision = whole && (rest ? Completes(answers.Responses, missing) : answers.Responses.Count == asked.Count) ? Decision.Accept : Decision.Review };
        IReadOnlyList<string> reasons = [.. Attention.Reasons(context, [answers]), .. asides.Take(1).Select(Attention.Beside)];
        return reading with { Items = [answers], NeedsAttention = reasons.Count > 0, AttentionReasons = reasons };
    }

    /// <summary>The rest of an answer on record, whole and nothing beside it, was asked for by number: nobody else need confirm it, where it was read by its number at all.</summary>
    private static Questionnaire Completing(Questionnaire filled, IReadOnlyCollection<string>? missing) =>
        filled.Confidence >= ByNumber && Completes(filled.Responses, missing) ? filled with { Decision = Decision.Accept, Confidence = Math.Max(filled.Confidence, Rest) } : filled;

    private const double Rest = 0.88;

    /// <summary>Least confidence of answers that stand under numbers.</summary>
    private const double ByNumber = 0.5;

    private static bool Completes(IReadOnlyList<QuestionnaireResponse> responses, IReadOnlyCollection<string>? missing) =>
        missing is { Count: > 0 } && responses.Count == missing.Count && missing.All(number => responses.Any(response => response.Number.Equals(number, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What is promised of the questions that were asked.</summary>
    private static Questionnaire Promised(Questionnaire filled, IReadOnlyCollection<string> asked) => filled with
    {
        Awaited = [.. asked.Where(number => (filled.RestAwaited || filled.Awaited.Contains(number, StringComparer.OrdinalIgnoreCase))
            && !filled.Responses.Any(response => response.Number.Equals(number, StringComparison.OrdinalIgnoreCase)))],
        RestAwaited = false,
    };

    /// <summary>Nothing stands under a number, and what was read is no answer: a person reads it.</summary>
    private static MailReading Unread(MailReading reading, ItemContext context)
    {
        var reasons = Attention.Reasons(context, []);
        return reasons.Count == 0 ? reading : reading with { Items = [], Declines = [], NeedsAttention = true, AttentionReasons = reasons };
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
        return found is null || numbered.Marked >= 2 ? found : Called(context, found);
    }

    /// <summary>Nothing calls the questions a questionnaire: whether they are one, other items and a person tell.</summary>
    private static Questionnaire? Called(ItemContext context, Questionnaire? found) => found is null || Conversations.Named(context) ? found : found with { Signs = [Conversations.Unnamed] };

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
            if (responses.Count >= 2 && Finish(context, table.Span.Start, responses, InOrder(responses) ? 0.92 : 0.75) is { } found) return found;
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

    /// <returns>Null where all that stands under the numbers is promised for later.</returns>
    private static Questionnaire? Finish(ItemContext context, int start, List<QuestionnaireResponse> responses, double confidence)
    {
        var given = responses.FindAll(static response => !AnswersToFollow.IsPromise(response.Text));
        if (given.Count == 0) return null;
        var promised = AnswersToFollow.Find(context.Text);
        return new(given)
        {
            Awaited = [.. responses.Except(given).Select(static response => response.Number).Concat(promised.Numbers).Distinct().Where(number => !given.Exists(one => one.Number == number))],
            RestAwaited = promised.Rest,
            Confidence = confidence,
            Decision = confidence >= 0.85 ? Decision.Accept : Decision.Review,
            Evidence = [new Evidence("responses", context.Source, Math.Max(0, start), given[0].Text, confidence)],
        };
    }
}
