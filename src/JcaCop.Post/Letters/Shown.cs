using System.Globalization;
using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Entries;

namespace JcaCop.Post.Letters;

/// <summary>A value that reads differently in each language; letters hold it as it is, and the writer puts it into words. A closed family.</summary>
public abstract record Shown
{
    private protected Shown() { }

    internal abstract string In(LetterLanguage language);
}

/// <summary>A text that somebody wrote in one or more languages, as the language versions of a circular.</summary>
/// <param name="ByLanguage">By ISO 639-1 code; at least one.</param>
public sealed record LocalText(IReadOnlyDictionary<string, string> ByLanguage) : Shown
{
    /// <summary>A text that is shown in every language as it is.</summary>
    public static implicit operator LocalText(string text) => new(new Dictionary<string, string> { [LetterLanguages.English] = text });

    /// <summary>English where there is no version in the language, else the first one.</summary>
    internal override string In(LetterLanguage language) =>
        ByLanguage.GetValueOrDefault(language.Code) ?? ByLanguage.GetValueOrDefault(LetterLanguages.English) ?? ByLanguage.Values.First();
}

/// <summary>What somebody typed, shown letter for letter in every language: an order, a line of a mail. No name in it is put into the reader's words.</summary>
public sealed record AsTyped(string Text) : Shown
{
    public static implicit operator AsTyped(string text) => new(text);

    internal override string In(LetterLanguage language) => Text;
}

/// <summary>In which language a text stands that has no version in the reader's: for the attributes <c>lang</c> and <c>dir</c> of a page.</summary>
/// <param name="Direction">The direction of that language's script, and not its code.</param>
public sealed record LanguageMark(LocalText Text, bool Direction) : Shown
{
    internal override string In(LetterLanguage language)
    {
        if (Text.ByLanguage.ContainsKey(language.Code)) return "";
        var code = Text.ByLanguage.ContainsKey(LetterLanguages.English) ? LetterLanguages.English : Text.ByLanguage.Keys.First();
        return !Direction ? code : CultureInfo.GetCultureInfo(code).TextInfo.IsRightToLeft ? "rtl" : "ltr";
    }
}

/// <summary>A last day: lasts to its end in the zone.</summary>
public sealed record Deadline(DateOnly Day, TimeZoneInfo Zone) : Shown
{
    internal override string In(LetterLanguage language) => language.Words.Deadline(Day, Zone);
}

/// <param name="Until">Inclusive; may be the same day.</param>
public sealed record DayRange(DateOnly From, DateOnly Until) : Shown
{
    internal override string In(LetterLanguage language) => language.Words.Write(From, Until);
}

/// <summary>From a day on, to an end that nobody told.</summary>
public sealed record OpenDays(DateOnly From) : Shown
{
    internal override string In(LetterLanguage language) => language.Words.WriteFrom(From);
}

/// <summary>An instant with weekday, as clocks in the zone show it.</summary>
public sealed record ZonedTime(DateTimeOffset At, TimeZoneInfo Zone) : Shown
{
    internal override string In(LetterLanguage language) => language.Words.Write(At, Zone);
}

/// <summary>From an instant to another, as clocks in the zone show them.</summary>
public sealed record ZonedSpan(DateTimeOffset Start, DateTimeOffset End, TimeZoneInfo Zone) : Shown
{
    internal override string In(LetterLanguage language) => Daily is { } daily ? language.Words.Write(daily) : language.Words.Write(Start, End, Zone);

    /// <summary>The same hours on each of several days; null for a span of one piece.</summary>
    public MeetingTime? Daily { get; init; }

    public static ZonedSpan Of(MeetingTime time) => new(time.Opens, time.Closes, time.ZoneInfo) { Daily = time.Days > 1 ? time : null };
}

/// <param name="Code">ISO 3166-1 alpha-2.</param>
public sealed record CountryName(string Code) : Shown
{
    internal override string In(LetterLanguage language) => language.Country(Code);
}

/// <param name="Key"><c>africa</c>, <c>americas</c>, <c>arab</c>, <c>asia-pacific</c>, <c>cis</c>, <c>europe</c>, <c>other</c>; shown as it is where it is none of these.</param>
public sealed record RegionName(string Key) : Shown
{
    internal override string In(LetterLanguage language) => language.Words.Regions.GetValueOrDefault(Key) ?? Key;
}

/// <summary>Where a meeting is held. What was told in one language only is put into the reader's where it is a city or country that letters know; anything else stands as it is.</summary>
public sealed record PlaceName(LocalText Text) : Shown
{
    public static implicit operator PlaceName(string text) => new((LocalText)text);

    public static implicit operator PlaceName(LocalText text) => new(text);

    internal override string In(LetterLanguage language) => Text.ByLanguage.Count > 1 ? Text.In(language)
        : string.Join(language.Words.Sentences["comma"], Text.In(language).Split(", ").Select(part => language.Words.Places.GetValueOrDefault(part) ?? part));
}

/// <param name="Codes">ISO 639-1; one that letters have no name for is called as it calls itself.</param>
public sealed record LanguageNames(IReadOnlyList<string> Codes) : Shown
{
    internal override string In(LetterLanguage language) =>
        string.Join(language.Words.Enumeration, Codes.Select(code => language.Words.Languages.GetValueOrDefault(code) ?? CultureInfo.GetCultureInfo(code).NativeName));
}

/// <summary>In which capacity somebody holds a seat.</summary>
public sealed record RoleName(SeatRole Role) : Shown
{
    internal override string In(LetterLanguage language) => language.Items.Value("role", Role == SeatRole.FocalPoint ? "focal-point" : Role.ToString().ToLowerInvariant());
}

/// <summary>To which approach an activity belongs.</summary>
public sealed record CategoryName(ActivityCategory Category) : Shown
{
    internal override string In(LetterLanguage language) => language.Items.Value("category", Category.ToString().ToLowerInvariant());
}

/// <summary>How a letter calls a meeting of the group.</summary>
/// <param name="Number">Null where meetings are not numbered.</param>
/// <param name="First">Its first day, in the zone of the place.</param>
public sealed record MeetingName(Group Group, int? Number, DateOnly First, DateOnly? Last = null) : Shown
{
    /// <summary>It begins a line: a heading, a name in a list.</summary>
    public bool Begins { get; init; }

    /// <summary>The title that the secretariat gave it; null where it has none but its number. As it was written, in whatever language.</summary>
    public string? Title { get; init; }

    internal override string In(LetterLanguage language) => Begins ? Capital(Called(language)) : Called(language);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private string Called(LetterLanguage language) => (Number is { } number
            ? language.Words.Meeting.Replace("{number}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            : language.Words.MeetingWithoutNumber)
        .Replace("{day}", language.Words.Write(First, Last ?? First), StringComparison.Ordinal)
        .Replace("{group}", Group.Name, StringComparison.Ordinal);
}
