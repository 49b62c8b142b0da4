using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Sorting;

/// <summary>Knows an absence or acknowledgement by its words, where no header proves the machine; a header that others use too helps.</summary>
/// <remarks>
/// A person who mentions being away says more than that: answers, attaches, names somebody for a seat. So every sentence is asked whether an absence
/// would say it; each that is not explained so, and every word of business, speaks for a person.
/// </remarks>
public static class AbsenceNote
{
    private const int MaxLength = 1200;
    private const int Enough = 3;

    /// <summary>Words that end a mail or greet are no sentence of their own.</summary>
    private const int ShortestSentence = 16;

    public static Finding? Find(MailSigns signs)
    {
        if (signs.Text.Length > MaxLength || signs.Mail.Attachments.Any(static a => a.Listed)) return null;
        var mark = AutoReply.WeakMark(signs);
        if (mark is null && AnswersBetween(signs.Mail.Body)) return null; // answers between questions
        var away = signs.First(Sign.Away);
        var machine = signs.First(Sign.Machine);
        if (Most(signs, machine, mark) < Enough) return null;
        if (away is null && machine is null && mark is null && !AbsenceSentence.MayBeAway(signs.Text) && !signs.SubjectBegins(Sign.AwaySubject)) return null;
        var sentences = Sentences(signs.Text).ToList();
        var absent = away is not null || sentences.Exists(static s => s.IsAway) || signs.SubjectBegins(Sign.AwaySubject);
        if (!absent && machine is null && mark is null) return null;
        if (away is null && machine is null && mark is null && !Lasts(signs, sentences)) return null;
        // who announces a workshop from Monday to Friday is not away
        if (away is null && machine is null && mark is null && !sentences.Exists(static s => s.IsAwayForSure) && !signs.SubjectBegins(Sign.AwaySubject)
            && (sentences.Exists(static s => s.Has(AbsenceWord.Matter)) || !sentences.Exists(static s => s.IsAboutReplies) && !signs.TextHas(Sign.NoAccess))) return null;

        var score = (absent ? 2 : 0)
            + (machine is not null ? 2 : 0)
            + (mark is not null ? 2 : 0)
            + (signs.Count(Sign.Machine) > 1 ? 1 : 0)
            + (absent && Ends(signs, sentences) ? 1 : 0)
            + (signs.TextHas(Sign.NoAccess) || sentences.Exists(static s => s.IsAboutReplies) ? 1 : 0)
            + (signs.TextHas(Sign.Urgent) || sentences.Exists(static s => s.IsReferral) ? 1 : 0)
            + (signs.TextHas(Sign.Received) ? 1 : 0)
            + (signs.TextHas(Sign.Ticket) && mark is not null ? 1 : 0)
            - (2 * signs.Count(Sign.Business))
            - (2 * sentences.Count(static s => s.Has(AbsenceWord.Matter)))
            - sentences.Count(static s => !s.IsExplained)
            - (signs.Text.AsSpan().ContainsAny('?', '\uFF1F', '\u061F') ? 2 : 0);
        if (score < Enough || mark is null && machine is null && (away is null || !sentences.Exists(static s => s.IsAboutReplies) || Says(signs.Text, ToWriter)) && OfAnother(signs)) return null;
        if (mark is null && (OthersAddress.IsTold(signs) || machine is null && OthersAddress.IsOwnToNote(signs))) return null;
        // "Absence", says a person's subject too, of a meeting
        if (mark?.StartsWith("Subject:", StringComparison.Ordinal) != false && machine is null && MeetingAbsence.IsTold(signs.Text)) return null;
        if (mark is null && machine is null && Lists(signs.Text)) return null; // "training course, 10 to 14 June" among what a country reports
        if (mark is null && machine is null && Pronouns.Occur(signs.Text)) return null; // "X has left, and I replace her"
        if (mark is null && machine is null && PutRight.IsTold(signs.Text)) return null; // "the surname should no longer read X but Y"
        if (mark is null && machine is null && Succession.IsTold([.. Spans(signs.Text).Select(sentence => sentence.In(signs.Text))])) return null;
        return new Finding(MailKind.AutoReply,
            string.Join("; ",
                new[] { mark, away ?? machine
                ?? "an absence in every sentence" }.Where(static part => part is not null))) { Absence = AbsenceReader.Read(signs),
            ByTextAlone = mark is null, SaysOutright = machine is not null || signs.SubjectBegins(Sign.AwaySubject) || SaysAway(signs.Text), Successor = Succession.In(signs.Text) };
    }

    /// <summary>A sentence says of its writer or of the house to be away, and of nothing that it has changed: "out of office until 4 May". "No longer", "closed", "out of date" are said of numbers and names too.</summary>
    private static bool SaysAway(string text)
    {
        FoldedText? folded = null;
        foreach (var sentence in Spans(text))
        {
            var said = AbsenceSentence.Of(sentence.In(text));
            if (said.Has(AbsenceWord.Gone) || !said.Has(AbsenceWord.Away) && !said.Has(AbsenceWord.Busy)) continue;
            if (SortingWords.Texts.FindAll(sentence.In(text)).Exists(static hit => hit.Value == Sign.Away) && !ShownWords.Find(folded ??= Folding.Fold(text), sentence.Start, sentence.End).Exists(static word => ShownWords.IsLabel(word.Value) || word.Value == ShownWord.Slip)) return true;
        }
        return false;
    }

