using System.Globalization;
using JcaCop.Reading.Items;
using JcaCop.Reading.Sorting;
using JcaCop.Reading.Tagging;

namespace JcaCop.Reading.Tests.Tagging;

/// <summary>Of mails never seen the tagger may tell anything, and doubtful tags are turned on purpose (docs/decisions/0094).</summary>
public class AnyTagsTests
{
    private static readonly Tag[] Tags = Enum.GetValues<Tag>();

    [Theory, InlineData(1), InlineData(2)]
    public void No_tags_whatever_break_a_reader(int seed)
    {
        var chance = new Random(seed);
        var broken = new List<string>();
        foreach (var path in Corpus.Mails)
        {
            var mail = MailReader.Open(MimeKit.MimeMessage.Load(path, TestContext.Current.CancellationToken));
            var context = MailReader.ContextOf(mail, MailSorter.Sort(mail));
            // one piece of two keeps its tag, so that unlikely neighbours meet likely ones
            var told = Tagger.Tell(context).Select(one => chance.Next(2) == 0 ? one : (one.Piece, Tags[chance.Next(Tags.Length)], chance.NextDouble())).ToList();
            var tags = string.Join(' ', told.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Item1.Kind}:{one.Item2}")));
            try { _ = ItemReaders.Read(context.Retold(told)); }
            catch (Exception error) when (error is not OperationCanceledException) { broken.Add($"{Path.GetFileName(path)} {tags}\n{error}"); }
        }
        Assert.True(broken.Count == 0, $"{broken.Count} mails:\n{string.Join('\n', broken.Take(5))}");
    }
}
