using System.Collections.Frozen;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>What a word can be inside a date.</summary>
[Flags]
internal enum DateRole
{
    None = 0,
    /// <summary>Between day and month ("of", "de", "شهر") or month and year.</summary>
    Of = 1,
    /// <summary>Between the first and the last day.</summary>
    To = 2,
    And = 4,
    /// <summary>After a year ("года", "م").</summary>
    AfterYear = 8,
    /// <summary>Directly after a day's number ("nd", "er", "го").</summary>
    Ordinal = 16,
}

/// <summary>Month names and the small words of dates in six languages, folded.</summary>
internal static class DateWords
{
    private sealed record Lists(
        string[][] Months, string[] Of, string[] From, string[] To, string[] And, string[] Year, string[] YearBefore, string[] Ordinals);

    private static readonly FrozenDictionary<string, int> Months;
    private static readonly FrozenDictionary<string, DateRole> Roles;
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthsBySpan;
    private static readonly FrozenDictionary<string, DateRole>.AlternateLookup<ReadOnlySpan<char>> RolesBySpan;
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> FirstWordsBySpan;

    static DateWords()
    {
        var months = new Dictionary<string, int>();
        var roles = new Dictionary<string, DateRole>();
        var firstWords = new Dictionary<string, bool>();
        foreach (var lists in LexiconFile.LoadAll<Lists>("dates").Values)
        {
            for (var month = 0; month < lists.Months.Length; month++)
                foreach (var name in lists.Months[month])
                {
                    var folded = Folding.Fold(name).Text;
                    months.TryAdd(folded, month + 1);
                    if (folded.IndexOf(' ') is > 0 and var blank) firstWords[folded[..blank]] = true;
                }
            Add(lists.Of, DateRole.Of);
            Add(lists.YearBefore, DateRole.Of);
            Add(lists.To, DateRole.To);
            Add(lists.And, DateRole.And);
            Add(lists.Year, DateRole.AfterYear);
            Add(lists.Ordinals, DateRole.Ordinal);
        }
        Months = months.ToFrozenDictionary();
        Roles = roles.ToFrozenDictionary();
        MonthsBySpan = Months.GetAlternateLookup<ReadOnlySpan<char>>();
        RolesBySpan = Roles.GetAlternateLookup<ReadOnlySpan<char>>();
        FirstWordsBySpan = firstWords.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(string[] words, DateRole role)
        {
            foreach (var word in words.SelectMany(phrase => Folding.Fold(phrase).Text.Split(' ')))
                roles[word] = roles.GetValueOrDefault(word) | role;
        }
    }

    /// <param name="folded">One word, or two with one blank.</param>
    /// <returns>1 to 12, or 0 where the word names no month.</returns>
    public static int Month(ReadOnlySpan<char> folded) => MonthsBySpan.TryGetValue(folded, out var month) ? month : 0;

    public static DateRole Role(ReadOnlySpan<char> folded) => RolesBySpan.TryGetValue(folded, out var role) ? role : DateRole.None;

    /// <summary>True for the first half of a month's name in two words (كانون الثاني).</summary>
    public static bool BeginsMonth(ReadOnlySpan<char> folded) => FirstWordsBySpan.ContainsKey(folded);
}
