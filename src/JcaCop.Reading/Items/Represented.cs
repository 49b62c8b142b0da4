using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Tells whom a designated person stands for where neither a code nor a label says it.</summary>
/// <remarks>
/// Strongest first: the organization joined to the role ("representative of the Administration of …"), the one that designates in
/// the sentence itself ("the Ministry of … has designated"), the same in the sentence that leads in, and last whom the mail speaks for.
/// A mission that passes on what a ministry decided is thus never taken for the ministry.
/// </remarks>
internal static class Represented
{
    private const double SureName = 0.8;

    /// <returns>The name in the fullest form that the mail gives; <c>Direct</c> where a sentence says it of the person.</returns>
    public static (string? Name, bool Direct) By(ItemContext context, PersonDraft person)
    {
        Passage? lead = null;
        foreach (var passage in context.Passages)
        {
            if (passage.Span.Start > person.Start) break;
            if (!passage.Does(Intents.Designate | Intents.Replace) || context.Layout.BlockAt(passage.Span.Start) is Layout.Form or Layout.Table) continue;
            if (passage.Span.Contains(person.Start) && Joined(context, passage, person) is { } joined) return (Full(context, joined), true);
            if (Designating(context, passage) is { } own)
            {
                if (passage.Span.Contains(person.Start)) return (Full(context, own), true);
                lead = passage;
            }
        }
        if (lead is { } before && Designating(context, before) is { } designating) return (Full(context, designating), true);
        return Labelled(context, person);
    }

    /// <summary>The one that designates in the person's own sentence, where the organization joined to the person was named in a sentence before; null otherwise.</summary>
    public static string? InSentence(ItemContext context, PersonDraft person, int organization)
    {
        foreach (var passage in context.Passages)
            if (passage.Span.Contains(person.Start)) return organization < passage.Span.Start && passage.Does(Intents.Designate | Intents.Replace) && Designating(context, passage) is { } own ? Full(context, own) : null;
        return null;
    }

    /// <summary>The organization of a form that stands above the persons: "Designating entity: …".</summary>
    private static (string? Name, bool Direct) Labelled(ItemContext context, PersonDraft person)
    {
        string? name = null;
        foreach (var block in context.Layout.Blocks)
        {
            if (block.Span.Start > person.Start) break;
            if (block is not Layout.Form form) continue;
            foreach (var field in form.Fields)
                if (field.Label == Layout.FieldLabel.Organization && field.Value.Start < person.Start && OrganizationNames.Whole(context.Text, field.Value.Start, field.Value.End) is { Length: > 3 and < 120 } whole && !RespondentOrganization.IsAddressee(whole.Value)) name = whole.Value;
        }
        return (name, name is not null);
    }

    /// <summary>The organization joined to the role in the person's own sentence; null where none is.</summary>
    public static string? JoinedTo(ItemContext context, PersonDraft person)
    {
        foreach (var passage in context.Passages)
            if (passage.Span.Contains(person.Start)) return passage.Does(Intents.Designate | Intents.Replace) && Joined(context, passage, person) is { } joined ? Full(context, joined) : null;
        return null;
    }

    /// <summary>"… as our representative in SG2": the one body that stands behind a role in the person's own sentence.</summary>
    public static string? BodyBeside(ItemContext context, PersonDraft person)
    {
        foreach (var passage in context.Passages)
        {
            if (!passage.Span.Contains(person.Start) || !passage.Does(Intents.Designate | Intents.Replace)) continue;
            string? only = null;
            foreach (var body in context.BodyMentions)
            {
                if (body.Start < passage.Span.Start || body.End > passage.Span.End || DraftAssembler.IsAddressee(body.Value)) continue;
                if (only is not null && only != body.Value) return null;
                foreach (var kind in Roles)
                    foreach (var role in context.Marked.Within(kind, Math.Max(passage.Span.Start, body.Start - 60), body.Start))
                        if (Link(context.Text.AsSpan(role.End, body.Start - role.End))) only = body.Value;
            }
            return only;
        }
        return null;
    }

