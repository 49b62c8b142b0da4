using System.Text.Json;

namespace JcaCop.Reading.Tests;

/// <summary>What the corpus must go on giving for nominations and representatives: a reading may get better, not worse.</summary>
public class NominationFloorTests
{
    private static readonly string[] NominationKeys = ["organization.name", "contact.name", "contact.email"];
    private static readonly string[] RepresentativeKeys = ["body", "role", "person.name", "person.email"];

    [Theory]
    [InlineData("nomination", 0.89)]
    [InlineData("representative", 0.85)]
    public void Key_fields_of_the_corpus_are_found(string type, double floor)
    {
        int right = 0, read = 0, golden = 0;
        foreach (var (gold, answers) in Pairs(type))
        {
            golden += gold.Count;
            read += answers.Count;
            right += answers.Count(answer => gold.Contains(answer.Keys));
        }
        var f1 = 2.0 * right / (read + golden);
        Assert.True(f1 >= floor, $"{type}: {right} of {golden} wholly right, {read} read, F1 {f1:0.000}");
    }

    [Theory, InlineData("nomination", 0.07), InlineData("representative", 0.03)]
    public void What_is_accepted_without_a_person_is_right(string type, double most)
    {
        int accepted = 0, wrong = 0;
        foreach (var (gold, answers) in Pairs(type))
            foreach (var answer in answers.Where(answer => answer.Accepted))
            {
                accepted++;
                if (!gold.Contains(answer.Keys)) wrong++;
            }
        Assert.True(accepted >= 30, $"only {accepted} accepted");
        Assert.True(wrong <= accepted * most, $"{type}: {wrong} of {accepted} accepted are wrong");
    }

    private static IEnumerable<(List<string> Gold, List<(string Keys, bool Accepted)> Answers)> Pairs(string type)
    {
        var keys = type == "nomination" ? NominationKeys : RepresentativeKeys;
        foreach (var mail in Corpus.Mails)
        {
            var gold = Items(Corpus.Golden(mail), type).Select(item => Keys(item, keys)).ToList();
            using var answer = JsonDocument.Parse(ReadingJson.Write(Corpus.Read(mail), Path.GetFileName(mail), withText: false));
            var read = Items(answer.RootElement, type).Select(item => (Keys(item, keys), item.GetProperty("decision").GetString() == "accept")).ToList();
            if (gold.Count + read.Count > 0) yield return (gold, read);
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement mail, string type) =>
        mail.TryGetProperty("items", out var items) ? items.EnumerateArray().Where(item => item.GetProperty("type").GetString() == type) : [];

    private static string Keys(JsonElement item, string[] keys) => string.Join('|', keys.Select(key => Value(item, key.Split('.'))));

    /// <summary>Quotation marks, capitals and blanks make no difference.</summary>
    private static string Value(JsonElement item, string[] path)
    {
        foreach (var step in path) if (!item.TryGetProperty(step, out item)) return "";
        return string.Concat((item.GetString() ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(c => char.IsLetterOrDigit(c) || c is '@' or '.')).Trim('.').ToUpperInvariant();
    }
}
