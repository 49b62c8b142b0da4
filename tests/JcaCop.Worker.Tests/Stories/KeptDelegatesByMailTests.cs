using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A delegation told on one line, and who of it stays registered and who does not, told in one sentence.</summary>
public sealed class KeptDelegatesByMailTests : IAsyncDisposable
{
    private const string Jane = "Jane Sample <jane@ministry.example>";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Name"] = "JCA-EX" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private Task OpenAsync() => rig.DeskAsync("member add \"Administration of Australia\" --country AU --email jane@ministry.example\nmeeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote\nmeeting announce 7");

    private async Task<string> StandingAsync() => string.Join(", ", (await rig.RegisterAsync()).All<RegistrationEntry>().OrderBy(entry => entry.Id).Select(entry => $"{entry.Name} {entry.State}"));

    [Theory]
    [InlineData("Delegates: Mr Peter Hall, Ms Ann Marsh, Mr Tom Okafor", "Peter Hall, Ann Marsh, Tom Okafor")]
    [InlineData("Our delegation: Peter Hall (Head of Unit), Ann Marsh (Adviser) and Tom Okafor.", "Peter Hall, Ann Marsh, Tom Okafor")]
    [InlineData("Participants : M. Paul Girard, Mme Anne Morvan et M. Luc Ndiaye", "Paul Girard, Anne Morvan, Luc Ndiaye")]
    [InlineData("Delegados: Sr. Pedro Salas, Sra. Ana Robles y Sr. Luis Paz", "Pedro Salas, Ana Robles, Luis Paz")]
    [InlineData("Делегаты: Пётр Воронин, Анна Белова, Сергей Лаптев", "Пётр Воронин, Анна Белова, Сергей Лаптев")]
    [InlineData("المندوبون: السيد سامي الخوري، السيدة هدى منصور، السيد كريم ناصر", "سامي الخوري, هدى منصور, كريم ناصر")]
    [InlineData("代表：张伟、王芳、李晓梅", "张伟, 王芳, 李晓梅")]
    public async Task Each_of_a_delegation_that_stands_on_one_line_is_registered(string line, string names)
    {
        await OpenAsync();
        var mail = await rig.MailAsync(Jane, "Registration for the JCA-EX meeting of 5 November 2012", line);
        Assert.Equal(names.Split(", ").Length, mail.Items.Count(item => item.Type == "registration"));
        // a bare list says little: a person may be asked, once for all of them
        if (mail.Line.State == MessageState.Held) await rig.DeskAsync($"review accept {mail.Line.Id}");
        Assert.Equal(string.Join(", ", names.Split(", ").Select(name => $"{name} Registered")), await StandingAsync());
    }

    [Theory]
    [InlineData("Delegates: to be announced, names will follow")]
    [InlineData("Participants: ministries, regulators, industry")]
    public async Task A_line_that_names_nobody_registers_nobody(string line)
    {
        await OpenAsync();
        var mail = await rig.MailAsync(Jane, "Registration for the JCA-EX meeting of 5 November 2012", line);
        if (mail.Line.State == MessageState.Held) await rig.DeskAsync($"review accept {mail.Line.Id}");
        Assert.Equal("", await StandingAsync());
    }

    [Theory]
    [InlineData("Peter Hall, Ann Marsh, Tom Okafor", "Please keep Peter Hall's registration, cancel Ann Marsh and Tom Okafor.")]
    [InlineData("Peter Hall, Ann Marsh, Tom Okafor", "Kindly cancel the registrations of Ms Marsh and Mr Okafor, and keep that of Mr Hall.")]
    [InlineData("Paul Girard, Anne Morvan, Luc Ndiaye", "Merci de maintenir l'inscription de M. Paul Girard et d'annuler celles de Mme Anne Morvan et de M. Luc Ndiaye.")]
    [InlineData("Pedro Salas, Ana Robles, Luis Paz", "Mantengan la inscripción de Pedro Salas y cancelen la de Ana Robles y Luis Paz.")]
    [InlineData("Пётр Воронин, Анна Белова, Сергей Лаптев", "Просим сохранить регистрацию Петра Воронина, а регистрацию Анны Беловой и Сергея Лаптева отменить.")]
    [InlineData("سامي الخوري, هدى منصور, كريم ناصر", "نرجو الإبقاء على تسجيل السيد سامي الخوري وإلغاء تسجيل السيدة هدى منصور والسيد كريم ناصر.")]
    [InlineData("张伟, 王芳, 李晓梅", "请保留张伟的注册，取消王芳和李晓梅的注册。")]
    public async Task One_stays_and_the_others_go_by_one_sentence(string names, string words)
    {
        await OpenAsync();
        var all = names.Split(", ");
        foreach (var (index, name) in all.Index()) await rig.DeskAsync($"meeting register 7 \"{name}\" --country AU --email delegate{index}@ministry.example");
        var mail = await rig.MailAsync(Jane, "JCA-EX meeting of 5 November 2012", words);
        Assert.Equal((MessageState.Processed, null), (mail.Line.State, mail.Line.Reason));
        Assert.Equal($"{all[0]} Registered, {all[1]} Cancelled, {all[2]} Cancelled", await StandingAsync());
    }

    [Theory]
    // somebody is named whom nobody has registered; it may or may not be
    [InlineData("Please keep Peter Hall's registration, cancel Ann Marsh and Mr Bruno Falk.")]
    [InlineData("Should we keep Peter Hall's registration and cancel Ann Marsh?")]
    public async Task Where_it_is_not_plain_who_goes_a_person_is_asked(string words)
    {
        await OpenAsync();
        foreach (var (index, name) in new[] { "Peter Hall", "Ann Marsh", "Tom Okafor" }.Index()) await rig.DeskAsync($"meeting register 7 \"{name}\" --country AU --email delegate{index}@ministry.example");
        var mail = await rig.MailAsync(Jane, "JCA-EX meeting of 5 November 2012", words);
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.NotNull(mail.Line.Reason);
        Assert.Equal("Peter Hall Registered, Ann Marsh Registered, Tom Okafor Registered", await StandingAsync());
    }
}