    /// <summary>The name directly behind the person's role: "focal point of the Permanent Mission".</summary>
    private static Mention<string>? Joined(ItemContext context, Passage passage, PersonDraft person)
    {
        foreach (var name in Names(context, passage))
            foreach (var kind in context.Marked.At(Word.Post, name.End) is { } && Folding.IsHan(name.Value[0]) ? [] : Roles) // 代表为标准化部部长…
                foreach (var role in context.Marked.Within(kind, Math.Max(passage.Span.Start, name.Start - 60), name.Start))
                    if (name.Start - role.End <= 12 && Link(context.Text.AsSpan(role.End, name.Start - role.End)) && !Other(context, role.Start, person)) return name;
        if (context.Respondent?.Organization is { } house && !context.BodyMentions.Any(body => passage.Span.Contains(body.Start) && !DraftAssembler.IsAddressee(body.Value)))
            foreach (var noun in context.Marked.Within(Word.Organization, passage.Span.Start, passage.Span.End))
                foreach (var kind in Roles)
                    foreach (var role in context.Marked.Within(kind, Math.Max(passage.Span.Start, noun.Start - 30), noun.Start))
                        if (noun.Start - role.End <= 14 && noun.Length > 3 && Link(context.Text.AsSpan(role.End, noun.Start - role.End)) && Begins(house, context.Text.Substring(noun.Start, noun.Length)) && !CapitalBehind(context.Text, noun.End)) return new Mention<string>(house, noun.Start, noun.Length, 0.85);
        foreach (var kind in Roles)
            foreach (var role in context.Marked.Within(kind, passage.Span.Start, passage.Span.End))
                foreach (var noun in context.Marked.Within(Word.Organization, role.End, Math.Min(passage.Span.End, role.End + 30)))
                    if (noun.Length > 5 && Link(context.Text.AsSpan(role.End, noun.Start - role.End)) && !Other(context, role.Start, person) && FullOf(context, noun) is { } own) return own;
        foreach (var kind in Roles)
            foreach (var role in context.Marked.Within(kind, passage.Span.Start, passage.Span.End))
                if (Behind(context, role.End, passage.Span.End) is { } company && !Other(context, role.Start, person)) return company;
        return null;
    }

    /// <summary>"of the Ministry", المجلس: the one name of several words in the mail that begins with this noun, in whatever case.</summary>
    private static Mention<string>? FullOf(ItemContext context, PhraseHit<Word> noun)
    {
        var word = context.Text.Substring(noun.Start, noun.Length);
        if (word[0] is not (>= '\u0400' and <= '\u04ff') && !word.StartsWith("ال", StringComparison.Ordinal)) return null;
        Mention<string>? only = null;
        foreach (var name in OrganizationNames.Find(context.Marked, 0, context.Text.Length))
        {
            if (name.Confidence < SureName || name.Value.IndexOf(' ') < 0 || !SameStem(name.Value[..name.Value.IndexOf(' ')], word) || name.Start == noun.Start || !IsName(context, name)) continue;
            if (only is { } other && !DraftAssembler.Same(other.Value, name.Value)) return null;
            only ??= name;
        }
        return only;
    }

    /// <summary>"… of Example Ltd": a name that only its legal form proves.</summary>
    private static Mention<string>? Behind(ItemContext context, int at, int end)
    {
        end = Math.Min(end, at + 90);
        var name = at;
        while (name < end && !char.IsUpper(context.Text[name]) && context.Text[name] is not ('.' or ',' or ';' or ':')) name++;
        if (name - at is 0 or > 12 || OrganizationNames.Headless(context.Marked, name, end) is not { } found) return null;
        foreach (var form in context.Marked.Within(Word.LegalForm, found.Start + 2, found.End)) if (form.End >= found.End - 1) return found;
        return null;
    }

    /// <summary>The name goes on: it is not the noun alone.</summary>
    private static bool CapitalBehind(string text, int at) => at + 1 < text.Length && text[at] == ' ' && (char.IsUpper(text[at + 1]) || text.AsSpan(at + 1).StartsWith("d") || text.AsSpan(at + 1).StartsWith("of "));

    private static readonly Word[] Roles = [Word.RepresentativeRole, Word.FocalRole, Word.AlternateRole, Word.ExpertRole];

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create(".,;:،؛。，()");

    /// <summary>At most a preposition and an article between role and name.</summary>
    private static bool Link(ReadOnlySpan<char> between)
    {
        between = between.Trim();
        if (between.IndexOfAny(Signs) >= 0) return false;
        var words = 0;
        foreach (var _ in between.Split(' ')) words++;
        return words <= 3;
    }

    /// <summary>The role belongs to a person who is named farther on.</summary>
    private static bool Other(ItemContext context, int role, PersonDraft person) => role > person.Start + 260;

    /// <summary>The last organization before the verb that designates, no matter who passes it on.</summary>
    private static Mention<string>? Designating(ItemContext context, Passage passage)
    {
        var verb = -1;
        foreach (var hit in context.Marked.Within(Word.Designate, passage.Span.Start, passage.Span.End))
            if (hit.Length > 3 || Folding.IsHan(context.Text[hit.Start])) verb = verb < 0 || !IsRole(context.Marked, hit) && IsRole(context.Marked, verb) ? hit.Start : verb;
        if (Folding.IsHan(context.Text[passage.Span.Start]))
            foreach (var hit in context.Marked.Within(Word.Designate, passage.Span.Start, passage.Span.End))
                if (!IsRole(context.Marked, hit) && !InOrganization(context.Marked, hit)) { verb = hit.Start; break; }
        if (verb < 0) return null;
        var person = PersonNames.Find(context.Marked, passage.Span.Start, verb) is [var named, ..] ? named.Start : int.MaxValue;
        Mention<string>? best = null;
        foreach (var name in Names(context, passage))
            if (name.End <= verb + 2 && name.Start < person) best = name;
        return best;
    }

