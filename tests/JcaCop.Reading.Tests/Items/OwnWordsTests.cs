using System.Text;
using JcaCop.Reading.Items;
using Xunit;

namespace JcaCop.Reading.Tests.Items;

/// <summary>What belongs to a name, to a title and to a statement itself.</summary>
public class OwnWordsTests
{
    private static MailReading Read(string text, string subject = "Your letter", string? file = null)
    {
        var body = file is null ? $"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}"
            : $"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n--b\nContent-Type: application/octet-stream; name={file}\nContent-Disposition: attachment; filename={file}\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n";
        var raw = $"Date: Tue, 20 Nov 2012 10:00:00 +0000\nFrom: Desk <desk@ministry.example>\nSubject: {subject}\nMIME-Version: 1.0\n{body}";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(raw));
        return MailReader.Read(stream, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("M. d'Alembert ne participera pas à la réunion du 14 mai 2013.", "d'Alembert")]
    [InlineData("Mme d’Orval ne participera pas à la réunion du 14 mai 2013.", "d’Orval")]
    [InlineData("Mme D'ORVAL ne participera pas à la réunion du 14 mai 2013.", "D'ORVAL")]
    [InlineData("Mr d'Souza will not attend the meeting of 14 May 2013.", "d'Souza")]
    [InlineData("El Sr. D'Alessandro no podrá asistir a la reunión del 14 de mayo de 2013.", "D'Alessandro")]
    [InlineData("Mme Hélène d'ORVAL ne participera pas à la réunion du 14 mai 2013.", "Hélène d'ORVAL")]
    [InlineData("Ms O'Hara will not attend the meeting of 14 May 2013.", "O'Hara")]
    public void A_surname_that_begins_with_an_elided_particle_is_read_whole(string text, string name) => Assert.Equal(name, Assert.Single(Read(text).Items.OfType<Regret>()).Name);

    [Fact]
    public void A_house_in_capitals_behind_a_surname_in_capitals_is_none_of_it() =>
        Assert.DoesNotContain("ARTCI", Assert.Single(Read("Mme Awa KONÉ d'ARTCI ne participera pas à la réunion du 14 mai 2013.").Items.OfType<Regret>()).Name, StringComparison.Ordinal);

    [Theory]
    [InlineData("Направляем вклад Российской Федерации «Фильтрация контента для детей» для собрания JCA-COP 14 мая 2013 года.", "Фильтрация контента для детей", null)]
    [InlineData("现提交中国的文稿《未成年人模式技术要求》（见附件），供JCA-COP会议（2013年5月14日）审议。\n\n国际合作司", "未成年人模式技术要求", "中国")]
    [InlineData("Please find attached the contribution of India \"Age checks in app stores\" to the meeting of 14 May 2013.", "Age checks in app stores", "India")]
    [InlineData("Veuillez trouver ci-joint la contribution de la Côte d'Ivoire « L'éducation aux médias » à la réunion du 14 mai 2013.", "L'éducation aux médias", "Côte d'Ivoire")]
    public void A_State_that_submits_is_the_source_and_no_part_of_the_title(string text, string title, string? source)
    {
        var contribution = Assert.Single(Read(text, "Contribution", "text.docx").Items.OfType<Contribution>());
        Assert.Equal((title, source), (contribution.Title?.Trim(), contribution.Source));
    }

    [Theory]
    [InlineData("Veuillez maintenir l'inscription de Mme Anne Roux à la réunion et annuler celles de M. Paul Girard et de Mme Claire Morvan.", "Paul Girard", "Claire Morvan")]
    [InlineData("Mantengan la inscripción de la Sra. Ana Ruiz en la reunión y cancelen las del Sr. Pedro Gómez y de la Sra. Eva Mora.", "Pedro Gómez", "Eva Mora")]
    [InlineData("Просим сохранить регистрацию Анны Образцовой на собрание и отменить регистрацию Петра Иванова и Сергея Волкова.", "Петр Иванов", "Сергей Волков")]
    [InlineData("请保留王小明的注册，取消李华和张伟的注册。", "李华", "张伟")]
    [InlineData("يرجى الإبقاء على تسجيل السيدة هدى سالم وإلغاء تسجيل السيد كريم ناصر والسيد عمر فارس.", "كريم ناصر", "عمر فارس")]
    public void Who_is_kept_stays_and_all_who_are_cancelled_in_the_same_sentence_go(string text, params string[] names) =>
        Assert.Equal(names, Read(text, "Registration").Items.OfType<Withdrawal>().Select(item => item.Name));

