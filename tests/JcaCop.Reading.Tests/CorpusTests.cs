namespace JcaCop.Reading.Tests;

public class CorpusTests
{
    [Fact]
    public void The_corpus_is_there_and_every_mail_has_its_answer()
    {
        Assert.True(Corpus.Mails.Count >= 200, $"only {Corpus.Mails.Count} mails in {Corpus.Folder}");
        Assert.All(Corpus.Mails, mail => Assert.True(File.Exists(Path.ChangeExtension(mail, ".json")), mail));
    }
}
