using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>To whom a mail is written, whom it only puts forward, and who designates others: none of them is the house of those that it names (docs/decisions/0168).</summary>
public sealed class NobodysHouseTests
{
    private static MailReading Read(string address, string text)
    {
        var mail = $"From: <{address}>\nTo: tsbjcacop@itu.int\nDate: Mon, 24 Aug 2015 10:00:00 +0200\nSubject: JCA-COP\nMessage-ID: <house@lark.example>\n"
            + $"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n";
        using var raw = new MemoryStream(Encoding.UTF8.GetBytes(mail));
        return MailReader.Read(raw);
    }

    [Theory]
    [InlineData("To the Secretariat of JCA-COP:\nIreland will be represented at the meeting of 12 October 2015 by:\n1. Ida Holm, Director, ida@min.example, on site\n2. Ole Brandt, Adviser, ole@min.example, remotely")]
    [InlineData("Au Secrétariat de l'UIT,\nLe Gabon inscrit à la réunion du 12 octobre 2015 :\n1. Gilles Moreau, directeur, g.moreau@min.example, en présentiel\n2. Anne Ondo, conseillère, a.ondo@min.example, à distance")]
    [InlineData("A la Secretaría de la UIT:\nChile inscribe para la reunión del 12 de octubre de 2015 a:\n1. Gil Moreno, director, g.moreno@min.example, presencial\n2. Ana Soto, asesora, a.soto@min.example, en línea")]
    [InlineData("Секретариату МСЭ\nВ собрании 12 октября 2015 года примут участие:\n1. Морозов Глеб, начальник отдела, g.morozov@min.example, очно\n2. Белов Иван, эксперт, i.belov@min.example, дистанционно")]
    [InlineData("秘书处：我国将由以下人员参加2015年10月12日的会议：\n毛建国，司长，mao@min.example（现场）\n卓思远，经理，zhuo@min.example（线上）")]
    [InlineData("إلى أمانة الاتحاد الدولي للاتصالات\nيشارك عن الأردن في اجتماع 12 أكتوبر 2015:\n1. جميل المراد، مدير، jamil@min.example، حضوريا\n2. سلمى الحاج، مستشارة، salma@min.example، عن بعد")]
    public void Nobody_who_comes_belongs_to_the_secretariat_to_which_the_mail_is_written(string text)
    {
        var reading = Read("post@min.example", text);
        Assert.Equal(2, reading.Items.OfType<Registration>().Count());
        Assert.All(reading.Items.OfType<Registration>(), coming => Assert.Null(coming.Organization));
        Assert.Null(reading.Respondent?.Organization);
    }

    [Fact]
    public void A_house_whose_name_begins_with_the_same_word_keeps_its_people() =>
        Assert.All(Read("post@min.example", "Estimados señores:\nLa Secretaría de Comunicaciones de Chile inscribe para la reunión del 12 de octubre de 2015 a:\n1. Gil Moreno, director, g.moreno@min.example, presencial").Items.OfType<Registration>(),
            coming => Assert.Contains("Comunicaciones", coming.Organization ?? "Comunicaciones", StringComparison.Ordinal));

    [Fact]
    public void A_salutation_is_nobody_who_comes() =>
        Assert.DoesNotContain(Read("post@min.example", "السادة الأمانة، يرجى تسجيل السيدة سلمى الحاج (salma@min.example) للمشاركة حضوريا في اجتماع 12 أكتوبر 2015.").Items,
            item => item is Registration { Person.Name: "الأمانة" });

