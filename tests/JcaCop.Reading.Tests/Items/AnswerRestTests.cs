using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>What an answer below a quoted question tells besides, on the same line.</summary>
public class AnswerRestTests
{
    private const string Asked = "> Will you attend the meeting in Geneva on 27 August 2012?\n\n";

    private static MailReading Read(string body) => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        "From: Jane Example <jane@ministry.example>\nTo: tsbjcacop@itu.int\nSubject: Re: JCA-COP\nDate: Mon, 6 Aug 2012 08:00:00 +0000\nMessage-ID: <a@ministry.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + body + "\n\nJane Example\n")));

    [Theory]
    [InlineData(Asked + "Yes, remotely. But the phone is now +41 22 555 01 07.")]
    [InlineData(Asked + "Yes. But the phone is +41 22 555 01 07.")]
    [InlineData("> Participerez-vous à la réunion de Genève du 27 août 2012 ?\n\nOui, à distance. Le numéro est le +41 22 555 01 07.")]
    [InlineData("> ¿Asistirá usted a la reunión de Ginebra del 27 de agosto de 2012?\n\nSí. Pero el número es +41 22 555 01 07.")]
    [InlineData("> Примете ли Вы участие в собрании в Женеве 27 августа 2012 года?\n\nДа, дистанционно. Но телефон теперь +41 22 555 01 07.")]
    [InlineData("> 您是否参加2012年8月27日在日内瓦举行的会议？\n\n是，远程参加。但电话改为+41 22 555 01 07。")]
    [InlineData("> هل ستشاركون في اجتماع جنيف يوم 27 أغسطس 2012؟\n\nنعم، عن بعد. لكن رقم الهاتف أصبح +41 22 555 01 07.")]
    public void A_number_behind_a_yes_is_read_or_a_person_is_called(string body)
    {
        var reading = Read(body);
        Assert.True(reading.NeedsAttention || reading.Items.OfType<Correction>().Any(item => item.Person?.Phone is not null), string.Join("; ", reading.Items));
        Assert.Single(reading.Items.OfType<Registration>(), item => item.Meeting == new DateOnly(2012, 8, 27));
    }

    [Theory]
    [InlineData(Asked + "Yes. My colleague Tom Hall (tom.hall@ministry.example) comes too.", "Jane Example", "Tom Hall")]
    [InlineData(Asked + "Yes, remotely.", "Jane Example")]
    public void Whoever_says_yes_comes_beside_whom_the_next_sentence_names(string body, params string[] names)
    {
        var reading = Read(body);
        Assert.Equal(names, reading.Items.OfType<Registration>().Select(item => item.Person.Name!).Order(StringComparer.Ordinal));
        Assert.All(reading.Items, item => Assert.Equal(Decision.Review, item.Decision));
    }

    [Theory]
    [InlineData("1. Yes. 2. No.")]
    [InlineData("1) Oui, 2) Non")]
    [InlineData("1. Sí; 2. No")]
    [InlineData("1、是。2、否。")]
    [InlineData("1. Да. 2. Нет.")]
    [InlineData("1. نعم. 2. لا.")]
    public void Two_answers_on_one_line_to_questions_that_nobody_knows_call_a_person(string body) =>
        Assert.True(Read(body + "\n\n> 1. Do you come in person?\n> 2. Do you need a hall?").NeedsAttention);

    [Theory]
    [InlineData("1. Yes, we have one hotline. 2. No. 3. Part 2 of Law 12. It is in force.", "Yes, we have one hotline.", "No.", "Part 2 of Law 12. It is in force.")]
    [InlineData("1) Oui, 2) Non, 3) en 2011", "Oui,", "Non,", "en 2011")]
    [InlineData("1、是。2、否。3、不详。", "是。", "否。", "不详。")]
    [InlineData("1. Law No. 2. 2011 applies.\n2. No\n3. None yet.", "Law No. 2. 2011 applies.", "No", "None yet.")]
    public void Answers_on_one_line_are_each_under_its_number(string body, params string[] answers)
    {
        var item = Assert.IsType<Questionnaire>(Assert.Single(QuestionnaireReader.AsAnswer(Read(body) with { Items = [] }, ["1", "2", "3"]).Items));
        Assert.Equal(answers, item.Responses.Select(response => response.Text));
    }
}
