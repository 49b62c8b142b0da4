using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Mail;
using JcaCop.Worker.Conversing;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Two States have delegates in one study group, which is itself a member: each delegate speaks for the own State, and for the group whom the group has named.</summary>
public sealed class DelegatesOfTwoStatesTests : IAsyncDisposable
{
    private const string Norway = "post@north.example";
    private const string Chile = "oficina@lago.example";
    private const string Seventeen = "desk17@group.example";
    private const string Holm = "i.holm@north.example";
    private const string Vega = "m.vega@lago.example";
    private const string Berg = "o.berg@lab.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task<MessageDetails> WritesAsync(string from, string subject, string text) =>
        await rig.MailAsync(from, subject, text, $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}");

    private async Task DesignatesAsync(string from, string text)
    {
        var mail = await WritesAsync(from, "Representative", text);
        if (mail.Line.State == MessageState.Held) await rig.OrderAsync($"review accept {mail.Line.Id}");
    }

    private async Task BeginAsync(params string[] calls)
    {
        await rig.OrderAsync(string.Join('\n',
        [
            $"member add \"Administration of Norway\" --country NO --email {Norway} --language en", $"member add \"Administration of Chile\" --country CL --email {Chile} --language es",
            $"member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email {Seventeen}", .. calls,
        ]));
        await DesignatesAsync(Norway, $"Dear Secretariat,\n\nNorway designates Ms Ida Holm, Director, as its representative in ITU-T Study Group 17 ({Holm}, tel. +47 22 55 01 01).");
        await DesignatesAsync(Chile, $"La Administración de Chile designa al Sr. Mario Vega Soto, ingeniero, como representante ante la Comisión de Estudio 17 del UIT-T. Correo: {Vega}. Teléfono: +56 2 5550 1111.");
        await DesignatesAsync(Seventeen, $"Dear Secretariat,\n\nStudy Group 17 designates Mr Olav Berg as representative for ITU-T Study Group 17 ({Berg}, tel. +47 22 55 02 02).");
        Assert.Equal([Holm, Vega, Berg], await HoldersAsync());
        await rig.SendAsync();
    }

    private async Task<IReadOnlyList<string?>> HoldersAsync()
    {
        var register = await rig.RegisterAsync();
        return [.. register.Seats.Where(seat => seat.Until is null).OrderBy(seat => seat.Id).Select(seat => register.Person(seat.PersonId)?.Email)];
    }

    private async Task<IReadOnlyList<(string Respondent, string? Gist)>> AnswersAsync() =>
        [.. (await rig.RegisterAsync()).All<AnswerEntry>().OrderBy(answer => answer.Respondent, StringComparer.Ordinal).Select(answer => (answer.Respondent, answer.Given?.Said.Gist))];

    private async Task<IReadOnlyList<string>> AskedAsync()
    {
        await rig.SendAsync();
        await rig.WorkAsync(typeof(MemberQuestionsJob));
        return [.. (await rig.SendAsync()).SelectMany(letter => letter.To.Mailboxes).Select(to => to.Address).Distinct().Order(StringComparer.Ordinal)];
    }

    private Task ConsultationAsync() => BeginAsync("call open \"TSB Circular 280\" --kind consultation --title \"Terms of reference\" --deadline 2012-11-15 --to administrations --extension none --no-letters");

    [Fact]
    public async Task What_a_delegate_answers_is_the_answer_of_the_State_that_sent_the_delegate()
    {
        await ConsultationAsync();
        await WritesAsync(Holm, "TSB Circular 280", "Dear Secretariat,\n\nNorway objects to the terms of reference proposed in TSB Circular 280.");
        await WritesAsync(Vega, "Circular TSB 280", "La Administración de Chile no tiene ninguna objeción a la propuesta de la Circular TSB 280.");
        Assert.Equal([("Administration of Chile", "no objection"), ("Administration of Norway", "objection")], await AnswersAsync());
        Assert.All((await rig.RegisterAsync()).All<ObligationEntry>().Where(owed => owed.OfKind == EntryKind.Call), owed => Assert.Equal(ObligationState.Met, owed.State));
    }

    [Fact]
    public async Task A_delegate_who_says_to_speak_for_the_group_is_put_before_a_person()
    {
        await ConsultationAsync();
        var mail = await WritesAsync(Holm, "TSB Circular 280", "Dear Secretariat,\n\nIn my capacity as Vice-Chairman of Study Group 17 I support the proposal in TSB Circular 280.\n\nIda Holm");
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.DoesNotContain((await rig.RegisterAsync()).All<AnswerEntry>(), answer => answer.Given is not null);
    }

    [Fact]
    public async Task Whom_the_group_has_named_speaks_for_the_group()
    {
        await BeginAsync("call open \"TSB Circular 280\" --kind consultation --title \"Terms of reference\" --deadline 2012-11-15 --to groups --no-letters");
        await WritesAsync(Berg, "TSB Circular 280", "Dear Secretariat,\n\nWe support the proposal in TSB Circular 280.\n\nOlav Berg");
        Assert.Equal([("ITU-T Study Group 17", "support")], await AnswersAsync());
    }

