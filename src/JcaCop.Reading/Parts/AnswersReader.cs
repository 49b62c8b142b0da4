namespace JcaCop.Reading.Parts;

/// <summary>Tells what a mail answers: circular, liaison statement, meeting.</summary>
public static class AnswersReader
{
    public static Answers Tell(ReceivedMail mail, Finding sort, string language) => Answers.Nothing;
}
