using System.Text.RegularExpressions;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Reads a liaison statement that is told in sentences: "We send this liaison statement to JCA-COP for action, and to SG16 for information".</summary>
/// <remarks>Where no sentence gives a body a purpose, the mail only speaks of a statement (an answer, a question) and is none.</remarks>
internal sealed partial class LiaisonProse
{
    /// <summary>How far behind the words for the document its number stands.</summary>
    private const int Reach = 60;

    private static readonly System.Buffers.SearchValues<char> PostEnds = System.Buffers.SearchValues.Create(",(（，;<،");

    private static readonly PhraseIndex<LiaisonLabel> References = new(
        LexiconFile.Phrases("liaisons/labels")
            .Where(entry => entry.Code == nameof(LiaisonLabel.Reference) && (entry.Phrase.Length > 4 || Folding.IsHan(entry.Phrase[0])))
            .Select(entry => KeyValuePair.Create(entry.Phrase, LiaisonLabel.Reference)));

    private readonly string text;
    private readonly LiaisonForm labelled;
    private readonly List<Mention<string>> bodies;
    private readonly List<LiaisonField> fields;
    private readonly List<TextSpan> sentences = [];
    private readonly MarkedText marked;
    private readonly ItemContext context;

    private LiaisonProse(ReceivedMail mail)
    {
        text = mail.Body.Readable;
        context = new ItemContext(mail, "", null, new Answers(null, null, null), text, null);
        labelled = LiaisonForm.Read(text, null);
        fields = [.. labelled.Fields];
        marked = context.Marked;
        bodies = context.BodyMentions;
        foreach (var block in context.Layout.Blocks)
            if (block is Paragraph paragraph) sentences.AddRange(paragraph.Sentences); else sentences.Add(block.Span);
    }

    /// <returns>Null where the text sends no statement to anybody.</returns>
    public static LiaisonForm? Read(ReceivedMail mail) => new LiaisonProse(mail).Read(mail.Sender?.Name);

    private LiaisonForm? Read(string? sender)
    {
        var source = Source(sender);
        var number = Number();
        if (number is { } own) fields.Add(new LiaisonField(LiaisonLabel.Reference, own.Start, own.Value));
        Addressees(source?.Value, number);
        if (!fields.Exists(field => field.Listed is { Count: > 0 })) return null;
        if (Title() is { } title) fields.Add(new LiaisonField(LiaisonLabel.Title, title.Start, title.Value));
        if (number is null && !fields.Exists(field => field.Label is LiaisonLabel.Title or LiaisonLabel.Reference)) return null;
        if (source is { } house) fields.Add(new LiaisonField(LiaisonLabel.Source, house.Start, house.Value) { Listed = [house.Value] });
        if (Answered(number) is { } answered) fields.Add(new LiaisonField(LiaisonLabel.InReplyTo, answered.Start, answered.Value));
        if (number is { } dated && (DateBehind(dated.End) ?? (Title() is { } named ? DateBehind(named.End + 1) : null)) is { } day)
            fields.Add(new LiaisonField(LiaisonLabel.Date, day.Start, text.Substring(day.Start, day.Length)));
        fields.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return new LiaisonForm(text, null, fields) { Told = true, ToldContact = Contact() };
    }

    private IEnumerable<PhraseHit<RespondentWord>> Documents() => RespondentWords.Index.FindLongest(text).Where(word => word.Value == RespondentWord.Liaison && word.Length > 4);

    private IEnumerable<TextSpan> Naming() => sentences.Where(sentence => Documents().Any(word => sentence.Contains(word.Start)));

