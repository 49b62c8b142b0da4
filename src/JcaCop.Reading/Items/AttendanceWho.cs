using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"&gt; Who will attend in the room? — Ms Holm, Head of Policy. &gt; Who will connect? — I will.": below a quoted question for those who come stand their names.</summary>
/// <remarks>The question tells their way. A person is asked.</remarks>
internal static class AttendanceWho
{
    /// <summary>So sure that a person is asked.</summary>
    private const double Unsaid = 0.3;

    private static readonly PhraseIndex<bool> Asking = new(LexiconFile.Words("answered", "who").Select(static words => KeyValuePair.Create(words, true)));
    private static readonly PhraseIndex<bool> Oneself = new(LexiconFile.Words("answered", "oneself").Select(static words => KeyValuePair.Create(words, true)));

    private static readonly PhraseIndex<bool> Seats =
        new(LexiconFile.Words("answered", "speaks").Concat(LexiconFile.Words("answered", "contact")).Select(static words => KeyValuePair.Create(words, true)));

    private static readonly Matter[] Coming = [Matter.Attend, Matter.AttendSelf, Matter.AttendNoun, Matter.Travel, Matter.Delegation];

    /// <summary>These tell of a coming by themselves.</summary>
    private static readonly Matter[] Where = [Matter.InPerson, Matter.Remote, Matter.GenevaName];

