using JcaCop.Reading.Items;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Training;

/// <summary>The pieces of one text with their signs, as written, and their golden tags.</summary>
internal sealed record Chain(string Set, string[][] Signs, Tag[] Tags, int[] Nearness, List<Piece> Pieces)
{
    public static IEnumerable<Chain> Of(Golden mail)
    {
        foreach (var context in mail.Context.Readings)
        {
            var pieces = PieceFinder.Find(context);
            if (pieces.Count == 0) continue;
            var words = new List<string>();
            var signs = new SignList(words);
            var reader = new PieceSigns(context, pieces);
            var all = new string[pieces.Count][];
            for (var i = 0; i < pieces.Count; i++)
            {
                reader.Of(i, signs);
                all[i] = [.. words.Distinct()];
            }
            yield return new Chain(mail.Set, all, GoldenTags.Of(context, pieces, mail.Items), Tagger.Nearness(pieces), pieces);
        }
    }
}
