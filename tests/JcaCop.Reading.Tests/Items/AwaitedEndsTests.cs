using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sorting;

namespace JcaCop.Reading.Tests.Items;

/// <summary>A seat that is given up once something has happened is not given up yet: a person decides when.</summary>
public class AwaitedEndsTests
{
    [Theory]
    [InlineData("We hereby withdraw Mr Peter Lund as our representative in ITU-T Study Group 17 once his successor has been named.")]
    [InlineData("We withdraw Mr Peter Lund as our representative in JCA-COP upon the appointment of his successor.")]
    [InlineData("Please remove Mr Peter Lund from the list of representatives after the next meeting of the JCA.")]
    [InlineData("Please remove Mr Peter Lund from the list of representatives. This takes effect when his successor takes office.")]
    [InlineData("Nous retirons M. Pierre Lund comme représentant auprès de la CE 17 de l’UIT-T dès que son successeur aura été désigné.")]
    [InlineData("Veuillez retirer M. Pierre Lund de la liste des représentants de la JCA-COP après la nomination de son successeur.")]
    [InlineData("Retiramos al Sr. Pedro Lund como representante ante la JCA-COP en cuanto se haya designado a su sucesor.")]
    [InlineData("Sírvanse retirar al Sr. Pedro Lund de la lista de representantes de la JCA-COP tras el nombramiento de su sucesor.")]
    [InlineData("Отзываем г-на Петра Лунина с поста нашего представителя в JCA-COP после назначения преемника.")]
    [InlineData("Просим исключить г-на Петра Лунина из списка представителей в JCA-COP, как только будет назначен его преемник.")]
    [InlineData("نسحب السيد بطرس لوند كممثل لنا في JCA-COP بعد تعيين خلفه.")]
    [InlineData("يرجى حذف السيد بطرس لوند من قائمة ممثلينا في JCA-COP حالما يتم تعيين خلف له.")]
    [InlineData("待继任者任命后，我方撤回李伟先生作为JCA-COP代表。")]
    [InlineData("李伟先生在继任者任命之后不再担任我方在JCA-COP的代表。")]
    public void A_withdrawal_that_awaits_something_waits_for_a_person(string text)
    {
        var gone = Assert.IsType<Withdrawal>(Assert.Single(Mails.Plain("Kim Ortega <k.ortega@ministry.example>", "JCA-COP", text).Items));
        Assert.Equal(Decision.Review, gone.Decision);
    }

    [Theory]
    [InlineData("Please remove Mr Peter Lund from the list of representatives of JCA-COP as soon as possible.")]
    [InlineData("Please remove Mr Peter Lund from the list of representatives of JCA-COP. His successor will be communicated as soon as he is known.")]
    [InlineData("Please remove Mr Peter Lund from the list of representatives of JCA-COP; we shall inform you once a successor has been named.")]
    [InlineData("Veuillez retirer M. Pierre Lund de la liste des représentants de la JCA-COP dès que possible. Nous vous ferons connaître son successeur lorsqu’il sera désigné.")]
    [InlineData("Sírvanse retirar al Sr. Pedro Lund de la lista de representantes de la JCA-COP tan pronto como sea posible; les comunicaremos su sucesor en cuanto se designe.")]
    [InlineData("Просим исключить г-на Петра Лунина из списка представителей в JCA-COP. О его преемнике сообщим, как только он будет назначен.")]
    [InlineData("يرجى حذف السيد بطرس لوند من قائمة ممثلينا في JCA-COP في أقرب وقت ممكن. سنوافيكم باسم خلفه حالما يتم تعيينه.")]
    [InlineData("李伟先生不再担任我方在JCA-COP的代表。继任者确定后另行通知。")]
    public void A_successor_who_will_be_told_later_keeps_nobody_in_the_seat(string text)
    {
        var gone = Assert.IsType<Withdrawal>(Assert.Single(Mails.Plain("Kim Ortega <k.ortega@ministry.example>", "JCA-COP", text).Items));
        Assert.Equal(Decision.Accept, gone.Decision);
    }

    [Theory]
    [InlineData("Mr Peter Lund will be replaced by Ms Ana Li (a.li@ministry.example) as our representative in ITU-T Study Group 17 once the Minister has signed the order.")]
    [InlineData("Mme Anne Li (a.li@ministry.example) remplacera M. Pierre Lund comme représentante auprès de la CE 17 de l’UIT-T dès qu’elle aura pris ses fonctions.")]
    [InlineData("La Sra. Ana Li (a.li@ministry.example) sustituirá al Sr. Pedro Lund como representante ante la Comisión de Estudio 17 del UIT-T en cuanto asuma el cargo.")]
    [InlineData("Г-жа Анна Ли (a.li@ministry.example) заменит г-на Петра Лунина в качестве представителя в 17-й ИК МСЭ-Т, как только вступит в должность.")]
    [InlineData("一旦部长批准，李娜（a.li@ministry.example）将接替李伟担任ITU-T第17研究组代表。")]
    public void Whoever_takes_a_seat_once_something_has_happened_does_not_hold_it_yet(string text)
    {
        var seat = Assert.IsType<Representative>(Assert.Single(Mails.Plain("Kim Ortega <k.ortega@ministry.example>", "JCA-COP", text).Items));
        Assert.Equal(Decision.Review, seat.Decision);
    }

    [Theory]
    [InlineData("Ms Ana Li (a.li@ministry.example) replaces Mr Peter Lund as our representative in ITU-T Study Group 17. Please update your list as soon as possible.")]
    [InlineData("Mme Anne Li (a.li@ministry.example) remplace M. Pierre Lund comme représentante auprès de la CE 17 de l’UIT-T.")]
    public void Whoever_takes_it_now_holds_it(string text)
    {
        var seat = Assert.IsType<Representative>(Assert.Single(Mails.Plain("Kim Ortega <k.ortega@ministry.example>", "JCA-COP", text).Items));
        Assert.Equal(Decision.Accept, seat.Decision);
    }
}