    /// <summary>代表团: the word is part of an organization's noun.</summary>
    private static bool InOrganization(MarkedText marked, PhraseHit<Word> hit) => marked.At(Word.Organization, hit.Start) is { } noun && noun.Length > hit.Length;

    private static bool IsRole(MarkedText marked, PhraseHit<Word> hit) => IsRole(marked, hit.Start);

    private static bool IsRole(MarkedText marked, int at)
    {
        foreach (var kind in Roles) if (marked.At(kind, at) is not null) return true;
        return false;
    }

    private static IEnumerable<Mention<string>> Names(ItemContext context, Passage passage)
    {
        foreach (var name in OrganizationNames.Find(context.Marked, passage.Span.Start, passage.Span.End))
            if (name.Confidence >= 0.5 && !char.IsLower(name.Value[0]) && !RespondentOrganization.IsAddressee(name.Value) && !Touches(context, name)
                && IsName(context, name) && !RespondentOrganization.IsPost(context.Marked, name))
                yield return name;
    }

    /// <summary>"Joint Coordination Activity" of a longer name that stands for a body.</summary>
    private static bool Touches(ItemContext context, Mention<string> name)
    {
        foreach (var body in context.BodyMentions)
        {
            if (body.Start >= name.End) break;
            if (body.End > name.Start) return true;
        }
        return false;
    }

    /// <summary>No clause, and not two lines of which the first ended where its author ended it.</summary>
    private static bool IsName(ItemContext context, Mention<string> name)
    {
        if (OrganizationNames.HasStop(context.Text, name.Start, name.End)) return false;
        var ends = context.Text.AsSpan(name.Start, name.Length).IndexOf('\n');
        if (ends < 0) return true;
        var begins = name.Start == 0 ? 0 : context.Text.LastIndexOf('\n', name.Start - 1) + 1;
        return name.Start + ends - begins > ShortLine;
    }

    /// <summary>A line that a mail client wrapped is longer.</summary>
    private const int ShortLine = 55;

    /// <summary>The longest name in text or signature that begins with the short one.</summary>
    private static string Full(ItemContext context, Mention<string> name) => Full(context, name.Value);

    /// <inheritdoc cref="Full(ItemContext, Mention{string})"/>
    public static string Full(ItemContext context, string name)
    {
        var best = Units.House(name) ?? name;
        if (context.Respondent?.Organization is { } own && own.Length > best.Length - 4 && Begins(own, best)) best = own;
        foreach (var other in OrganizationNames.Find(context.Marked, 0, context.Text.Length))
            if (other.Confidence >= SureName && other.Value.Length > best.Length && other.Value.Length < best.Length + 60 && Begins(other.Value, best) && IsName(context, other)) best = other.Value;
        foreach (var other in OrganizationNames.Find(context.Marked, 0, context.Text.Length))
            if (other.Value.Length > best.Length && other.Value.Length < best.Length + 60 && Quoted(other.Value) is { Length: > 4 } proper && Quoted(best) == proper && IsName(context, other)) best = other.Value;
        foreach (var other in OrganizationNames.Find(context.Marked, 0, context.Text.Length))
            if (other.Value.Length > best.Length && other.Value.Length < best.Length + 60 && Stretches(other.Value, best) && IsName(context, other)) best = other.Value;
        return best;
    }

    /// <summary>What stands in quotation marks within a name: a short and a full form share it.</summary>
    private static string? Quoted(string name)
    {
        var open = name.AsSpan().IndexOfAny("\"«“「");
        var close = name.AsSpan().LastIndexOfAny("\"»”」");
        return open >= 0 && close > open + 1 ? name[(open + 1)..close] : null;
    }

    /// <summary>"Permanent Mission of the Republic of X" for "Permanent Mission of X": same beginning, same end, more between.</summary>
    private static bool Stretches(string whole, string part)
    {
        var words = whole.Split(' ', '\n');
        var parts = part.Split(' ', '\n');
        return parts.Length >= 4 && words.Length > parts.Length && SameStem(words[0], parts[0]) && SameStem(words[1], parts[1]) && SameStem(words[^1], parts[^1]);
    }

    /// <summary>The words of the part begin the whole, in whatever case they stand.</summary>
    private static bool Begins(string whole, string part)
    {
        var words = whole.Split(' ', '\n');
        var parts = part.Split(' ', '\n');
        if (words.Length < parts.Length) return false;
        for (var i = 0; i < parts.Length; i++) if (!SameStem(words[i], parts[i])) return false;
        return true;
    }

    /// <summary>Russian words agree by their stem: a name in the genitive is the name.</summary>
    private static bool SameStem(string a, string b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase)) return true;
        if (a.Length < 5 || b.Length < 5 || a[0] < '\u0400' || a[0] > '\u04ff') return false;
        var stem = Math.Max(4, Math.Min(a.Length, b.Length) - 3);
        return a.AsSpan(0, stem).Equals(b.AsSpan(0, stem), StringComparison.OrdinalIgnoreCase);
    }
}
