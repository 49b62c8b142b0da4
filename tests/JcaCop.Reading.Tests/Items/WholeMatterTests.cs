using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>A stance on what a circular proposes, called by what it is instead of "the proposal".</summary>
public sealed class WholeMatterTests
{
    private static Position? Stance(string text, string country = "") => Answer(text, country).Items.OfType<Position>().SingleOrDefault();

    private static MailReading Answer(string text, string country)
    {
        var mail = $"From: <post@min.example{country}>\nTo: tsbjcacop@itu.int\nDate: Mon, 24 Aug 2015 10:00:00 +0200\nSubject: TSB Circular 287\nMessage-ID: <matter@lark.example>\n"
            + $"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n";
        using var raw = new MemoryStream(Encoding.UTF8.GetBytes(mail));
        return PositionReader.AsAnswer(MailReader.Read(raw), "Working methods");
    }

    [Theory]
    [InlineData("Ireland supports the revised working methods set out in TSB Circular 287.", PositionTaken.Support)]
    [InlineData("Le Gabon approuve les méthodes de travail révisées figurant dans la Circulaire TSB 287.", PositionTaken.Support)]
    [InlineData("Chile apoya los métodos de trabajo revisados que figuran en la Circular TSB 287.", PositionTaken.Support)]
    [InlineData("Армения возражает против предложенных методов работы (Циркуляр 287 БСЭ).", PositionTaken.Objection)]
    [InlineData("关于第287号通函，我国赞成。", PositionTaken.Support)]
    [InlineData("نحيطكم علما بأن الأردن يوافق على أساليب العمل المقترحة في الرسالة المعممة 287.", PositionTaken.Support)]
    public void What_the_circular_proposes_is_approved_or_opposed_as_surely_as_the_proposal(string text, PositionTaken taken) =>
        Assert.Equal((taken, Decision.Accept), (Stance(text)?.Taken, Stance(text)?.Decision));

    [Theory]
    [InlineData("Ireland supports the working methods set out in section 3 of TSB Circular 287.")]
    [InlineData("Le Gabon approuve en partie les méthodes de travail figurant dans la Circulaire TSB 287.")]
    [InlineData("Chile apoya los métodos de trabajo propuestos en la Circular TSB 287 salvo el punto 3.")]
    public void What_narrows_it_is_for_a_person(string text) => Assert.NotEqual(Decision.Accept, Stance(text)?.Decision);

    [Theory]
    [InlineData("Canada supports.", PositionTaken.Support)]
    [InlineData("Dear Director,\n\nThe Administration of Canada supports.\n\nBest regards", PositionTaken.Support)]
    [InlineData("Agreed, thank you.", PositionTaken.Support)]
    [InlineData("D'accord.", PositionTaken.Support)]
    [InlineData("Nous sommes d’accord. Merci.", PositionTaken.Support)]
    [InlineData("Estamos de acuerdo.", PositionTaken.Support)]
    [InlineData("Уважаемые коллеги!\n\nСогласны.\n\nС уважением", PositionTaken.Support)]
    [InlineData("Согласны.", PositionTaken.Support)]
    [InlineData("Уважаемые коллеги!\n\nСогласны.", PositionTaken.Support)]
    [InlineData("Согласны.\n\nС уважением,\nОтдел", PositionTaken.Support)]
    [InlineData("同意。", PositionTaken.Support)]
    [InlineData("نحن موافقون.", PositionTaken.Support)]
    [InlineData("Canada objects.", PositionTaken.Objection)]
    public void An_answer_that_says_nothing_else_leaves_nothing_open(string text, PositionTaken taken) =>
        Assert.Equal((taken, Decision.Accept), (Stance(text, ".ca")?.Taken, Stance(text, ".ca")?.Decision));

    [Theory]
    [InlineData("Canada supports in part.")]
    [InlineData("Canada supports. The second paragraph needs work, though.")]
    [InlineData("Agreed, except for the third paragraph.")]
    [InlineData("Agreed. Partly.")]
    [InlineData("Agreed, except for annex 2, thanks.")]
    [InlineData("Agreed except annex 2, thank you.")]
    [InlineData("OK for Canada except annex 2.")]
    [InlineData("Agreed by Canada in part.")]
    [InlineData("Agreed? I do not know yet.")]
    [InlineData("Pas d'accord.")]
    [InlineData("Je suis d'accord avec Pierre.")]
    [InlineData("不同意。")]
    [InlineData("Не согласны.")]
    [InlineData("OK.")]
    public void Words_beside_an_agreement_may_narrow_it(string text) => Assert.NotEqual((PositionTaken.Support, Decision.Accept), (Stance(text, ".ca")?.Taken, Stance(text, ".ca")?.Decision));

    [Theory]
    [InlineData("Fine with us, thanks.")]
    [InlineData("OK for Canada.")]
    [InlineData("D'accord, merci.")]
    [InlineData("Estamos conformes.")]
    [InlineData("De acuerdo, gracias.")]
    [InlineData("نوافق على ذلك.")]
    public void Assent_with_thanks_or_for_whom_it_is_said_is_assent(string text) => Assert.Equal((PositionTaken.Support, Decision.Accept), (Stance(text, ".ca")?.Taken, Stance(text, ".ca")?.Decision));

    [Theory]
    [InlineData("We have no comments on the minutes of the last meeting. TSB Circular 287 is still being studied here.")]
    [InlineData("Canada has no objection to the meeting being held in October. On Circular 287 we shall write separately.")]
    [InlineData("Pas de commentaire de notre part sur les points 1 à 4 ; sur le point 5 nous enverrons un texte d'ici fin septembre.")]
    [InlineData("No tenemos comentarios al orden del día. Sobre la Circular 287 responderemos la próxima semana.")]
    [InlineData("По повестке дня собрания замечаний нет. По циркуляру 287 ответим позднее.")]
    [InlineData("我方对会议日期无意见。关于第287号通函，我们将另行答复。")]
    [InlineData("Canada has nothing to add to the comments of France, which we share.")]
    public void What_is_said_of_a_part_or_of_another_thing_answers_no_consultation(string text)
    {
        var reading = Answer(text, ".ca");
        Assert.DoesNotContain(reading.Items, item => item.Decision == Decision.Accept);
        Assert.DoesNotContain(Decline.Comment, reading.Declines);
    }

    [Theory]
    [InlineData("Yes.", true)]
    [InlineData("Хорошо, спасибо.", true)]
    [InlineData("好的，谢谢。", true)]
    [InlineData("Against.", true)]
    [InlineData("Нет.", true)]
    [InlineData("Merci bien.", false)]
    [InlineData("Confirmo recepción, gracias.", false)]
    public void A_word_that_may_answer_is_told_from_thanks(string reply, bool word) => Assert.Equal(word, WholeStance.IsWord(reply));
}
