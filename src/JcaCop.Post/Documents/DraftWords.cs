using System.Globalization;
using System.Text.RegularExpressions;
using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Wording;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using Group = JcaCop.Register.Group;

namespace JcaCop.Post.Documents;

/// <summary>The fixed words of drafts in one language (<c>Templates/drafts/fr.json</c>), with the dates, countries and names of states that letters have. {0}, {1} … in a sentence are its values.</summary>
public sealed partial class DraftWords
{
    private readonly LetterLanguage language;
    private readonly Words own;

    private DraftWords(LetterLanguage language, Words own)
    {
        this.language = language;
        this.own = own;
    }

    /// <summary>ISO 639-1.</summary>
    public string Language => language.Code;

    /// <exception cref="TemplateException">A word file is wrong.</exception>
    public static DraftWords Load(LetterOptions options, string language)
    {
        var folder = new TemplateFolder(options.TemplateFolder);
        return new DraftWords(LetterLanguage.Load(folder, language), Words.Load(folder, "drafts", language));
    }

    /// <summary>The words of a text that was approved as it stands: what the draft proposed in brackets holds, and what it asked for falls away, empty where nothing is left.</summary>
    public DraftWords AsItStands() => new(language, own) { stands = true };

    private bool stands;

    /// <summary>Whether nothing is to be completed any more.</summary>
    internal bool Stands => stands;

    /// <summary>What stands in brackets in these is a proposal; in all others it says what a person has to write.</summary>
    private static readonly HashSet<string> Proposals = new(StringComparer.Ordinal) { "lastApproved", "agendaAdopted", "closed" };

    internal string this[string key] => !stands ? own[key]
        : Proposals.Contains(key) ? own[key].Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal) : Asked().Replace(own[key], "").Trim();

    [GeneratedRegex(@"\s*\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    /// <exception cref="TemplateException">The sentence names a value that there is none of.</exception>
    internal string Say(string key, params string[] values)
    {
        try
        {
            return string.Format(CultureInfo.InvariantCulture, this[key], [.. values]);
        }
        catch (FormatException wrong)
        {
            throw new TemplateException($"{own.Path}: '{key}' names a value that there is none of; it has {{0}} to {{{values.Length - 1}}}.", wrong);
        }
    }

    internal IReadOnlyList<string> Columns(params string[] keys) => [.. keys.Select(key => own["column." + key])];

    /// <summary>A number with what is counted, where the language says so in the sentence.</summary>
    internal string Count(string key, int count) => Say($"{key}.{(count == 1 ? "one" : "other")}", count.ToString(CultureInfo.InvariantCulture));

    /// <summary>Texts after one another.</summary>
    internal string List(IEnumerable<string?> texts) => string.Join(language.Words.Sentences["comma"], texts.OfType<string>());

    internal string FullName(Group group) => group.FullNames.GetValueOrDefault(Language, group.FullName);

    internal string Greeting => language.Words.Sentences["greeting"];

    internal string Closing => language.Words.Sentences["closing"];

    internal string NameOfLanguage => new LanguageNames([Language]).In(language);

    /// <summary>English keeps the title that the secretariat gave; other languages say which of the meetings it is, where they are numbered.</summary>
    internal string Meeting(MeetingEntry meeting, Group group) =>
        Language != LetterLanguages.English && meeting.Number.All(char.IsAsciiDigit) ? Say("called", meeting.Number, group.Name) : meeting.Title;

    internal string Title(DocumentEntry document) => ((DocumentTitle)document.Title).In(language);

    internal string Title(CallEntry call) => call.Titles.GetValueOrDefault(Language) ?? call.Title;

    /// <summary>A circular by its number, or a member, as letters in the language call it.</summary>
    internal string Named(string name) => RegisterNames.In(name, language);

    internal string Place(string place) => ((PlaceName)place).In(language);

    internal string Day(DateOnly day) => language.Words.Write(day);

    internal string Days(MeetingTime time) => language.Words.Write(time.FirstDay, time.LastDay);

    internal string Days(DateOnly from, DateOnly until) => language.Words.Write(from, until);

    internal string Hours(MeetingTime time) => Say("hours", Clock(time.From), Clock(time.Until), City(time.ZoneInfo));

    internal string City(TimeZoneInfo zone) => language.Words.City(zone);

    internal static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    internal string? Country(string? code) => code is null ? null : language.Country(code);

    internal string Role(SeatRole role) => Coded("role", role.ToString());

    internal string State<T>(T state) where T : struct, Enum => Coded("state", state.ToString());

    /// <summary>A word of the register for a value: <c>mode</c>, <c>category</c>, <c>purpose</c>.</summary>
    internal string Coded(string field, string value) => language.Terms.Coded(field, value) ?? TermWords.Spaced(value);

    /// <summary>A sentence of the service: the outcome of a consultation.</summary>
    internal string Told(string sentence) => language.Phrases.Told(sentence);
}
