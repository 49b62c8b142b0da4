using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>"The correct post is Deputy Director, and the telephone is …": a detail that a correction names, or gives a value of, and of which no item holds anything (<c>Lexicons/details.json</c>).</summary>
internal sealed class DetailsLeft
{
    private enum Detail { Function, Email, Phone, Name, Right }

    private static readonly PhraseIndex<Detail> Index = new(LexiconFile.Phrases("details").Select(static entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Detail>(entry.Code, true))));

    private readonly ItemContext context;
    private readonly List<Person> persons = [];
    private readonly List<PhraseHit<Detail>> words;
    private readonly bool renamed;

    /// <summary>Who is put forward, seated or registered beside the change: what is told of them changes nothing.</summary>
    private readonly List<string> others;

    public DetailsLeft(ItemContext context, IReadOnlyList<Item> items)
    {
        this.context = context;
        foreach (var item in items)
            if (item switch { Correction one => one.Person, Nomination one => one.Contact, Representative one => one.Person, Registration one => one.Person, Liaison one => one.Contact,
                _ => null } is { } person) persons.Add(person);
        renamed = items.Any(static item => item is Correction { Organization.Name: not null } or Correction { Person.Name: not null } or not Correction);
        others = [.. items.Select(static item => item switch { Nomination one => one.Contact?.Name, Representative one => one.Person.Name, Registration one => one.Person.Name, _ => null }).OfType<string>()];
        words = persons.Count == 0 ? [] : Index.FindLongest(context.Marked.Folded);
    }

    /// <param name="changes">Something of a correction was read from the statement, or all statements of the mail may be changes.</param>
    public bool Any(TextSpan span, bool changes)
    {
        if (persons.Count == 0 || context.Matters.Any(Matter.Unchanged, span) || UnchangedComing.IsSaid(context, span)) return false;
        var here = words.FindAll(word => span.Contains(word.Start));
        // "telephone of Mr He: …" beside the change of somebody else: a number or an address that no item holds, behind its noun or somebody's name
        if ((changes || here.Exists(static word => word.Value is Detail.Phone or Detail.Email) && NamesAnother(span)) && (Phone(span) || Email(span))) return true;
        return changes && here.Exists(static word => word.Value == Detail.Right) && here.Exists(word => word.Value switch
        {
            Detail.Function => persons.TrueForAll(static person => person.Function is null) && !Leads(word),
            Detail.Phone => persons.TrueForAll(static person => person.Phone is null && person.Fax is null),
            Detail.Email => persons.TrueForAll(static person => person.Email is null),
            Detail.Name => !renamed,
            _ => false,
        });
    }

    private bool NamesAnother(TextSpan span) => NamesIn.Find(context, span.Start, span.End) is { Count: > 0 } names && names.TrueForAll(name => !others.Exists(other => SameName.Is(other, name.Value)));

    /// <summary>"The post office", "title of the circular": no post of anybody. A post is told behind its noun: "is", a colon or a dash leads to it.</summary>
    private bool Leads(PhraseHit<Detail> word)
    {
        var end = Math.Min(context.Text.Length, word.End + PostReach);
        return !words.Exists(right => right.Value == Detail.Right && Math.Abs(right.Start - word.Start) <= PostReach) && context.Text.AsSpan(word.End, end - word.End).IndexOfAny(":：–—") < 0;
    }

    private const int PostReach = 40;

    private bool Phone(TextSpan span) => context.Phones.Exists(phone => span.Contains(phone.Start) && !CorrectionValues.IsOld(context, phone.Start)
        && !persons.Exists(person => Same(person.Phone, phone.Value.Value) || Same(person.Fax, phone.Value.Value)));

    private bool Email(TextSpan span) => context.Emails.Exists(email => span.Contains(email.Start) && !CorrectionValues.IsOld(context, email.Start) && !context.Matters.Any(Matter.Old, span)
        && !email.Value.Equals(context.Mail.Sender?.Email, StringComparison.OrdinalIgnoreCase) && !persons.Exists(person => email.Value.Equals(person.Email, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The last figures of both are one.</summary>
    private static bool Same(string? one, string other)
    {
        if (one is null) return false;
        var (x, y) = (Figures(one), Figures(other));
        var least = Math.Min(Math.Min(x.Length, y.Length), Fewest);
        return least > 0 && x.AsSpan(x.Length - least).SequenceEqual(y.AsSpan(y.Length - least));
    }

    private const int Fewest = 7;

    private static string Figures(string number) => string.Concat(number.Select(static c => DateScanner.Digit(c)).Where(static digit => digit >= 0));
}
