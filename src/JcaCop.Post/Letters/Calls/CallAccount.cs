using System.Globalization;
using System.Text.RegularExpressions;
using JcaCop.Post.Letters.Wording;

namespace JcaCop.Post.Letters.Calls;

/// <summary>What the secretariat and the chairman are told of a call that is over or was put off: its sheet, what was said, who kept silent, what waits, and the draft of the circular; one paragraph each.</summary>
/// <param name="Number">As the call is ordered about: <c>TSB Circular 313</c>.</param>
/// <param name="Sheet">Lines of the calculation, in the register's English.</param>
public sealed partial record CallAccount(string Number, IReadOnlyList<(string Label, string Value)> Sheet) : Shown
{
    /// <summary>Answers with a text: whose, what it comes to in a word, and the text as it was written.</summary>
    public IReadOnlyList<(string Who, string Gist, string Text)> Said { get; init; } = [];

    /// <summary>Who has not answered.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    /// <summary>Who has answered in part, with what is missing.</summary>
    public IReadOnlyList<string> InPart { get; init; } = [];

    /// <summary>Whose answer came and waits for a decision.</summary>
    public IReadOnlyList<string> Undecided { get; init; } = [];

    /// <summary>Nothing is decided by it, and it is closed: the figures and the draft are made anew once all is decided.</summary>
    public bool IsCollected { get; init; }

    /// <summary>It was put off: the proposal is to be adjusted.</summary>
    public bool IsPutOff { get; init; }

    /// <summary>Draft of the circular, in the group's language of drafts; null while there is no result.</summary>
    public string? Circular { get; init; }

    internal override string In(LetterLanguage language)
    {
        var phrases = language.Phrases;
        var colon = language.Sentence("colon");
        var paragraphs = new List<string> { Lines("How it was worked out:", Sheet.Select(line => Name(Days(phrases.Told($"{line.Label}: {line.Value}"), language)))) };
        if (Said.Count > 0) paragraphs.Add(Lines("What was said:", Said.Select(one => $"{Name(one.Who)} ({Gist(one.Gist)}){colon}{one.Text}")));
        if (Silent.Count > 0) paragraphs.Add(phrases.Told($"No answer: {Names(Silent)}."));
        if (InPart.Count > 0) paragraphs.Add(phrases.Told($"Answered in part; the rest did not come: {string.Join("; ", InPart.Select(Name))}."));
        if (Undecided.Count > 0)
            paragraphs.Add(phrases.Told(IsCollected
                ? $"An answer came and waits for a decision: {Names(Undecided)}. It is not in the figures yet. "
                    + $"‘review list’ shows it; once it is decided, ‘call show “{Number}”’ gives the figures and the draft anew."
                : $"An answer came and waits for a decision: {Names(Undecided)}. It is not in the figures yet. ‘review list’ shows it."));
        if (IsPutOff)
            paragraphs.Add(phrases.Told("Please adjust the proposal and make it available again to the addressees.") + "\n"
                + phrases.Told($"‘call adjust “{Number}”’ with the adjusted text below it sends it to all of them. Until then comments go on counting, nobody is reminded, and the call does not close by itself."));
        if (Circular is not null) paragraphs.Add($"{phrases.Told("Draft of the circular that announces it:")}\n\n{Circular}");
        return string.Join("\n\n", paragraphs);

        string Lines(string lead, IEnumerable<string> lines) => string.Join('\n', lines.Prepend(phrases.Told(lead)));
        string Gist(string gist) => language.Terms.Coded("position", gist) ?? phrases.Told(gist);
        string Name(string name) => RegisterNames.In(name, language);
        string Names(IReadOnlyList<string> names) => string.Join(language.Words.ListSeparator, names.Select(Name));
    }

    /// <summary>The days of a rule, as they stand in the rest of the letter.</summary>
    private static string Days(string text, LetterLanguage language) => Day().Replace(text, found =>
        DateOnly.TryParseExact(found.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? language.Words.Write(day) : found.Value);

    [GeneratedRegex(@"(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
