using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Who stays away after all, and who comes instead, told in few words by the house that registered them (docs/decisions/0147).</summary>
public sealed class OwnDelegatesByMailTests : IAsyncDisposable
{
    private const string Jane = "Jane Sample <jane@ministry.example>";
    private const string Ben = "Ben <b.marsden@ministry.example>";

    private readonly TalkRig rig = new(over: new Dictionary<string, string?> { ["Groups:g:Name"] = "JCA-EX" });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task RegisterAsync(params string[] further)
    {
        await rig.DeskAsync("member add \"Administration of Australia\" --country AU --email jane@ministry.example\nmeeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote\nmeeting announce 7");
        var told = await rig.MailAsync(Jane, "Registration for the JCA-EX meeting of 5 November 2012", $"""
            The Administration of Australia registers the following delegates for the JCA-EX meeting of 5 November 2012:

            1. Mr Benjamin Marsden, b.marsden@ministry.example
            2. Ms Ruth Okonkwo, r.okonkwo@ministry.example
            """);
        if (told.Line.State == MessageState.Held) await rig.DeskAsync($"review accept {told.Line.Id}");
        foreach (var (index, name) in further.Index()) await rig.DeskAsync($"meeting register 7 \"{name}\" --country AU --email delegate{index}@ministry.example");
        await rig.SendAsync();
    }

    private async Task<RegistrationEntry> OfAsync(string name) => Assert.Single((await rig.RegisterAsync()).All<RegistrationEntry>(), entry => entry.Name == name);

    [Theory]
    [InlineData(Jane, "Benjamin Marsden", "Dear colleagues,\n\nUnfortunately, Benjamin cannot travel after all.\n\nJane")]
    [InlineData(Jane, "Benjamin Marsden", "Mr Marsden will not come after all.")]
    [InlineData(Jane, "Benjamin Marsden", "Mr Marsden has had to cancel his trip.")]
    [InlineData(Jane, "Benjamin Marsden", "Bonjour,\n\nMalheureusement, Benjamin ne pourra finalement pas venir.")]
    [InlineData(Jane, "Benjamin Marsden", "M. Marsden ne peut plus se déplacer.")]
    [InlineData(Jane, "Benjamin Marsden", "El Sr. Marsden ya no puede venir.")]
    [InlineData(Jane, "Benjamin Marsden", "Marsden не сможет приехать.")]
    [InlineData(Jane, "Benjamin Marsden", "Marsden先生因故不能出席了。")]
    [InlineData(Jane, "Benjamin Marsden", "السيد Marsden لن يحضر بعد الآن.")]
    [InlineData(Jane, "Сергей Лаптев", "К сожалению, Сергей не сможет приехать.")]
    [InlineData(Jane, "王晓明", "王先生不能出席会议了。")]
    [InlineData(Jane, "كريم منصور", "للأسف لن يتمكن كريم من السفر.")]
    [InlineData(Ben, "Benjamin Marsden", "Unfortunately I cannot travel after all.")]
    [InlineData(Ben, "Benjamin Marsden", "Je ne pourrai finalement pas venir.")]
    [InlineData(Ben, "Benjamin Marsden", "Lamentablemente no podré viajar.")]
    [InlineData(Ben, "Benjamin Marsden", "К сожалению, я не смогу приехать.")]
    [InlineData(Ben, "Benjamin Marsden", "很遗憾，我不能来了。")]
    [InlineData(Ben, "Benjamin Marsden", "للأسف لن أتمكن من الحضور.")]
    public async Task Whoever_cannot_come_after_all_is_excused_by_a_first_name_or_a_surname_alone(string from, string who, string words)
    {
        await RegisterAsync("Сергей Лаптев", "王晓明", "كريم منصور");
        var mail = await rig.MailAsync(from, "A change", words);
        Assert.True(mail.Line.State == MessageState.Processed, mail.Line.Reason);
        Assert.Equal(RegistrationState.Regrets, (await OfAsync(who)).State);
        Assert.Equal(4, (await rig.RegisterAsync()).All<RegistrationEntry>().Count(entry => entry.Live));
    }

    [Theory]
    [InlineData("Mr Marsden cannot travel. Ms Petra Lind will come instead.", "Benjamin Marsden")]
    [InlineData("Mme Okonkwo a un empêchement ; elle sera remplacée par Mme Petra Lind.", "Ruth Okonkwo")]
    [InlineData("La Sra. Okonkwo no podrá viajar; en su lugar irá la Sra. Petra Lind.", "Ruth Okonkwo")]
    [InlineData("Г-жа Okonkwo не сможет приехать, вместо неё приедет г-жа Petra Lind.", "Ruth Okonkwo")]
    [InlineData("Okonkwo女士不能来了，改由Petra Lind女士参加。", "Ruth Okonkwo")]
    [InlineData("تعذر على السيدة Okonkwo الحضور وستحل محلها السيدة Petra Lind.", "Ruth Okonkwo")]
    [InlineData("Mme Okonkwo ne peut pas venir et sera remplacée par Mme Petra Lind.", "Ruth Okonkwo")]
    [InlineData("Mr Marsden will be replaced by Ms Petra Lind.", "Benjamin Marsden")]
    [InlineData("M. Marsden sera remplacé par Mme Petra Lind.", "Benjamin Marsden")]
    [InlineData("El Sr. Marsden será sustituido por la Sra. Petra Lind.", "Benjamin Marsden")]
    [InlineData("Г-на Marsden заменит г-жа Petra Lind.", "Benjamin Marsden")]
    [InlineData("Marsden先生将由Petra Lind女士代替。", "Benjamin Marsden")]
    [InlineData("ستحل السيدة Petra Lind محل السيد Marsden.", "Benjamin Marsden")]
    [InlineData("السيد Marsden ستحل محله السيدة Petra Lind.", "Benjamin Marsden")]
    [InlineData("سيُستبدل السيد Marsden بالسيدة Petra Lind.", "Benjamin Marsden")]
    [InlineData("سيتم استبدال السيد Marsden بالسيدة Petra Lind.", "Benjamin Marsden")]
    public async Task Whoever_comes_instead_is_registered_in_the_others_place(string words, string gone)
    {
        await RegisterAsync();
        var mail = await rig.MailAsync(Jane, "A change", words);
        Assert.Equal((MessageState.Processed, null), (mail.Line.State, mail.Line.Reason));
        Assert.Equal(RegistrationState.Regrets, (await OfAsync(gone)).State);
        var heir = await OfAsync("Petra Lind");
        Assert.Equal((RegistrationState.Registered, gone), (heir.State, heir.InsteadOf));
    }

