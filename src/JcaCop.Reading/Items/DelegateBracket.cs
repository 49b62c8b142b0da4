using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Items;

/// <summary>What stands in brackets behind a delegate's name: a post; that he or she stays away ("apologies"), comes perhaps ("tbc"), or how ("online") – these are no posts.</summary>
internal static class DelegateBracket
{
    public enum Says { Post, Away, Open, Way }

    private static readonly Dictionary<string, Says> Whole = LexiconFile.Phrases("delegateBrackets").GroupBy(static entry => Folding.Plain(entry.Phrase).Trim())
        .ToDictionary(static group => group.Key, static group => Enum.Parse<Says>(group.First().Code, ignoreCase: true));

    private static readonly Matter[] Comings = [Matter.Attend, Matter.AttendSelf, Matter.AttendNoun, Matter.Travel, Matter.InPerson, Matter.Remote];

    public static Says Of(string inside)
    {
        var plain = Folding.Plain(inside).Trim(' ', '.', '!', '?');
        if (Whole.TryGetValue(plain, out var said)) return said;
        var words = new Matters(Folding.Fold(inside));
        if (words.Has(Matter.Absent) || words.Has(Matter.AbsentSelf)) return Says.Away;
        foreach (var (phrase, meaning) in Whole) // "excused: another meeting"
            if (meaning != Says.Way && plain.StartsWith(phrase, StringComparison.Ordinal) && (Folding.IsHan(phrase[0]) || !char.IsLetter(plain[phrase.Length]))) return meaning;
        if (words.Has(Matter.Negator) && Array.Exists(Comings, words.Has)) return Says.Away;
        if (words.Has(Matter.Uncertain)) return Says.Open;
        return words.Has(Matter.Remote) || words.Has(Matter.InPerson) || words.Has(Matter.GenevaName) ? Says.Way : Says.Post;
    }
}
