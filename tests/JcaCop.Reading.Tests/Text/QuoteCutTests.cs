using JcaCop.Reading.Text;

namespace JcaCop.Reading.Tests.Text;

public class QuoteCutTests
{
    /// <summary>Introductions as mail programs write them; the quoted lines carry no signs.</summary>
    [Theory]
    [InlineData("On Mon, 5 Nov 2012 at 10:04, JCA Desk <desk@example.net> wrote:")]
    [InlineData("On Nov 5, 2012, at 10:04 AM, JCA Desk wrote:")]
    [InlineData("On Mon, Nov 5, 2012 at 10:04 AM, JCA Desk\n<desk@example.net> wrote:")]
    [InlineData("Le lun. 5 nov. 2012 à 10:04, JCA Desk <desk@example.net> a\nécrit :")]
    [InlineData("Le 5 novembre 2012 à 10:04, JCA Desk a écrit :")]
    [InlineData("El lun, 5 nov 2012 a las 10:04, JCA Desk (<desk@example.net>) escribió:")]
    [InlineData("El 05/11/2012 10:04, JCA Desk escribió:")]
    [InlineData("5 ноября 2012 г., 10:04 пользователь JCA Desk <desk@example.net> написал:")]
    [InlineData("05.11.2012 10:04, JCA Desk пишет:")]
    [InlineData("Понедельник, 5 ноября 2012, 10:04 +03:00 от JCA Desk <desk@example.net>:")]
    [InlineData("пн, 5 нояб. 2012 г. в 10:04, JCA Desk <desk@example.net>:")]
    [InlineData("في الاثنين، 5 نوفمبر 2012 10:04 ص JCA Desk <desk@example.net> كتب:")]
    [InlineData("بتاريخ الاثنين، 5 نوفمبر 2012 في 10:04 ص تمت كتابة ما يلي بواسطة JCA Desk <desk@example.net>:")]
    [InlineData("在 2012年11月5日 10:04，JCA Desk <desk@example.net> 写道：")]
    [InlineData("JCA Desk <desk@example.net> 于2012年11月5日周一 10:04写道：")]
    [InlineData("JCA Desk <desk@example.net> 於 2012年11月5日 週一 上午10:04寫道：")]
    [InlineData("Am 05.11.2012 um 10:04 schrieb JCA Desk:")]
    [InlineData("Em seg., 5 de nov. de 2012 às 10:04, JCA Desk <desk@example.net> escreveu:")]
    [InlineData("Il giorno lun 5 nov 2012 alle ore 10:04 JCA Desk <desk@example.net> ha scritto:")]
    [InlineData("Op ma 5 nov. 2012 om 10:04 schreef JCA Desk <desk@example.net>:")]
    [InlineData("pon., 5 lis 2012 o 10:04 JCA Desk <desk@example.net> napisał(a):")]
    [InlineData("JCA Desk <desk@example.net>, 5 Kas 2012 Pzt, 10:04 tarihinde şunu yazdı:")]
    [InlineData("2012年11月5日(月) 10:04 JCA Desk <desk@example.net>:")]
    [InlineData("2012년 11월 5일 (월) 오전 10:04, JCA Desk <desk@example.net>님이 작성:")]
    [InlineData("Den mån 5 nov. 2012 kl 10:04 skrev JCA Desk <desk@example.net>:")]
    [InlineData("-----Original Message-----\nFrom: JCA Desk\nSent: 05 November 2012 10:04\nTo: Ana\nSubject: Circular")]
    [InlineData("-----Message d'origine-----\nDe : JCA Desk\nEnvoyé : lundi 5 novembre 2012 10:04\nÀ : Ana\nObjet : Circulaire")]
    [InlineData("-----Mensaje original-----\nDe: JCA Desk\nEnviado el: lunes, 05 de noviembre de 2012 10:04\nPara: Ana\nAsunto: Circular")]
    [InlineData("-----Исходное сообщение-----\nFrom: JCA Desk\nSent: Monday, November 5, 2012 10:04 AM\nTo: Ana\nSubject: Circular")]
    [InlineData("-------- Исходное сообщение --------\nТема: Циркуляр\nДата: Mon, 05 Nov 2012 10:04:00 +0100\nОт: JCA Desk <desk@example.net>\nКому: ana@example.org")]
    [InlineData("________________________________\nОт: JCA Desk <desk@example.net>\nОтправлено: 5 ноября 2012 г. 10:04\nКому: Ana\nТема: Циркуляр")]
    [InlineData("________________________________\nمن: JCA Desk\nتم الإرسال: 05 نوفمبر, 2012 10:04 ص\nإلى: Ana\nالموضوع: التعميم")]
    [InlineData("发件人: JCA Desk [mailto:desk@example.net]\n发送时间: 2012年11月5日 10:04\n收件人: Ana\n主题: 通函")]
    [InlineData("------------------ 原始邮件 ------------------\n发件人: \"JCA Desk\"<desk@example.net>;\n发送时间: 2012年11月5日(星期一) 上午10:04\n收件人: \"Ana\"<ana@example.org>;\n主题: 通函")]
    [InlineData("寄件者: JCA Desk\n寄件日期: 2012年11月5日 10:04\n收件者: Ana\n主旨: 通函")]
    [InlineData("*From:* JCA Desk [mailto:desk@example.net]\n*Sent:* Monday, November 5, 2012 10:04 AM\n*To:* Ana\n*Subject:* Circular")]
    [InlineData("Von: JCA Desk\nGesendet: Montag, 5. November 2012 10:04\nAn: Ana\nBetreff: Rundschreiben")]
    [InlineData("De: JCA Desk\nEnviada em: segunda-feira, 5 de novembro de 2012 10:04\nPara: Ana\nAssunto: Circular")]
    [InlineData("Da: JCA Desk\nInviato: lunedì 5 novembre 2012 10:04\nA: Ana\nOggetto: Circolare")]
    [InlineData("Van: JCA Desk\nVerzonden: maandag 5 november 2012 10:04\nAan: Ana\nOnderwerp: Circulaire")]
    [InlineData("Od: JCA Desk\nWysłano: 5 listopada 2012 10:04\nDo: Ana\nTemat: Okólnik")]
    [InlineData("差出人: JCA Desk\n送信日時: 2012年11月5日 10:04\n宛先: Ana\n件名: 回章")]
    [InlineData("보낸 사람: JCA Desk\n보낸 날짜: 2012년 11월 5일 10:04\n받는 사람: Ana\n제목: 회람")]
    [InlineData("JCA Desk <desk@example.net>\n05/11/2012 10:04\n\nTo\nAna/ORG@ORG\ncc\n\nSubject\nCircular")]
    [InlineData("--- On Mon, 11/5/12, JCA Desk <desk@example.net> wrote:")]
    [InlineData(">>> \"JCA Desk\" <desk@example.net> 11/5/2012 10:04 AM >>>")]
    [InlineData("De :  JCA Desk <desk@example.net>\nA :   ana@example.org,\nDate :        05/11/2012 10:04\nObjet :      Circulaire")]
    [InlineData("On Mon, 5 Nov 2012 10:04:43 +0100 JCA Desk <desk@example.net> wrote")]
    [InlineData("---- On Mon, 05 Nov 2012 10:04:00 +0100 JCA Desk<desk@example.net> wrote ----")]
    [InlineData("---- JCA Desk wrote ----")]
    [InlineData("2012/11/5 JCA Desk <desk@example.net>")]
    [InlineData("2012-11-05 10:04 GMT+01:00 JCA Desk")]
    [InlineData("2012-11-05 10:04 GMT+01:00 JCA Desk <\ndesk@example.net>:")]
    [InlineData("From: desk@example.net\nDate: Mon, 5 Nov 2012 10:04:00 +0100")]
    [InlineData("Da: JCA Desk\nRisposta: Desk\nData: lunedì 5 novembre 2012 10:04\nA: Ana\nOggetto: Circolare")]
    [InlineData("-------- Oprindelig besked --------\nFra: JCA Desk <desk@example.net>\nDato: 05.11.2012 10.04 (GMT+01:00)\nTil: ana@example.org\nEmne: Cirkulære")]
    [InlineData("Dana 5. studenoga 2012. u 10:04 JCA Desk <desk@example.net> je napisao/la:")]
    [InlineData("На пн, 5.11.2012 г. в 10:04 JCA Desk <desk@example.net> написа:")]
    [InlineData("Mnamo Jtt, 5 Nov 2012 saa 10:04 JCA Desk <desk@example.net> aliandika:")]
    [InlineData("2012 m. lapkričio 5 d. 10:04, JCA Desk <desk@example.net> rašė:")]
    [InlineData("----- Original Message ----- From: JCA Desk <desk@example.net>To: ana@example.orgSent: Monday, 5 November 2012 10:04Subject: Circular")]
    public void What_stands_below_an_introduction_is_not_new(string introduction)
    {
        var body = TextMails.Plain($"We have no organization to nominate.\n\n{introduction}\n\nDear members, please nominate organizations.\nThe register is open.\n");
        Assert.Equal("We have no organization to nominate.", body.ReplyText);
        Assert.DoesNotContain("register", body.Readable, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_between_quoted_questions_stay_in_order()
    {
        var body = TextMails.Plain("""
            See below.

            On 5 Nov 2012, at 10:04, Desk <desk@example.net> wrote:

            > 1. Is there a law?
            Yes, since 2005.
            > 2. Is there a hotline?
            >> (older text)

            No.

            > Regards
            > The desk
            """);
        Assert.Equal("See below.\n\nYes, since 2005.\n\nNo.", body.ReplyText);
    }

    [Fact]
    public void Initials_before_a_sign_mark_a_quote()
    {
        var body = TextMails.Plain("Здравствуйте.\n\nВы писали 25 июня 2010 г., 13:12:40:\n\nIC> Имеется ли закон?\nДа, имеется.\nIC> Есть ли линия?\nПока нет.\n");
        Assert.Equal("Здравствуйте.\n\nДа, имеется.\n\nПока нет.", body.ReplyText);
    }

    [Fact]
    public void The_rest_of_a_wrapped_quoted_line_is_no_answer()
    {
        var body = TextMails.Plain("Yes.\n\nOn 5 Nov 2012 10:04, Desk wrote:\n> Please tell us whether the contact that you named to us in\nyour letter\n> is still the right one.\n");
        Assert.Equal("Yes.", body.ReplyText);
    }

    [Fact]
    public void The_rest_of_a_broken_link_among_quoted_lines_is_no_answer()
    {
        var body = TextMails.Plain("Yes.\n\nOn 5 Nov 2012 10:04, Desk wrote:\n\n> See the register (http://example.net/register\n_nonce=3dd518&list=all)\n>\n (http://example.net/c/YzOTYzMmE) >\n> Regards\n");
        Assert.Equal("Yes.", body.ReplyText);
    }

    [Theory]
    [InlineData("Agreed. On Mon, Nov 5, 2012 at 10:04 AM, Desk <desk@example.net> wrote:", "Agreed.")]
    [InlineData("See our letter--- On Mon, Nov 5, 2012 at 10:04 AM, Desk <desk@example.net> wrote:", "See our letter")]
    [InlineData("D'accord. Le 5 nov. 2012 à 10:04, Desk <desk@example.net> a écrit :", "D'accord.")]
    public void Words_that_share_the_line_of_the_introduction_are_new(string line, string expected) =>
        Assert.Equal(expected, TextMails.Plain(line + "\n> Please nominate.\n").ReplyText);

    [Fact]
    public void A_wrapped_introduction_takes_nothing_of_the_text_right_above_it()
    {
        var body = TextMails.Plain("The idea from @desk may be right. I only have time\nto ask in 2 weeks.\nOp 5 nov. 2012 10:04 schreef \"Desk\" <desk@example.net> het\nvolgende geschreven:\n\n> Please nominate.\n");
        Assert.Equal("The idea from @desk may be right. I only have time\nto ask in 2 weeks.", body.ReplyText);
    }

    [Fact]
    public void Rules_at_the_end_are_no_text()
    {
        Assert.Equal("No organization.", TextMails.Plain("No organization.\n\n====\n\n***\n-- \n____\n").ReplyText);
        Assert.Equal("No organization.", TextMails.Plain("No organization.\n\nOn 5 Nov 2012 10:04, Desk wrote:\n> Please nominate.\n\n--\nVon meinem Mobilgerät gesendet\n").ReplyText);
    }

    [Fact]
    public void Text_typed_below_the_quote_is_new()
    {
        var body = TextMails.Plain("El 30.11.2012 04:12, desk escribió:\n\n> Estimado señor:\n> ¿Tienen organizaciones?\n\nNo tenemos ninguna.\n");
        Assert.Equal("No tenemos ninguna.", body.ReplyText);
    }

    [Fact]
    public void The_heads_of_a_liaison_statement_are_no_quoted_mail()
    {
        const string statement = "LIAISON STATEMENT\nFrom: ITU-T Study Group 2\nTo: JCA-COP\nCc: GSMA\nDate: 12 September 2012\nSubject: Numbers for helplines\n\nStudy Group 2 thanks JCA-COP for its question.";
        Assert.Equal(statement, TextMails.Plain(statement, "LS on numbers").ReplyText);
    }

    [Theory]
    [InlineData("---------- Forwarded message ----------\nFrom: Li Example <li@example.com>\nDate: 2012/11/5 10:04\nSubject: details\nTo: ana@example.org")]
    [InlineData("Début du message réexpédié :\n\nDe : Li Example <li@example.com>\nObjet : details\nDate : 5 novembre 2012 10:04\nÀ : ana@example.org")]
    [InlineData("-------- Пересылаемое сообщение --------\n05.11.2012, 10:04, \"Li Example\" <li@example.com>:")]
    [InlineData("---------- 转发的邮件 ----------\n发件人: Li Example <li@example.com>\n日期: 2012年11月5日 10:04\n主题: details\n收件人: ana@example.org")]
    [InlineData("---------- رسالة معاد توجيهها ----------\nمن: Li Example <li@example.com>\nالتاريخ: 5 نوفمبر 2012 10:04\nالموضوع: details\nإلى: ana@example.org")]
    [InlineData("From: Li Example [mailto:li@example.com]\nSent: 05 November 2012 10:04\nTo: Ana Example\nSubject: details")]
    [InlineData("   ----- Forwarded Message ----- From: Li Example <li@example.com>To: ana@example.orgSent: Monday, 5 November 2012 10:04Subject: details")]
    [InlineData("---------- メッセージを転送 ---------\n送信元：Li Example <li@example.com>\n日付：2012年11月5日 10:04\n件名：details\n送信先：ana@example.org")]
    [InlineData("---------- Wiadomość przesłana dalej ----------\nOd: Li Example <li@example.com>\nData: 5 listopada 2012 10:04\nTemat: details\nDo: ana@example.org")]
    public void A_mail_passed_on_can_be_read_but_is_not_the_forwarders_text(string introduction)
    {
        var body = TextMails.Plain($"Please process the mail below.\n\n{introduction}\n\nWe nominate Kids First, Accra.\n", "FW: details");
        Assert.Equal("Please process the mail below.", body.ReplyText);
        Assert.Contains("Kids First", body.Readable, StringComparison.Ordinal);
        Assert.Contains(body.Passages, passage => passage.Kind == PassageKind.Forwarded);
    }

    [Fact]
    public void A_forward_with_quote_signs_is_read_at_its_first_level()
    {
        var body = TextMails.Plain("For you.\n\nBegin forwarded message:\n\n> From: Li Example <li@example.com>\n> Date: 5 November 2012 10:04\n> Subject: details\n>\n> We nominate Kids First.\n>> older words\n", "Fwd: details");
        Assert.Equal("For you.", body.ReplyText);
        Assert.Contains("We nominate Kids First.", body.Readable, StringComparison.Ordinal);
        Assert.DoesNotContain("older words", body.Readable, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_to_an_answer_leaves_the_senders_own_earlier_mail_out()
    {
        var body = TextMails.Plain("Second try.\n\nFrom: Ana Example\nSent: 05 November 2012 10:04\nTo: desk@example.net\nSubject: RE: meeting\n\nPlease cancel my registration.\n", "FW-less subject");
        Assert.DoesNotContain("cancel", body.Readable, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RE: TR: note", true, false)]
    [InlineData("TR : note", false, true)]
    [InlineData("[jcacop] Fwd: note", false, true)]
    [InlineData("Re[2]: note", true, false)]
    [InlineData("回复：通知", true, false)]
    [InlineData("转发: 通知", false, true)]
    [InlineData("Отв: запрос", true, false)]
    [InlineData("رد: طلب", true, false)]
    [InlineData("Report: results", false, false)]
    public void The_outermost_prefix_of_the_subject_tells_an_answer_from_a_forward(string subject, bool answers, bool forwards) =>
        Assert.Equal((answers, forwards), ThreadHints.Prefix(subject));
}
