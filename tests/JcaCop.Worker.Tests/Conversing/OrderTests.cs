using JcaCop.Register.Mail;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>The secretariat's verbs by mail.</summary>
public sealed class OrderTests
{
    private const string Add = "member add \"Administration of Australia\" --country AU --email itu@ministry.example";

    [Fact]
    public async Task A_secretary_orders_by_mail_line_by_line_and_is_told_what_was_done()
    {
        await using var rig = new TalkRig();
        var mail = await rig.MailAsync(TalkRig.Secretary, "to do", $"{Add}\nmember list\n\nBest regards,\nInes Calvo\n", TalkRig.Passed);
        Assert.Equal(MessageState.Processed, mail.Line.State);
        var letter = Assert.Single(await rig.LettersAsync());
        Assert.Equal(("command-result", TalkRig.Secretary), (letter.Kind, letter.To));
        var text = await rig.SendTextAsync();
        Assert.Contains("new member 1 Administration of Australia", text, StringComparison.Ordinal);
        Assert.Contains("itu@ministry.example", text[text.IndexOf("member list", StringComparison.Ordinal)..], StringComparison.Ordinal);
        var history = await rig.Get<Register.Stores.RegisterStore>().HistoryAsync(Register.Entries.EntryKind.Member, 1, TestContext.Current.CancellationToken);
        Assert.All(history, line => Assert.Equal((TalkRig.Secretary, mail.Line.Id), (line.AcceptedBy, line.MessageId)));
    }

