using System.Globalization;
using System.Text.RegularExpressions;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Mail;

namespace JcaCop.Post.Letters;

/// <summary>An entry of the register, and what of it.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Field">As the register's history names it; null for the entry as a whole.</param>
public sealed record EntryName(EntryKind Kind, string Title, string? Field) : Shown
{
    internal override string In(LetterLanguage language) =>
        $"{language.Terms.Entry(Kind)} – {Called(language)}{(Field is null ? "" : $" – {language.Terms.Field(Field) ?? (language.Items.Label(Field) is var label && label != Field ? label : TermWords.Spaced(Field))}")}";

    /// <summary>The service itself calls what is owed, officers by their office, meetings by their number and the drafts of their reports. An answer and what is owed name a member.</summary>
    private string Called(LetterLanguage language) => Kind switch
    {
        EntryKind.Obligation => string.Join(language.Sentence("comma"), Title.Split(", ").Select(part => RegisterNames.In(language.Phrases.Told(part), language))),
        EntryKind.Answer => string.Join(language.Sentence("comma"), Title.Split(", ").Select(part => RegisterNames.In(part, language))),
        EntryKind.Meeting => language.Phrases.Told(Title),
        EntryKind.Document when Title == ReportDesk.DraftTitle => language.Phrases.Told(Title),
        _ => Title,
    };
}

/// <summary>The title of a document. What the service calls a report that has no title of its own is told in the reader's words; what a person wrote stays.</summary>
public sealed record DocumentTitle(string Text) : Shown
{
    public static implicit operator DocumentTitle(string text) => new(text);

    internal override string In(LetterLanguage language) => Text == ReportDesk.DraftTitle ? language.Phrases.Told(Text) : Text;
}

