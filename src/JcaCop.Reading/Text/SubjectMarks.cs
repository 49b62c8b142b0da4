namespace JcaCop.Reading.Text;

/// <summary>The marks that mail programs put before a subject, in all languages of <c>Lexicons/mail/quotes</c>.</summary>
public static class SubjectMarks
{
    /// <summary>A thread that went to and fro has so many marks at most; a subject made of marks alone costs no more.</summary>
    private const int Most = 10;

    private static readonly PhraseSet ReplyPrefixes = MailWords.All(QuoteWords.Lexicon, "replyPrefix");
    private static readonly PhraseSet ForwardPrefixes = MailWords.All(QuoteWords.Lexicon, "forwardPrefix");

    /// <summary>Longest mark before its colon, with a counter: <c>Antwoord[12]</c>.</summary>
    private const int LongestMark = 20;

    /// <summary>Reads the outermost mark: <c>RE:</c>, <c>AW :</c>, <c>Re[2]:</c>, <c>回复：</c>.</summary>
    /// <returns>Length with the colon, and whether it is a word of answering, of passing on, or of both in different languages; 0 where none stands.</returns>
    internal static (int Length, bool Answers, bool Forwards) Outermost(ReadOnlySpan<char> subject)
    {
        var colon = subject.IndexOfAny(':', '：');
        if (colon is <= 0 or > LongestMark) return (0, false, false);
        var word = subject[..colon];
        if (word.IndexOfAny('[', '(', '^') is > 0 and var counter) word = word[..counter];
        var folded = PhraseSet.Fold(word.ToString());
        var (answers, forwards) = (ReplyPrefixes.Is(folded), ForwardPrefixes.Is(folded));
        return (answers || forwards ? colon + 1 : 0, answers, forwards);
    }

    /// <summary>The subject without the marks of answering at its head. Marks of passing on stay: they say something.</summary>
    public static string WithoutReplies(string subject)
    {
        var rest = Blanks.Trim(subject);
        for (var marks = 0; marks < Most && Outermost(rest) is (> 0 and var length, true, _); marks++) rest = Blanks.Trim(rest[length..]);
        return rest.ToString();
    }
}
