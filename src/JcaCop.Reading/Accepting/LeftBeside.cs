using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Accepting;

/// <summary>Whether the sentence, entry or row of an item holds a word that was read of nobody and would make another item of it: a person is asked.</summary>
internal static class LeftBeside
{
    /// <param name="reading">The text that the item was found in.</param>
    /// <param name="items">All items of the mail.</param>
    public static bool Is(ItemContext reading, Item item, IReadOnlyList<Item> items) => item switch
    {
        Representative { Role: SeatRole.Representative } seat => Around(reading, seat, "person.name") is { } around && HasRole(reading, seat, around, items),
        Regret gone => Around(reading, gone, "name") is { } around && NamesPersons(reading, gone, around, items),
        _ => false,
    };

    private static TextSpan? Around(ItemContext reading, Item item, string field)
    {
        if (item.Evidence.FirstOrDefault(one => one.Field == field && one.Source == reading.Source) is not { } said) return null;
        return reading.Utterances.Find(utterance => utterance.Span.Contains(said.Offset)).Span is { IsEmpty: false } span ? span : null;
    }

    /// <summary>"New: a deputy, Ms Holm": a word for an alternate or expert stands beside a representative, and nobody has that seat.</summary>
    private static bool HasRole(ItemContext reading, Representative seat, TextSpan around, IReadOnlyList<Item> items)
    {
        foreach (var (kind, role) in Roles)
            foreach (var word in reading.Marked.Within(kind, around.Start, around.End))
                if (!IsPost(reading, seat, word.Start, word.End, items) && !items.Any(other => other is Representative holder && holder.Role == role && Stands(holder, "person.name", around))) return true;
        return false;
    }

    private static readonly (Word Kind, SeatRole Role)[] Roles = [(Word.AlternateRole, SeatRole.Alternate), (Word.ExpertRole, SeatRole.Expert)];

    /// <summary>"Senior Expert", "deputy director": a part of somebody's post or house.</summary>
    private static bool IsPost(ItemContext reading, Representative seat, int start, int end, IReadOnlyList<Item> items)
    {
        var word = reading.Text[start..end];
        return items.Any(one => one is Representative { Person.Function: { } post } && post.Length > word.Length && post.Contains(word, StringComparison.OrdinalIgnoreCase))
            || seat.Body is { } body && body.Contains(word, StringComparison.OrdinalIgnoreCase)
            || reading.Marked.Within(Word.Post, Math.Max(0, start - 1), Math.Min(reading.Text.Length, end + 1)).Any(post => post.Length > word.Length);
    }

    private static bool Stands(Item item, string field, TextSpan span) => item.Evidence.Any(one => one.Field == field && span.Contains(one.Offset));

    /// <summary>"Ms Holm of the Ministry cannot come": the house is excused, and whoever the sentence names is nowhere.</summary>
    private static bool NamesPersons(ItemContext reading, Regret gone, TextSpan around, IReadOnlyList<Item> items)
    {
        if (gone.Name is not { } name || !(SameName.Is(name, reading.Respondent?.Organization ?? "") || new MarkedText(name).Any(Word.Organization, 0, name.Length))) return false;
        return NamesIn.Find(reading, around.Start, around.End).Exists(person => !name.Contains(person.Value, StringComparison.OrdinalIgnoreCase) && !SenderPerson.Is(reading, person.Value)
            && !items.Any(other => other.Evidence.Any(one => one.Source == reading.Source && one.Offset < person.End && person.Start < one.Offset + one.Text.Length)));
    }
}
