using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Who comes in whose place, which way of taking part is left for which, and what of a change was not read.</summary>
public class StoodInForTests
{
    private static MailReading Read(string body, string subject = "JCA-COP") => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        $"From: registry@ministry.example\nTo: tsbjcacop@itu.int\nSubject: {subject}\nDate: Mon, 5 Feb 2024 08:00:00 +0000\nMessage-ID: <a@ministry.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + body + "\n")));

    [Theory]
    [InlineData("Mr Ali Hassan will attend the meeting of 14 May 2024 in place of Ms Mona Khaled, who sends her regrets.", "Ali Hassan", "Mona Khaled")]
    [InlineData("M. Paul Girard participera à la réunion du 14 mai 2024 en remplacement de Mme Claire Morvan, qui vous prie de l'excuser.", "Paul Girard", "Claire Morvan")]
    [InlineData("El Sr. Pedro Gómez asistirá a la reunión del 14 de mayo de 2024 en lugar de la Sra. Ana Ruiz, que se excusa.", "Pedro Gómez", "Ana Ruiz")]
    [InlineData("В собрании 14 мая 2024 года вместо Анны Котовой, которая приносит извинения, примет участие Павел Сидоров.", "Павел Сидоров", "Анна Котова")]
    [InlineData("На собрание 14 мая 2024 года вместо П. А. Сидорова поедет А. В. Котова.", "А. В. Котова", "П. А. Сидоров")]
    [InlineData("李娜将代替张伟出席2024年5月14日的会议，张伟因故请假。", "李娜", "张伟")]
    [InlineData("سيحضر اجتماع 14 مايو 2024 السيد علي حسن بدلاً من السيدة منى خالد التي تعتذر.", "علي حسن", "منى خالد")]
    [InlineData("A la reunión del 14 de mayo de 2024 asistirá Ana Ruiz; Pedro Gómez, ya inscrito, no podrá asistir.", "Ana Ruiz", "Pedro Gómez")]
    public void Whoever_stands_in_comes_and_who_is_stood_in_for_does_not(string body, string comes, string away)
    {
        var items = Read(body).Items;
        Assert.Equal([comes], items.OfType<Registration>().Select(item => item.Person.Name));
        Assert.Equal([away], items.OfType<Regret>().Select(item => item.Name));
    }

    [Theory]
    [InlineData("Please change the registration of Ms Lucy Park for the meeting of 14 May 2024 from in person to remote.")]
    [InlineData("Veuillez modifier l'inscription de Mme Claire Morvan à la réunion du 14 mai 2024 : à distance au lieu de sur place.")]
    [InlineData("Rogamos cambien la inscripción de la Sra. Ana Ruiz en la reunión del 14 de mayo de 2024 de presencial a remota.")]
    [InlineData("Просим изменить форму участия Айгуль Сериковой в собрании 14 мая 2024 года с очной на дистанционную.")]
    [InlineData("نرجو تغيير مشاركة السيدة سامية منصور في اجتماع 14 مايو 2024 من حضورية إلى عن بعد.")]
    public void The_way_that_is_left_is_not_the_one_that_counts(string body) =>
        Assert.Equal(AttendanceMode.Remote, Assert.Single(Read(body).Items.OfType<Registration>()).Mode);

    [Fact]
    public void A_noun_that_begins_like_a_family_name_is_nobody() =>
        Assert.DoesNotContain(Read("请将李娜参加2024年5月14日会议的方式由现场改为线上。").Items.OfType<Registration>(), item => item.Person.Name == "方式" || item.Mode == AttendanceMode.InPerson);

    [Theory]
    [InlineData("补充何志强先生的电话：+86 20 5550 7788。另外，周婷的邮箱有误，应为zhouting@humiao.example。")]
    [InlineData("الوظيفة الصحيحة للسيدة سلمى نور هي نائبة المديرة، والهاتف الصحيح +966 11 555 0110.")]
    [InlineData("The correct telephone of Ms Anne Sample is +44 20 7946 0110; her correct post reads otherwise than you wrote.")]
    [InlineData("Le téléphone correct de Mme Claire Morvan est le +33 1 55 50 01 10 ; sa fonction correcte figure dans notre premier courrier.")]
    [InlineData("El teléfono correcto de la Sra. Ana Ruiz es +34 91 555 01 10; el cargo correcto figura en nuestra carta.")]
    [InlineData("Правильный телефон Анны Котовой: +7 495 555-01-10; должность указана неверно.")]
    public void Of_a_change_in_several_parts_the_one_that_was_not_read_is_named(string body)
    {
        var reading = Read(body);
        Assert.True(reading.NeedsAttention, string.Join("; ", reading.Items));
    }

