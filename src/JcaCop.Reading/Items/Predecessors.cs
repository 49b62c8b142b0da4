using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Whom a person seated replaces, where no tag tells it and the words of replacing join the two names.</summary>
internal static class Predecessors
{
    public static void Complete(ItemContext context, Drafts drafts)
    {
        if (drafts.Persons.Count == 0) return;
        foreach (var (span, block) in context.Utterances)
        {
            if (block is Form or Table || !Replacement.Occurs(context.Marked, span) || Replacement.Find(context, span) is not { } pair || Utterances.IsOpen(context, span)) continue;
            if (Heir(context, drafts, span, pair) is not { Name: { } next } heir || SameName.Is(next.Value, pair.Leaves.Value)) continue;
            if (heir.Role is SeatRole.Alternate && drafts.Persons.Exists(person => person.Name is { } name && Overlap(name, pair.Leaves))) continue; // stands in where somebody seated is prevented
            // who goes is named in the sentence itself: not the one who stays, in the sentence before
            if (heir.Replaces is { } other && span.Contains(next.Start) && span.Contains(pair.Leaves.Start) && !span.Contains(other.Start)) heir.Replaces = null;
            if (heir.Replaces is null && !drafts.Persons.Exists(other => other.Replaces is { } known && SameName.Is(known.Value, pair.Leaves.Value))) heir.Replaces = Found.Of(pair.Leaves);
            if (heir.Replaces is { } gone && SameName.Is(gone.Value, pair.Leaves.Value)) Inherit(drafts, heir, pair.Leaves);
        }
        Writer(context, drafts);
        Former(context, drafts);
        foreach (var (span, block) in context.Utterances)
            if (block is not (Form or Table) && context.Marked.Any(Word.Replace, span.Start, span.End) && !Utterances.IsOpen(context, span)) ByNumber(context, drafts, span);
    }

    /// <summary>"Her predecessor, Ida Holm, …" in a sentence of its own: she goes for the only one who comes.</summary>
    private static void Former(ItemContext context, Drafts drafts)
    {
        if (!context.Matters.Has(Matter.Former)) return;
        if (drafts.Persons.FindAll(person => person is { Designated: true, Role: not SeatRole.Alternate }) is not [{ Replaces: null, Name: { } next } heir]
            || drafts.Persons.Exists(person => person.Replaces is not null)) return;
        foreach (var (span, block) in context.Utterances)
        {
            if (block is Form or Table || span.Contains(next.Start) || !context.Matters.Any(Matter.Former, span) || Utterances.IsOpen(context, span)) continue;
            foreach (var name in NamesIn.Find(context, span.Start, span.End))
                if (context.Matters.Last(Matter.Former, Math.Max(span.Start, name.Start - Near), name.Start) is not null
                    && !SameName.Is(name.Value, next.Value)
                    && !drafts.Organizations.Exists(house => house.Persons.Exists(person => person.Name is { } known && SameName.Is(known.Value, name.Value))))
                {
                    heir.Replaces = Found.Of(name);
                    return;
                }
        }
    }

    /// <summary>So near before the name the word for who was there before stands.</summary>
    private const int Near = 40;

    /// <summary>"The first replaces X, and the second Y": those who are seated before, in their order.</summary>
    private static void ByNumber(ItemContext context, Drafts drafts, TextSpan span)
    {
        var seated = drafts.Persons.FindAll(person => person is { Designated: true, Name: { } name } && name.Start < span.Start);
        if (seated.Count < 2) return;
        var ordinals = Ordinals.Find(context.Marked.Folded, span.Start, span.End);
        if (ordinals.Count < 2) return;
        var names = NamesIn.Find(context, span.Start, span.End);
        for (var i = 0; i < ordinals.Count; i++)
        {
            var until = i + 1 < ordinals.Count ? ordinals[i + 1].Start : span.End;
            if (names.Find(name => name.Start >= ordinals[i].End && name.Start < until) is not { Length: > 0 } gone || ordinals[i].Value > seated.Count) continue;
            foreach (var person in drafts.Persons) if (person.Replaces is { } taken && SameName.Is(taken.Value, gone.Value)) person.Replaces = null;
            seated[ordinals[i].Value - 1].Replaces = Found.Of(gone);
        }
    }

    /// <summary>"I am leaving the Board. Ms X will step in.": the one who is seated directly behind comes for the writer.</summary>
    private static void Writer(ItemContext context, Drafts drafts)
    {
        if (context.Source is not null || drafts.Persons is not [{ Replaces: null, Name: { } next, Role: not SeatRole.Alternate } heir, ..] || drafts.Persons.Exists(person => person.Replaces is not null)) return;
        if ((Oneself.Leaves(context, Math.Max(0, next.Start - Far), Math.Min(context.Text.Length, next.Start + Far))
                    ?? Oneself.Goes(context, next.Start, Math.Min(context.Text.Length, next.Start + Far))) is { } leaves
                && !drafts.Organizations.Exists(house => house.Persons.Contains(heir))
                && !drafts.Persons.Exists(person => person.Name is { } name && SenderPerson.Is(context, name.Value)))
            heir.Replaces = Found.Of(leaves);
    }

    /// <summary>The person seated who comes: the one that the sentence names; where it names nobody, whoever was seated last before it ("He takes over from …").</summary>
    private static PersonDraft? Heir(ItemContext context, Drafts drafts, TextSpan span, (Mention<string> Leaves, Mention<string>? Comes) pair)
    {
        if (pair.Comes is { } comes)
            return drafts.Persons.Find(person => person.Name is { } name
                && (Overlap(name, comes) || SameName.Is(name.Value, comes.Value)
                    || name.Value.EndsWith(" " + comes.Value, StringComparison.OrdinalIgnoreCase)));
        if (pair.Leaves.Start < span.Start) return null;
        // "I take the place of …"
        if (Oneself.Words(context).Any(word => span.Contains(word.Start) && (word.Start < pair.Leaves.Start || Replacement.LeadsTo(context, span, word.Start))))
            return drafts.Persons.Find(person => person.Name is { } name && SenderPerson.Is(context, name.Value));
        var last = drafts.Persons.FindLast(person => person.Name is { } name && name.Start < span.Start);
        return last is not null && span.Start - last.Start < Far && !context.Text.AsSpan(last.Start, span.Start - last.Start).Contains("\n\n", StringComparison.Ordinal) ? last : null;
    }

    /// <summary>So far before a sentence nobody is meant by its "he" or "she".</summary>
    private const int Far = 300;

    private static bool Overlap(Found name, Mention<string> other) => name.Start < other.End && other.Start < name.Start + name.Length;

    /// <summary>Who goes takes no seat: what was read as belonging to him or her behind the name is said of who comes.</summary>
    private static void Inherit(Drafts drafts, PersonDraft heir, Mention<string> leaves)
    {
        foreach (var gone in drafts.Persons.FindAll(person => person != heir && person.Name is { } name && Overlap(name, leaves)))
        {
            drafts.Persons.Remove(gone);
            if (gone.Start < heir.Start) continue;
            heir.Function ??= gone.Function;
            heir.Email ??= gone.Email;
            heir.Phone ??= gone.Phone;
            heir.Fax ??= gone.Fax;
            heir.Role ??= gone.Role;
            heir.Body ??= gone.Body;
            heir.Organization ??= gone.Organization;
        }
    }
}