    [Theory]
    [InlineData("Dear colleagues,\n\nThe meeting of 12 November 2012 was attended by Ms Anna Sample (Kenya), Mr Peter Hall (Australia) and, remotely, Ms Claire Morvan.")]
    [InlineData("Chers collègues,\n\nOnt participé à la réunion : Mme Awa Ndiaye (Sénégal), M. Paul Girard (France) à distance. Le rapport suit.")]
    [InlineData("Estimados colegas:\n\nParticiparon en la reunión la Sra. Ana Ruiz (España) y el Sr. Pedro Gómez (Perú), a distancia.")]
    [InlineData("Уважаемые коллеги!\n\nВ собрании приняли участие г-жа Анна Петросян (Армения) и г-н Сергей Волков (удаленно).")]
    [InlineData("各位同事：\n\n王小明先生（新加坡）和李华女士（线上）参加了会议。")]
    [InlineData("السادة الأفاضل،\n\nشارك في الاجتماع السيدة هدى سالم (عمان) والسيد كريم ناصر عن بعد.")]
    public void Who_is_said_to_have_come_is_not_registered(string text)
    {
        var reading = Read(text, "JCA-COP meeting");
        Assert.DoesNotContain(reading.Items, item => item is Registration);
        Assert.True(reading.NeedsAttention);
    }

    [Theory]
    [InlineData("Chers collègues,\n\nMme Awa Ndiaye, qui a participé à la dernière réunion, assistera à la réunion du 12 novembre 2012.")]
    [InlineData("Dear colleagues,\n\nMs Awa Ndiaye, who took part in the last meeting, will attend the meeting of 12 November 2012.")]
    public void Who_came_last_time_and_will_come_again_is_registered(string text) => Assert.Contains(Read(text, "JCA-COP meeting").Items, item => item is Registration { Person.Name: "Awa Ndiaye" });

    [Theory]
    [InlineData("您好：\n\n现附上海鸥科技有限公司的文稿《未成年人保护技术》，请提交2013年5月14日的会议。\n\n赵丽\n海鸥科技有限公司", "海鸥科技有限公司", Decision.Accept)]
    [InlineData("您好：\n\n现附上青松科技有限公司的文稿《未成年人保护技术》，请提交2013年5月14日的会议。\n\n赵丽", "青松科技有限公司", Decision.Accept)]
    public void The_verb_of_enclosing_is_no_part_of_the_name_behind_it(string text, string source, Decision decision)
    {
        var contribution = Assert.Single(Read(text, "文稿", "text.docx").Items.OfType<Contribution>());
        Assert.Equal((source, decision), (contribution.Source, contribution.Decision));
    }

    [Theory]
    [InlineData("各位同事：\n\n我的同事江涛接替我担任ITU-T第17研究组的代表。\n\n此致\n赵丽")]
    [InlineData("各位同事：\n\n我将离任。我的同事江涛接替我担任SG17代表，电子邮件：jiangtao@house.example。\n\n赵丽")]
    public void Whose_colleague_comes_instead_takes_no_seat(string text)
    {
        var seat = Assert.Single(Read(text, "代表变更").Items.OfType<Representative>());
        Assert.Equal(("江涛", "赵丽"), (seat.Person.Name, seat.Replaces));
    }

    [Theory]
    [InlineData("Meeting of 5 November", "Please register me for the meeting of JCA-COP to be held on 12 November 2013.", "2013-11-12")]
    [InlineData("Registration JCA-COP meeting 5 November", "I will attend the meeting on 6 November 2013 in person.", "2013-11-06")]
    [InlineData("Inscription réunion du 5 novembre", "Je participerai à la réunion du 12 novembre 2013.", "2013-11-12")]
    [InlineData("Meeting of 5 November 2013", "I will attend the meeting on 6 November in person.", "2013-11-05")]
    public void A_day_of_the_subject_without_its_year_gives_way_to_the_whole_date_of_the_text(string subject, string text, string day) =>
        Assert.Equal(day, Read(text, subject).Answers.Meeting?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("联络声明 SG16-LS77", "来源：ITU-T第16研究组\n标题：关于可信人工智能的联络声明（SG16-LS77）\n\n联络声明\n\n供采取行动：JCA-COP\n供参考：ITU-T第17研究组\n批准：ITU-T第16研究组\n截止日期：2013年3月29日\n\n请于3月29日前答复。", "SG16-LS77")]
    [InlineData("LS SG16-LS77", "Source: ITU-T Study Group 16\nTitle: Referring to trust marks (SG16-LS77)\n\nLIAISON STATEMENT\n\nFor action to: JCA-COP\nFor information to: ITU-T SG17\nApproval: SG16\nDeadline: 29 March 2013\n\nPlease reply.", "SG16-LS77")]
    public void A_statement_whose_own_number_stands_in_its_title_does_not_answer_itself(string subject, string text, string number)
    {
        var statement = Assert.Single(Read(text, subject).Items.OfType<Liaison>());
        Assert.Equal((number, null), (statement.Reference, statement.InReplyTo));
    }

    [Fact]
    public void A_number_of_another_group_in_the_title_is_still_what_is_answered() =>
        Assert.Equal("JCA-COP-LS1", Assert.Single(Read("Source: ITU-T Study Group 16\nTitle: LS on trust marks (reply to JCA-COP-LS1)\n\nLIAISON STATEMENT\n\nFor action to: -\nFor information to: JCA-COP\nApproval: SG16\nContact: Jane Roe, jane.roe@sg16.example\n\nWe reply.").Items.OfType<Liaison>()).InReplyTo);
}
