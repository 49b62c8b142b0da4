using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Text;

namespace JcaCop.Post.Letters.Message;

/// <summary>The subject of a letter: clean, one line, of bounded length.</summary>
public static class SubjectLine
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
        var rest = SubjectMarks.WithoutReplies(LetterValue.Clean(subject, Longest));
        return rest.Length == 0 ? fallback : "Re: " + Decoded(rest);
    }

    private static string Plain(string text, int longest) => Decoded(LetterValue.Clean(text, longest));

    /// <summary>Something that looks like an encoded word (RFC 2047) would be decoded by the reader, line breaks in it included.</summary>
    private static string Decoded(string text) => text.Replace("=?", "= ?", StringComparison.Ordinal);
}
