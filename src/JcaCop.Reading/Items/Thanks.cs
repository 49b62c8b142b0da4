using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Tells statements that call for nobody: greetings, thanks, receipts, courtesies and the letter's own place and day.</summary>
internal static class Thanks
{
    /// <summary>"Hola, ¿qué tal?": a question that a greeting goes on with, and that says nothing else.</summary>
    public static bool IsPleasantry(ItemContext context, TextSpan span)
    {
        if (context.Matters.First(Matter.Pleasantry, span.Start, span.End) is not { } hit || hit.Start - span.Start > LongestHail) return false;
        for (var i = hit.End; i < span.End; i++) if (char.IsLetterOrDigit(context.Text[i])) return false;
        return true;
    }

    private const int LongestHail = 25;

    /// <summary>It addresses somebody, tells place and day of the letter, or says nothing.</summary>
    public static bool IsGreeting(ItemContext context, TextSpan span) =>
        span.Length <= LongestGreeting && context.Text.AsSpan(span.Start, span.Length).TrimEnd() is [.., ',' or '，' or '،' or ':' or '：' or '!' or '！']
        || IsDateLine(context, span) || !Says(context.Text, span) && !Stances.Any(stance => context.Matters.Any(stance, span));

    /// <summary>It thanks, tells that something has arrived, or is a courtesy, and refuses nothing.</summary>
    public static bool IsThanks(ItemContext context, TextSpan span) =>
        (Receipts(context, span) || context.Matters.Any(Matter.Courtesy, span) || IsPleasantry(context, span)) && !Refuses(context, span) && !Changes(context, span);

    /// <summary>"Our representative has left; the successor will be told you": news of a change, though the rest sounds like a receipt.</summary>
    private static bool Changes(ItemContext context, TextSpan span)
    {
        foreach (var kind in (Matter[])[Matter.Leaves, Matter.Remove])
            foreach (var change in context.Matters.Within(kind, span.Start, span.End))
                if (!Denials.Before(context, span.Start, change.Start)) return true;
        return false;
    }

    /// <summary>"Montevideo, 4 de setiembre de 2013": a town and a day.</summary>
    public static bool IsDateLine(ItemContext context, TextSpan span)
    {
        if (span.Length > LongestGreeting) return false;
        var line = context.Text.Substring(span.Start, span.Length).TrimEnd(' ', '.');
        return Dates.Find(line, context.Year, context.Language) is [{ Value: DateReading.Day } day] && day.End == line.Length
            && line.AsSpan(0, day.Start).Count(' ') <= LongestTown && !context.Matters.Any(Matter.Meeting, span) && !line.AsSpan(0, day.Start).ContainsAny(":;");
    }

    /// <summary>Blanks in "La Paz, a" before the day.</summary>
    private const int LongestTown = 4;

    /// <summary>One word is enough for these: "Agreed."</summary>
    public static readonly Matter[] Stances = [Matter.Support, Matter.NoObjection, Matter.Objection];

    /// <summary>"We have received it, thank you": not "I have not received it", nor "merci de me retirer de la liste", which thanks for nothing.</summary>
    public static bool Receipts(ItemContext context, TextSpan span)
    {
        foreach (var receipt in context.Matters.Within(Matter.Receipt, span.Start, span.End))
            if (!Denials.Before(context, span.Start, receipt.Start) && !Text.ClosingFormula.IsPlea(Folding.Plain(context.Text[receipt.Start..span.End]))) return true;
        return false;
    }

    /// <summary>"We thank you for the invitation, but do not wish to take part": thanks that lead to a no. What wishes well or offers more behind the "but" is none.</summary>
    public static bool Refuses(ItemContext context, TextSpan span)
    {
        foreach (var but in context.Matters.Within(Matter.But, span.Start, span.End))
        {
            var rest = TextSpan.FromBounds(but.End, span.End);
            if (but.Start > span.Start && Says(context.Text, rest) && context.Matters.Any(Matter.Negator, rest) && !Receipts(context, rest) && !context.Matters.Any(Matter.Courtesy, rest)
                && !context.Matters.Any(Matter.NoObjection, rest)) return true;
        }
        return false;
    }

    /// <summary>Two words, or three Chinese characters: less says nothing.</summary>
    public static bool Says(string text, TextSpan span)
    {
        int words = 0, han = 0;
        var inside = false;
        for (var i = span.Start; i < span.End; i++)
        {
            if (Folding.IsHan(text[i])) han++;
            var letter = char.IsLetter(text[i]);
            if (letter && !inside) words++;
            inside = letter;
        }
        return words > 1 || han > 2;
    }

    public const int LongestGreeting = 60;
}
