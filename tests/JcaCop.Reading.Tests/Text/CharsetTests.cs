using System.Text;
using JcaCop.Reading.Text;

namespace JcaCop.Reading.Tests.Text;

public class CharsetTests
{
    private const string Russian = "Уважаемые коллеги! Направляем сведения об организации, просим включить ее в список участников.";
    private const string Arabic = "تحية طيبة وبعد، نود إفادتكم بأنه لا توجد لدينا منظمات نرشحها في الوقت الحالي.";
    private const string Chinese = "您好，现将我国有关保护上网儿童的工作情况报送贵局，请查收附件。";
    private const string Traditional = "您好，現將本地區機構的資料送上，請查收附件，謝謝。";
    private const string French = "Veuillez trouver ci-après la réponse du ministère à votre circulaire ; l’organisation désignée a été prévenue.";
    private const string Spanish = "Señores: en atención a su circular, la organización es la Fundación Niñez, según la resolución del año pasado.";
    private const string Polish = "Szanowni Państwo, w załączeniu przesyłamy zgłoszenie organizacji. Z poważaniem, Małgorzata Żółć";

    public static TheoryData<string, string, int> Written => new()
    {
        // declared, text, code page of the bytes
        { "; charset=windows-1251", Russian, 1251 }, { "; charset=koi8-r", Russian, 20866 }, { "; charset=utf-8", Russian, 65001 },
        { "", Russian, 1251 }, { "", Russian, 20866 }, { "; charset=us-ascii", Russian, 1251 }, { "; charset=iso-8859-1", Russian, 1251 },
        { "; charset=iso-8859-1", Russian, 65001 }, { "; charset=windows-1251", Russian, 20866 }, { "; charset=koi8-r", Russian, 1251 }, { "; charset=utf-8", Russian, 1251 },
        { "; charset=windows-1256", Arabic, 1256 }, { "", Arabic, 1256 }, { "; charset=iso-8859-1", Arabic, 1256 }, { "; charset=iso-8859-6", Arabic, 28596 }, { "", Arabic, 28596 }, { "; charset=utf-8", Arabic, 1256 },
        { "; charset=gb2312", Chinese, 54936 }, { "", Chinese, 54936 }, { "; charset=gbk", Chinese, 54936 }, { "; charset=us-ascii", Chinese, 54936 }, { "; charset=iso-8859-1", Chinese, 54936 }, { "; charset=utf-8", Chinese, 54936 },
        { "; charset=big5", Traditional, 950 }, { "", Traditional, 950 }, { "; charset=gb2312", Traditional, 950 }, { "; charset=iso-8859-1", Traditional, 65001 },
        { "; charset=iso-8859-1", French, 1252 }, { "; charset=us-ascii", French, 1252 }, { "", French, 1252 }, { "; charset=utf-8", French, 1252 }, { "; charset=x-unknown", French, 65001 },
        { "; charset=us-ascii", Spanish, 1252 }, { "", Spanish, 1252 }, { "; charset=utf-8", Spanish, 1252 }, { "; charset=windows-1252", Spanish, 65001 },
        { "; charset=iso-8859-2", Polish, 28592 }, { "; charset=windows-1250", Polish, 1250 },
    };

    [Theory, MemberData(nameof(Written))]
    public void Text_is_read_by_the_evidence_of_its_bytes(string declared, string text, int codePage)
    {
        var encoding = codePage == 65001 ? new UTF8Encoding(false) : CharsetNames.Page(codePage);
        Assert.Equal(encoding.GetString(encoding.GetBytes(text)), TextMails.Bytes(declared, encoding.GetBytes(text)).Text);
    }

    [Theory]
    [InlineData("big5_tw", 950)]
    [InlineData("big5-hkscs-2004", 950)]
    [InlineData("eucgb2312_cn", 54936)]
    [InlineData("iso8859_5", 28595)]
    [InlineData("ISO_8859-1_de", 1252)]
    [InlineData("windows_1251", 1251)]
    [InlineData("gb18030_2000", 54936)]
    [InlineData("x-unknown", null)]
    [InlineData("us-ascii-7", null)]
    [InlineData("plain-text", null)]
    public void A_charset_is_known_by_names_that_libraries_give_it(string name, int? codePage) => Assert.Equal(codePage, CharsetNames.Find(name)?.CodePage);

