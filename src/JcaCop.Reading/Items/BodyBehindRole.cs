using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"Please add Ms Holm (holm@heron.example) as alternate for Heron": a name that no noun heads is a house where an address of the person or of the writer spells it.</summary>
internal static class BodyBehindRole
{
    private static readonly Word[] Roles = [Word.AlternateRole, Word.RepresentativeRole, Word.FocalRole, Word.ExpertRole];

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(",.;:()（），。；\n");

    private const int LongestName = 60, MostSmallWords = 2;

    public static string? Of(ItemContext context, PersonDraft person)
    {
        if (person.Name is not { } name || context.Utterances.Find(utterance => utterance.Span.Contains(name.Start)).Span is not { IsEmpty: false } sentence) return null;
        foreach (var kind in Roles)
            foreach (var role in context.Marked.Within(kind, sentence.Start, sentence.End))
                if (Behind(context, role.End, sentence.End) is { } house && (AddressAgreement.House(house, person.Email?.Value) || AddressAgreement.House(house, context.Mail.Sender?.Email))) return house;
        return null;
    }

    /// <summary>The words with capitals behind one or two small ones, up to the next sign.</summary>
    private static string? Behind(ItemContext context, int at, int end)
    {
        var text = context.Text;
        var small = 0;
        while (at + 1 < end && text[at] == ' ' && context.Marked.At(Word.Connector, at + 1) is { } word && word.End < end && !char.IsUpper(text[at + 1]))
        {
            at = word.End;
            if (++small > MostSmallWords) return null;
        }
        if (small == 0 || at + 1 >= end || text[at] != ' ' || !char.IsUpper(text[at + 1])) return null;
        var stop = text.AsSpan(at, Math.Min(LongestName, end - at)).IndexOfAny(Ends);
        var name = MailLayout.Unwrap(text.Substring(at, stop < 0 ? Math.Min(LongestName, end - at) : stop)).Trim();
        return name.Length > 2 && name.Split(' ') is { Length: <= 4 } words && char.IsUpper(words[^1][0]) && Bodies.Parse(name) is null ? name : null;
    }
}