    /// <summary>The number behind "our reference", or behind the words for the document.</summary>
    private Mention<string>? Number()
    {
        if (labelled.First(LiaisonLabel.Reference) is { } field && field.Line.Any(char.IsDigit)) return new Mention<string>(field.Line, field.Start, field.Value.Length, 0.9);
        fields.RemoveAll(field => field.Label == LiaisonLabel.Reference);
        foreach (var word in References.FindLongest(text))
            if (!sentences.Exists(sentence => sentence.Contains(word.Start) && Answers(sentence.Start, word.Start)) && Token(word.End) is { } token) return token;
        foreach (var word in Documents()) // "this liaison statement (ref. ABC/245)"
            if (Bracket(word.End) is { } label && !Answers(Math.Max(0, word.Start - 25), word.Start) && Token(label) is { } bracketed) return bracketed;
        foreach (var word in Documents())
            if (LiaisonReferences.First(text, word.End, Math.Min(Reach, text.Length - word.End)) is { } number && !Answers(Math.Max(0, word.Start - 25), number.Start)) return number;
        return null;
    }

    /// <summary>Behind the bracket that opens directly behind the offset, and behind a short label with a point or colon in it ("(ref. "); null where none opens.</summary>
    private int? Bracket(int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (at + 4 >= text.Length || text[at] is not ('(' or '（')) return null;
        var label = ++at;
        while (label < text.Length && label - at < LongestLabel && (char.IsLetter(text[label]) || text[label] == ' ')) label++;
        return label > at && label < text.Length && text[label] is '.' or ':' or '：' or '№' or '°' or 'º' ? label + 1 : at;
    }

    private const int LongestLabel = 16;

    private bool Answers(int from, int to) => ReferenceWords.Index.FindLongest(text[from..to]).Any(word => word.Value == ReferenceWord.ReplyTo && word.Length > 1);

