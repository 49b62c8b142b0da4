using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Delegations that a note verbale names, with what each is in it, and how each of two takes part.</summary>
public class DelegationTests
{
    private static MailReading Read(string body) => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        $"From: registry@ministry.example\nTo: tsbjcacop@itu.int\nSubject: Note verbale\nDate: Mon, 5 Feb 2024 08:00:00 +0000\nMessage-ID: <a@ministry.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + body + "\n")));

    private const string English = "The Permanent Mission of Ghana presents its compliments to the secretariat of JCA-COP and has the honour to inform it that the delegation of Ghana to the eighth meeting (Geneva, 14 May 2024) will be composed of:\n\n";
    private const string French = "La Mission permanente de la Côte d'Ivoire présente ses compliments au secrétariat et a l'honneur de lui communiquer la composition de la délégation ivoirienne à la huitième réunion (Genève, 14 mai 2024) :\n\n";
    private const string Spanish = "La Misión Permanente del Perú saluda a la secretaría y tiene el honor de comunicarle la composición de la delegación peruana en la octava reunión (Ginebra, 14 de mayo de 2024):\n\n";
    private const string Russian = "Постоянное представительство Российской Федерации имеет честь сообщить, что в восьмом собрании (Женева, 14 мая 2024 года) примет участие делегация в составе:\n\n";
    private const string Arabic = "تهدي البعثة الدائمة للمملكة العربية السعودية أطيب تحياتها إلى الأمانة، وتتشرف بإبلاغها بأن وفد المملكة إلى الاجتماع الثامن (جنيف، 14 مايو 2024) سيتألف من:\n\n";
    private const string Chinese = "中国代表团将出席2024年5月14日在日内瓦举行的JCA-COP第八次会议，名单如下：\n";

    [Theory]
    [InlineData(English + "1. Ms Efua Mensah, Head of Delegation, Director, Ministry of Communications (e.mensah@moc.example)\n2. Ms Ama Owusu, Adviser, Ministry of Education", "Efua Mensah", "Director")]
    [InlineData(English + "Ms Efua Mensah (Head of Delegation), Director, Ministry of Communications\nMr Kofi Boateng (Deputy Head of Delegation), Senior Engineer, National Communications Authority", "Efua Mensah", "Director")]
    [InlineData(French + "- M. Koffi N'GUESSAN, Directeur général, ARTCI, chef de délégation ;\n- Mme Mariam TOURÉ, Sous-directrice, Ministère de la Communication.", "Koffi N'GUESSAN", "Directeur général")]
    [InlineData(Spanish + "- Sra. Ana Ruiz, jefa de la delegación, directora general, Ministerio de Transportes (aruiz@mtc.example)\n- Sr. Pedro Gómez, miembro, asesor, Ministerio de Educación", "Ana Ruiz", "directora general")]
    [InlineData(Russian + "– Кузнецов Андрей Петрович, глава делегации, директор департамента, Минцифры;\n– Орлова Татьяна Викторовна, член делегации, эксперт, НИИ Радио (t.orlova@niir.example);", "Кузнецов Андрей Петрович", "директор департамента")]
    [InlineData(Arabic + "1- السيد فهد العتيبي، رئيس الوفد، مدير عام الشؤون الدولية، هيئة الاتصالات (f.alotaibi@cst-sa.example)\n2- السيدة نورة القحطاني، عضو، مستشارة، وزارة التعليم (n.alqahtani@moe-sa.example)", "فهد العتيبي", "مدير عام الشؤون الدولية")]
    [InlineData(Chinese + "1. 郑国华（团长），国际合作司副司长\n2. 林小燕（团员），中国信息通信研究院高级工程师\n\n国际合作司", "郑国华", "国际合作司副司长")]
    public void The_head_of_a_delegation_is_one_participant_with_a_post_and_the_rank(string body, string name, string function)
    {
        var coming = Read(body).Items.OfType<Registration>().ToList();
        Assert.Equal(2, coming.Count);
        Assert.Equal((name, DelegationRank.Head), (coming[0].Person.Name, coming[0].Rank));
        Assert.StartsWith(function, coming[0].Person.Function, StringComparison.Ordinal);
        Assert.NotEqual(DelegationRank.Head, coming[1].Rank);
    }

    [Fact]
    public void A_deputy_head_is_no_head() =>
        Assert.Equal([DelegationRank.Head, DelegationRank.Deputy], Read(English + "Ms Efua Mensah (Head of Delegation), Director\nMr Kofi Boateng (Deputy Head of Delegation), Senior Engineer").Items.OfType<Registration>().Select(item => item.Rank));

    [Theory]
    [InlineData(Chinese + "团长：郑国华，工业和信息化部国际合作司副司长\n团员：林小燕，高级工程师（linxy@caict.example）", "郑国华")]
    [InlineData("因工作原因，郑国华副司长无法出席2024年5月14日的会议，团长改由国际合作司处长高翔担任。", "高翔")]
    [InlineData("The Permanent Mission of Ghana informs the secretariat that Ms Efua Mensah will be unable to attend the meeting on 14 May 2024 and that Mr Yaw Addo, Deputy Director, will lead the delegation in her place.", "Yaw Addo")]
    public void Who_leads_is_told_by_a_label_and_in_running_text_too(string body, string name) =>
        Assert.Equal(name, Assert.Single(Read(body).Items.OfType<Registration>(), item => item.Rank == DelegationRank.Head).Person.Name);

