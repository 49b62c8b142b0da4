using JcaCop.Reading.Layout;
using System.Globalization;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>The number at the head of a question or answer: "1)", "Q3:", "Вопрос 4.", "问题5：", "١-", "3.2".</summary>
/// <param name="Number">In Latin digits; sub-numbers and letters kept ("3.2", "5a").</param>
/// <param name="Order">The whole number, for counting.</param>
/// <param name="Labelled">A word for question or answer stands before the number.</param>
/// <param name="End">Where the text behind the marker begins.</param>
internal readonly record struct QuestionMarker(string Number, int Order, bool Labelled, int End)
{
    /// <param name="start">First character of the line that is no blank.</param>
    public static QuestionMarker? At(string text, int start, int end)
    {
        var scanner = new DateScanner(text.AsSpan(0, end));
        var at = start;
        while (at < end && text[at] is '(' or '（' or '[' or '*' or '#' or '【') at++;
        var labelled = false;
        Span<char> folded = stackalloc char[64];
        var word = at;
        var length = 0;
        while (word < end && char.IsLetter(text[word]) && !ListMarker.IsHanDigit(text[word]) && word - at < 14) length += Folding.Fold(text[word++], folded[length..]);
        if (word > at)
        {
            if (!QuestionnaireWords.IsLabel(folded[..length])) return null;
            labelled = true;
            at = word;
            while (at < end && text[at] is ' ' or '.' or '°' or 'º' or '№' or '\u00a0') at++;
        }
        var digits = scanner.Number(at, out var value, out var count);
        if (digits < 0 || count > 2 || value is < 1 or > 60) return null;
        if (ListMarker.IsHanDigit(text[at]) && !labelled && (digits >= end || text[digits] is not ('、' or '）' or ')' or '．' or '.' or '：'))) return null;
        var number = value.ToString(CultureInfo.InvariantCulture);
        at = digits;
        for (var level = 0; level < 2 && at + 1 < end && text[at] == '.' && DateScanner.Digit(text[at + 1]) >= 0; level++)
        {
            at = scanner.Number(at + 1, out var sub, out var subCount);
            if (at < 0 || subCount > 2) return null;
            number += string.Create(CultureInfo.InvariantCulture, $".{sub}");
        }
        if (at < end && text[at] is >= 'a' and <= 'h' && at + 1 < end && text[at + 1] is ')' or '.' or ':') number += text[at++];
        var marked = false;
        while (at < end && text[at] is '.' or ')' or '）' or ':' or '：' or '、' or '．' or '-' or '–' or '—' or ']' or '】' or '题' or '題' or '问' or '問' or ' ' or '\t' or '\u00a0' or '/' or '°' or '．')
        {
            if (!char.IsWhiteSpace(text[at]) || text[at] == '\t') marked = true;
            at++;
        }
        return marked || labelled ? new QuestionMarker(number, value, labelled, at) : null;
    }

}
