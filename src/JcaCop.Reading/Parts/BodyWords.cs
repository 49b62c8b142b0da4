using System.Globalization;
using JcaCop.Reading.Lexicons;

namespace JcaCop.Reading.Parts;

/// <summary>What a phrase says in the name of a body.</summary>
internal enum BodyWordKind
{
    /// <summary>A body whole: <see cref="BodyWord.Code"/> is its code.</summary>
    Name,
    /// <summary>A sector of the Union: decides to which one a group's number belongs.</summary>
    Sector,
    /// <summary>A study group; its number stands in <see cref="BodyWord.Number"/> or beside it.</summary>
    StudyGroup,
    WorkingParty,
    Question,
    /// <summary>A joint coordination activity, named by the letters that follow.</summary>
    JointActivity,
    /// <summary>A committee of ISO/IEC JTC 1, with its number.</summary>
    SubCommittee,
    Etsi,
    /// <summary>Means a body only where nothing else can be meant: in the field of a form ("SA3").</summary>
    NameInField,
}

/// <param name="Number">0 where it is not part of the phrase.</param>
/// <param name="Capitals">Counts only in capitals: "CE 17", not "ce 17 mai".</param>
internal sealed record BodyWord(BodyWordKind Kind, string Code, int Number = 0, bool Capitals = false);

/// <summary>The phrases that make up names of bodies, from <c>Lexicons/bodies</c>.</summary>
internal static class BodyWords
{
    private sealed record Lists(
        Dictionary<string, string[]> Sectors, string[] StudyGroup, string[] StudyGroupShort, string[] WorkingParty, string[] WorkingPartyShort,
        string[] Question, string[] QuestionShort, Dictionary<string, string[]> Names, Dictionary<string, string> National, string[] JcaCasing,
        string[] InternationalBodies, string[] Filler, string[] BehindHead);

    private static readonly Lists Data = LexiconFile.Load<Lists>("bodies/bodies");

    public static PhraseIndex<BodyWord> Index { get; } = new(Phrases());

    /// <summary>Words that may stand beside a body in a field without changing what is meant; folded.</summary>
    public static IReadOnlySet<string> Filler { get; } = Data.Filler.Select(word => Folding.Fold(word).Text).ToHashSet();

    /// <summary>What stands between a sector at the head of a line and who represents the sender there; folded.</summary>
    public static IReadOnlySet<string> BehindHead { get; } = Data.BehindHead.Select(word => Folding.Plain(word)).ToHashSet();

    /// <summary>"Study Group", "Commission d'études" without a number.</summary>
    public static bool IsGroupNoun(string? name) => name is { Length: > 2 and < 40 } && GroupNouns.Contains(Folding.Plain(name).Trim());

    private static readonly HashSet<string> GroupNouns = [.. Data.StudyGroup.Select(static noun => Folding.Plain(noun).Trim())];

    /// <summary>Country of a body that belongs to one country (TTC, CCSA).</summary>
    public static IReadOnlyDictionary<string, string> National => Data.National;

    /// <summary>The Union's own names, folded.</summary>
    public static IReadOnlyList<string> Union { get; } = [.. Data.InternationalBodies.Select(word => Folding.Fold(word).Text)];

    /// <summary>The customary spelling of a joint coordination activity's letters.</summary>
    public static string JcaLetters(string written) =>
        Data.JcaCasing.FirstOrDefault(known => known.Equals(written, StringComparison.OrdinalIgnoreCase)) ?? written;

    private static IEnumerable<KeyValuePair<string, BodyWord>> Phrases()
    {
        foreach (var (code, names) in Data.Names)
            foreach (var name in names) yield return new(name, new BodyWord(BodyWordKind.Name, code, Capitals: IsAcronym(name)));
        foreach (var (code, names) in Data.Sectors)
            foreach (var name in names) yield return new(name, new BodyWord(BodyWordKind.Sector, code));
        foreach (var pair in Numbered(Data.StudyGroup, Data.StudyGroupShort, BodyWordKind.StudyGroup, 29)) yield return pair;
        foreach (var pair in Numbered(Data.Question, Data.QuestionShort, BodyWordKind.Question, 30)) yield return pair;
        foreach (var word in Data.WorkingParty) yield return new(word, new BodyWord(BodyWordKind.WorkingParty, ""));
        foreach (var word in Data.WorkingPartyShort)
        {
            yield return new(word, new BodyWord(BodyWordKind.WorkingParty, "", Capitals: true));
            for (var number = 1; number <= 9; number++)
            {
                yield return new($"{word}{number}", new BodyWord(BodyWordKind.WorkingParty, "", number, true));
                for (var letter = 'A'; letter <= 'F'; letter++) yield return new($"{word}{number}{letter}", new BodyWord(BodyWordKind.WorkingParty, $"{number}{letter}", number, true));
            }
        }
        yield return new("JCA", new BodyWord(BodyWordKind.JointActivity, "", Capitals: true));
        yield return new("ETSI TC", new BodyWord(BodyWordKind.Etsi, "ETSI TC", Capitals: true));
        yield return new("ETSI ISG", new BodyWord(BodyWordKind.Etsi, "ETSI ISG", Capitals: true));
        yield return new("ETSI Technical Committee", new BodyWord(BodyWordKind.Etsi, "ETSI TC"));
        foreach (var pair in Committees()) yield return pair;
        foreach (var pair in PartnershipGroups()) yield return pair;
    }

