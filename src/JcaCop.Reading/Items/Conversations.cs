using JcaCop.Reading.Accepting;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Numbered questions that are answered in a reply are a questionnaire where something calls them so; what asks the writer whether he or she comes, who has a seat or how to be reached is a conversation.</summary>
internal static class Conversations
{
    /// <summary>No word of the mail calls the questions a questionnaire, and it answers no circular.</summary>
    public static Sign Unnamed { get; } = new("unnamed", 1);

    /// <summary>Words that tell of coming; with a meeting, its place or a way of taking part they ask for it.</summary>
    private static readonly Matter[] Coming = [Matter.Attend, Matter.AttendSelf, Matter.AttendNoun, Matter.Travel, Matter.Delegation, Matter.InPerson];
    private static readonly Matter[] Where = [Matter.Meeting, Matter.GenevaName, Matter.InPerson];

    /// <summary>Verbs of coming as they are put to somebody: "viendrez-vous", "примете ли".</summary>
    private static readonly PhraseIndex<bool> You = new(LexiconFile.Words("answered", "coming").Select(static words => KeyValuePair.Create(words, true)));

    /// <summary>Who is on record, and as what.</summary>
    private static readonly Matter[] Recorded = [Matter.SeatNoun, Matter.CandidateNoun, Matter.RegistrationNoun];
    private static readonly Matter[] Changed = [Matter.Change, Matter.Unchanged, Matter.Old, Matter.NewMark];

    /// <summary>Subject, new text or quotation call the questions a questionnaire, or the mail answers a circular, which may ask some.</summary>
    public static bool Named(ItemContext context) => context.Answers.Circular is not null || Calls(context, context.Mail.Body.Text);

    /// <summary>The questions were put to the writer about himself or herself. A mail that calls its own answers those of a questionnaire knows better.</summary>
    public static bool Is(ItemContext context, List<string> questions)
    {
        var asked = questions.Count(Asks);
        return Calls(context, context.Text) ? false : Calls(context, context.Mail.Body.Text) || context.Answers.Circular is not null ? asked * 2 > questions.Count : asked > 0;
    }

    /// <summary>"Is your telephone still the same?": asks for a number, of whomever.</summary>
    public static bool AsksNumber(string question)
    {
        var words = new Matters(Folding.Fold(question));
        return words.Has(Matter.PhoneWord) || words.Has(Matter.FaxWord);
    }

    private static bool Calls(ItemContext context, string text) => QuestionnaireWords.Names(context.Mail.Subject) || QuestionnaireWords.Names(text);

    /// <summary>"Will you come to Geneva on 27 August?": asks the reader about his or her own coming, and about nobody by name.</summary>
    public static bool AsksWriter(string question)
    {
        var words = new Matters(Folding.Fold(question));
        return (Array.Exists(Coming, words.Has) || You.FindAll(question).Count > 0) && Array.Exists(Where, words.Has) && !Array.Exists(Recorded, words.Has) && PersonNames.Find(new MarkedText(question), 0, question.Length).Count == 0;
    }

    /// <summary>A question about the reader: coming, seats, and how to be reached.</summary>
    public static bool Asks(string question)
    {
        var words = new Matters(Folding.Fold(question));
        return (Array.Exists(Coming, words.Has) || You.FindAll(question).Count > 0) && Array.Exists(Where, words.Has)
            || Array.Exists(Recorded, words.Has) || AttendanceWho.Asks(question)
            || (words.Has(Matter.PhoneWord) || words.Has(Matter.FaxWord)) && Array.Exists(Changed, words.Has)
            || EmailAddresses.Find(question).Count > 0 || PersonNames.Find(new MarkedText(question), 0, question.Length).Count > 0;
    }
}