    [Theory]
    [InlineData("Ms Efua Mensah (e.mensah@ministry.example) is unable to travel; her deputy will take part remotely in the meeting on 14 May 2024.")]
    [InlineData("Ms Efua Mensah, Director, Ministry of Communications (e.mensah@ministry.example), cannot travel to the meeting on 14 May 2024; one of our experts will connect remotely.")]
    [InlineData("Mme Efua Mensah (e.mensah@ministry.example) ne peut pas voyager ; son adjointe suivra à distance la réunion du 14 mai 2024.")]
    [InlineData("Ms Efua Mensah (e.mensah@ministry.example) was unable to attend the last meeting. Please send her the documents of the meeting on 14 May 2024.")]
    [InlineData("Mme Efua Mensah (e.mensah@ministry.example) n'a pas pu assister à la dernière réunion. Prière de lui envoyer les documents de la réunion du 14 mai 2024.")]
    public void Who_cannot_travel_while_another_follows_from_afar_or_missed_the_last_meeting_is_a_question(string body) =>
        Assert.All(Read(body).Items.Where(item => item is Registration or Regret), item => Assert.Equal(Decision.Review, item.Decision));

    [Fact]
    public void A_member_of_something_else_keeps_the_word_as_a_post() =>
        Assert.Equal("The rapporteur, member, board", DelegationRanks.Blank("The rapporteur, member, board"));

    [Theory]
    [InlineData("Please register me and my colleague Ana Ruiz (ana@x.example) for the meeting on 14 May 2024. I will come to Geneva, she will connect remotely.\n\nPedro Gómez", "Pedro Gómez")]
    [InlineData("Veuillez m'inscrire ainsi que ma collègue Mme Anne Roux (a.roux@x.example) à la réunion du 14 mai 2024. Je viendrai à Genève, elle participera à distance.\n\nPaul Girard", "Paul Girard")]
    [InlineData("Прошу зарегистрировать меня и моего коллегу Дильшода Каримова (d.karimov@x.example) на собрание 14 мая 2024 года. Я приеду в Женеву, он подключится удаленно.\n\nХасан Гуломов", "Хасан Гуломов")]
    [InlineData("请为我和同事王磊（wl@x.example）登记2024年5月14日的会议。我将现场参加，他将线上参加。\n\n陈美玲", "陈美玲")]
    [InlineData("Solicito mi inscripción y la de mi colega Pedro Gómez (p@x.example) para la reunión del 14 de mayo de 2024. Yo viajaré a Ginebra, él se conectará a distancia.\n\nAna Ruiz", "Ana Ruiz")]
    public void Each_of_two_takes_part_as_is_said_of_each(string body, string writer)
    {
        var coming = Read(body).Items.OfType<Registration>().ToList();
        Assert.Equal(2, coming.Count);
        Assert.All(coming, one => Assert.Equal(one.Person.Name == writer ? AttendanceMode.InPerson : AttendanceMode.Remote, one.Mode));
    }

    [Fact]
    public void Whoever_cannot_be_in_the_room_and_takes_part_from_afar_instead_comes()
    {
        var items = Read("您好！\n\n新日期我无法到场，改为线上参加2024年5月14日的会议。\n\n陈美玲").Items;
        Assert.Equal(AttendanceMode.Remote, Assert.IsType<Registration>(Assert.Single(items)).Mode);
    }

    [Theory]
    [InlineData("原定于2024年6月1日举办的“护苗论坛”因故取消。")]
    [InlineData("The workshop \"Safe Schools Online\", announced for 3 June 2024 in Accra, has been cancelled.")]
    public void What_is_called_off_is_nobody_who_comes_or_stays_away(string body)
    {
        var reading = Read(body);
        Assert.Empty(reading.Items);
        Assert.True(reading.NeedsAttention);
    }

    [Theory]
    [InlineData("自4月1日起，第17研究组代表张伟的任期结束，暂无接替人选。", "张伟")]
    [InlineData("The mandate of our representative, Mr Peter Hall, expired on 31 March 2024. We have no replacement.", "Peter Hall")]
    [InlineData("El mandato del Sr. Pedro Gómez como representante de la CE 17 finaliza el 31 de marzo de 2024; aún no hay sucesor.", "Pedro Gómez")]
    [InlineData("تنتهي ولاية السيد علي حسن ممثلاً للجنة الدراسات 17 في 31 مارس 2024، ولم يُعيَّن خلف له بعد.", "علي حسن")]
    public void A_term_that_is_over_ends_the_seat_and_puts_nothing_forward(string body, string name)
    {
        var reading = Read(body + "\n\nSecretariat");
        var gone = Assert.IsType<Withdrawal>(Assert.Single(reading.Items));
        Assert.Equal((name, new DateOnly(2024, 3, 31)), (gone.Name, gone.Until));
        Assert.Empty(reading.Declines);
    }

    [Theory]
    [InlineData("第17研究组代表张伟的任期于2024年3月31日届满，尚无继任人选。")]
    [InlineData("Le mandat de M. Paul GIRARD comme représentant de la CE 17 prend fin le 31 mars 2024 ; son successeur n'est pas encore désigné.")]
    [InlineData("Полномочия представителя ИК17 П. А. Сидорова истекают 31 марта 2024 года, преемник пока не назначен.")]
    public void No_successor_yet_is_no_answer_to_a_circular(string body) => Assert.Empty(Read(body).Declines);
}
