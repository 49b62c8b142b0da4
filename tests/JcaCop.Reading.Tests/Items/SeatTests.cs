using System.Text;
using JcaCop.Reading.Items;
using Xunit;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Who is put forward, who replaces whom and what is taken back, in sentences of six languages.</summary>
public class SeatTests
{
    private static MailReading Read(string text, string from = "Registry <registry@desk.example>", string subject = "Your letter")
    {
        var raw = $"Date: Tue, 20 Nov 2012 10:00:00 +0000\nFrom: {from}\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(raw));
        return MailReader.Read(stream, TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<Representative> Seats(string text) => [.. Read(text).Items.OfType<Representative>()];

    [Theory]
    [InlineData("Please take note that Mr. Henrik Lund (henrik.lund@nordnet.example) has succeeded Ms. Astrid Vik as focal point of NordNet Telecom AS.", "Henrik Lund", "Astrid Vik", SeatRole.FocalPoint)]
    [InlineData("Nous vous prions de remplacer M. Luc Perrin par Mme Sylvie Roche (sylvie.roche@telco.example), en tant que représentante de Telco France SA.", "Sylvie Roche", "Luc Perrin", SeatRole.Representative)]
    [InlineData("La nueva representante del Consejo de Redes es Ximena Quiroga (xquiroga@crb.example), que sustituye a Jorge Terán desde el 1 de abril.", "Ximena Quiroga", "Jorge Terán", SeatRole.Representative)]
    [InlineData("Вера Павловна Дымова перешла на другую работу. Вместо неё Союз сетей «Парус» теперь представляет Глеб Львович Рощин, советник, roshchin@parus.example.", "Глеб Львович Рощин", "Вера Павловна Дымова", SeatRole.Representative)]
    public void Who_comes_and_who_goes_are_told_apart(string text, string comes, string goes, SeatRole role)
    {
        var seat = Assert.Single(Seats(text));
        Assert.Equal(comes, seat.Person.Name);
        Assert.Equal(goes, seat.Replaces);
        Assert.Equal(role, seat.Role);
    }

    [Theory]
    [InlineData("Mr Ole Brandt has left us. In his place the Fjord Media Board will be represented by me.\n\nIda Holm\nAdviser\nFjord Media Board", "Ida Holm <ida.holm@fjord.example>", "Ida Holm", "Ole Brandt")]
    public void The_writer_may_take_the_seat_of_one_who_left(string text, string from, string comes, string goes)
    {
        var seat = Assert.Single(Read(text, from).Items.OfType<Representative>());
        Assert.Equal(comes, seat.Person.Name);
        Assert.Equal(goes, seat.Replaces);
    }

    [Theory]
    [InlineData("The Ministry of Networks has designated Mr. Abel Moyo, Director (abel.moyo@mn.example), as its representative and Mrs. Rita Zulu, Legal Officer (rita.zulu@mn.example), as alternate.")]
    [InlineData("The Ministry of Networks designates Dr. Alan Reyes (alan.reyes@mn.example) and Ms. Joy Cruz (joy.cruz@mn.example), respectively as representative and alternate.")]
    [InlineData("La Superintendencia de Redes ha dispuesto que la representen la Abogada Ana Meraz, Jefa Legal (ameraz@sr.example), en calidad de titular, y el Ingeniero Luis Padilla (lpadilla@sr.example), en calidad de suplente.")]
    [InlineData("Le Ministère des réseaux a désigné :\n\n- M. Paul AGBEKO, Directeur, p.agbeko@mr.example, comme représentant ;\n- Mme Afi TSOGBE, Ingénieure, a.tsogbe@mr.example, comme suppléante.")]
    [InlineData("兹通知，我公司派张伟（标准部经理，zhangwei@dahe.example）担任研究组17的代表，刘洋（高级工程师，liuyang@dahe.example）为候补代表。\n\n大河通信股份有限公司")]
    public void A_role_behind_a_name_is_that_persons_even_where_another_follows(string text) =>
        Assert.Equal([SeatRole.Representative, SeatRole.Alternate], Seats(text).Select(seat => seat.Role));

    [Theory]
    [InlineData("Circular 313: we propose to invite the Harbour Youth Trust; its director Colin Braithwaite is at c.braithwaite@hyt.example.", "Colin Braithwaite", "director")]
    [InlineData("Circular 313: proponemos que se invite a la Red Pantallas Sanas, cuya secretaria es Inés Arrospide (inesa@pantallas.example).", "Inés Arrospide", "secretaria")]
    [InlineData("Циркуляр 313: рекомендуем пригласить Ассоциацию школьных сетей, исполнительный директор Тимур Бообеков, boobekov@shkola.example.", "Тимур Бообеков", "исполнительный директор")]
    public void A_post_proves_the_bare_name_behind_it(string text, string name, string post)
    {
        var nomination = Assert.Single(Read(text).Items.OfType<Nomination>());
        Assert.Equal(name, nomination.Contact?.Name);
        Assert.Equal(post, nomination.Contact?.Function);
    }

    [Theory]
    [InlineData("Last year we gave you the name of Castle Youth Media Centre. Please withdraw that nomination, as the Centre has since closed.", "Castle Youth Media Centre")]
    [InlineData("Nous avions inscrit l'association Clic Clair. Cette association ne fonctionne plus : merci de la rayer de la liste.", "Clic Clair")]
    [InlineData("Просим исключить из списка организаций Фонд «Светлячок», так как он прекратил деятельность.", "Фонд «Светлячок»")]
    [InlineData("نرجو سحب ترشيح مؤسسة الأمل الرقمي لعدم رغبتها في الاستمرار.", "مؤسسة الأمل الرقمي")]
    [InlineData("请将“小海豚网络社”从名单中删除。", "小海豚网络社")]
    public void A_withdrawal_names_what_it_takes_back_and_no_word_more(string text, string name) =>
        Assert.Equal(name, Assert.Single(Read(text).Items.OfType<Withdrawal>()).Name);

    [Theory]
    [InlineData("Correction: the Harbour Youth Trust has moved; it is now at 12 Quay Street, Bridgetown.", "12 Quay Street, Bridgetown")]
    [InlineData("L'association Clic Clair a déménagé : elle est désormais située 8 avenue Pompidou, Dakar.", "8 avenue Pompidou, Dakar")]
    [InlineData("La Cooperativa Hornero se mudó: ahora está en Avda. Artigas 5550, Montevideo.", "Avda. Artigas 5550, Montevideo")]
    [InlineData("انتقل مقر مؤسسة زهرة الجبل إلى شارع الزيتون 55، غريان.", "شارع الزيتون 55، غريان")]
    public void A_move_is_a_correction_of_the_address(string text, string address) =>
        Assert.Equal(address, Assert.Single(Read(text).Items.OfType<Correction>()).Organization?.Address);

    [Fact]
    public void A_new_name_may_stand_in_the_sentence_behind_the_old()
    {
        var correction = Assert.Single(Read("Tonga Youth Online has a new name. It is now called Tonga Digital Youth Association.").Items.OfType<Correction>());
        Assert.Equal("Tonga Youth Online", correction.Name);
        Assert.Equal("Tonga Digital Youth Association", correction.Organization?.Name);
    }

    [Fact]
    public void Who_is_to_stand_in_for_another_is_the_alternate()
    {
        var seats = Seats("قد عينت هيئة الشبكات المهندسة ليلى حسن الزهراني، مديرة المعايير، ممثلة لها، بريدها l.alzahrani@cra.example، والمهندس فهد القحطاني بديلاً عنها (f.alqahtani@cra.example).");
        Assert.Equal([("ليلى حسن الزهراني", SeatRole.Representative), ("فهد القحطاني", SeatRole.Alternate)], seats.Select(seat => (seat.Person.Name, seat.Role)));
    }

    [Fact]
    public void Whoever_is_named_beside_the_representative_shares_the_body()
    {
        var seats = Seats("بناءً على التعميم 278، نسمي المهندسة سحر الطيب، رئيسة قسم الحوكمة، ممثلةً للجمعية في لجنة الدراسات 13 (sahar@qubbara.example)، والسيد كنان رزق، محلل أول، مناوباً لها (kinan@qubbara.example).");
        Assert.Equal([("سحر الطيب", "ITU-T SG13", SeatRole.Representative), ("كنان رزق", "ITU-T SG13", SeatRole.Alternate)], seats.Select(seat => (seat.Person.Name, seat.Body, seat.Role)));
    }

    /// <summary>Who comes, who goes or whose the role is comes out wrong here; nobody may be recorded so.</summary>
    [Theory]
    [InlineData("تم تعيين السيد كريم بوعزيز ممثلا جديدا لشركة أمواج للاتصالات خلفا للسيد نبيل العربي، وبريده kbouaziz@amwaj.example")]
    public void What_is_misread_waits_for_a_person(string text) => Assert.All(Seats(text), seat => Assert.Equal(Decision.Review, seat.Decision));
}
