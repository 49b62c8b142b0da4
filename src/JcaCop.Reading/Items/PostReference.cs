using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>The Question or Recommendation that a post is for: "Associate Rapporteur, Q2/15", "éditeur de X.1248", "مقرر المسألة ٣/٢". It belongs to the post, and names no body.</summary>
internal static class PostReference
{
    /// <summary>"for the", "pour la": no more words stand between a post and its reference.</summary>
    private const int MostWords = 2;

    private const int LongestWord = 5;

    /// <summary>Whether the mention is a Question of a study group, written with its number.</summary>
    public static bool IsQuestion(string text, Mention<string> body)
    {
        var words = text.AsSpan(body.Start, body.Length);
        var stroke = words.IndexOf('/');
        return stroke > 0 && stroke + 1 < words.Length && char.IsDigit(words[stroke - 1]) && char.IsDigit(words[stroke + 1]);
    }

    /// <summary>End of the reference that follows a post; the end of the post itself where none does.</summary>
    /// <param name="end">Where the post ends.</param>
    /// <param name="limit">End of the sentence, entry or line.</param>
    public static int End(ItemContext context, int end, int limit)
    {
        var text = context.Text;
        var at = Blanks(text, end, limit);
        if (at >= limit) return end;
        var bracket = text[at] is '(' or '（';
        if (bracket || text[at] is ',' or '،' or '，') at = Blanks(text, at + 1, limit);
        for (var words = 0; words < MostWords && at < limit && char.IsLower(text[at]); words++)
        {
            var stop = at;
            while (stop < limit && char.IsLetter(text[stop])) stop++;
            if (stop - at > LongestWord || stop == limit) break;
            at = Blanks(text, stop, limit);
        }
        var reached = Question(context, at, limit) ?? Recommendation(text, at, limit);
        if (reached is not { } found) return end;
        if (!bracket) return found;
        return found < limit && text[found] is ')' or '）' ? found + 1 : end;
    }

    private static int Blanks(string text, int at, int limit)
    {
        while (at < limit && text[at] is ' ' or '\u00a0') at++;
        return at;
    }

    private static int? Question(ItemContext context, int at, int limit)
    {
        foreach (ref readonly var body in context.BodyMentions.From(at, limit))
            if (body.Start <= at + 1 && body.End <= limit && IsQuestion(context.Text, body)) return body.End;
        return null;
    }

    /// <summary>"X.1248", "J.1012.1": the letter of a series and numbers (ITU-T A.12).</summary>
    private static int? Recommendation(string text, int at, int limit)
    {
        if (at + 3 >= limit || !char.IsAsciiLetterUpper(text[at]) || text[at + 1] != '.' || !char.IsAsciiDigit(text[at + 2])) return null;
        var stop = at + 2;
        while (stop < limit && (char.IsAsciiDigit(text[stop]) || text[stop] == '.' && stop + 1 < limit && char.IsAsciiDigit(text[stop + 1]))) stop++;
        return stop;
    }
}
