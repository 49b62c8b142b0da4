using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>From when until when a seat is given: "as of 1 March", "until the end of the study period on 31 December".</summary>
/// <remarks>
/// A day counts where a word for beginning or ending leads to it in the sentence that names the holder, or in a sentence that speaks of the designation and names
/// nobody. What a meeting lasts, and until when a predecessor had the seat, is no term of the holder's: where that is in doubt a person looks.
/// </remarks>
internal sealed class SeatTerms
{
    private enum Sign { From, FromPeriod, Until, FromBehind, UntilBehind, Office, All, SeatBegins, SeatEnds, Begins, Ends, Between }

    /// <summary>Between a word and its day; the longer where only "until the end of …, the" stands between.</summary>
    private const int Near = 14, Far = 60;

    /// <summary>So far before a period "meeting" makes it the meeting's.</summary>
    private const int MeetingReach = 40;

    /// <summary>Years before and after the mail in which a seat may begin or end.</summary>
    private const int MostYears = 5;

    private static readonly PhraseIndex<Sign> Index = new(LexiconFile.Phrases("seatTerms").Select(entry => KeyValuePair.Create(entry.Phrase, Enum.Parse<Sign>(entry.Code, true))));

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(";:()。；");

    private readonly ItemContext context;
    private readonly Dictionary<PersonDraft, Term> terms = [];

    private SeatTerms(ItemContext context) => this.context = context;

    /// <summary>The days of one seat; null where none is told.</summary>
    public sealed class Term
    {
        public Found? From { get; set; }
        public Found? Until { get; set; }
        public DateOnly? First { get; set; }
        public DateOnly? Last { get; set; }
        public bool Unsure { get; set; }
    }

    internal readonly record struct Told(int Start, Found Where, DateOnly? First, DateOnly? Last);

    public static Dictionary<PersonDraft, Term> Of(ItemContext context, IReadOnlyList<Seat> seated)
    {
        var read = new SeatTerms(context);
        if (seated.Count == 0) return read.terms;
        var holders = seated.Select(static seat => seat.Person).Where(static person => person.Name is not null).ToList();
        var signs = Index.FindAll(context.Marked.Folded);
        if (signs.Count == 0) return read.terms;
        var whole = new List<(Told Told, TextSpan Span)>();
        foreach (var utterance in context.Utterances)
        {
            if (utterance.Block is Form or Paragraph or Listing && read.Field(utterance, signs, holders)) continue;
            if (read.In(utterance.Span, signs) is not { Count: > 0 } told) continue;
            var own = holders.FindAll(person => utterance.Span.Contains(person.Name!.Start));
            if (own.Count > 0) read.Give(own, told);
            else if (read.Introduces(utterance, signs) && holders.FindAll(person => person.Name!.Start > utterance.Span.End) is { Count: > 0 } listed)
                foreach (var person in listed) foreach (var one in told) read.Put(person, one, unsure: false);
            else if (signs.Exists(sign => sign.Value == Sign.Office && utterance.Span.Contains(sign.Start)) && !NamesAnother(context, utterance.Span, signs))
                whole.AddRange(told.Select(one => (one, utterance.Span)));
        }
        foreach (var (told, span) in whole)
            foreach (var person in holders)
                read.Put(person, told, unsure: holders.Count > 1 && !signs.Exists(sign => sign.Value == Sign.All && span.Contains(sign.Start)));
        foreach (var table in context.Layout.Tables) read.Columns(table, holders);
        read.Check();
        read.Last(holders);
        return read.terms;
    }

    /// <summary>"… designates the following for the period from 1 April 2017 to 31 March 2019:": a designation that names nobody, over those whom it seats.</summary>
    private bool Introduces(Utterances.Utterance utterance, List<PhraseHit<Sign>> signs) =>
        utterance.Block is Paragraph && context.Text[utterance.Span.End - 1] is ':' or '：' && !NamesAnother(context, utterance.Span, signs) && !Utterances.IsOpen(context, utterance.Span)
            && (context.Marked.Any(Word.Designate, utterance.Span.Start, utterance.Span.End) || context.Marked.Any(Word.Nominate, utterance.Span.Start, utterance.Span.End)
                || Array.Exists(PartFinder.Roles, role => context.Marked.Any(role.Item1, utterance.Span.Start, utterance.Span.End)));