    /// <summary>Words below a quoted question, with more of the quotation behind them: a program answers nobody point by point.</summary>
    private static bool AnswersBetween(Text.MailBody body)
    {
        for (var i = 1; i + 1 < body.Passages.Count; i++)
            if (body.Passages[i] is { Kind: Text.PassageKind.New } own && body.Passages[i - 1] is { Kind: Text.PassageKind.Quote } above && body.Passages[i + 1].Kind == Text.PassageKind.Quote
                && body.Text.AsSpan(own.Start, own.Length).Trim().Length > 1 && body.Text.AsSpan(above.Start, above.Length).TrimEnd() is [.., '?' or '？' or '؟']) return true;
        return false;
    }

    /// <summary>"Mr Sample has left": whoever writes so of somebody else, by name, tells a change and no absence. Nobody's own note names another as gone.</summary>
    private static bool OfAnother(MailSigns signs)
    {
        if (signs.Mail.Sender is null) return false;
        MarkedText? marked = null;
        foreach (var sentence in Spans(signs.Text))
            if (AbsenceSentence.Of(sentence.In(signs.Text)).Has(AbsenceWord.Gone)
                && (BeginsWithHanName(sentence.In(signs.Text).TrimStart()) || PersonNames.Find(marked ??= new MarkedText(signs.Text), sentence.Start, sentence.End) is [var gone, ..]
                && !AbsentPerson.IsSender(signs.Mail, gone.Value))) return true;
        return false;
    }

    /// <summary>"Please send correspondence to me until a successor is appointed": whoever is away has mail sent to others.</summary>
    private static readonly PhraseIndex<bool> ToWriter = new(LexiconFile.Words("Sorting/toWriter", "toWriter").Select(static words => KeyValuePair.Create(words, true)));

    private static bool Says(string text, PhraseIndex<bool> words) => words.FindAll(Folding.Fold(text)).Count > 0;

    /// <summary>王敏已调离: a family name, one or two characters, and the word that it has happened. Of oneself one writes 我 or 本人.</summary>
    private static bool BeginsWithHanName(string sentence) =>
        NameShapes.SurnameLength(sentence.AsSpan(0, Math.Min(2, sentence.Length))) > 0 && sentence.AsSpan(0, Math.Min(5, sentence.Length)).IndexOfAny(Happened) is 2 or 3 or 4;

    private static readonly System.Buffers.SearchValues<char> Happened = LexiconFile.Signs("grammar", "happenedHan");

    /// <summary>Two entries of a list that name nobody to turn to and say nothing of being away: a note of absence lists nothing else.</summary>
    private static bool Lists(string text)
    {
        var entries = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
            if (ListMarker.Length(line.TrimStart()) > 0 && !line.Contains('@') && line.Trim().Length > ShortestEntry && Parts.PhoneNumbers.Find(line.ToString()).Count == 0) entries++;
        return entries > 1;
    }

    /// <summary>"- 10–14 June: mission" tells when somebody is away; what a country reports has a name.</summary>
    private const int ShortestEntry = 30;

    /// <summary>The score that the sentences could bring it to at most: a letter with words of business in it is told from an absence without them.</summary>
    private static int Most(MailSigns signs, string? machine, string? mark) =>
        5 + (machine is not null ? 2 : 0) + (mark is not null ? 2 : 0)
        + (signs.Count(Sign.Machine) > 1 ? 1 : 0) + (signs.TextHas(Sign.Received) ? 1 : 0) + (signs.TextHas(Sign.Ticket) && mark is not null ? 1 : 0)
        - (2 * signs.Count(Sign.Business)) - (signs.Text.AsSpan().ContainsAny('?', '\uFF1F', '\u061F') ? 2 : 0);

    /// <summary>Words of absence alone are also those of people who write of a journey or a colleague: until when, or what becomes of mail, must be told beside them.</summary>
    private static bool Lasts(MailSigns signs, List<AbsenceSentence> sentences) =>
        signs.TextHas(Sign.Back) || signs.TextHas(Sign.NoAccess) || sentences.Exists(static s => s.IsAboutReplies) || Dates.Find(signs.Text, new DateOnly(2000, 1, 1)).Any(static date => date.Value is DateReading.Period)
        || sentences.Exists(static s => s.IsAway && (s.Has(AbsenceWord.Back) || s.Has(AbsenceWord.Gone)));

    /// <summary>The text tells when the absence ends, or from when to when it lasts.</summary>
    private static bool Ends(MailSigns signs, List<AbsenceSentence> sentences) =>
        signs.TextHas(Sign.Back) || sentences.Exists(static s => s.Has(AbsenceWord.Back)) || Dates.Find(signs.Text, new DateOnly(2000, 1, 1)).Any(static date => date.Value is DateReading.Period);

    private static IEnumerable<AbsenceSentence> Sentences(string text) =>
        Spans(text).Where(sentence => Letters(sentence.Of(text)) >= ShortestSentence).Select(sentence => AbsenceSentence.Of(sentence.In(text)));

    internal static IEnumerable<TextSpan> Spans(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            foreach (var sentence in SentenceSplitter.Split(text, TextSpan.FromBounds(start, end))) yield return sentence;
            start = end + 2;
        }
    }

    /// <summary>A Han character says as much as a word of three letters.</summary>
    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            if (char.IsLetter(c)) count += Folding.IsHan(c) ? 3 : 1;
        return count;
    }
}
