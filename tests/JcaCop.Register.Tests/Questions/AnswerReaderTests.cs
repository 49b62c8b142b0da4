using JcaCop.Reading;
using JcaCop.Register.Questions;
using Xunit;

namespace JcaCop.Register.Tests.Questions;

public sealed class AnswerReaderTests
{
    private static AnswerText? Read(string text) => AnswerReader.Read(text, new MailAddress("Jane Kiri Example-Sample", "jane.example@ministry.example"));

    [Theory]
    [InlineData("Yes", "accept")]
    [InlineData("OK, thanks!", "accept")]
    [InlineData("D’accord", "accept")]
    [InlineData("Sí.", "accept")]
    [InlineData("Нет, спасибо", "reject")]
    [InlineData("لا أوافق", "reject")]
    [InlineData("不同意", "reject")]
    [InlineData("同意。", "accept")]
    [InlineData("2", "2")]
    [InlineData("Don’t send it", "stop")]
    [InlineData("Ne pas envoyer.", "stop")]
    [InlineData("parar", "stop")]
    [InlineData("Остановите, пожалуйста", "stop")]
    [InlineData("لا ترسلوا", "stop")]
    [InlineData("请勿发送。", "stop")]
    [InlineData("Dear colleagues,\n\naccept\n\nJane Example", "accept")]
    public void A_line_that_is_one_word_is_an_answer(string text, string word) =>
        Assert.Equal([new AnswerLine(null, word)], Read(text)?.Lines ?? []);

    [Theory]
    [InlineData("Yes, this is ours.", "accept")]
    [InlineData("Yes. This is ours.\n\nThank you.\nKiri Sample", "accept")]
    [InlineData("Dear Ms Calvo,\n\nYes, we confirm.", "accept")]
    [InlineData("Madame, Monsieur,\nOui.\nJ. Example", "accept")]
    [InlineData("Yes\nJANE\nExample", "accept")]
    [InlineData("Yes – it was sent on our behalf, thank you", "accept")]
    [InlineData("It's ours.", "accept")]
    [InlineData("No, this is not ours.", "reject")]
    [InlineData("Oui, c'est bien nous", "accept")]
    [InlineData("Bonjour, oui, nous le confirmons. Merci beaucoup.", "accept")]
    [InlineData("Chère Madame,\nOui, cela vient bien de nous.\nCordialement", "accept")]
    [InlineData("Non, ce n’est pas de nous.", "reject")]
    [InlineData("是的，是我们的", "accept")]
    [InlineData("尊敬的秘书处：\n是的，我们确认。谢谢！", "accept")]
    [InlineData("不，不是我们的。", "reject")]
    [InlineData("Да, это наше", "accept")]
    [InlineData("Да, подтверждаем. Спасибо!", "accept")]
    [InlineData("Нет, это не от нас.", "reject")]
    [InlineData("Sí, es nuestra", "accept")]
    [InlineData("Sí, lo confirmamos; muchas gracias.", "accept")]
    [InlineData("No, no es nuestra.", "reject")]
    [InlineData("نعم، هذا منا", "accept")]
    [InlineData("نعم، نؤكد ذلك. شكراً جزيلاً", "accept")]
    [InlineData("لا، ليس منا", "reject")]
    public void A_phrase_that_says_the_same_once_more_adds_nothing(string text, string word) =>
        Assert.Equal([new AnswerLine(null, word)], Read(text)?.Lines ?? []);

    [Theory]
    [InlineData("Yes, if the minister agrees.")]
    [InlineData("Yes, this is ours, but the telephone is wrong.")]
    [InlineData("Yes, I think so.")]
    [InlineData("Yes, probably ours.")]
    [InlineData("Yes?")]
    [InlineData("Yes, this is ours. Wait.")]
    [InlineData("Yes, no.")]
    [InlineData("This is ours.\nNo.")]
    [InlineData("Yes, this is ours. The contact is Ana Sample")]
    [InlineData("No, that is not correct.")]
    [InlineData("Yes, from 1 January")]
    [InlineData("Oui, c'est bien nous, sous réserve de l'accord du ministre")]
    [InlineData("Oui ?")]
    [InlineData("是的，但是电话不对")]
    [InlineData("是我们的吗？")]
    [InlineData("Да, это наше, но не сейчас")]
    [InlineData("Sí, es nuestra, salvo el teléfono")]
    [InlineData("si es nuestra")]
    [InlineData("نعم، هذا منا ولكن بشرط")]
    [InlineData("Dear no,\nthis")]
    [InlineData("Dear Sir, no,\nconfirmed")]
    [InlineData("Yes,\nif the minister agrees.")]
    [InlineData("Yes.\nBut not Ms Diaz.")]
    [InlineData("Yes\nWe are not sure")]
    [InlineData("Accept\nnot yet")]
    [InlineData("Accept\nNot Yet")]
    [InlineData("Yes\nAna Other")]
    [InlineData("Oui,\nsauf Mme Diallo")]
    [InlineData("Sí,\nsalvo el teléfono")]
    [InlineData("Да,\nно не сейчас")]
    [InlineData("是的\n但是电话不对")]
    [InlineData("نعم\nولكن بشرط")]
    public void A_condition_a_value_a_doubt_or_a_second_thought_is_for_a_person(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("I cannot accept this.")]
    [InlineData("accept\nno")]
    [InlineData("yes but wait until Monday please, we need to ask")]
    [InlineData("not yes")]
    [InlineData("accept K7M2-9QXA\nreject")]
    public void Anything_more_or_against_itself_is_none(string text) => Assert.Null(Read(text));

