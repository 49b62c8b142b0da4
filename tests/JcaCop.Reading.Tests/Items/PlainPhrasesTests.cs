using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Plain phrases of officials that were read of the wrong one, or of nobody: sentences of our own in six languages.</summary>
public class PlainPhrasesTests
{
    private const string FrenchNote = "La Mission permanente de la Belgique auprès de l'Office des Nations Unies à Genève présente ses compliments au secrétariat de la JCA-COP "
        + "et a l'honneur de l'informer que la délégation suivante participera à la troisième réunion de la JCA-COP (Genève, 15 octobre 2012) :\n\n";
    private const string EnglishNote = "The Permanent Mission of Ghana to the United Nations Office at Geneva presents its compliments to the secretariat "
        + "and has the honour to inform it that the following delegation will attend the meeting on 15 October 2012:\n\n";
    private const string SpanishNote = "La Misión Permanente del Perú saluda atentamente a la secretaría y tiene el honor de comunicar que la siguiente delegación asistirá a la reunión del 15 de octubre de 2012:\n\n";
    private const string RussianNote = "Постоянное представительство Российской Федерации имеет честь сообщить, что в собрании 15 октября 2012 года примет участие следующая делегация:\n\n";
    private const string ChineseNote = "中国代表团将出席2012年10月15日在日内瓦举行的会议，名单如下：\n";
    private const string ArabicNote = "تهدي البعثة الدائمة لسلطنة عُمان أطيب تحياتها إلى الأمانة، وتتشرف بإبلاغها أن الوفد التالي سيشارك في الاجتماع المقرر في 15 أكتوبر 2012:\n\n";