/// <summary>A value of a field as the register's history keeps it: words, days and countries of the program are put into the reader's.</summary>
/// <param name="Zone">In which instants are shown.</param>
public sealed record FieldValue(string Field, string Value, TimeZoneInfo Zone) : Shown
{
    internal override string In(LetterLanguage language)
    {
        if (language.Terms.Coded(Field, Value) is { } word) return word;
        if (Value is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] && Field.EndsWith("country", StringComparison.OrdinalIgnoreCase)) return language.Country(Value);
        if (DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return language.Words.Write(day);
        return Value.Length > 18 && Value[10] == 'T' && DateTimeOffset.TryParse(Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? language.Words.Write(at, Zone)
            : Sentences.Contains(Field[(Field.LastIndexOf('.') + 1)..]) ? language.Phrases.Told(Value) : Value;
    }

    /// <summary>Fields that hold words of the service, and none of a person.</summary>
    private static readonly HashSet<string> Sentences = new(StringComparer.Ordinal) { "rule", "due", "deadline", "waiting", "answer", "given", "outcome" };
}

/// <summary>That an entry is new.</summary>
public sealed record NewEntry : Shown
{
    internal override string In(LetterLanguage language) => language.Terms.Values["new"];
}

/// <summary>A sort of mail.</summary>
/// <param name="Kind">As it is recorded; null while it was not read.</param>
public sealed record MailSortName(string? Kind) : Shown
{
    internal override string In(LetterLanguage language) => language.Terms.Mail(Kind);
}

/// <summary>How a letter of ours fared.</summary>
public sealed record DeliveryName(OutboxState State) : Shown
{
    internal override string In(LetterLanguage language) => language.Terms.Delivery(State);
}

/// <summary>How many letters fared how.</summary>
public sealed record DeliveryCounts(IReadOnlyList<(OutboxState State, int Count)> Counts) : Shown
{
    internal override string In(LetterLanguage language) =>
        string.Join(language.Words.ListSeparator, Counts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{language.Terms.Delivery(one.State)}{language.Sentence("colon")}{one.Count}")));
}

/// <summary>An answer that somebody gave: when, who, and what it says in a word or two.</summary>
/// <param name="Gist">As the register keeps it.</param>
public sealed record AnswerGiven(DateOnly Day, string? Sender, string Gist) : Shown
{
    internal override string In(LetterLanguage language) =>
        $"{language.Terms.Coded("position", Gist) ?? language.Phrases.Told(Gist)} ({string.Join(language.Words.ListSeparator, new[] { language.Words.Write(Day), Sender }.OfType<string>())})";
}

/// <summary>A part of the service: <c>outbox</c>, <c>reconciliation</c>.</summary>
/// <param name="Of">What it is the part of; null where there is one.</param>
public sealed record PartName(string Key, string? Of = null) : Shown
{
    internal override string In(LetterLanguage language) => $"{language.Terms.Field(Key) ?? TermWords.Spaced(Key)}{(Of is null ? "" : $" {Of}")}";
}

/// <summary>That something was not done since, though it was due.</summary>
/// <param name="At">When it was done last, UTC; null for never.</param>
public sealed record NotSince(DateTimeOffset? At, TimeZoneInfo Zone) : Shown
{
    internal override string In(LetterLanguage language) => At is { } at
        ? language.Words.Sentences["notSince"].Replace("{time}", language.Words.Write(at, Zone), StringComparison.Ordinal) : language.Words.Sentences["notYet"];
}

/// <summary>A letter that will go out.</summary>
/// <param name="Kind">Of letter: <c>call-reminder</c>.</param>
/// <param name="About">As the register calls it, in the service's words where these are its own (<c>Review of the mandate</c>); empty where the kind says it all.</param>
public sealed record ComingName(string Kind, string About) : Shown
{
    internal override string In(LetterLanguage language) => About.Length == 0 ? language.Terms.Letter(Kind) : $"{RegisterNames.In(language.Phrases.Told(About), language)} – {language.Terms.Letter(Kind)}";
}

/// <summary>Why a letter goes out.</summary>
/// <param name="Key">In <c>Templates/terms</c>, under reasons.</param>
public sealed record Reason(string Key, int? Count = null, DateOnly? Day = null) : Shown
{
    /// <summary>For verbs, which speak English.</summary>
    public string InEnglish => Filled(Pattern(TermWords.English), Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    internal override string In(LetterLanguage language) => Filled(Pattern(language.Terms), Day is { } day ? language.Words.Write(day) : null);

    /// <summary>Of one day or month another pattern may speak.</summary>
    private string Pattern(TermWords terms) => Count == 1 && terms.Reasons.TryGetValue($"{Key}.1", out var single) ? single : terms.Reasons[Key];

    private string Filled(string pattern, string? day) => pattern
        .Replace("{count}", Count?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{day}", day, StringComparison.Ordinal);
}

/// <summary>What the service says in a sentence of its own; a text that somebody wrote stays as it is.</summary>
/// <param name="English">As the register keeps it.</param>
public sealed record Told(string English) : Shown
{
    public static implicit operator Told(string english) => new(english);

    internal override string In(LetterLanguage language) => language.Phrases.Told(English);
}

/// <summary>What a verb prints, line by line. Gaps between the cells of a table, which a letter would close up, become strokes.</summary>
public sealed partial record Printed(string English) : Shown
{
    internal override string In(LetterLanguage language) => Gap().Replace(language.Phrases.Printed(English), " | ");

    [GeneratedRegex(@"(?<=\S) {2,}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}

/// <summary>A mail that waits for a decision.</summary>
/// <param name="Why">As the register keeps it; null where nothing is noted.</param>
public sealed record HeldMailName(string? Subject, string? Why) : Shown
{
    internal override string In(LetterLanguage language) => $"{Subject}{(Why is null ? "" : $" ({language.Phrases.Told(Why)})")}";
}

/// <summary>Countries, and members that are none.</summary>
/// <param name="Codes">ISO 3166-1 alpha-2, or names.</param>
public sealed record MemberNames(IReadOnlyList<string> Codes) : Shown
{
    internal override string In(LetterLanguage language) => string.Join(language.Words.ListSeparator, Codes.Select(code => code.Length == 2 ? language.Country(code) : code).Order(StringComparer.InvariantCulture));
}
