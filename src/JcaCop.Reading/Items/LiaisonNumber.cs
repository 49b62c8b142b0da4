using System.Text.RegularExpressions;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Finds the number of a liaison statement: in its field, in its heading, in the subject, or in the words above the form.</summary>
/// <remarks>A number with its group ("SG16-LS142") counts before a short one ("LS/o 142") that stands elsewhere in the same mail.</remarks>
internal static partial class LiaisonNumber
{
    private const int LongestNumber = 40;

    /// <param name="answered">The number of the statement that this one answers.</param>
    public static string? Of(ReceivedMail mail, LiaisonForm form, string? answered) => First(mail, form, answered) is { } number ? WithVersion(number, mail, form) : null;

    /// <summary>"SG16-LS100" in brackets of a subject that begins with "Corr.1 to": the number with the mark of its text, which stands elsewhere.</summary>
    private static string WithVersion(string number, ReceivedMail mail, LiaisonForm form)
    {
        if (LiaisonReferences.First(form.Text[..Math.Min(form.Text.Length, LongestHead)]) is { } told && told.Value.Length > number.Length && told.Value.StartsWith(number, StringComparison.Ordinal)
            && Mark().IsMatch(told.Value[number.Length..]))
            return told.Value;
        return !Mark().IsMatch(number) && Leading().Match(mail.Subject) is { Success: true } mark ? $"{number} {(mark.Groups["word"].Value[0] is 'r' or 'R' ? "Rev" : "Corr")}.{mark.Groups["number"].Value}" : number;
    }

    private const int LongestHead = 300;

