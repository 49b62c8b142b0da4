using System.Globalization;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Parts;

namespace JcaCop.Worker.Commands;

/// <summary>Numbers and times as verbs print them, the same in every locale.</summary>
internal static class Text
{
    private static readonly Lazy<LanguageWords> Words = new(() => LanguageWords.Load(new TemplateFolder(null), LetterLanguages.English));

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>UTC, to the minute, marked as such.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    public static string? Instant(DateTimeOffset? at) => at is { } given ? Instant(given) : null;

    /// <summary>As clocks in the zone show it, to the minute: <c>2012-10-01 10:00 (Geneva)</c>.</summary>
    public static string Local(DateTimeOffset at, TimeZoneInfo zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(at, zone):yyyy-MM-dd HH:mm} ({City(zone)})");

    public static string? Local(DateTimeOffset? at, TimeZoneInfo zone) => at is { } given ? Local(given, zone) : null;

    /// <summary>A deadline's rule, or a text that holds one, with the city of its zone: <c>end of 2012-04-27, Geneva</c>.</summary>
    public static string Cities(string text) => Words.Value.Cities(text);

    /// <summary>By whose clocks the zone goes, as letters call it.</summary>
    public static string City(TimeZoneInfo zone) => Words.Value.City(zone);

    /// <summary>A value of a closed set as verbs spell it: <c>focal-point</c>.</summary>
    public static string Word<T>(T value) where T : struct, Enum => Spelling.Of(value);

    public static string? Word<T>(T? value) where T : struct, Enum => value is { } given ? Word(given) : null;

    /// <summary>A name of the program within a sentence: <c>set aside</c>.</summary>
    public static string Spaced(string name) => TermWords.Spaced(name);

    /// <summary>With its code, which is what verbs take: <c>Australia (AU)</c>.</summary>
    public static string? Country(string? code) => code is null ? null : CountryTitles.Of(code, LetterLanguages.English) is var name && name != code ? $"{name} ({code})" : code;

    /// <summary>A value of a field as the history keeps it; the program's own as verbs spell them.</summary>
    public static string Value(string field, string value) => TermWords.English.Coded(field, value) is null ? value : Spelling.Of(value);

    /// <summary>The name of a field as the history keeps it, in words: <c>nominated by</c>.</summary>
    public static string Field(string name) => string.Join(' ', name.Split(' ').Select(static word => word.Contains('@', StringComparison.Ordinal) ? word : TermWords.Spaced(word)));

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
