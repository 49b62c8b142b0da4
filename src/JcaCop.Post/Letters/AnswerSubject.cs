using System.Text.RegularExpressions;

namespace JcaCop.Post.Letters;

/// <summary>The subject of an answer: <c>Re:</c> and the subject answered, whatever marks mail programs have put before it.</summary>
public static partial class AnswerSubject
{
    private const int Longest = 180;

    /// <param name="fallback">Where the mail has no subject.</param>
    public static string Of(string subject, string fallback)
    {
        var rest = LetterValue.Clean(subject, Longest);
        for (var rounds = 0; rounds < 10 && ReplyMark().Match(rest) is { Success: true } mark; rounds++)
            rest = rest[mark.Length..];
        // Something that looks like an encoded word (RFC 2047) would be decoded by the reader, line breaks in it included.
        rest = rest.Replace("=?", "= ?", StringComparison.Ordinal);
        return rest.Length == 0 ? fallback : "Re: " + rest;
    }

    /// <summary>Reply marks of the usual mail programs (glossary, reply prefixes), with counter and full-width colon. Forward marks stay: they say something.</summary>
    [GeneratedRegex(@"\A(?:Re|Réf|Rép|Réponse|Res|Respuesta|Отв|Ответ|رد|الرد|回复|答复|回覆|AW|Antwort|SV|Svar|Antw|Antwoord|Odp|YNT|返信)(?:\s?[\[\(\^]\d{1,3}[\]\)]?)?\s?[:：]\s{0,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReplyMark();
}