    [Theory]
    [InlineData("Dear Sir,\nThe organization active in child online protection in Ireland is the Lark Foundation.\nContact person: Ole Brandt, director, tel. +353 1 555 0101, e-mail ole@lark.example.\nWe also designate Ms Ida Holm (ida@min.example) as our representative in ITU-T SG17.\nRegards,\nJan Lund")]
    [InlineData("Madame, Monsieur,\nL'organisme actif dans ce domaine au Gabon est l'Association Alouette.\nContact : Gilles Moreau, directeur, g.moreau@alouette.example.\nNous désignons également Mme Anne Ondo (a.ondo@min.example) comme représentante à la CE 17 de l'UIT-T.\nCordialement,\nPaul Nzé")]
    [InlineData("Estimados señores:\nLa entidad dedicada a este ámbito en Chile es la Fundación Calandria.\nContacto: Gil Moreno, director, g.moreno@calandria.example.\nAsimismo designamos a la Sra. Ana Soto (a.soto@min.example) como representante ante la Comisión de Estudio 17 del UIT-T.\nAtentamente,\nLuis Vega")]
    [InlineData("Уважаемые господа,\nОрганизацией, работающей в этой области в Армении, является Фонд «Жаворонок».\nКонтактное лицо: Глеб Морозов, директор, g.morozov@lark.example.\nОдновременно назначаем представителем в ИК17 МСЭ-Т г-жу Анну Белову (a.belova@min.example).\nС уважением,\nИван Орлов")]
    [InlineData("您好：\n我国从事该领域工作的组织为百灵基金会。\n联系人：毛建国，主任，邮箱 mao@bailing.example。\n另指定卓思远先生（zhuo@min.example）为ITU-T第17研究组代表。\n李文")]
    [InlineData("تحية طيبة وبعد،\nالجهة العاملة في هذا المجال في الأردن هي جمعية القبرة.\nجهة الاتصال: جميل المراد، مدير، jamil@qubbara.example.\nكما نعين السيدة سلمى الحاج (salma@min.example) ممثلة لنا في لجنة الدراسات 17.\nمروان البيطار")]
    public void A_delegate_does_not_belong_to_the_organization_that_the_same_mail_puts_forward(string text)
    {
        var reading = Read("post@min.example", text);
        Assert.Contains(reading.Items, item => item is Representative);
        Assert.Null(reading.Respondent?.Organization);
    }

    [Fact]
    public void Who_puts_the_own_house_forward_speaks_for_it() =>
        Assert.Equal("Lark Foundation", Read("ole@lark.example",
            "Dear Sir,\nThe Lark Foundation wishes to be nominated as an organization active in this field.\nContact person: Ole Brandt, director, ole@lark.example.\n\nRegards,\nOle Brandt\nLark Foundation").Respondent?.Organization);

    [Theory]
    [InlineData("The Administration of Ireland designates Mr Ole Brandt (ole@min.example, tel. +353 1 555 0101) as representative to ITU-T Study Group 17 and Ms Ida Holm (ida@min.example) as alternate.")]
    [InlineData("L'Administration du Gabon désigne M. Gilles Moreau (g.moreau@min.example, tél. +241 01 55 01 01) comme représentant à la CE 17 de l'UIT-T et Mme Anne Ondo (a.ondo@min.example) comme suppléante.")]
    [InlineData("La Administración de Chile designa al Sr. Gil Moreno, director (g.moreno@min.example), como representante ante la Comisión de Estudio 17 del UIT-T y a la Sra. Ana Soto, asesora (a.soto@min.example), como suplente.")]
    [InlineData("Администрация Армении назначает г-на Глеба Морозова (g.morozov@min.example) представителем в ИК17 МСЭ-Т и г-жу Анну Белову (a.belova@min.example) его заместителем.")]
    [InlineData("我国主管部门指定毛建国先生（mao@min.example）为ITU-T第17研究组代表，卓思远先生（zhuo@min.example）为副代表。")]
    [InlineData("تعين إدارة الأردن السيد جميل المراد (jamil@min.example) ممثلا في لجنة الدراسات 17 والسيدة سلمى الحاج (salma@min.example) مناوبة له.")]
    public void The_alternate_of_one_sentence_has_the_body_of_the_representative(string text)
    {
        var seats = Read("post@min.example", text).Items.OfType<Representative>().ToList();
        Assert.Equal(["ITU-T SG17", "ITU-T SG17"], seats.Select(static seat => seat.Body));
    }

    [Theory]
    [InlineData("我国从事儿童上网保护工作的组织为百灵上网协会。\n联系人：毛建国，主任，电话 +86 28 5550101，邮箱 mao@bailing.example。")]
    [InlineData("我国在该领域开展工作的机构是百灵上网协会，联系人：毛建国，邮箱 mao@bailing.example。")]
    public void A_clause_before_a_chinese_name_is_no_part_of_it(string text) =>
        Assert.All(Read("post@min.example", text).Items.OfType<Nomination>(), put => Assert.Equal("百灵上网协会", put.Organization.Name));
}
