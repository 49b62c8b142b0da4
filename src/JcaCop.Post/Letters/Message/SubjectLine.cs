using System.Text.RegularExpressions;
using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Letters.Message;

/// <summary>The subject of a letter: clean, one line, of bounded length.</summary>
public static partial class SubjectLine
{
    private const int Longest = 180;

    /// <param name="own">As the letter's words give it.</param>
    /// <param name="mark">Stands at the end whatever the length; null for none.</param>
    public static string Of(string own, string? mark = null) =>
        mark is null ? Plain(own, Longest) : $"{Plain(own, Longest - mark.Length - 1)} {Plain(mark, Longest)}";

    /// <summary>The subject of an answer: <c>Re:</c> and the subject answered, whatever marks mail programs have put before it.</summary>
    /// <param name="fallback">Where the mail has no subject.</param>
    public static string Answer(string subject, string fallback)
    {
        var rest = LetterValue.Clean(subject, Longest);
        for (var rounds = 0; rounds < 10 && ReplyMark().Match(rest) is { Success: true } mark; rounds++)
            rest = rest[mark.Length..];
        return rest.Length == 0 ? fallback : "Re: " + Decoded(rest);
    }

    private static string Plain(string text, int longest) => Decoded(LetterValue.Clean(text, longest));

    /// <summary>Something that looks like an encoded word (RFC 2047) would be decoded by the reader, line breaks in it included.</summary>
    private static string Decoded(string text) => text.Replace("=?", "= ?", StringComparison.Ordinal);

    /// <summary>Reply marks of the usual mail programs (glossary, reply prefixes), with counter and full-width colon. Forward marks stay: they say something.</summary>
    [GeneratedRegex(@"\A(?:Re|Réf|Rép|Réponse|Res|Respuesta|Отв|Ответ|رد|الرد|回复|答复|回覆|AW|Antwort|SV|Svar|Antw|Antwoord|Odp|YNT|返信)(?:\s?[\[\(\^]\d{1,3}[\]\)]?)?\s?[:：]\s{0,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReplyMark();
}