    [Fact]
    public void Coded_lines_and_fields_are_read()
    {
        var coded = Read("accept K7M2-9QXA\n#k7m29qxb: no\nThanks\nJane");
        Assert.Equal([new AnswerLine("K7M2-9QXA", "accept"), new AnswerLine("k7m29qxb", "reject")], coded!.Lines);
        var fields = Read("Téléphone : +33 1 00 00 00 01\nE-mail: a@b.example");
        Assert.Equal([("Téléphone", "+33 1 00 00 00 01"), ("E-mail", "a@b.example")], fields!.Fields);
        Assert.Empty(fields.Lines);
    }

    [Fact]
    public void A_value_behind_a_code_is_for_that_question_and_leaves_the_other_lines_as_they_are()
    {
        var read = Read("K7M2-9QXA accept\nk7m29qxb phone: +61 3 5550 0101\n#K7M2-9QXC: E-mail: a@b.example\nK7M2-9QXC accept\nK7M2-9QXC function: Director\nThanks\nJane")!;
        Assert.Equal([("K7M2-9QXA", "accept", ""), ("k7m29qxb", "accept", "phone=+61 3 5550 0101"), ("K7M2-9QXC", "accept", "E-mail=a@b.example|function=Director")],
            read.Lines.Select(line => (line.Code, line.Word, string.Join("|", line.Fields.Select(field => $"{field.Field}={field.Value}")))));
        Assert.Empty(read.Fields);
        Assert.Null(Read("K7M2-9QXA reject\nK7M2-9QXA phone: +61 3 5550 0101"));
        Assert.Null(Read("K7M2-9QXA phone: +61 3 5550 0101\nK7M2-9QXA reject"));
        // A number that looks like a code is a value where it stands behind the field.
        Assert.Equal([("phone", "12345678")], Read("phone: 12345678")!.Fields);
    }

    [Theory]
    [InlineData("K7M2-9QXA accept, 3TNC-05VE reject", "K7M2-9QXA accept", "3TNC-05VE reject")]
    [InlineData("K7M2-9QXA accepter et 3TNC-05VE refuser.", "K7M2-9QXA accept", "3TNC-05VE reject")]
    [InlineData("принять K7M2-9QXA и отклонить 3TNC-05VE", "K7M2-9QXA accept", "3TNC-05VE reject")]
    [InlineData("K7M2-9QXA 接受，3TNC-05VE 拒绝。", "K7M2-9QXA accept", "3TNC-05VE reject")]
    [InlineData("K7M2-9QXA قبول، 3TNC-05VE رفض", "K7M2-9QXA accept", "3TNC-05VE reject")]
    [InlineData("K7M2-9QXA aceptar; 3TNC-05VE rechazar; PD4X-71HW prorrogar", "K7M2-9QXA accept", "3TNC-05VE reject", "PD4X-71HW extend")]
    public void Several_codes_on_one_line_each_have_their_word(string line, params string[] decided)
    {
        Assert.Equal(decided, AnswerReader.Read(line, null)!.Lines.Select(one => $"{one.Code} {one.Word}"));
        Assert.Equal(decided, AnswerReader.ByLine(line, null).Select(one => $"{one.Said!.Code} {one.Said.Word}"));
    }

    [Theory]
    [InlineData("K7M2-9QXA and 3TNC-05VE accept")]
    [InlineData("K7M2-9QXA accept unless 3TNC-05VE reject")]
    [InlineData("K7M2-9QXA accept, 3TNC-05VE perhaps")]
    public void A_line_of_several_codes_that_is_not_plain_in_all_its_parts_says_nothing(string line) => Assert.Null(AnswerReader.Read(line, null));

    [Theory]
    [InlineData("Accept; e-mail: a.sample@network.example", "e-mail", "a.sample@network.example")]
    [InlineData("Accepter. Adresse : 5, rue de l'Exemple, Lyon", "Adresse", "5, rue de l'Exemple, Lyon")]
    public void A_value_behind_the_word_keeps_its_points_and_commas(string line, string field, string value) =>
        Assert.Equal((field, value), Assert.Single(AnswerReader.Read(line, null)!.Fields));
}