    [Fact]
    public async Task Questionnaires_of_two_delegates_are_two_States_answers_and_each_sees_the_own_alone()
    {
        await BeginAsync("call open \"TSB Circular 281\" --kind questionnaire --title \"Hotlines\" --deadline 2012-11-15 --question \"1=Is there a hotline?\" --no-letters");
        await WritesAsync(Holm, "TSB Circular 281", "Dear Secretariat,\n\nIn answer to the questionnaire of TSB Circular 281:\n\n1. Yes, since 2004, by telephone.");
        await WritesAsync(Vega, "Circular TSB 281", "En respuesta al cuestionario de la Circular TSB 281:\n\n1. No, todavía en estudio.");
        Assert.Equal(["Administration of Chile", "Administration of Norway"], (await AnswersAsync()).Select(answer => answer.Respondent));
        await rig.SendAsync();
        await WritesAsync(Vega, "status", "status");
        var status = await rig.SendTextAsync();
        Assert.Contains("Administration of Chile", status, StringComparison.Ordinal);
        Assert.DoesNotContain("Norway", status, StringComparison.Ordinal);
        Assert.DoesNotContain("by telephone", status, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Berg)]
    [InlineData(Seventeen)]
    public async Task What_a_State_is_said_to_support_is_not_the_word_of_the_group_whose_address_it_comes_from(string from)
    {
        await BeginAsync("call open \"TSB Circular 280\" --kind consultation --title \"Terms of reference\" --deadline 2012-11-15 --to groups --no-letters");
        var mail = await WritesAsync(from, "TSB Circular 280", "Dear Secretariat,\n\nThe Administration of Norway supports the proposal in TSB Circular 280.\n\nOlav Berg");
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.DoesNotContain((await rig.RegisterAsync()).All<AnswerEntry>(), answer => answer.Given is not null);
    }

    [Fact]
    public async Task Whoever_sits_by_order_with_the_address_of_a_State_that_is_no_member_has_no_word_for_the_group()
    {
        await BeginAsync("call open \"TSB Circular 280\" --kind consultation --title \"Terms of reference\" --deadline 2012-11-15 --to groups --no-letters");
        await rig.OrderAsync("person add --name \"Ola Aus\" --email ola@comms.gov.au");
        var aus = Assert.Single((await rig.RegisterAsync()).Persons, person => person.Email == "ola@comms.gov.au");
        await rig.OrderAsync($"seat add \"ITU-T SG17\" --person {aus.Id} --from 2012-09-01");
        var answer = await WritesAsync("ola@comms.gov.au", "TSB Circular 280", "Dear Secretariat,\n\nWe object to the proposal in TSB Circular 280.\n\nOla Aus");
        var removal = await WritesAsync("ola@comms.gov.au", "Withdrawal", "Dear Secretariat,\n\nPlease remove Mr Olav Berg: he is no longer representative for ITU-T Study Group 17.\n\nOla Aus");
        Assert.Equal((MessageState.Held, MessageState.Held), (answer.Line.State, removal.Line.State));
        Assert.DoesNotContain((await rig.RegisterAsync()).All<AnswerEntry>(), one => one.Given is not null);
        Assert.Contains(Berg, await HoldersAsync());
    }

    [Fact]
    public async Task Whom_a_State_has_sent_designates_nobody_in_the_groups_name()
    {
        await BeginAsync();
        await rig.OrderAsync("person add --name \"Kari Nord\" --email kari@gmail.com");
        var kari = Assert.Single((await rig.RegisterAsync()).Persons, person => person.Email == "kari@gmail.com");
        await rig.OrderAsync($"seat add \"ITU-T SG17\" --person {kari.Id} --from 2012-09-01 --nominated-by {Norway}");
        var mail = await WritesAsync("kari@gmail.com", "Representative",
            "Dear Secretariat,\n\nOn behalf of Study Group 17, I designate Mr Tom Vik (tom@vik.example, tel. +47 22 55 01 01) as representative for ITU-T Study Group 17.\n\nKari Nord");
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.DoesNotContain("tom@vik.example", await HoldersAsync());
    }

