using JcaCop.Reading.Text;

namespace JcaCop.Reading.Tests.Text;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("We do not have any organization to nominate at this time.", "en")]
    [InlineData("Nous n'avons pas d'organisation a proposer pour le moment.", "fr")]
    [InlineData("Por el momento no tenemos ninguna organizacion que proponer.", "es")]
    [InlineData("В настоящее время предложить организации не можем.", "ru")]
    [InlineData("لا توجد لدينا منظمات نرشحها في الوقت الحالي.", "ar")]
    [InlineData("目前我国没有可以推荐的机构。", "zh")]
    [InlineData("Wir haben zurzeit keine Organisation vorzuschlagen und danken für die Einladung.", "de")]
    [InlineData("De momento não temos nenhuma organização para propor.", "pt")]
    [InlineData("Al momento non abbiamo nessuna organizzazione da proporre.", "it")]
    [InlineData("Wij hebben op dit moment geen organisatie om voor te stellen.", "nl")]
    [InlineData("Obecnie nie mamy żadnej organizacji, którą moglibyśmy zgłosić.", "pl")]
    [InlineData("Şu anda önerecek bir kuruluşumuz yok, bilgi için teşekkür ederiz.", "tr")]
    [InlineData("На даний момент ми не маємо організацій, які могли б запропонувати.", "uk")]
    [InlineData("در حال حاضر سازمانی برای معرفی نداریم و از شما تشکر می کنیم.", "fa")]
    [InlineData("現在、推薦できる団体はございません。", "ja")]
    [InlineData("현재 추천할 단체가 없습니다.", "ko")]
    public void A_sentence_is_enough(string text, string language) => Assert.Equal(language, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("推荐单位如下：\nSafe Internet Foundation, Contact: John Example, Managing Director, john.example@safe-internet.example.org, www.safe-internet.example.org", "zh")]
    [InlineData("نرشح الجمعية التالية: Child Helpline Association, contact Mr John Example (john@example.org)، وشكراً.", "ar")]
    [InlineData("Nous désignons la fondation « Save Our Children » et M. John Example, Child Online Protection Officer.", "fr")]
    [InlineData("Please register Анна Примерова and Иван Примеров of the Ministry; they will attend the meeting in person.", "en")]
    [InlineData("Назначение / Nomination\nОрганизация / Organization: Фонд «Пример»\nАдрес / Address: Москва\nКонтактное лицо / Contact person: Иванова\nПросим подтвердить получение этого письма.", "ru")]
    [InlineData("兹推荐“启明儿童网络协会”参加联合协调活动，联系人为秘书长东方晓女士，电子邮件dongfang@qiming.example.org。\nIn English: we recommend the Qiming Children's Network Society (Ms Dongfang Xiao) for participation.", "zh")]
    [InlineData("Ficha\n\n              TITULAR            SUPLENTE\nNombre:       Iris Ejemplo       René Ejemplo\nCargo:        Jefa               ídem\nCorreo:       -                  -", "es")]
    [InlineData("Form of Malta\n\nTitle\nMs\nFamily name\nEsempju\nFirst name\nRita\nPostal address\nTriq il-Kbira 1, Hal Qormi\nTelephone\n-\nAlternate\nsame as above", "en")]
    public void Names_and_labels_of_another_language_do_not_mislead(string text, string language) => Assert.Equal(language, LanguageDetector.Detect(text));

    [Fact]
    public void Of_two_languages_the_longer_text_decides()
    {
        const string french = "Le ministère propose la fondation nommée ci-dessous et vous prie de bien vouloir lui adresser les documents de la réunion. Elle a été informée de notre démarche et se tient à la disposition du secrétariat.";
        Assert.Equal("fr", LanguageDetector.Detect(french + "\n\nIn short: the ministry proposes the foundation."));
    }

    [Theory]
    [InlineData("OK.", "RE: Circulaire 313 : vos coordonnées", "fr")]
    [InlineData("", "Ответ на циркуляр", "ru")]
    [InlineData("313", "", "en")]
    public void A_mail_of_a_word_is_judged_by_its_subject_too(string text, string subject, string language) =>
        Assert.Equal(language, LanguageDetector.Detect(MailBody.Empty with { ReplyText = text }, subject));

    private const string Ours = "> On 1 March 2024, JCA-COP wrote:\n> TSB Circular 270: Consultation on the terms of reference of the group\n> Silence counts as approval of the proposal in the circular.";

    [Theory]
    [InlineData("我方有异议。", "王敏", "zh")]
    [InlineData("نعترض.", "سامية منصور", "ar")]
    [InlineData("لا نوافق.", "حمد البوسعيدي", "ar")]
    [InlineData("Возражаем.", "Пётр Коваленок", "ru")]
    [InlineData("Да.", "P. Kovalenok", "ru")]
    [InlineData("No estamos de acuerdo.", "Jorge Ibarra", "es")]
    [InlineData("Nous ne sommes pas d'accord.", "Claire Morvan", "fr")]
    [InlineData("We disagree.", "Joyce Mwangi", "en")]
    public void A_line_above_our_own_letter_is_in_the_language_in_which_it_is_written(string text, string signature, string language) => Assert.Equal(language, LanguageDetector.Detect(
        MailBody.Empty with { ReplyText = text, Signature = signature, Readable = $"{text}\n\n{signature}\n\n{Ours}", Text = $"{text}\n\n{signature}\n\n{Ours}" },
        "Re: TSB Circular 270: Consultation on the terms of reference"));

    [Theory]
    [InlineData("Conforme.", "", "es")]
    [InlineData("Confirmo asistencia presencial.", "Subdirectora, Ente Regulador", "es")]
    [InlineData("Présent", "", "fr")]
    [InlineData("No objection", "John Dow", "en")]
    [InlineData("Aprobado", "", "es")]
    public void A_word_or_two_are_known_by_the_words_of_short_replies(string text, string signature, string language) => Assert.Equal(language, LanguageDetector.Detect(
        MailBody.Empty with { ReplyText = text, Signature = signature, Readable = $"{text}\n\n{signature}\n\n{Ours}", Text = $"{text}\n\n{signature}\n\n{Ours}" }, "RE: JCA-COP"));

    [Theory]
    [InlineData("D'accord.", "Le 3 juin 2013 à 10:15, TSB <tsbjcacop@itu.int> a écrit :", "fr")]
    [InlineData("Ok", "El 3 de junio de 2013, 10:15, TSB <tsbjcacop@itu.int> escribió:", "es")]
    [InlineData("Participation virtuelle.", "-----Message d'origine-----\nDe : TSB [mailto:tsbjcacop@itu.int]\nEnvoyé : lundi 3 juin 2013 10:15\nÀ : Luc Petit\nObjet : JCA-COP\n", "fr")]
    public void The_line_over_a_quotation_is_in_the_language_of_whoever_answers(string text, string introduction, string language)
    {
        var whole = $"{text}\n\n{introduction}\n> Dear colleague, do you agree with the date of the meeting and will you attend it?";
        var quote = text.Length + 2;
        Assert.Equal(language, LanguageDetector.Detect(MailBody.Empty with
        {
            ReplyText = text, Readable = text, Text = whole, Passages = [new(PassageKind.New, 0, quote), new(PassageKind.Quote, quote, whole.Length - quote)],
        }, "RE: JCA-COP"));
    }
}