    [Theory]
    [InlineData("We nominate Safe Harbour Trust in reply to TSB Circular 313. Contact: Ms Meera Rao, trustee, m.rao@harbour.example\n\nPlease note that Little Stars Society, nominated earlier, is no longer active and should not be listed.")]
    [InlineData("En réponse à la Circulaire TSB 313, nous désignons l'association Port Sûr (contact : Mme Meera Rao, m.rao@port.example).\n\nL'association « Petites Étoiles », désignée auparavant, n'existe plus et ne doit plus figurer sur la liste.")]
    [InlineData("En respuesta a la Circular TSB 313 designamos a la Fundación Puerto Seguro (contacto: Meera Rao, m.rao@puerto.example).\n\nLa Asociación «Estrellitas», designada antes, se ha disuelto y ya no debe figurar.")]
    [InlineData("В ответ на Циркуляр 313 БСЭ выдвигаем фонд «Безопасная гавань» (контакт: Мира Рао, m.rao@gavan.example).\n\nФонд «Звездочка», выдвинутый ранее, ликвидирован.")]
    [InlineData("关于第313号通函，我们提名安全港基金会（联系人：饶美，m.rao@anquan.example）。\n\n此前提名的“小星星协会”已解散。")]
    [InlineData("رداً على الرسالة المعممة 313 نرشح جمعية المرفأ الآمن (جهة الاتصال: ميرا راو، m.rao@marfa.example).\n\nجمعية «النجوم الصغيرة» التي رشحت سابقاً لم تعد قائمة.")]
    public void What_is_over_beside_what_is_put_forward_is_shown(string body)
    {
        var reading = Read(body, "TSB Circular 313");
        Assert.True(reading.NeedsAttention || reading.Items.OfType<Withdrawal>().Any(), string.Join("; ", reading.Items));
    }

    [Fact]
    public void Whoever_stands_behind_contact_in_an_entry_is_a_contact_and_a_town_is_nobody()
    {
        var items = Read("In reply to TSB Circular 313 we nominate:\n1. Safe Harbour Trust, New Delhi. Contact: Dr (Ms) Meera Rao, trustee, m.rao@harbour.example\n2. CyberKids India, Mumbai. Contact: Mr Anil Kapoor, director, anil@cyberkids.example", "TSB Circular 313").Items;
        Assert.Empty(items.OfType<Representative>());
        Assert.Equal(["Safe Harbour Trust: Meera Rao", "CyberKids India: Anil Kapoor"], items.OfType<Nomination>().Select(item => $"{item.Organization.Name}: {item.Contact?.Name}"));
    }

    [Theory]
    [InlineData("The workshop “Safe Schools Online” of 14 June 2024 has been cancelled.")]
    [InlineData("L'atelier « Écoles sûres » du 14 juin 2024 est annulé.")]
    [InlineData("Семинар «Безопасная школа» 14 июня 2024 года отменен.")]
    [InlineData("“护苗论坛”因故取消。")]
    public void What_is_called_off_is_no_activity_and_is_shown(string body)
    {
        var reading = Read(body);
        Assert.Empty(reading.Items);
        Assert.True(reading.NeedsAttention);
    }

    [Fact]
    public void A_name_put_right_denies_nothing()
    {
        var reading = Read("更正：我方代表姓名应为李娜，不是李那。");
        Assert.Empty(reading.Declines);
        Assert.True(reading.NeedsAttention || reading.Items.OfType<Correction>().Any());
    }

    [Theory]
    [InlineData("Назначаем Анну Гусеву (a.guseva@ministry.example) представителем ИК17 МСЭ-Т в JCA-COP сроком на два года с 1 апреля 2024 года.")]
    [InlineData("We designate Ms Anna Guseva (a.guseva@ministry.example) as our representative to JCA-COP for two years from 1 April 2024.")]
    public void A_seat_for_so_many_years_ends(string body) =>
        Assert.Equal(new DateOnly(2026, 3, 31), Assert.Single(Read(body).Items.OfType<Representative>()).Until);
}
