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

    /// <summary>Asks for the names of those who come, on site or from afar.</summary>
    public static bool Asks(string question) =>
        Asking.FindAll(question).Count > 0 && new Matters(Folding.Fold(question)) is var words
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
        for (var i = 0; i < names.Count; i++)
        {
            if (Knows(items, names[i].Value)) continue;
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