    /// <summary>"Start of term: 1 April 2017": whoever stands before it in its block; in a block that names nobody, everybody where the label speaks of the seat.</summary>
    private bool Field(Utterances.Utterance utterance, List<PhraseHit<Sign>> signs, List<PersonDraft> holders)
    {
        var span = utterance.Span;
        if ((labels ??= Labels(signs)).TryGetValue(span.Start, out var label) is false || label.End >= span.End) return false;
        var rest = context.Text.AsSpan(label.End, span.End - label.End);
        if (rest.IndexOfAny(":：") is < 0 or > Near
                || label.Value is Sign.From or Sign.Until or Sign.FromPeriod or Sign.Office && rest.TrimStart()[0] is not (':' or '：') || Dates.Find(rest.ToString(), context.Year, context.Language) is not [var date]) return false;
        // "Term of office: 1 April 2017 to 31 March 2019" tells both
        if (label.Value is Sign.FromPeriod or Sign.Office && date.Value is not DateReading.Period) return false;
        var (first, last) = date.Value is DateReading.Period whole ? (whole.Start, whole.Stop) : label.Value is Sign.SeatBegins or Sign.Begins or Sign.From ? (Day(date.Value), (DateOnly?)null) : (null, Day(date.Value));
        var told = new Told(label.End + date.Start, new Found(rest[date.Start..date.End].ToString(), label.End + date.Start, date.End - date.Start, date.Confidence), first, last);
        var here = holders.FindAll(person => utterance.Block.Span.Contains(person.Name!.Start));
        if (here.FindLast(person => person.Name!.Start < span.Start) is { } holder) Put(holder, told, unsure: false);
        else if (label.Value is Sign.SeatBegins or Sign.SeatEnds || holders.Count == 1) foreach (var person in holders) Put(person, told, unsure: false);
        return true;
    }

    private Dictionary<int, PhraseHit<Sign>>? labels;

    /// <summary>Words that may be the label of a day, by where they begin; the longest of several.</summary>
    private static Dictionary<int, PhraseHit<Sign>> Labels(List<PhraseHit<Sign>> signs)
    {
        var labels = new Dictionary<int, PhraseHit<Sign>>();
        foreach (var sign in signs)
            if (sign.Value is Sign.SeatBegins or Sign.SeatEnds or Sign.Begins or Sign.Ends or Sign.From or Sign.Until or Sign.FromPeriod or Sign.Office
                    && !(labels.TryGetValue(sign.Start, out var other) && other.Length >= sign.Length)) labels[sign.Start] = sign;
        return labels;
    }

    private static DateOnly? Day(DateReading date) => date is DateReading.Day ? date.First : null;

    /// <summary>A column of first or last days beside the names.</summary>
    private void Columns(Table table, List<PersonDraft> holders)
    {
        for (var column = 0; column < table.Heads.Count; column++)
        {
            if (table.Heads[column].IsEmpty) continue;
            var head = Index.FindAll(Folding.Fold(table.Heads[column].In(context.Text)));
            if (head.Find(static sign => sign.Value is Sign.SeatBegins or Sign.SeatEnds or Sign.Begins or Sign.Ends or Sign.From or Sign.Until) is not { Length: > 0 } sign) continue;
            foreach (var row in table.Rows)
            {
                if (column >= row.Count || row[column].IsEmpty || Dates.Find(row[column].In(context.Text), context.Year, context.Language) is not [var date]) continue;
                var where = row[column];
                var (first, last) = sign.Value is Sign.SeatBegins or Sign.Begins or Sign.From ? (Day(date.Value), (DateOnly?)null) : (null, Day(date.Value));
                foreach (var person in holders)
                    if (row.Any(cell => cell.Contains(person.Name!.Start)))
                        Put(person, new Told(where.Start, new Found(where.In(context.Text), where.Start, where.Length, date.Confidence), first, last), unsure: false);
            }
        }
    }

