using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"&gt; Will you come to Geneva on 27 August? — Yes, remotely.": below a quoted question about the writer's own coming "yes" registers and "no" excuses him or her. A person is asked.</summary>
internal static class AttendanceAsked
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.3;

    private static readonly PhraseIndex<string> Index =
        new(LexiconFile.Phrases("answered").Where(static entry => entry.Code is "yes" or "no").Select(static entry => KeyValuePair.Create(entry.Phrase, entry.Code)));

    public static void Add(ItemContext context, List<Item> items)
    {
        DateOnly? last = null;
        var asked = false;
        foreach (var (answer, question) in QuotedQuestions.Answered(context))
        {
            last = Day(context, question) ?? last;
            last ??= Quoted(context);
            if (AttendanceWho.Asks(question)) { asked = true; AttendanceWho.Add(context, answer, question, context.Answers.Meeting ?? last, items); continue; }
            if (!Conversations.AsksWriter(question)) { AttendanceWho.Somebody(context, answer, question, context.Answers.Meeting ?? last, asked, items); continue; }
            asked = true;
            if (SenderPerson.Of(context) is not { Name: { } writer } person || !writer.Contains(' ', StringComparison.Ordinal) && !Folding.IsHan(writer[0])) return;
            if (items.Exists(item => Knows(item, writer))) continue;
            var begins = Begins(context, answer);
            var first = begins is { } word && word.End < answer.End && SentenceEnds.Contains(context.Text[word.End]) ? TextSpan.FromBounds(answer.Start, word.End) : FirstSentence(context, answer);
            if ((begins ?? Way(context, first)) is not { } said) continue;
            if (Utterances.IsOpen(context, first) || NamesIn.Find(context, first.Start, first.End).Exists(name => !SameName.Is(name.Value, writer))) continue;
            var mode = AttendanceModes.Of(context, first);
            var meeting = context.Answers.Meeting ?? Day(context, question);
            var evidence = new Evidence("person.name", context.Source, said.Start, context.Text.Substring(said.Start, said.Length), Unsaid);
            if (said.Value == "yes" || mode == AttendanceMode.Remote)
                items.Add(Confidence.Judge(new Registration(meeting, mode, person, context.Respondent?.Organization, context.Respondent?.Country) { Evidence = [evidence] }, DraftOrigin.Prose, false, Unsaid));
            else if (first.End >= answer.End - LongestRest)
                items.Add(Confidence.Judge(new Regret(meeting, writer) { Evidence = [evidence with { Field = "name" }] }, DraftOrigin.Prose, Unsaid));
        }
    }

    private const string SentenceEnds = ".!。！";

    /// <summary>Behind a "no" that is meant for the writer's whole coming stands a thank-you at most.</summary>
    private const int LongestRest = 40;

    private static bool Knows(Item item, string writer) =>
        item is Registration { Person.Name: { } coming } && SameName.Is(coming, writer) || item is Regret { Name: { } away } && SameName.Is(away, writer);

    private static PhraseHit<string>? Begins(ItemContext context, TextSpan answer)
    {
        var at = answer.Start;
        while (at < answer.End && !char.IsLetter(context.Text[at])) at++;
        if (context.Matters.Begins(Matter.NotNegator, at)) return null; // "no doubt about it: …"
        foreach (var hit in Index.FindLongest(context.Text.Substring(at, Math.Min(LongestWord, answer.End - at)))) return hit.Start == 0 ? hit with { Start = at } : null;
        return null;
    }

    private const int LongestWord = 30;

    /// <summary>"Over the web link.": a way of taking part is a yes.</summary>
    private static PhraseHit<string>? Way(ItemContext context, TextSpan first)
    {
        foreach (var word in AttendanceModes.Words(context, first)) return new PhraseHit<string>(word.Start, word.Length, "yes");
        return null;
    }

    private static TextSpan FirstSentence(ItemContext context, TextSpan answer)
    {
        foreach (var utterance in context.Utterances)
            if (utterance.Span.Start >= answer.Start && utterance.Span.Start < answer.End) return TextSpan.FromBounds(utterance.Span.Start, Math.Min(utterance.Span.End, answer.End));
        return answer;
    }

    /// <summary>The only day of a meeting that the quoted lines name.</summary>
    private static DateOnly? Quoted(ItemContext context)
    {
        DateOnly? only = null;
        foreach (var line in context.Mail.Body.Text.Split('\n'))
        {
            if (!line.AsSpan().TrimStart().StartsWith(">", StringComparison.Ordinal) || !new Matters(Folding.Fold(line)).Has(Matter.Meeting)) continue;
            if (Day(context, line) is not { } day || only is { } other && other != day) return null;
            only = day;
        }
        return only;
    }

    /// <summary>The only day that the question names.</summary>
    private static DateOnly? Day(ItemContext context, string question) =>
        Dates.Find(question, context.Year, context.Language) is [{ Value: DateReading.Day day }] ? day.Value : null;
}
