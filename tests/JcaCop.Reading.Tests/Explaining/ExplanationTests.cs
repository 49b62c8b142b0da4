using JcaCop.Reading.Explaining;

namespace JcaCop.Reading.Tests.Explaining;

public class ExplanationTests
{
    [Fact]
    public void Every_passage_of_the_corpus_is_a_run_of_the_text_that_it_names()
    {
        var values = 0;
        var placed = 0;
        foreach (var mail in Corpus.Mails)
        {
            var reading = Corpus.Read(mail);
            foreach (var field in Explanation.Of(reading))
            {
                values++;
                Assert.NotEmpty(field.Value);
                Assert.NotEmpty(field.Why);
                if (field.Passage is not { } passage) continue;
                placed++;
                var text = passage.Source switch
                {
                    null => reading.Mail.Body.Text,
                    PassageSource.Subject => reading.Mail.Subject,
                    var name => reading.Mail.Attachments.First(file => file.Name == name).Text!,
                };
                Assert.Equal(passage.Text, text.Substring(passage.Offset, passage.Length));
            }
        }
        Assert.True(placed > values * 0.7, $"{placed} of {values} values have a passage");
    }

    [Fact]
    public void Every_value_of_an_item_is_explained_with_its_path()
    {
        var reading = Read("Organization: Safe Web Foundation\nCountry: Kenya\nContact: Ms Eva Holm\nE-mail: eva@safeweb.example\nTel.: +254 20 555 0100");
        var fields = Explanation.Of(reading).Where(static field => field.Item == 1).ToDictionary(static field => field.Field);
        Assert.Equal("eva@safeweb.example", fields["nomination.contact.email"].Passage!.Text);
        Assert.Equal("read here", fields["nomination.contact.email"].Why);
        Assert.Equal("Safe Web Foundation", fields["nomination.organization.name"].Passage!.Text);
        Assert.Equal(("KE", "Kenya"), (fields["nomination.organization.country"].Value, fields["nomination.organization.country"].Passage!.Text));
    }

    [Fact]
    public void What_no_run_of_text_says_tells_what_it_follows_from()
    {
        var fields = Explanation.Of(Read("Nous n'avons aucune organisation à proposer.")).ToLookup(static field => field.Field);
        Assert.Equal(("fr", (ExplainedPassage?)null), (fields["language"].Single().Value, fields["language"].Single().Passage));
        Assert.Equal(PassageSource.Subject, fields["answers.circular"].Single().Passage?.Source);
        Assert.Equal("the same words, in the subject", fields["answers.circular"].Single().Why);
    }

    private static MailReading Read(string text) => MailReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
        $"From: Ana Li <ana@ministry.go.ke>\nTo: desk@group.example\nSubject: Re: TSB Circular 313\nDate: Mon, 06 May 2013 09:00:00 +0200\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n\nAna Li\n")), TestContext.Current.CancellationToken);
}