    /// <summary>The days that words of a sentence lead to, in order.</summary>
    public static List<Told> Days(ItemContext context, TextSpan span) => new SeatTerms(context).In(span, Index.FindAll(context.Marked.Folded)) ?? [];

    /// <summary>Somebody is named in the sentence; 任期, which looks like a name, names nobody.</summary>
    private static bool NamesAnother(ItemContext context, TextSpan span, List<PhraseHit<Sign>> signs) =>
        NamesIn.Find(context, span.Start, span.End).Exists(name => !NameShapes.IsStop(name.Value.AsSpan(0, name.Value.IndexOf(' ') is > 0 and var blank ? blank : name.Value.Length))
            && !signs.Exists(sign => sign.Start < name.End && name.Start < sign.End));

    /// <summary>The days that words of a sentence lead to, in order; null where it tells none.</summary>
    private List<Told>? In(TextSpan span, List<PhraseHit<Sign>> signs)
    {
        List<Told>? found = null;
        var text = span.In(context.Text);
        var between = -1; // where the first day of "between … and …" ends
        foreach (var date in Dates.Find(text, context.Year, context.Language))
        {
            var (start, end) = (span.Start + date.Start, span.Start + date.End);
            Sign? led = null;
            var word = start;
            foreach (var sign in signs)
            {
                // "a partir del 1 de octubre": the short word before a day leads to a period alone
                if (sign.Value is Sign.FromPeriod && date.Value is not DateReading.Period) continue;
                if (sign.Value is Sign.From or Sign.FromPeriod or Sign.Until or Sign.Between && sign.Start >= span.Start && sign.End <= start && Leads(sign, start)) (led, word) = (sign.Value, sign.Start);
                if (sign.Value is Sign.FromBehind or Sign.UntilBehind && sign.Start >= end && sign.Start - end <= 2 && sign.End <= span.End) led ??= sign.Value == Sign.FromBehind ? Sign.From : Sign.Until;
            }
            // "in Study Group 17 until 31 October": the number is the group's, and the day the last one
            if (date.Value is DateReading.Period group && context.BodyMentions.Exists(body => body.Start < start && start < body.End)
                    && signs.Exists(sign => sign.Value == Sign.Until && sign.Start > start && sign.End < end))
            {
                (found ??= []).Add(new Told(start, new Found(context.Text[start..end], start, end - start, date.Confidence), null, group.Stop));
                continue;
            }
            if (between >= 0 && start - between <= Near && !HasDigit(context.Text.AsSpan(between, start - between)) && date.Value is DateReading.Day { Value: var last })
                found!.Add(new Told(start, new Found(context.Text[start..end], start, end - start, date.Confidence), null, last));
            between = led == Sign.Between && date.Value is DateReading.Day ? end : -1;
            if (led is null || context.Matters.First(Matter.Meeting, Math.Max(span.Start, word - MeetingReach), word) is not null) continue;
            var where = new Found(context.Text[start..end], start, end - start, date.Confidence);
            (found ??= []).Add(date.Value switch
            {
                DateReading.Period period => new Told(start, where, period.First, period.Last),
                DateReading.Day when led == Sign.Until => new Told(start, where, null, date.Value.First),
                DateReading.Day => new Told(start, where, date.Value.First, null),
                _ => new Told(start, where, null, null),
            });
        }
        return found;
    }

    private static readonly PhraseIndex<int> Years = new(LexiconFile.Phrases("seatYears").Select(static entry => KeyValuePair.Create(entry.Phrase,
        int.Parse(entry.Code, System.Globalization.CultureInfo.InvariantCulture))));

