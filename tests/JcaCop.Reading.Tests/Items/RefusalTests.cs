using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Thanks that lead to a no, and thanks that do not, in the six languages.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("en", "We thank you for the invitation but our Network does not wish to take part.")]
    [InlineData("fr", "Nous vous remercions de votre invitation, mais notre association ne souhaite pas participer.")]
    [InlineData("es", "Agradecemos la invitación, pero nuestra fundación no desea participar.")]
    [InlineData("ru", "Благодарим за приглашение, однако наш фонд не желает принимать участие.")]
    [InlineData("zh", "感谢贵方邀请，但我会不拟参加。")]
    [InlineData("ar", "نشكركم على الدعوة، لكن جمعيتنا لا ترغب في المشاركة.")]
    [InlineData("en", "Thanks, but this was not sent by us.")]
    [InlineData("fr", "Merci, mais ce message ne vient pas de nous.")]
    [InlineData("es", "Gracias, pero este mensaje no es nuestro.")]
    [InlineData("ru", "Спасибо, но это письмо отправили не мы.")]
    [InlineData("zh", "谢谢，但这封邮件不是我们发的。")]
    [InlineData("ar", "شكراً، لكن هذه الرسالة لم تصدر عنا.")]
    public void Thanks_that_lead_to_a_no_are_shown_to_a_person(string language, string words) =>
        Assert.True(SentenceMail.Under("JCA-COP", language, words).NeedsAttention);

    [Theory]
    [InlineData("en", "Thank you for your letter, and do not hesitate to contact us.")]
    [InlineData("fr", "Merci de votre courrier, et n'hésitez pas à nous contacter.")]
    [InlineData("es", "Gracias por su carta, y no duden en contactarnos.")]
    public void Thanks_that_offer_more_are_not(string language, string words) =>
        Assert.False(SentenceMail.Under("JCA-COP", language, words).NeedsAttention);
}
