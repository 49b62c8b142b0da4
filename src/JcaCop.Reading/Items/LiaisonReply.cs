using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads a mail that answers a liaison statement of ours in words alone: no form, only the number, or our letter in the thread.</summary>
public static class LiaisonReply
{
    /// <summary>Confidence where the mail says that here is the answer, and where only its thread or number lets it be one.</summary>
    private const double Told = 0.9, Supposed = 0.5;

    private const int MostRead = 100_000;

    private static readonly PhraseIndex<bool> Words = new(
        new[] { ("Answer", true), ("Here", false) }.SelectMany(code => LexiconFile.Words("liaisons/answering", code.Item1).Select(phrase => KeyValuePair.Create(phrase, code.Item2))));

    private static readonly PhraseIndex<bool> Refers = new(LexiconFile.Words("liaisons/answering", "Refers").Select(static phrase => KeyValuePair.Create(phrase, true)));

    private static readonly PhraseIndex<bool> Own = new(LexiconFile.Words("liaisons/answering", "Own").Select(static phrase => KeyValuePair.Create(phrase, true)));

    /// <summary>The numbers of statements that a mail cites in its subject or at its beginning.</summary>
    public static IEnumerable<string> Cited(MailReading reading)
    {
        if (reading.Answers.Liaison is { } answered) yield return answered;
        foreach (var text in new[] { reading.Mail.Subject, reading.Mail.Body.Readable })
            if (LiaisonReferences.MayOccur(text) && LiaisonReferences.First(text, 0, Beginning) is { } cited) yield return cited.Value;
    }

    private const int Beginning = 600;

    /// <summary>Whether a title calls its statement a reply.</summary>
    public static bool SaysReply(string? title) => title is not null && (Words.FindAll(title).Exists(static word => word.Value) || title.StartsWith("LS/r", StringComparison.OrdinalIgnoreCase));

    /// <param name="number">Of our statement.</param>
    /// <param name="from">The body that was asked, whose address the mail comes from.</param>
    /// <returns>The reading with the answer, for a person to confirm where the mail does not say that here is one; as it was, where it has nothing that could be one.</returns>
    public static MailReading Read(MailReading reading, string number, string from)
    {
        if (reading.Sort.Kind != MailKind.Human || reading.Items.Count > 0) return reading;
        var text = reading.Mail.Body.Readable;
        var context = new ItemContext(reading.Mail, reading.Language, reading.Respondent, reading.Answers, text.Length > MostRead ? text[..MostRead] : text, null);
        var told = context.Utterances.Find(utterance => IsHere(context, utterance));
        // "SG2 has no comments on it": that is the answer, unless more is to follow.
        if (told.Block is null && reading.Declines.Contains(Decline.Comment) && !context.Utterances.Exists(utterance => Utterances.IsOpen(context, utterance.Span)))
            told = context.Utterances.Find(utterance => context.Matters.Any(Matter.NoObjection, utterance.Span));
        if (told.Block is null && Lays(context)) told = context.Utterances.Find(utterance => Names(context, utterance.Span));
        // A mere question, or a request. Thanks, and that it has arrived, are known before (StatementArrival).
        if (told.Block is null && !reading.Declines.Contains(Decline.Comment) && reading.AttentionReasons.Count > 0 && !reading.AttentionReasons.Any(Attention.MayAnswer)) return reading;
        var sure = told.Block is not null;
        var answer = To(number, from, reading.Mail.Subject) with
        {
            Files = [.. reading.Mail.Attachments.Where(file => file.Listed).Select(file => file.Name)],
            Confidence = sure ? Told : Supposed, Decision = sure ? Decision.Accept : Decision.Review,
            Evidence = sure ? [new Evidence("inReplyTo", null, told.Span.Start, told.Span.In(context.Text), Told)] : [],
        };
        // What the answer itself says is passed on whole; a question or a request beside it is a person's.
        List<string> reasons = [.. reading.AttentionReasons.Where(reason => !Attention.MayAnswer(reason))];
        return reading with { Items = [answer], NeedsAttention = reasons.Count > 0, AttentionReasons = reasons };
    }

    /// <summary>An answer of which nothing is known but whose it is and what it answers.</summary>
    /// <param name="subject">Of its mail; it names the answer.</param>
    public static Liaison To(string number, string from, string? subject) =>
        new() { From = [from], InReplyTo = number, Title = SubjectLine.Bare(subject ?? "") is { Length: > 0 } bare ? bare : number };

    /// <summary>
    /// "With reference to your liaison statement JCA-COP-LS1 … Our work plan: two new items were started": it names our statement, lays something of its own before us behind a colon, and leaves nothing open,
    /// denies nothing and puts nothing off.
    /// </summary>
    private static bool Lays(ItemContext context) =>
        context.Utterances.Exists(utterance => Names(context, utterance.Span)) && context.Utterances.Exists(utterance => Tells(context.Text, utterance.Span))
        && !context.Utterances.Exists(utterance => Utterances.IsOpen(context, utterance.Span)) && !StatementArrival.PutsOff(context.Marked.Folded);

    private static bool Names(ItemContext context, TextSpan span) =>
        LiaisonReferences.First(context.Text, span.Start, span.Length) is not null && Refers.FindAll(span.In(context.Text)).Count > 0;

    /// <summary>What is one's own leads to a colon, and behind it stands what it is.</summary>
    private static bool Tells(string text, TextSpan span)
    {
        var said = span.In(text);
        var colon = said.AsSpan().IndexOfAny(":：");
        return colon > 0 && colon <= LongestLead && said.Length - colon > ShortestTold && Own.FindAll(said[..colon]).Exists(own => said.AsSpan(0, own.Start).IsWhiteSpace());
    }

    /// <summary>UTF-16 units.</summary>
    private const int LongestLead = 60, ShortestTold = 8;

    /// <summary>"Please find below the answer of …": a sentence that speaks of an answer and of its being here, and leaves nothing open.</summary>
    private static bool IsHere(ItemContext context, Utterances.Utterance utterance)
    {
        if (Utterances.IsOpen(context, utterance.Span) || (Passage.Of(context.Marked, utterance.Span).Moods & Moods.Negated) != 0 || context.Matters.Any(Matter.Negator, utterance.Span)) return false;
        var words = Words.FindAll(utterance.Span.In(context.Text));
        return words.Exists(static word => word.Value) && words.Exists(static word => !word.Value);
    }
}