    /// <summary>One or two words that hold a figure, as numbers of documents do.</summary>
    private Mention<string>? Token(int at)
    {
        while (at < text.Length && (text[at] is ' ' or '\n' or ':' or '：' or '.' or '№' or '°' or 'º' or '为' or '為' or '是' or '(' or '（')) at++;
        var end = at;
        for (var words = 0; words < 2; words++)
        {
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or '，' or '،' or ';' or '；' or ')' or '）' or '。' or '"' or '、'))
                end = text[end] == '(' && Closes(end) is { } close ? close : end + 1;
            var token = text[at..end].TrimEnd('.');
            if (token.Length is > 3 and < 40 && token.Any(char.IsDigit) && token.Any(c => !char.IsDigit(c) && c != '.')) return new Mention<string>(MailLayout.Unwrap(token), at, token.Length, 0.8);
            if (token.Length is 0 or > 8 || !token.All(char.IsUpper) || end >= text.Length || text[end] is not (' ' or '\n')) return null;
            end++;
        }
        return null;
    }

    /// <summary>Behind a bracket of figures within a number: "HF(15)000123".</summary>
    private int? Closes(int open)
    {
        var at = open + 1;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at > open + 1 && at < text.Length && text[at] == ')' ? at + 1 : null;
    }

    /// <summary>The bodies of each sentence that states a purpose: those before its words, or, where none stands there, those behind.</summary>
    private void Addressees(string? source, Mention<string>? number)
    {
        foreach (var sentence in sentences)
        {
            var purposes = LiaisonPurposes.Words.FindLongest(sentence.In(text)).Where(word => Says(sentence.In(text), word)).ToList();
            var taken = sentence.Start;
            for (var i = 0; i < purposes.Count; i++)
            {
                var (start, end) = (sentence.Start + purposes[i].Start, sentence.Start + purposes[i].End);
                var until = i + 1 < purposes.Count ? sentence.Start + purposes[i + 1].Start : sentence.End;
                var before = Between(taken, start);
                var meant = before.Count > 0 ? before : Between(end, until);
                if (meant.Count == 0 && Unknown(Math.Max(taken, i > 0 ? sentence.Start + purposes[i - 1].End : taken), start) is { } house) meant = [house];
                if (meant.Count == 0) continue;
                taken = meant[^1].End;
                var label = purposes[i].Value switch { LiaisonPurposes.Purpose.Action => LiaisonLabel.ForAction,
                    LiaisonPurposes.Purpose.Comment => LiaisonLabel.ForComment, LiaisonPurposes.Purpose.Information => LiaisonLabel.ForInformation,
                    _ => LiaisonLabel.Cc };
                fields.Add(new LiaisonField(label, meant[0].Start, text[meant[0].Start..meant[^1].End]) { Listed = [.. meant.Select(body => body.Value).Distinct()] });
            }
        }

        if (source is not null && !fields.Exists(static field => field.Listed is { Count: > 0 })) Unnamed();

        List<Mention<string>> Between(int from, int to) =>
            [.. bodies.Where(body => body.Start >= from && body.End <= to && body.Value != source && body.Value is not ("ITU-T" or "ITU")
                && !(number is { } own && body.Start >= own.Start && body.End <= own.End) && !InNumber(body))];

        bool InNumber(Mention<string> body) => LiaisonReferences.First(text, body.Start, 40) is { } other && other.Start <= body.Start && other.End > body.End;
    }

    /// <summary>"SG16 prepared the attached liaison statement. It is sent for information only": the one purpose of the sentence that names the statement, or of the next, where no other body is
    /// named; whoever is written to is meant.</summary>
    private void Unnamed()
    {
        foreach (var naming in Naming())
        {
            var document = Documents().First(word => naming.Contains(word.Start));
            var verb = Sending.FindLongest(text).Find(word => word.Start >= naming.Start && word.End <= document.Start);
            if (verb.Length == 0 || !bodies.Exists(body => body.Start >= naming.Start && body.End <= verb.Start && !Bodies.IsAddressee(body.Value))) continue;
            var near = sentences.Where(sentence => sentence.Start >= naming.Start && sentence.Start <= naming.End + LongestBreak)
                .SelectMany(sentence => LiaisonPurposes.Words.FindLongest(sentence.In(text)).Where(word => Says(sentence.In(text), word)).Select(word => (word.Value,
                    Start: sentence.Start + word.Start, word.Length))).ToList();
            if (near is not [var (purpose, start, length)] || purpose == LiaisonPurposes.Purpose.Copy) continue;
            fields.Add(new LiaisonField(purpose switch { LiaisonPurposes.Purpose.Action => LiaisonLabel.ForAction, LiaisonPurposes.Purpose.Comment => LiaisonLabel.ForComment,
                _ => LiaisonLabel.ForInformation }, start, text.Substring(start, length)) { Listed = ["ITU-T JCA-COP"] });
            return;
        }
    }

    private const int LongestBreak = 3;

    private static readonly PhraseIndex<bool> Sending = new(LexiconFile.Words("liaisons/sending", "sends").Select(static word => KeyValuePair.Create(word, true)));

    /// <summary>"…, and to INHOPE for information": capital words between the preposition and the purpose name a body that no list holds.</summary>
    private Mention<string>? Unknown(int from, int purpose)
    {
        if (purpose <= from) return null;
        foreach (var word in Toward)
            if (text.LastIndexOf(word, purpose - 1, purpose - from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                && Capitals().Match(text, at + word.Length, purpose - at - word.Length) is { Success: true } name)
                return new Mention<string>(MailLayout.Unwrap(name.Value), name.Index, name.Length, 0.6);
        return null;
    }

    private static readonly string[] Toward = [.. LexiconFile.Words("grammar", "toward").Select(static word => $" {word} ")];

    /// <summary>Nothing else stands before the purpose.</summary>
    [GeneratedRegex(@"\p{Lu}[\p{L}\d-]+(?: \p{Lu}[\p{L}\d-]+){0,4}(?=\s*$)")]
    private static partial Regex Capitals();

    /// <summary>In running text "information" alone is no purpose, "for information" is.</summary>
    private static bool Says(string sentence, PhraseHit<LiaisonPurposes.Purpose> word) =>
        word.Value == LiaisonPurposes.Purpose.Copy || (Folding.IsHan(sentence[word.Start]) ? word.Length > 2 : Folding.IsArabic(sentence[word.Start]) || sentence.AsSpan(word.Start, word.Length).Contains(' '));

    /// <summary>What stands in quotation marks where the statement is named, or in the sentences next to it; behind "Liaison statement:" on a line of its own.</summary>
    private Mention<string>? Title()
    {
        if (labelled.First(LiaisonLabel.Title) is not null || labelled.First(LiaisonLabel.Subject) is not null) return null;
        foreach (var heading in labelled.Fields)
            if (heading.Label == LiaisonLabel.Reference && !heading.Line.Any(char.IsDigit) && heading.Line.Contains(' ', StringComparison.Ordinal))
                return new Mention<string>(heading.Line, heading.Start, heading.Value.Length, 0.8);
        var until = Documents().Select(word => word.End).DefaultIfEmpty(0).First() + 300;
        return Quotations.Find(text, 0, Math.Min(text.Length, until)).Select(quoted => (Mention<string>?)quoted).FirstOrDefault(quoted => quoted!.Value.Length > 7 || Folding.IsHan(text[quoted.Value.Start]));
    }

    /// <summary>The body that the sentence names which speaks of the statement first; otherwise the organization that the mail's sender is named as.</summary>
    private Mention<string>? Source(string? sender)
    {
        if (labelled.First(LiaisonLabel.Source) is not null) return null;
        foreach (var sentence in Naming())
        {
            var word = Documents().First(hit => sentence.Contains(hit.Start));
            foreach (var body in bodies)
                if (sentence.Contains(body.Start) && !Bodies.IsAddressee(body.Value) && (body.End <= word.Start || body.Start - word.End <= 10)) return body;
        }
        if (sender is not null && OrganizationNames.Find(new MarkedText(sender), 0, sender.Length) is [{ Start: 0 } house]
                && house.Length >= sender.TrimEnd().Length)
            return new Mention<string>(Bodies.Parse(sender)
                ?? sender.Trim(), Math.Max(0, text.IndexOf(sender, StringComparison.Ordinal)), sender.Length, 0.7);
        return null;
    }

    private Mention<string>? Answered(Mention<string>? own)
    {
        if (labelled.First(LiaisonLabel.InReplyTo) is not null) return null;
        foreach (var word in ReferenceWords.Index.FindLongest(text))
            if (word.Value == ReferenceWord.ReplyTo && word.Length > 1 && LiaisonReferences.First(text, word.End, Math.Min(40, text.Length - word.End)) is { } number && number.Value != own?.Value) return number;
        return null;
    }

    private Mention<DateReading>? DateBehind(int at) =>
        Dates.Find(text[at..Math.Min(text.Length, at + 45)]) is [{ Value: DateReading.Day } day, ..] && day.Start <= 12 ? new Mention<DateReading>(day.Value, at + day.Start, day.Length, day.Confidence) : null;

    /// <summary>The person whose address or number stands in the same sentence, with the post beside the name.</summary>
    private Person? Contact()
    {
        if (labelled.First(LiaisonLabel.Contact) is not null) return null;
        foreach (var sentence in sentences)
        {
            var email = EmailAddresses.Find(text, sentence) is [var first, ..] ? first : (Mention<string>?)null;
            var numbers = Parts.PhoneNumbers.Find(text, sentence);
            var ends = email?.Start ?? (numbers.Count > 0 ? numbers[0].Start : -1);
            if (ends < 0 || NamesIn.Find(context, sentence.Start, ends) is not [.., var name]) continue;
            var post = Posts.Phrase(marked, name.End, ends) ?? Posts.Phrase(marked, sentence.Start, name.Start);
            var function = BehindComma(name.End, ends) ?? post?.Value;
            string? Number(bool fax) => numbers.Find(number => number.Value.Kind == PhoneKind.Fax == fax) is { Length: > 0 } found ? found.Value.Value : null;
            return new Person(name.Value, function, email?.Value, Number(false), Number(true), null);
        }
        return null;
    }

    /// <summary>"Ms X, staff contact, +33 …": what stands between the name and the next sign.</summary>
    private string? BehindComma(int from, int to)
    {
        if (from >= to || text[from] is not (',' or '，' or '،')) return null;
        var end = text.AsSpan(from + 1, to - from - 1).IndexOfAny(PostEnds) is >= 0 and var cut ? from + 1 + cut : to;
        var value = MailLayout.Unwrap(text[(from + 1)..end]).Trim(' ', '\n', ':', '-', '–');
        return value.Length is > 2 and < 80 && value.Any(char.IsLetter) ? value : null;
    }
}