    /// <summary>"For two years from 1 April": whose first day is told, and how long the seat is given, and no last day.</summary>
    private void Last(List<PersonDraft> holders)
    {
        if (Years.FindLongest(context.Marked.Folded) is not [var told]) return;
        foreach (var person in holders)
            if (terms.TryGetValue(person, out var term) && term is { First: { } first, Last: null, Unsure: false }
                && context.Utterances.Exists(utterance => utterance.Span.Contains(told.Start) && (utterance.Span.Contains(person.Name!.Start) || holders.Count == 1)))
                (term.Last, term.Until) = (first.AddYears(told.Value).AddDays(-1), new Found(context.Text.Substring(told.Start, told.Length), told.Start, told.Length, 0.8));
    }

    private bool Leads(PhraseHit<Sign> sign, int date)
    {
        var gap = context.Text.AsSpan(sign.End, date - sign.End);
        if (Folding.IsHan(context.Text[sign.Start])) return gap.Trim().IsEmpty;
        if (gap.IndexOfAny(Ends) >= 0 || gap.IndexOf("\n\n") >= 0) return false;
        if (sign.Length <= 2) return gap.Length <= 2;
        return gap.Length <= Near && !HasDigit(gap) || sign.Value == Sign.Until && gap.Length <= Far && !HasDigit(gap);
    }

    private static bool HasDigit(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap) if (char.IsDigit(c)) return true;
        return false;
    }

    /// <summary>Each day to whoever is named before it; what stands before all is said of all. Who has no first or last day of the own shares the only one of the sentence.</summary>
    private void Give(List<PersonDraft> own, List<Told> told)
    {
        foreach (var one in told)
        {
            var before = own.Where(person => person.Name!.Start < one.Start).MaxBy(person => person.Name!.Start);
            if (before is null)
            {
                foreach (var person in own) Put(person, one, unsure: false);
                continue;
            }
            // "Mr X, who held the seat until 29 February, …": the day behind the predecessor's name may be the predecessor's.
            var gone = own.Select(static person => person.Replaces).OfType<Found>().Where(name => name.Start < one.Start).MaxBy(static name => name.Start);
            var predecessors = gone is not null && gone.Start > before.Name!.Start;
            if (predecessors && one.First is null) TermOf(before).Unsure = true;
            else Put(before, one, unsure: predecessors && one.First is { } day && context.Year is { } mail && day < mail);
        }
        if (told.Where(static one => one.First is not null).Select(static one => one.First).Distinct().ToList() is [{ }] && told.Find(static one => one.First is not null) is var first)
            foreach (var person in own) if (TermOf(person) is { First: null, Unsure: false }) Put(person, first with { Last = null }, unsure: false);
        if (told.Where(static one => one.Last is not null).Select(static one => one.Last).Distinct().ToList() is [{ }] && told.Find(static one => one.Last is not null) is var last)
            foreach (var person in own) if (TermOf(person) is { Last: null, Unsure: false }) Put(person, last with { First = null }, unsure: false);
    }

    private Term TermOf(PersonDraft person)
    {
        if (!terms.TryGetValue(person, out var term)) terms.Add(person, term = new Term());
        return term;
    }

    private void Put(PersonDraft person, Told told, bool unsure)
    {
        var term = TermOf(person);
        term.Unsure |= unsure || told.First is null && told.Last is null || told.First is { } first && term.First is { } other && first != other || told.Last is { } last && term.Last is { } another && last != another;
        if (told.First is not null && term.First is null) (term.First, term.From) = (told.First, told.Where);
        if (told.Last is not null && term.Last is null) (term.Last, term.Until) = (told.Last, told.Where);
    }

    /// <summary>A seat that ends before it begins, is over already, or lies years away was not understood.</summary>
    private void Check()
    {
        foreach (var term in terms.Values)
        {
            if (term.First is { } first && term.Last is { } last && last < first) (term.Unsure, term.First, term.Last) = (true, null, null);
            if (context.Year is not { } mail) continue;
            if (term.First is { } begin && (begin < mail.AddYears(-MostYears) || begin > mail.AddYears(MostYears))) (term.Unsure, term.First) = (true, null);
            if (term.Last is { } end && (end < mail || end > mail.AddYears(2 * MostYears))) (term.Unsure, term.Last) = (true, null);
            if (term.First is null) term.From = null;
            if (term.Last is null) term.Until = null;
        }
    }
}