    private static IEnumerable<KeyValuePair<string, BodyWord>> Numbered(string[] words, string[] shorts, BodyWordKind kind, int highest)
    {
        foreach (var word in words) yield return new(word, new BodyWord(kind, ""));
        foreach (var word in shorts)
        {
            yield return new(word, new BodyWord(kind, "", Capitals: true));
            for (var number = 1; number <= highest; number++)
                yield return new(word + number.ToString(CultureInfo.InvariantCulture), new BodyWord(kind, "", number, true));
        }
    }

    private static IEnumerable<KeyValuePair<string, BodyWord>> Committees()
    {
        string[] jointNames = ["ISO/IEC JTC 1", "ISO/IEC JTC1", "ISO IEC JTC 1", "ISO/CEI JTC 1", "ИСО/МЭК СТК 1", "ISO/IEC JTC-1"];
        string[] shortNames = ["JTC 1", "JTC1", "СТК 1"];
        foreach (var joint in jointNames.Concat(shortNames))
        {
            yield return new(joint, new BodyWord(BodyWordKind.Name, "ISO/IEC JTC 1"));
            for (var number = 1; number <= 45; number++)
            {
                var word = new BodyWord(BodyWordKind.SubCommittee, "", number);
                foreach (var form in (string[])[$"{joint}/SC {number}", $"{joint}/SC{number}", $"{joint} SC {number}", $"{joint} SC{number}", $"{joint}/ПК {number}", $"{joint}/ПК{number}", $"{joint}, SC {number}"])
                    yield return new(form, word);
            }
        }
        for (var number = 1; number <= 45; number++)
        {
            yield return new($"SC {number}", new BodyWord(BodyWordKind.NameInField, $"ISO/IEC JTC 1/SC {number}", Capitals: true));
            yield return new($"SC{number}", new BodyWord(BodyWordKind.NameInField, $"ISO/IEC JTC 1/SC {number}", Capitals: true));
        }
    }

    private static IEnumerable<KeyValuePair<string, BodyWord>> PartnershipGroups()
    {
        foreach (var (area, highest) in new[] { ("SA", 6), ("RAN", 6), ("CT", 6) })
        {
            foreach (var form in (string[])[$"3GPP {area}", $"3GPP TSG {area}", $"3GPP TSG-{area}", $"TSG {area}", $"TSG-{area}"])
                yield return new(form, new BodyWord(BodyWordKind.Name, $"3GPP {area}", Capitals: true));
            for (var number = 1; number <= highest; number++)
            {
                var code = $"3GPP {area}{number}";
                foreach (var form in (string[])[$"3GPP {area}{number}", $"3GPP {area} {number}", $"3GPP {area} WG{number}",
                    $"3GPP {area} WG {number}", $"3GPP TSG {area} WG{number}", $"3GPP TSG {area} WG {number}", $"3GPP TSG-{area} WG{number}",
                    $"3GPP TSG-{area} WG {number}", $"TSG {area} WG{number}", $"TSG-{area} WG{number}", $"TSG {area} WG {number}", $"3GPP {area}-WG{number}",
                    $"3GPP WG {area}{number}"])
                    yield return new(form, new BodyWord(BodyWordKind.Name, code, Capitals: true));
                foreach (var form in (string[])[$"{area}{number}", $"{area} {number}", $"{area} WG{number}", $"{area} WG {number}"])
                    yield return new(form, new BodyWord(BodyWordKind.NameInField, code, Capitals: true));
            }
        }
    }

    private static bool IsAcronym(string name) => name.Length <= 8 && name.Count(char.IsUpper) >= 3 && !name.Contains(' ', StringComparison.Ordinal);
}