    /// <summary>"Will anyone from your office be in the room?", "would you like remote access?": asks as well who.</summary>
    private static readonly PhraseIndex<bool> AnyOne = new(LexiconFile.Words("answered", "anyone").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>Asks for the names of those who come, on site or from afar.</summary>
    public static bool Asks(string question) =>
        (Asking.FindAll(question).Count > 0 || AnyOne.FindAll(question).Count > 0) && new Matters(Folding.Fold(question)) is var words
        && (Array.Exists(Where, words.Has) || words.Has(Matter.Meeting) && Array.Exists(Coming, words.Has))
        && !words.Has(Matter.SeatNoun) && !words.Has(Matter.CandidateNoun) && Seats.FindAll(question).Count == 0;

    public static void Add(ItemContext context, TextSpan answer, string question, DateOnly? meeting, List<Item> items)
    {
        var mode = Way(question);
        var names = NamesIn.Find(context, answer.Start, answer.End);
        if (names.Count == 0)
        {
            var at = answer.Start;
            while (at < answer.End && !char.IsLetter(context.Text[at])) at++;
            if (!Oneself.FindAll(context.Text[at..answer.End]).Exists(static hit => hit.Start == 0) || SenderPerson.Of(context) is not { Name: { } own } writer || Knows(items, own)) return;
            Register(writer, context.Respondent?.Organization, new Evidence("person.name", context.Source, at, context.Text[at..Math.Min(answer.End, at + 2)], Unsaid));
            return;
        }
        if (SenderPerson.Of(context) is { Name: { } self } writing && !Knows(items, self) && !Denies(context, answer, TextSpan.FromBounds(answer.Start, names[0].Start))
                && Oneself.FindLongest(context.Text[answer.Start..names[0].Start]) is [{ Length: > 1 } myself, ..] && Among.Contains(context.Text.AsSpan(answer.Start + myself.Start, myself.Length)))
            Register(writing, context.Respondent?.Organization, new Evidence("person.name", context.Source, answer.Start + myself.Start, context.Text.Substring(answer.Start + myself.Start, myself.Length), Unsaid));
        for (var i = 0; i < names.Count; i++)
        {
            var told = Sentence(context, answer, names[i].Start);
            // "no doubt she will come": the tags took the word for a denial
            if (context.Matters.Any(Matter.NotNegator, told) && !Denies(context, answer, told))
                items.RemoveAll(item => item is Regret { Name: { } away, Evidence: [{ Offset: var at }, ..] } && told.Contains(at) && SameName.Is(away, names[i].Value));
            if (Knows(items, names[i].Value)) continue;
            // "possibly Ms Holm": nothing to record; that the answer was not read calls a person
            if (Utterances.IsOpen(context, told) || Perhaps.FindAll(told.In(context.Text)).Count > 0) continue;
            if (Denies(context, answer, told))
            {
                items.Add(Confidence.Judge(new Regret(meeting, names[i].Value) { Evidence = [new Evidence("name", context.Source, names[i].Start, names[i].Value, Unsaid)] }, DraftOrigin.Prose, Unsaid));
                continue;
            }
            var (function, house, email, phone) = ((string?)null, (string?)null, (string?)null, (string?)null);
            foreach (var part in PartFinder.Find(context, TextSpan.FromBounds(names[i].Start, i + 1 < names.Count ? names[i + 1].Start : answer.End), DraftOrigin.List))
                switch (part.Kind)
                {
                    case PartKind.Function: function ??= part.Value; break;
                    case PartKind.Organization: house ??= part.Value; break;
                    case PartKind.Email: email ??= part.Value; break;
                    case PartKind.Phone or PartKind.Mobile: phone ??= part.Value; break;
                    default: break;
                }
            Register(new Person(names[i].Value, function, email, phone), house ?? context.Respondent?.Organization,
                new Evidence("person.name", context.Source, names[i].Start, names[i].Value, Unsaid));
        }

        void Register(Person person, string? house, Evidence evidence) => items.Add(Confidence.Judge(
            new Registration(meeting, mode ?? AttendanceModes.Of(context, answer), person, house, context.Respondent?.Country) { Evidence = [evidence] }, DraftOrigin.Prose, false, Unsaid));
    }

    /// <summary>"> Will Ms Holm be there? — No, Ida Holm is on leave.", "> And Ms Holm? — Ida Holm cannot come.": below a question about somebody stands whether he or she comes.</summary>
    /// <param name="goesOn">A question about coming was answered above.</param>
    public static void Somebody(ItemContext context, TextSpan answer, string question, DateOnly? meeting, bool goesOn, List<Item> items)
    {
        var words = new Matters(Folding.Fold(question));
        if (!(goesOn && question.Length <= LongestRest) && !Array.Exists(Where, words.Has) && !Array.Exists(Coming, words.Has)
            || words.Has(Matter.SeatNoun) || words.Has(Matter.CandidateNoun) || words.Has(Matter.PhoneWord) || words.Has(Matter.Change)) return;
        if (PersonNames.Find(new MarkedText(question), 0, question.Length) is not [var asked]) return;
        var first = Sentence(context, answer, Start(context, answer));
        var name = NamesIn.Find(context, first.Start, first.End) is [var written] ? written.Value : asked.Value;
        if (Knows(items, name) || !Shares(name, asked.Value) || Utterances.IsOpen(context, first)) return;
        if (Denies(context, answer, first))
            items.Add(Confidence.Judge(new Regret(meeting, name) { Evidence = [new Evidence("name", context.Source, first.Start, first.In(context.Text), Unsaid)] }, DraftOrigin.Prose, Unsaid));
    }

    /// <summary>"2) And Ms Holm?": what goes on from the question before is short.</summary>
    private const int LongestRest = 45;

    private static bool Shares(string name, string asked) =>
        SameName.Is(name, asked) || Array.Exists(Folding.Plain(asked).Split(' '), word => word.Length > 1 && Folding.Plain(name).Contains(word, StringComparison.Ordinal));

    private static int Start(ItemContext context, TextSpan answer)
    {
        var at = answer.Start;
        while (at < answer.End - 1 && !char.IsLetter(context.Text[at])) at++;
        return at;
    }

    /// <summary>The sentence of the answer in which something stands.</summary>
    private static TextSpan Sentence(ItemContext context, TextSpan answer, int at)
    {
        foreach (var (span, _) in context.Utterances)
            if (span.Contains(at)) return TextSpan.FromBounds(Math.Max(span.Start, answer.Start), Math.Min(span.End, answer.End));
        return answer;
    }

    /// <summary>The sentence begins with "no", or says that somebody does not come.</summary>
    private static bool Denies(ItemContext context, TextSpan answer, TextSpan said)
    {
        var at = said.Start;
        while (at < said.End && !char.IsLetter(context.Text[at])) at++;
        // "no doubt", "no change": these begin with "no" and deny nothing
        if (at < said.End && !context.Matters.Begins(Matter.NotNegator, at) && No.FindLongest(context.Text.Substring(at, Math.Min(LongestNo, answer.End - at))) is [{ Start: 0 }, ..]) return true;
        if (context.Matters.Any(Matter.Absent, said) || context.Matters.Any(Matter.AbsentSelf, said)) return true;
        foreach (var kind in (Matter[])[Matter.Attend, Matter.AttendSelf, Matter.AttendNoun, Matter.Travel, Matter.InPerson, Matter.Remote])
            foreach (var word in context.Matters.Within(kind, said.Start, said.End)) if (Denials.Before(context, said.Start, word.Start)) return true;
        return false;
    }

    private const int LongestNo = 30;

    /// <summary>"Possibly", "I suppose": words that leave open who comes, in an answer that says no more.</summary>
    private static readonly PhraseIndex<bool> Perhaps = new(LexiconFile.Words("answered", "perhaps").Select(static words => KeyValuePair.Create(words, true)));

    private static readonly PhraseIndex<bool> No = new(LexiconFile.Words("answered", "no").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>"myself, and Ole Brandt": the writer among others.</summary>
    private static readonly WordSet Among = LexiconFile.Set("answered", "oneselfAmong");

    private static bool Knows(List<Item> items, string name) =>
        items.Exists(item => item is Registration { Person.Name: { } coming } && SameName.Is(coming, name) || item is Regret { Name: { } away } && SameName.Is(away, name));

    /// <summary>The way that the question speaks of; null where it names both or none.</summary>
    private static AttendanceMode? Way(string question)
    {
        var words = new Matters(Folding.Fold(question));
        var (remote, present) = (words.Has(Matter.Remote), words.Has(Matter.InPerson) || words.Has(Matter.GenevaName));
        return remote == present ? null : remote ? AttendanceMode.Remote : AttendanceMode.InPerson;
    }
}
