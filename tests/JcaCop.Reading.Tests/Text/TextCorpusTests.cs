using System.Text;
using System.Text.RegularExpressions;

namespace JcaCop.Reading.Tests.Text;

/// <summary>Holds what was reached on the corpus; a little less fails.</summary>
public partial class TextCorpusTests
{
    [Fact]
    public void New_text_is_cut_exactly_in_nearly_all_mails_of_the_corpus()
    {
        var wrong = new List<string>();
        var asked = 0;
        foreach (var mail in Corpus.Mails)
        {
            if (!Corpus.Golden(mail).TryGetProperty("replyText", out var golden)) continue;
            asked++;
            if (Bare(golden.GetString()!) != Bare(Corpus.Read(mail).Mail.Body.ReplyText)) wrong.Add(Path.GetFileName(mail));
        }
        Assert.True(wrong.Count <= asked * 0.02, $"{wrong.Count} of {asked}: {string.Join(' ', wrong)}");
    }

    [Fact]
    public void The_language_is_told_in_nearly_all_mails_of_the_corpus()
    {
        var wrong = Corpus.Mails.Where(mail => Corpus.Golden(mail).GetProperty("language").GetString() != Corpus.Read(mail).Language).Select(Path.GetFileName).ToList();
        Assert.True(wrong.Count <= Corpus.Mails.Count * 0.01, string.Join(' ', wrong));
    }

    private static string Bare(string text) => Blank().Replace(text.Normalize(NormalizationForm.FormC), "");

    [GeneratedRegex(@"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]+")]
    private static partial Regex Blank();
}