    [GeneratedRegex(@"^[\s(]*(?:R|Rev|Corr|Add)\.?\s?\d|(?:Rev|Corr|Add)\.?\s?\d\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(?:(?:RE|FW|FWD|TR|WG|RV)\s?:\s*)*(?<word>Corr(?:\.|igendum|ección|ection)?|Испр(?:\.|авление)?|更正|勘误|تصويب|Rev(?:\.|isi[oó]n|ision)?)\s?(?<number>\d)(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    private static string? First(ReceivedMail mail, LiaisonForm form, string? answered)
    {
        foreach (var field in form.Fields)
            if (field.Label == LiaisonLabel.Reference && field.Line.Length is > 0 and <= 60 && !BodyLists.SaysNone(field.Line))
                return field.Line.IndexOf("(in reply", StringComparison.OrdinalIgnoreCase) is > 0 and var cut ? field.Line[..cut].Trim() : WithoutLabel(field.Line.Trim(' ', '.', ',', ';'));
        foreach (var field in form.Fields)
            if (field.Label == LiaisonLabel.Source && LiaisonReferences.First(field.Line) is { } document) return document.Value;
        string? known = null;
        foreach (var (text, heading) in Places(mail, form))
        {
            if ((Own(text, answered) is { } number && number.Value != answered && (IsOwn(text, number, form) || !Answers(text, number.Start)) ? number.Value : heading ? Named(text)
                : null) is not { } found || found == answered) continue;
            if (!found.StartsWith("LS", StringComparison.Ordinal)) return found;
            known ??= found;
        }
        return known;
    }

    /// <summary>"(Ref.: SG13-LS61)": the whole of a field in brackets, with a label of its own.</summary>
    private static string WithoutLabel(string number)
    {
        if (number is not ['(' or '[' or '（' or '【', .., ')' or ']' or '）' or '】']) return number;
        var inside = number[1..^1].Trim();
        var colon = inside.IndexOfAny([':', '：']);
        return colon > 0 && inside[(colon + 1)..].Trim() is { Length: > 3 } bare ? bare : inside;
    }

    /// <summary>The first number there; "… (reply to JCA-COP-LS11) [SG17-LS158]": behind the one that is answered stands the statement's own.</summary>
    private static Mention<string>? Own(string text, string? answered)
    {
        if (LiaisonReferences.First(text) is not { } first || first.Value != answered) return LiaisonReferences.First(text);
        // "reply to JCA-COP-LS1 and LS2" answers both: only what stands outside the brackets is its own
        return LiaisonReferences.First(text[first.End..]) is { } next && next.Value != answered && text.AsSpan(first.End, next.Start).IndexOfAny(')', ']', '）') >= 0 ? next with { Start = first.End + next.Start } : first;
    }

    private static IEnumerable<(string Text, bool Heading)> Places(ReceivedMail mail, LiaisonForm form)
    {
        foreach (var line in Headings(form)) yield return (line, true);
        yield return (mail.Subject, true);
        yield return (form.Text[..Math.Min(form.Text.Length, form.Fields.Count > 0 ? Math.Max(form.Fields[0].Start, 200) : 200)], false);
    }

    /// <summary>The short lines down to the last field in which the mail calls itself a liaison statement.</summary>
    private static IEnumerable<string> Headings(LiaisonForm form)
    {
        var until = form.Fields.Count > 0 ? form.Fields[^1].Start : 0;
        for (var start = 0; start < until;)
        {
            var end = form.Text.IndexOf('\n', start);
            if (end < 0) end = form.Text.Length;
            var line = form.Text[start..end].Trim();
            if (line.Length is > 8 and < 70 && !line.Contains("://", StringComparison.Ordinal)
                    && form.Fields.All(field => field.Start < start || field.Start > end)
                    && RespondentWords.Index.FindAll(line).Exists(word => word.Value == RespondentWord.Liaison))
                yield return line;
            start = end + 1;
        }
    }

    /// <summary>"Liaison statement No. XY/2014/07", "Liaison statement HF(13)000041r1": what stands behind the name of the document and holds a digit.</summary>
    private static string? Named(string text)
    {
        foreach (var word in RespondentWords.Index.FindLongest(text))
        {
            if (word.Value != RespondentWord.Liaison || word.Length < 5) continue;
            var at = word.End;
            for (var words = 0; words < 3 && at < text.Length; words++)
            {
                while (at < text.Length && text[at] is ' ' or ':' or '：' or '(' or '（' or '№' or '°' or 'º' or '–' or '-' or '.') at++;
                var end = at;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or '，' or '،' or ';' or '：' or '）')) end++;
                var token = text[at..end].Trim('.', ',', ')', '"', '»', '”');
                if (token.Length is > 3 and <= LongestNumber && !IsQuestion(token) && token.Any(char.IsDigit) && (token.Any(char.IsLetter) || token.Contains('/', StringComparison.Ordinal))) return token;
                if (token.Length == 0 || !ReferenceWords.BeforeNumber.Contains(Folding.Plain(token))) break;
                at = end;
            }
        }
        return null;
    }

    /// <summary>"Q10/2" names a Question of a study group, not a document.</summary>
    private static bool IsQuestion(string token) =>
        token[0] is 'Q' or 'q' && token.IndexOf('/', StringComparison.Ordinal) is > 1 and < 4 and var cut && token.AsSpan(1, cut - 1).IndexOfAnyExceptInRange('0', '9') < 0 && token.Length - cut <= 3;

    /// <summary>"… (SG16-LS77)" of Study Group 16: nothing but a number of the sender's own group stands in the brackets, and a statement does not answer itself.</summary>
    internal static bool IsOwn(string text, Mention<string> number, LiaisonForm form)
    {
        if (number.Start > 0 && text[number.Start - 1] is not ('(' or '（' or '[' or '【') || number.Value.IndexOf("LS", StringComparison.Ordinal) is not (> 1 and var at)) return false;
        return Bodies.Parse(number.Value[..at].Trim(' ', '-', '‑', '–', '/', '_')) is { } group
            && form.Fields.Any(field => field.Label == LiaisonLabel.Source && (field.Listed ?? Bodies.ParseList(field.Value)).Contains(group, StringComparer.Ordinal));
    }

    private static bool Answers(string text, int at)
    {
        foreach (var word in ReferenceWords.Index.FindLongest(text))
            if (word.Value == ReferenceWord.ReplyTo && word.End <= at && at - word.End <= 12) return true;
        return false;
    }
}
