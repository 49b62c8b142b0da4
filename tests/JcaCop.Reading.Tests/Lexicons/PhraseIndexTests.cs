using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Reading.Lexicons;
using Xunit;

namespace JcaCop.Reading.Tests.Lexicons;

/// <summary>The search by hashes finds what a search letter by letter finds, for every index and on any text.</summary>
public class PhraseIndexTests
{
    private static readonly string[] Words = ["net", "safe net", "safe net for all", "net-work", "сеть", "безопасная сеть", "网络", "安全网络", "شبكة", "الشبكة الآمنة", "a", "c.v."];

    private static readonly PhraseIndex<int> Index = new(Words.Select((word, number) => KeyValuePair.Create(word, number)));

    /// <summary>Made of the same phrases and others: two indexes that share phrases do not disturb each other.</summary>
    private static readonly PhraseIndex<string> Other = new(new[] { "net", "网", "safe", "for" }.Select(word => KeyValuePair.Create(word, word)));

    private static readonly string[] Pieces = [.. Words, " ", "  ", "\n", "-", ".", "و", "ال", "بال", "x", "7", "é", "\u0301", "ß", "的", "NET", "Safe", "ﬁ"];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    [Property(MaxTest = 500)]
    public Property The_search_finds_what_a_search_letter_by_letter_finds() => Prop.ForAll(Texts, text =>
        Index.FindAll(text).Select(hit => (hit.Start, hit.End, hit.Value)).Order().SequenceEqual(LetterByLetter(text).Order()));

    [Property(MaxTest = 200)]
    public Property Hits_come_in_order_of_their_end() => Prop.ForAll(Texts, text =>
        Index.FindAll(text).Zip(Index.FindAll(text).Skip(1)).All(pair => pair.First.End <= pair.Second.End));

    [Fact]
    public void An_index_finds_its_own_phrases_only()
    {
        Assert.Equal(["safe", "net", "for"], Other.FindAll("A safe net for all").Select(hit => hit.Value));
        Assert.Equal([10, 1, 0, 2], Index.FindAll("A safe net for all").Select(hit => hit.Value));
    }

    [Fact]
    public void An_index_made_after_a_text_was_searched_finds_its_phrases_in_it()
    {
        var folded = Folding.Fold("the harbour and the lighthouse");
        Assert.Empty(Index.FindAll(folded));
        var later = new PhraseIndex<bool>([KeyValuePair.Create("lighthouse", true)]);
        Assert.Single(later.FindAll(folded));
    }

    [Theory]
    [InlineData("والشبكة الآمنة", "الشبكة الآمنة")]   // wa- before a phrase
    [InlineData("للشبكة", "")]                         // li- joined to the article: no letter of the phrase may be missing
    [InlineData("مشبكة", "")]                          // no particle
    public void An_Arabic_particle_may_stand_before_a_phrase(string text, string found) =>
        Assert.Equal(found, string.Join('|', Index.FindAll(text).Select(hit => hit.Value).Where(number => number == 9).Select(number => Words[number])));

    /// <summary>Offsets in the original, by comparing each phrase at each place of the folded text.</summary>
    private static IEnumerable<(int, int, int)> LetterByLetter(string text)
    {
        var folded = Folding.Fold(text);
        for (var at = 0; at < folded.Text.Length; at++)
            for (var number = 0; number < Words.Length; number++)
            {
                var phrase = Folding.Fold(Words[number]).Text;
                if (string.CompareOrdinal(folded.Text, at, phrase, 0, phrase.Length) != 0) continue;
                var end = at + phrase.Length;
                if (end < folded.Text.Length && Joined(folded.Text[end - 1], folded.Text[end])) continue;
                if (at > 0 && !MayBegin(folded.Text, at)) continue;
                yield return (folded.Origin(at), folded.Origin(end), number);
            }
    }

    private static bool IsOfRun(char c) => char.IsLetterOrDigit(c) && !Folding.IsHan(c);

    private static bool Joined(char left, char right) => IsOfRun(left) && IsOfRun(right);

    /// <summary>A run may only begin inside another behind a particle; a sign may not follow a run, but for Arabic behind a particle.</summary>
    private static bool MayBegin(string text, int at)
    {
        if (Folding.IsHan(text[at]) || !IsOfRun(text[at - 1])) return true;
        var from = at;
        while (from > 0 && Folding.IsArabic(text[from - 1])) from--;
        return text[from..at] is "و" or "ف" or "ب" or "ل" or "ك" or "ال" or "لل" or "وال" or "بال" or "فال" or "كال" or "ول" or "وب" or "ولل" or "وبال";
    }
}