    [Theory]
    [InlineData("gb18030", 54936, "摘要.txt")]
    [InlineData("big5_tw", 950, "施鴻基")]
    [InlineData("gb2312", 65001, "摘要.txt")]
    [InlineData("gb2312", 65001, "ответ")]
    [InlineData("big5", 65001, "王")]
    [InlineData("gb18030", 65001, "Ñandú")]
    public void A_short_name_is_not_taken_for_utf8_by_chance_nor_for_what_it_is_declared_against_its_bytes(string declared, int codePage, string name)
    {
        var encoding = codePage == 65001 ? new UTF8Encoding(false) : CharsetNames.Page(codePage);
        Assert.Equal(name, HeaderText.Decode(Encoding.ASCII.GetBytes($"=?{declared}?b?{Convert.ToBase64String(encoding.GetBytes(name))}?="), null));
    }

    [Fact]
    public void A_repair_is_told()
    {
        var body = TextMails.Bytes("; charset=us-ascii", CharsetNames.Page(1251).GetBytes(Russian));
        Assert.Equal("charset us-ascii, bytes read as windows-1251", Assert.Single(body.Repairs));
    }

    [Theory]
    [InlineData("Subject: Ответ на циркуляр 313", 1251, "Ответ на циркуляр 313")]
    [InlineData("Subject: Réponse à la circulaire", 1252, "Réponse à la circulaire")]
    [InlineData("Subject: الرد على التعميم رقم 313", 65001, "الرد على التعميم رقم 313")]
    [InlineData("Subject: 对第313号通函的答复", 54936, "对第313号通函的答复")]
    public void A_raw_subject_is_decoded(string header, int codePage, string subject)
    {
        var encoding = codePage == 65001 ? new UTF8Encoding(false) : CharsetNames.Page(codePage);
        var mail = TextMails.Mail([.. encoding.GetBytes(header), .. "\nFrom: a@example.org\n\nx\n"u8]);
        Assert.Equal(subject, mail.Subject);
    }

    [Theory]
    [InlineData("us-ascii")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-8")]
    public void An_encoded_word_that_lies_about_its_charset_is_decoded(string declared)
    {
        var word = Convert.ToBase64String(CharsetNames.Page(1251).GetBytes("Ответ на циркуляр"));
        Assert.Equal("Ответ на циркуляр 313", TextMails.Mail(Encoding.ASCII.GetBytes($"Subject: =?{declared}?B?{word}?= 313\nFrom: a@example.org\n\nx\n")).Subject);
    }

    [Fact]
    public void A_raw_name_of_the_sender_is_decoded()
    {
        var mail = TextMails.Mail([.. "From: \""u8, .. CharsetNames.Page(1252).GetBytes("Núñez, José"), .. "\" <jose@example.org>\nSubject: x\n\nx\n"u8]);
        Assert.Equal(new MailAddress("Núñez, José", "jose@example.org"), mail.Sender);
    }

    [Fact]
    public void Characters_split_over_encoded_words_are_joined()
    {
        var bytes = Encoding.UTF8.GetBytes("答复");
        var subject = $"Subject: =?utf-8?B?{Convert.ToBase64String(bytes[..4])}?=\n =?utf-8?B?{Convert.ToBase64String(bytes[4..])}?=\nFrom: a@example.org\n\nx\n";
        Assert.Equal("答复", TextMails.Mail(Encoding.ASCII.GetBytes(subject)).Subject);
    }

    [Theory]
    [InlineData("one \ntwo\nthree", false, "one two\nthree")]
    [InlineData("one \ntwo", true, "onetwo")]
    [InlineData("> a \n> b\nnew", false, "> a b\nnew")]
    [InlineData(" >stuffed\n From here", false, ">stuffed\nFrom here")]
    [InlineData("text \n-- \nname", false, "text \n-- \nname")]
    [InlineData("> a \n>> b \nc", false, "> a \n>> b \nc")]
    public void Flowed_lines_are_joined_as_RFC_3676_says(string wire, bool delSp, string text) => Assert.Equal(text, FlowedText.Join(wire, delSp));
}