    [Theory]
    [InlineData(Vega, "Dear Secretariat,\n\nMs Ida Holm is no longer representative in ITU-T Study Group 17. Please remove her from your list.")]
    [InlineData(Vega, "Dear Secretariat,\n\nMs Clara Moreno (c.moreno@elsewhere.example, tel. +32 2 555 02 22) replaces Ms Ida Holm as representative in ITU-T Study Group 17.")]
    [InlineData(Chile, "Dear Secretariat,\n\nMs Clara Moreno (c.moreno@lago.example, tel. +56 2 555 02 22) replaces Ms Ida Holm as representative in ITU-T Study Group 17.")]
    [InlineData(Seventeen, "Dear Secretariat,\n\nMs Ida Holm is no longer representative in ITU-T Study Group 17. Please remove her from your list.")]
    [InlineData(Vega, "Dear Secretariat,\n\nThe telephone number of Ms Ida Holm is +32 2 999 9999.")]
    public async Task Nobody_but_the_State_changes_or_takes_away_what_it_has_filled(string from, string text)
    {
        await BeginAsync();
        var mail = await WritesAsync(from, "Change", text);
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Equal([Holm, Vega, Berg], await HoldersAsync());
        Assert.DoesNotContain("999 9999", (await rig.RunAsync("person list")).Printed, StringComparison.Ordinal);
        Assert.All(await AskedAsync(), to => Assert.EndsWith("@north.example", to, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_State_replaces_its_own_delegate_without_a_person()
    {
        await BeginAsync();
        var mail = await WritesAsync(Holm, "Change", "Dear Secretariat,\n\nMs Clara Moreno (c.moreno@north.example, tel. +47 22 55 03 03) replaces me as Norway's representative in ITU-T Study Group 17.\n\nIda Holm");
        if (mail.Line.State == MessageState.Held) Assert.DoesNotContain(mail.Items, item => item.Why?.StartsWith("announced", StringComparison.Ordinal) == true);
        await WritesAsync(Norway, "Change", "Dear Secretariat,\n\nMs Clara Moreno (c.moreno@north.example, tel. +47 22 55 03 03) replaces Ms Ida Holm as representative in ITU-T Study Group 17.");
        Assert.Contains("c.moreno@north.example", await HoldersAsync());
        Assert.DoesNotContain(Holm, await HoldersAsync());
    }

    [Fact]
    public async Task Whether_a_strangers_designation_is_the_States_is_asked_of_the_State_alone()
    {
        await BeginAsync();
        await WritesAsync("some.body@gmail.com", "Representative", "Dear Secretariat,\n\nThe Administration of Chile designates Mr Juan Paredes, Director, as its representative in ITU-T Study Group 17 (j.paredes@lago.example, tel. +56 2 555 0101).");
        var asked = await AskedAsync();
        Assert.NotEmpty(asked);
        Assert.All(asked, to => Assert.EndsWith("@lago.example", to, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Vega, "Dear colleagues,\n\nPlease find below the answer of Chile to your liaison statement JCA-COP-LS1. We have no work on this subject.\n\nMario Vega", false)]
    [InlineData(Vega, "Dear colleagues,\n\nPlease find below our answer to your liaison statement JCA-COP-LS1. There are two work items.\n\nMario Vega", false)]
    [InlineData(Berg, "Dear colleagues,\n\nPlease find below our answer to your liaison statement JCA-COP-LS1. There are two work items.\n\nOlav Berg", true)]
    [InlineData(Seventeen, "Dear colleagues,\n\nWith reference to your liaison statement JCA-COP-LS1, Study Group 17 thanks you. Our work plan: two new work items were started in September. No further action is needed.\n\nOlav Berg", true)]
    [InlineData(Seventeen, "Dear colleagues,\n\nWith reference to your liaison statement JCA-COP-LS1, Study Group 17 thanks you. Our work plan: it will be discussed in December, and a reply will follow.\n\nOlav Berg", false)]
    public async Task A_statement_is_answered_by_the_group_and_whom_it_has_named_and_not_by_a_States_delegate(string from, string text, bool answered)
    {
        await BeginAsync();
        await rig.OrderAsync("liaison draft \"work on filters\" --action \"ITU-T SG17\" --deadline 2012-11-01", "JCA-COP asks for an overview of your work on filters.");
        await rig.OrderAsync("liaison send 1");
        var mail = await WritesAsync(from, "Our work", text);
        // What the group itself puts off is an acknowledgement.
        Assert.Equal(answered || from == Seventeen ? MessageState.Processed : MessageState.Held, mail.Line.State);
        Assert.Equal(answered, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>(), owed => owed.OfKind == EntryKind.Liaison).State is ObligationState.Met or ObligationState.MetLate);
    }

    [Theory]
    [InlineData("Madame, Monsieur,\n\nLa Norvège désigne M. Jean Delcourt, conseiller, comme représentant auprès de la Commission d'études 17 de l'UIT-T (j.delcourt@north.example, tél. +47 22 55 04 04).")]
    [InlineData("尊敬的秘书处：挪威主管部门指定林海先生（处长）为国际电联ITU-T第17研究组的代表，邮箱 linhai@north.example，电话 +47 22 55 05 05。")]
    [InlineData("Dear Secretariat,\n\nWe designate Mr Per Lunde, Director, as our representative in ITU-T Study Group 17 (p.lunde@north.example, tel. +47 22 55 06 06).")]
    public async Task From_its_own_address_a_State_is_never_told_that_it_is_not_on_record(string text)
    {
        await BeginAsync();
        var mail = await WritesAsync(Norway, "A further representative", text);
        Assert.All(mail.Items, item => Assert.False(item.Why?.StartsWith("announced", StringComparison.Ordinal) == true, item.Why));
    }
}
