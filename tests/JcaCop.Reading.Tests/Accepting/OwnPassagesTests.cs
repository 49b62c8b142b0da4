using System.Text;
using JcaCop.Reading.Accepting;
using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Accepting;

/// <summary>What a mail says elsewhere is no sign of an item; what its own passage says is.</summary>
public class OwnPassagesTests
{
    private const string House = "We nominate the Brockway Playground Trust (contact: Ms Una Fairweather, una@brockway.example.uk).";

    [Fact]
    public void A_question_elsewhere_in_the_mail_is_not_the_items_own()
    {
        var signs = Signs($"{House}\n\nCould you tell us when the next meeting takes place?");
        Assert.DoesNotContain(signs, static sign => sign.Name == "ownAsked");
        Assert.Contains(signs, static sign => sign.Name == "asked");
    }

    [Fact]
    public void A_denial_elsewhere_in_the_mail_is_not_the_items_own() =>
        Assert.DoesNotContain(Signs($"{House}\n\nWe do not have comments on the minutes."), static sign => sign.Name == "ownDenied");

    [Fact]
    public void A_denial_in_the_passage_of_an_item_is_its_own() =>
        Assert.Contains(Signs("We nominate the Brockway Playground Trust (una@brockway.example.uk), which does not have a website."), static sign => sign.Name == "ownDenied");

    [Fact]
    public void A_house_that_stands_in_the_signature_of_the_one_who_puts_it_forward_is_told()
    {
        Assert.Contains(Signs("We nominate the Lark Society (contact: Ms Una Fairweather, una@lark.example.uk)."), static sign => sign.Name == "signsItself");
        Assert.DoesNotContain(Signs(House), static sign => sign.Name == "signsItself");
    }

    [Fact]
    public void What_a_covering_text_says_is_no_sign_of_what_an_attachment_holds()
    {
        const string cover = "The summer here has been long and dry, and the whole office enjoyed the boat trip of last week.";
        var mime = new MimeKit.MimeMessage { Subject = "Circular 313", Date = new DateTimeOffset(2015, 8, 24, 10, 0, 0, TimeSpan.FromHours(2)), MessageId = "cover@lark.example.uk" };
        mime.From.Add(new MimeKit.MailboxAddress("Ambrose Kettlewell", "kettlewell@lark.example.uk"));
        mime.To.Add(new MimeKit.MailboxAddress("", "tsbjcacop@itu.int"));
        var body = new MimeKit.BodyBuilder { TextBody = $"Dear colleagues,\n\n{cover}\n\nKind regards,\n\nAmbrose Kettlewell\nLark Society\nLeeds, United Kingdom\n" };
        body.Attachments.Add("form.txt", Encoding.UTF8.GetBytes("Nomination form, Circular 313\n\nName of organization: Brockway Playground Trust\nCountry: United Kingdom\n"
            + "Contact person: Ms Una Fairweather\nFunction: Director\nE-mail: una@brockway.example.uk\nTelephone: +44 113 555 0142\n"));
        mime.Body = body.ToMessageBody();
        using var raw = new MemoryStream();
        mime.WriteTo(raw, TestContext.Current.CancellationToken);
        raw.Position = 0;
        var house = Assert.Single(MailReader.Read(raw, TestContext.Current.CancellationToken).Items.OfType<Nomination>());
        Assert.Contains(house.Signs, static sign => sign.Name == "attached");
        Assert.DoesNotContain(house.Signs, static sign => sign.Name == "unread");
    }

    [Theory]
    [InlineData("Netz fest (awareness and training)", true)]
    [InlineData("《少年网络保护条例》（草案）", false)]
    [InlineData("Child Online Act (draft)", false)]
    [InlineData("Netz fest", false)]
    public void What_stands_in_brackets_behind_a_title_is_told_but_how_far_the_text_is(string title, bool told) => Assert.Equal(told, ItemSigns.EndsInRemark(title));

    [Fact]
    public void A_house_beside_one_of_its_groups_was_cut_from_the_name_of_a_group()
    {
        Assert.True(ItemSigns.HoldsHouse(["ITU-T SG16", "ITU-T"]));
        Assert.False(ItemSigns.HoldsHouse(["ITU-T SG16", "ITU-T SG17", "W3C"]));
        Assert.False(ItemSigns.HoldsHouse(["ITU-T SG1", "ITU-T SG16"]));
    }

    private static IReadOnlyList<Sign> Signs(string passage) => Assert.Single(SentenceMail.Under("JCA-COP", "en", passage).Items.OfType<Nomination>()).Signs;
}