    [Fact]
    public async Task Words_that_look_like_those_of_a_machine_are_asked_about_where_they_name_somebody_registered()
    {
        await RegisterAsync();
        var mail = await rig.MailAsync(Jane, "A change", "Ruth has fallen ill and will be replaced by Ms Petra Lind.");
        Assert.Equal((MessageState.Held, 2), (mail.Line.State, mail.Items.Count));
        await rig.DeskAsync($"review accept {mail.Line.Id}");
        Assert.Equal("Ruth Okonkwo", (await OfAsync("Petra Lind")).InsteadOf);
    }

    [Theory]
    [InlineData("Benjamin may not be able to come.")]
    [InlineData("M. Marsden ne pourra peut-être pas venir.")]
    [InlineData("If Ruth cannot travel we shall send somebody else.")]
    [InlineData("Benjamin Kowalski cannot come.")]
    [InlineData("Mr Marsden will not be able to submit the paper in time.")]
    [InlineData("Mr Marsden cannot attend the dinner.", "not all of it could be read with certainty")]
    [InlineData("Ruth cannot travel but will join online.")]
    public async Task What_may_mean_less_than_an_absence_ends_no_registration(string words, string why = "a person must read it")
    {
        await RegisterAsync();
        var mail = await rig.MailAsync(Jane, "A change", words);
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.StartsWith(why, mail.Line.Reason, StringComparison.Ordinal);
        Assert.Equal(2, (await rig.RegisterAsync()).All<RegistrationEntry>().Count(entry => entry.Live));
    }

    [Fact]
    public async Task Which_of_two_is_meant_by_one_first_name_is_asked()
    {
        await RegisterAsync("Ruth Palmer");
        var mail = await rig.MailAsync(Jane, "A change", "Ruth cannot travel after all.");
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.All((await rig.RegisterAsync()).All<RegistrationEntry>(), entry => Assert.True(entry.Live));
        await rig.DeskAsync($"review accept {mail.Line.Id} --field \"name=Ruth Palmer\"");
        Assert.Equal(RegistrationState.Regrets, (await OfAsync("Ruth Palmer")).State);
        Assert.True((await OfAsync("Ruth Okonkwo")).Live);
    }

    [Theory]
    [InlineData("Unfortunately, Dana cannot travel after all.")]
    [InlineData("Malheureusement, Dana ne pourra finalement pas venir.")]
    public async Task A_first_name_alone_means_somebody_of_the_own_house_and_of_another_ministry_of_the_State_nobody_unasked(string words)
    {
        await RegisterAsync();
        await rig.DeskAsync("meeting register 7 \"Dana Whitlock\" --country AU --organization \"Ministry of Justice\" --email d.whitlock@justice.example");
        var asked = await rig.MailAsync(Jane, "A change", words);
        Assert.Equal((MessageState.Held, "not all of it could be read with certainty"), (asked.Line.State, asked.Line.Reason));
        Assert.True((await OfAsync("Dana Whitlock")).Live);
        // with a Dana of the own house it is she
        await rig.DeskAsync("meeting register 7 \"Dana Okoro\" --country AU --email d.okoro@ministry.example");
        var told = await rig.MailAsync(Jane, "A change", words);
        Assert.Equal((MessageState.Processed, null), (told.Line.State, told.Line.Reason));
        Assert.Equal(RegistrationState.Regrets, (await OfAsync("Dana Okoro")).State);
        Assert.True((await OfAsync("Dana Whitlock")).Live);
    }

    [Fact]
    public async Task Another_house_excuses_nobody_whom_it_has_not_registered()
    {
        await RegisterAsync();
        await rig.MailAsync("zoe@elsewhere.example", "A change", "Mr Marsden will not come after all.");
        Assert.True((await OfAsync("Benjamin Marsden")).Live);
    }

    [Fact]
    public async Task A_substitute_who_is_accepted_after_the_regret_was_recorded_comes_in_the_others_place()
    {
        await RegisterAsync();
        var mail = await rig.MailAsync(Jane, "JCA-EX meeting of 5 November 2012", "Mr Benjamin Marsden is unable to attend the JCA-EX meeting of 5 November 2012. In his place we register Ms Petra Lind.");
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Equal(RegistrationState.Regrets, (await OfAsync("Benjamin Marsden")).State);
        await rig.DeskAsync($"review accept {mail.Line.Id}");
        Assert.Equal("Benjamin Marsden", (await OfAsync("Petra Lind")).InsteadOf);
    }
}