    [Fact]
    public async Task A_greeting_above_and_a_mistyped_line_among_the_orders_do_not_stop_them()
    {
        await using var rig = new TalkRig();
        var text = await rig.OrderAsync($"Dear desk,\n\nmember ad \"X\" --country FR\n{Add}\ncall shw 313\nmember list");
        Assert.Contains("new member 1 Administration of Australia", text, StringComparison.Ordinal);
        Assert.Contains("did you mean 'add'?", text, StringComparison.Ordinal);
        Assert.Contains("did you mean 'show'?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_group_of_verbs_is_answered_and_what_stands_below_it_is_carried_out()
    {
        await using var rig = new TalkRig();
        var text = await rig.OrderAsync($"organization list\norganisation list\n{Add}\nmember list");
        Assert.Contains("did you mean 'organization'?", text, StringComparison.Ordinal);
        Assert.Contains("new member 1 Administration of Australia", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not run", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_a_telephone_began_with_a_capital_is_an_order()
    {
        await using var rig = new TalkRig();
        var text = await rig.OrderAsync($"Member list\n{Add}\nMember List");
        Assert.Contains("new member 1 Administration of Australia", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not run", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_that_begins_as_a_whole_order_does_is_none()
    {
        await using var rig = new TalkRig();
        var text = await rig.OrderAsync($"member list\nMember list attached, for your information only:\n{Add}");
        Assert.DoesNotContain("new member", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_without_what_it_needs_is_answered_and_keeps_no_other_from_being_carried_out()
    {
        await using var rig = new TalkRig();
        var text = await rig.OrderAsync($"person add\n{Add}");
        Assert.Contains("a person needs a name or a mail address", text, StringComparison.Ordinal);
        Assert.Contains("new member 1 Administration of Australia", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Will cancel 1 tomorrow myself - until then please do not run this:")]
    [InlineData("will cancel 1 tomorrow, so do not run this")]
    [InlineData("Meetings cancel themselves badly, so this is only for your information:")]
    [InlineData("members list their own, this is only a draft")]
    [InlineData("Remember remove nobody yet, this is only a draft:")]
    [InlineData("meetings open on Friday; nothing below is to be run:")]
    public async Task Nothing_runs_below_a_sentence_that_begins_almost_as_a_verb_does(string sentence)
    {
        await using var rig = new TalkRig();
        var text = await rig.OrderAsync($"member list\n{sentence}\n{Add}");
        Assert.DoesNotContain("new member", text, StringComparison.Ordinal);
        Assert.Contains("Not run, from the first line that is no command: 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_shown_letter_for_letter_in_a_letter_of_another_language_and_what_the_service_says_is_in_it()
    {
        await using var rig = new TalkRig(over: new Dictionary<string, string?> { ["Groups:g:Language"] = "fr" });
        var text = await rig.OrderAsync($"{Add} --language fr\ncall open \"TSB Circular 313\" --kind nomination --title \"X\" --deadline 2012-10-31\ncall tally 313\nliaison draft \"essai\" --information \"ITU-T SG17\" --text \"Texte.\"\nliaison show 1\npreview\nla suite viendra demain par un autre courrier\ncall show 313");
        Assert.Contains("member add \"Administration of Australia\" --country AU", text, StringComparison.Ordinal);
        Assert.Contains("call open \"TSB Circular 313\"", text, StringComparison.Ordinal);
        foreach (var english in (string[])["nothing to put forward", "No address is known", "for information", "waiting to be sent", "waits for a decision"]) Assert.DoesNotContain(english, text, StringComparison.Ordinal);
        Assert.Contains("Non exécutées, à partir de la première ligne qui n’est pas une commande", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organization add \"Lantern Network\" --country AU", "organization list", "Lantern Network")]
    [InlineData("organization add --name \"Lantern Network\" --country AU", "organization list", "Lantern Network")]
    [InlineData("person add \"Ida Holm\" --email ida@lab.example", "person list", "Ida Holm")]
    [InlineData("activity add \"Safer Week\" --start 2012-10-01", "activity list", "Safer Week")]
    public async Task What_is_added_is_named_with_or_without_its_option(string adds, string shows, string name)
    {
        await using var rig = new TalkRig();
        var text = await rig.OrderAsync($"{adds}\n{shows}");
        Assert.Contains(name, text[text.LastIndexOf(shows, StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_added_without_a_name_is_refused()
    {
        await using var rig = new TalkRig();
        Assert.Contains("Option '--name' is required.", await rig.OrderAsync("organization add --country AU"), StringComparison.Ordinal);
        Assert.Contains("did you mean '--country'", await rig.OrderAsync("organization add --contry"), StringComparison.Ordinal);
        Assert.Contains("[Refused]", await rig.OrderAsync("person add \"Ida Holm\" --name \"Ida Lund\""), StringComparison.Ordinal);
        Assert.Empty((await rig.RegisterAsync()).Organizations);
        Assert.Empty((await rig.RegisterAsync()).Persons);
    }

    [Fact]
    public async Task What_goes_out_next_is_shown_by_mail_too_and_what_stands_below_it_is_carried_out()
    {
        await using var rig = new TalkRig();
        var text = await rig.OrderAsync($"{Add}\ncall open \"313\" --kind nomination --title \"X\" --deadline 2012-10-31\npreview --days 60\npreview\nmember list");
        Assert.Contains("reminder of a circular", text, StringComparison.Ordinal);
        Assert.Contains("itu@ministry.example", text[text.LastIndexOf("member list", StringComparison.Ordinal)..], StringComparison.Ordinal);
        var key = System.Text.RegularExpressions.Regex.Match(text, @"\bcall-1-\S+").Value;
        Assert.Contains("[Done]", await rig.OrderAsync($"preview stop {key}"), StringComparison.Ordinal);
        Assert.DoesNotContain(key, (await rig.RunAsync("preview --days 60")).Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_that_begins_with_a_verb_of_one_word_is_no_order()
    {
        await using var rig = new TalkRig();
        var mail = await rig.MailAsync(TalkRig.Secretary, "next letters", "preview of what goes out, please", TalkRig.Passed);
        Assert.Equal(MessageState.Held, mail.Line.State);
    }

    [Fact]
    public async Task Help_among_the_orders_is_one_of_them()
    {
        await using var rig = new TalkRig();
        await rig.MailAsync(TalkRig.Secretary, "status", $"help\n{Add}\nmember list", TalkRig.Passed);
        var text = await rig.SendTextAsync();
        Assert.Contains("review accept", text, StringComparison.Ordinal);
        Assert.Contains("new member 1 Administration of Australia", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_below_other_words_are_not_carried_out_and_their_writer_is_told()
    {
        await using var rig = new TalkRig();
        var mail = await rig.MailAsync(TalkRig.Secretary, "Re: orders", $"Not yet, first I should like to see the list\n{Add}", TalkRig.Passed);
        Assert.Equal(MessageState.Processed, mail.Line.State);
        Assert.Empty((await rig.RegisterAsync()).Filed.OfType<Register.Entries.MemberEntry>());
        Assert.Equal("command-result", Assert.Single(await rig.LettersAsync()).Kind);
        Assert.Contains("member add", await rig.SendTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Please do not run this yet:")]
    [InlineData("Please do not run this yet,")]
    [InlineData("Please wait!")]
    [InlineData("Not to be done,")]
    [InlineData("Dear desk:")]
    [InlineData("Dear desk,\nnot before Monday,")]
    [InlineData("Dear desk,\nPlease wait with:")]
    [InlineData("Dear desk, not yet,")]
    [InlineData("Dear desk do not run this yet,")]
    [InlineData("Dear desk not yet,")]
    [InlineData("Dear Desk Not Yet,")]
    [InlineData("Hello wait,")]
    [InlineData("Dear colleagues later please,")]
    [InlineData("Bonjour pas encore,")]
    [InlineData("Hola todavía no,")]
    [InlineData("Уважаемые коллеги пока нет,")]
    [InlineData("السادة ليس بعد،")]
    [InlineData("您好暂缓，")]
    [InlineData("您好先别做，")]
    [InlineData("Hello, please wait!")]
    [InlineData("Bonjour, ne pas exécuter,")]
    [InlineData("您好，请不要执行，")]
    [InlineData("您好请不要执行，")]
    public async Task A_short_line_above_an_order_that_is_more_than_one_greeting_keeps_it_from_being_carried_out(string above)
    {
        await using var rig = new TalkRig();
        await rig.MailAsync(TalkRig.Secretary, "to do", $"{above}\n{Add}", TalkRig.Passed);
        Assert.Empty((await rig.RegisterAsync()).Filed);
        Assert.Equal("command-result", Assert.Single(await rig.LettersAsync()).Kind);
    }

    [Theory]
    [InlineData("Dear colleagues,")]
    [InlineData("Hello desk!")]
    [InlineData("Hi,")]
    [InlineData("Madame, Monsieur,")]
    [InlineData("Dear Sir or Madam,")]
    [InlineData("Dear JCA-COP desk,")]
    [InlineData("Bonjour à tous,")]
    [InlineData("尊敬的秘书处，")]
    [InlineData("السادة الزملاء،")]
    [InlineData("Estimada señora Calvo,")]
    [InlineData("Уважаемые коллеги!")]
    [InlineData("您好，")]
    [InlineData("مرحبا،")]
    public async Task One_greeting_above_an_order_does_not_stop_it(string above)
    {
        await using var rig = new TalkRig();
        Assert.Contains("new member 1 Administration of Australia", await rig.OrderAsync($"{above}\n\n{Add}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_full_of_days_are_no_absence()
    {
        await using var rig = new TalkRig();
        Assert.Contains("new meeting 1", await rig.OrderAsync("""
            person add --name "Jeanne Renard" --email j.renard@bureau.example
            seat add "ITU-T SG17" --person 1 --from 2011-11-20
            meeting open 7 --title "Meeting" --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/7
            """), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Authentication-Results: mx.union.example; dmarc=fail header.from=union.example")]
    [InlineData("Authentication-Results: mx.union.example; dmarc=none; spf=pass smtp.mailfrom=attacker.example")]
    [InlineData("Authentication-Results: mx.attacker.example; dmarc=pass header.from=union.example")]
    [InlineData("Authentication-Results: mx.attacker.example; dmarc=pass\nAuthentication-Results: mx.union.example; dmarc=pass header.from=union.example")]
    [InlineData("ARC-Authentication-Results: i=1; mx.union.example; dmarc=pass header.from=union.example")]
    [InlineData("Authentication-Results: mx.union.example; dmarc=pass header.from=attacker.example")]
    [InlineData("Authentication-Results: mx.union.example; spf=fail (dmarc=pass header.from=union.example) smtp.mailfrom=a@attacker.example")]
    public async Task A_mail_from_a_secretarys_address_that_our_server_does_not_confirm_changes_nothing_and_is_shown(string? headers)
    {
        await using var rig = new TalkRig();
        var mail = await rig.MailAsync(TalkRig.Secretary, "to do", Add, headers);
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Contains("in the name of " + TalkRig.Secretary, mail.Line.Reason + string.Concat(mail.Items.Select(item => item.Why)), StringComparison.Ordinal);
        Assert.Empty((await rig.RegisterAsync()).Filed);
        Assert.Empty(await rig.LettersAsync());
    }

    [Fact]
    public async Task Where_no_server_checks_senders_nothing_is_ordered_by_mail()
    {
        await using var rig = new TalkRig(checksSenders: false);
        var mail = await rig.MailAsync(TalkRig.Secretary, "to do", Add, TalkRig.Passed);
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Contains("Judging:AuthenticationServer", mail.Line.Reason, StringComparison.Ordinal);
        Assert.Empty((await rig.RegisterAsync()).Filed);
    }

    [Fact]
    public async Task Two_authors_in_From_are_one_too_many()
    {
        await using var rig = new TalkRig();
        var mail = await rig.MailAsync($"{TalkRig.Secretary}, other@attacker.example", "to do", Add, TalkRig.Passed, id: "1@x.example");
        Assert.Equal(MessageState.Held, mail.Line.State);
        Assert.Empty((await rig.RegisterAsync()).Filed);
    }

    [Fact]
    public async Task An_order_that_comes_twice_is_carried_out_once()
    {
        await using var rig = new TalkRig();
        await rig.MailAsync(TalkRig.Secretary, "to do", Add, TalkRig.Passed, id: "once@union.example");
        await rig.MailAsync(TalkRig.Secretary, "to do", Add, TalkRig.Passed + "\nReceived: from relay.union.example", id: "once@union.example");
        Assert.Single(await rig.LettersAsync());
    }

    [Fact]
    public async Task A_line_that_is_wrong_is_told_and_the_others_are_done()
    {
        await using var rig = new TalkRig();
        await rig.MailAsync(TalkRig.Secretary, "to do", $"member remove XY\n{Add}\nmember add \"B\" --country Z\nreview show 99", TalkRig.Passed);
        var text = await rig.SendTextAsync();
        Assert.Contains("there is no member 'XY'", text, StringComparison.Ordinal);
        Assert.Contains("no country code", text, StringComparison.Ordinal);
        Assert.Single((await rig.RegisterAsync()).Filed);
    }

    [Theory]
    [InlineData("export organizations --out /tmp/x.csv")]
    [InlineData("member add @/etc/hostname --country AU")]
    [InlineData("member add X --group other")]
    [InlineData("db upgrade")]
    [InlineData("import /tmp")]
    public async Task Nothing_reaches_the_files_of_the_machine_or_another_group(string order)
    {
        await using var rig = new TalkRig();
        await rig.MailAsync(TalkRig.Secretary, "to do", $"member list\n{order}", TalkRig.Passed);
        Assert.DoesNotContain((await rig.RegisterAsync()).Filed.OfType<Register.Entries.MemberEntry>(), member => member.Name == Environment.MachineName || member.Name == "X");
        Assert.False(File.Exists("/tmp/x.csv"));
        Assert.DoesNotContain("Written: ", await rig.SendTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretarys_own_prose_and_what_somebody_else_quotes_are_no_orders()
    {
        await using var rig = new TalkRig();
        var prose = await rig.MailAsync(TalkRig.Secretary, "the list", "Member lists are attached to the circular; could you check them?\n", TalkRig.Passed);
        var quoted = await rig.MailAsync(TalkRig.Secretary, "Fwd: to do", $"See below.\n\n> {Add}\n> member list\n", TalkRig.Passed);
        var other = await rig.MailAsync("jane@ministry.example", "to do", Add, "Authentication-Results: mx.union.example; dmarc=pass");
        Assert.Empty((await rig.RegisterAsync()).Filed);
        Assert.DoesNotContain(await rig.LettersAsync(), letter => letter.Kind == "command-result");
        Assert.NotNull(prose);
        Assert.NotNull(quoted);
        Assert.NotNull(other);
    }
}
