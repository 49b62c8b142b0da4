using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Finds the persons named in a statement, with an honorific or without.</summary>
internal static class NamesIn
{
    private const string HanStops = "由派委请請的为為、，,：:；;（(即和与與及";

    /// <summary>Bare names are tried where the script lets a name begin: at capitals, at Arabic given names, behind Chinese particles.</summary>
    public static List<Mention<string>> Find(ItemContext context, int start, int end)
    {
        var marked = context.Marked;
        var found = PersonNames.Find(marked, start, end);
        var organizations = OrganizationNames.Find(marked, start, end);
        for (var at = start; at < end; at++)
        {
            if (!Begins(context, at, start) || Inside(found, at) || Inside(organizations, at) || marked.At(Word.Honorific, at) is { Length: > 1 }) continue;
            if (PersonNames.Bare(marked, at, Stop(context, at, end)) is not { } name || name.Start != at || !Plausible(context, name) || organizations.Exists(other => name.Start < other.End && other.Start < name.End)) continue;
            found.Add(name);
            at = name.End - 1;
        }
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static bool Inside(List<Mention<string>> names, int at)
    {
        foreach (var name in names) if (at >= name.Start && at < name.End) return true;
        return false;
    }

    private static bool Begins(ItemContext context, int at, int start)
    {
        var text = context.Text;
        var c = text[at];
        if (Folding.IsHan(c)) return (at == start || !Folding.IsHan(text[at - 1]) || HanStops.Contains(text[at - 1], StringComparison.Ordinal)) && NameShapes.SurnameLength(text.AsSpan(at, Math.Min(2, text.Length - at))) > 0;
        if (at > start && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '\'' or '’' or '@' or '.')) return false;
        if (!Folding.IsArabic(c)) return char.IsUpper(c);
        var stop = at;
        while (stop < text.Length && char.IsLetter(text[stop])) stop++;
        return NameShapes.IsArabicName(text.AsSpan(at, stop - at));
    }

    /// <summary>A name ends where a word begins that says what the person does.</summary>
    private static int Stop(ItemContext context, int at, int end)
    {
        foreach (var kind in new[] { Matter.Attend, Matter.Absent, Matter.Remote, Matter.InPerson, Matter.Remove, Matter.Change, Matter.Renamed })
            if (context.Matters.First(kind, at + 2, end) is { } hit) end = hit.Start;
        return end;
    }

    private static bool Plausible(ItemContext context, Mention<string> name)
    {
        var span = new TextSpan(name.Start, name.Length);
        if (NameShapes.Score(name.Value) < (Folding.IsHan(name.Value[0]) ? 0.7 : 0.5)) return false;
        if (Countries.Find(name.Value).Count > 0 && !Folding.IsArabic(name.Value[0]) && name.Value.Count(c => c == ' ') < 2 && Countries.Find(name.Value)[0].Length * 10 > name.Length * 7) return false;
        if (Bodies.Find(name.Value).Count > 0 || context.Matters.Any(Matter.Meeting, span) || context.Matters.Any(Matter.Geneva, span)) return false;
        if (context.Marked.Any(Word.Organization, span.Start, span.End) && !Folding.IsHan(name.Value[0])) return false;
        return !Circulars.Find(context.Text.Substring(name.Start, Math.Min(name.Length + 8, context.Text.Length - name.Start))).Any() && !context.Emails.Any(email => span.Contains(email.Start));
    }
}