    [Theory]
    [InlineData(FrenchNote + "M. Jean RIVET, chef de délégation, j.rivet@port.example (sur place)\nMme Anne LACROIX, conseillère, a.lacroix@port.example (sur place)\n"
        + "M. Paul NOIR, expert, p.noir@port.example (à distance)")]
    [InlineData(FrenchNote + "M. Jean RIVET (présentiel), chef de la délégation, j.rivet@port.example\nMme Anne LACROIX (présentiel), conseillère, a.lacroix@port.example\n"
        + "M. Paul NOIR (à distance), expert, p.noir@port.example")]
    [InlineData(EnglishNote + "Mr Kofi Boateng, Head of Delegation (in person), k.boateng@port.example\nMs Ama Owusu, Adviser (in person), a.owusu@port.example\nMr Yaw Addo, Expert (remote), y.addo@port.example")]
    [InlineData(SpanishNote + "Sr. Pedro Gómez, jefe de la delegación, p.gomez@port.example (presencial)\nSra. Ana Ruiz, asesora, a.ruiz@port.example (presencial)\n"
        + "Sr. Luis Vega, experto, l.vega@port.example (a distancia)")]
    [InlineData(RussianNote + "г-н Андрей Петрович Кузнецов, глава делегации, kuznetsov@port.example (очно)\nг-жа Татьяна Викторовна Орлова, советник, orlova@port.example (очно)\n"
        + "г-н Илья Ильич Лунин, эксперт, lunin@port.example (дистанционно)")]
    [InlineData(ChineseNote + "郑国华，团长，zheng@port.example（现场）\n林小燕，顾问，lin@port.example（现场）\n高翔，工程师，gao@port.example（远程）")]
    [InlineData(ArabicNote + "السيد فهد العتيبي، رئيس الوفد (حضوريا)، f.otaibi@port.example\nالسيدة نورة القحطاني، مستشارة (حضوريا)، n.qahtani@port.example\nالسيد سالم الراشد، خبير (عن بعد)، s.rashid@port.example")]
    public void In_a_list_each_ones_own_bracket_tells_how_he_or_she_takes_part(string body)
    {
        var coming = Read(body).Items.OfType<Registration>().ToList();
        Assert.Equal([AttendanceMode.InPerson, AttendanceMode.InPerson, AttendanceMode.Remote], coming.Select(item => item.Mode!.Value));
        Assert.DoesNotContain(coming, item => item.Organization is { } house && (house.Contains("Delegation", StringComparison.Ordinal) || house.Contains("делегации", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("中国常驻日内瓦代表团向秘书处致意，并谨通知以下代表团成员将出席2012年11月19日的会议：\n郑国华，团长，现场参会，zheng@port.example\n林小燕，顾问，远程参会，lin@port.example", "中国常驻日内瓦代表团")]
    [InlineData("中国常驻日内瓦代表团谨向秘书处致意，并通知林小燕女士（lin@port.example）将出席2012年11月19日的会议。", "中国常驻日内瓦代表团")]
    public void Whom_a_mission_greets_is_no_part_of_its_name(string body, string house) =>
        Assert.All(Read(body).Items.OfType<Registration>(), item => Assert.Equal(house, item.Organization));

    [Theory]
    [InlineData("关于电信标准化局第313号通函，我国提名以下组织：\n\n组织：晴空网络基金会\n国家：中国\n联系人：李晓梅女士\n电子邮件：li@sky.example\n\n同时，指定郑国华先生（处长）为国际电联ITU-T第17研究组的代表，邮箱 zheng@port.example。", "晴空网络基金会")]
    [InlineData("With reference to Circular 313, our country nominates the following organization:\n\nOrganization: Blue Sky Foundation\nCountry: Ghana\nContact: Ms Lina Mills\nE-mail: mills@sky.example\n"
        + "\nMr Kofi Boateng, Director, is designated as representative to ITU-T Study Group 17 (k.boateng@port.example).", "Blue Sky Foundation")]
    public void Whom_our_country_puts_forward_does_not_write_the_mail(string body, string house)
    {
        var reading = Read(body);
        Assert.Contains(reading.Items, item => item is Nomination nomination && nomination.Organization.Name == house);
        Assert.NotEqual(house, reading.Respondent?.Organization);
    }

    [Fact]
    public void The_following_organization_is_no_part_of_who_nominates_it()
    {
        var reading = Read("بالإشارة إلى الرسالة المعممة رقم 313، ترشح إدارة سلطنة عُمان المنظمة التالية:\n\nالمنظمة: جمعية السماء الزرقاء\nالبلد: عُمان\nجهة الاتصال: السيدة ليلى حداد\n"
        + "البريد الإلكتروني: layla@sky.example");
        Assert.Equal("جمعية السماء الزرقاء", Assert.Single(reading.Items.OfType<Nomination>()).Organization.Name);
    }

    [Theory]
    [InlineData("我部将派以下人员参加2012年10月15日在日内瓦举行的第三次会议：\n1. 郑国华，处长，zheng@port.example，现场参会")]
    [InlineData("请登记郑国华先生（zheng@port.example）参加2012年10月15日第三次全体会议。")]
    public void The_third_meeting_is_no_third_complaint(string body) => Assert.DoesNotContain(Read(body).AttentionReasons, reason => reason.StartsWith("complaint", StringComparison.Ordinal));

    [Fact]
    public void The_third_letter_without_an_answer_is_one() =>
        Assert.Contains(Read("这是我方第三次来信，一直没有回复。").AttentionReasons, reason => reason.StartsWith("complaint", StringComparison.Ordinal));

    [Theory]
    [InlineData("Администрация связи Российской Федерации назначает г-на Андрея Кузнецова (kuznetsov@port.example, +7 495 555 0101) представителем в 17-й Исследовательской комиссии МСЭ-Т.")]
    [InlineData("Назначен представитель в 3-й комиссии.")]
    public void The_ending_of_a_number_is_no_word_of_another_language(string body) => Assert.Equal("ru", Read(body).Language);

    [Theory]
    [InlineData("With regard to Circular 272, Australia supports the proposal. One editorial remark: in clause 2 \"organisation\" should read \"organization\".")]
    [InlineData("The Administration agrees with Circular 272. In section 3, \"kids\" should read \"children\".")]
    [InlineData("La Belgique approuve la Circulaire 272. À l'article 3, il faut lire « mineurs » au lieu de « enfants ».")]
    [InlineData("Chile apoya la Circular 272. En el párrafo 4, donde dice «niños» debe decir «menores».")]
    [InlineData("Поддерживаем Циркуляр 272. В пункте 2 вместо «дети» следует читать «несовершеннолетние».")]
    [InlineData("我方支持第272号通函。第2条中“儿童”应改为“未成年人”。")]
    [InlineData("نؤيد الرسالة المعممة 272. في الفقرة 2 ينبغي أن يكون النص «القاصرين» بدلا من «الأطفال».")]
    public void A_remark_on_the_text_that_is_consulted_on_corrects_nobodys_details(string body) => Assert.DoesNotContain(Read(body, "Circular 272").Items, item => item is Correction);

    [Fact]
    public void A_correction_of_a_name_in_a_numbered_entry_is_one_still() =>
        Assert.Contains(Read("In our answer to Circular 313 the name of the contact should read \"Lina Mills\", not \"Lena Mills\".", "Circular 313").Items, item => item is Correction);

    [Theory]
    [InlineData("Администрация связи Российской Федерации поддерживает предложение, изложенное в Циркуляре 271 БСЭ.")]
    [InlineData("Казахстан согласен с предложением (Циркуляр 271 БСЭ).")]
    [InlineData("Поддерживаем предложение Циркуляра 271 БСЭ.")]
    [InlineData("Chile apoya la propuesta contenida en la Circular 271 de la TSB.")]
    [InlineData("La Belgique soutient la proposition contenue dans la Circulaire 271 du TSB.")]
    [InlineData("Kenya supports the proposal in Circular 271 of the TSB.")]
    [InlineData("تؤيد إدارة سلطنة عُمان المقترح الوارد في الرسالة المعممة 271 لمكتب تقييس الاتصالات.")]
    public void Who_issued_the_circular_narrows_no_support(string body)
    {
        var position = Assert.IsType<Position>(Assert.Single(PositionReader.AsAnswer(Read(body, "271"), "Revised working methods").Items));
        Assert.Equal((PositionTaken.Support, Decision.Accept), (position.Taken, position.Decision));
    }

    [Theory]
    [InlineData("Estimados señores: lamentablemente Chile no podrá participar en la reunión del 19 de noviembre de 2012.", "Chile")]
    [InlineData("К сожалению, Казахстан не сможет принять участие в собрании 19 ноября 2012 года.", "Казахстан")]
    public void A_State_that_stays_away_is_excused_by_its_name(string body, string state) =>
        Assert.Equal(state, Assert.Single(Read(body, "Reunión 4 / Собрание 4").Items.OfType<Regret>()).Name);

    private static MailReading Read(string body, string subject = "JCA-COP") => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        $"From: registry@port.example\nTo: tsbjcacop@itu.int\nSubject: {subject}\nDate: Mon, 10 Sep 2012 08:00:00 +0000\nMessage-ID: <a@port.example>\nMIME-Version: 1.0\n"
        + "Content-Type: text/plain; charset=utf-8\n\n" + body + "\n")));
}
