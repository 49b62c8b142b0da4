using System.Text.RegularExpressions;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Whoever writes in another language reads nothing of the service's own in English: receipts, answers, refusals, invitations, reminders, results.</summary>
public sealed partial class OwnLanguageTests : IAsyncDisposable
{
    private readonly TalkRig rig = new(over: new Dictionary<string, string?>
    {
        ["Groups:g:Name"] = "JCA-EX", ["Groups:g:FullName"] = "JCA-EX", ["Groups:g:OfficialDomains:bu.example"] = "CN", ["Groups:g:Meetings:Readers:0"] = "Members", ["Groups:g:Meetings:Reported:0"] = "Members", ["Groups:g:Meetings:Invited:0"] = "Members", ["Groups:g:Meetings:Invited:1"] = "Seats",
    });

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Theory]
    [InlineData("zh", "关于保护儿童的提名", "请告知会议何时开始？", "我将不能出席2012年11月5日的会议。", "我们支持成立JCA-EX。")]
    [InlineData("ru", "Назначение организаций", "Не могли бы вы сообщить, когда начнётся собрание?", "К сожалению, я не смогу принять участие в собрании 5 ноября 2012 года.", "Администрация поддерживает создание JCA-EX.")]
    [InlineData("ar", "ترشيح المنظمات", "هل يمكنكم إبلاغنا بموعد بدء الاجتماع؟", "يؤسفني أنني لن أتمكن من حضور الاجتماع في 5 نوفمبر 2012.", "تؤيد الإدارة إنشاء JCA-EX.")]
    public async Task A_member_reads_nothing_of_ours_in_English(string language, string title, string question, string regret, string position)
    {
        const string member = "itu@bu.example";
        var letters = new List<MimeMessage>();
        Assert.DoesNotContain("[Refused]", await rig.OrderAsync($"""
            member add "{title}" --country CN --email {member} --language {language}
            person add --name "{title}" --email seat@bu.example
            organization add --name "{title}" --country CN --contact 1
            person set 1 --organization 1
            seat add "ITU-T SG17" --person 1 --from 2011-11-20
            call open "313" --kind nomination --title "{title}" --title-in "{language}={title}" --deadline 2012-10-31
            call open "270" --kind consultation --title "{title}" --title-in "{language}={title}" --deadline 2012-10-30 --silence nothing --quorum 1
            call open "320" --kind questionnaire --title "{title}" --title-in "{language}={title}" --deadline 2012-10-29
            meeting open 7 --title "{title}" --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/7
            meeting announce 7
            """), StringComparison.Ordinal);
        foreach (var (subject, text) in new[] { ("status", "status"), ("help", "help"), (title, question), ("7", regret), ("270", position), ("270", position), (title, title) })
        {
            await rig.MailAsync(member, subject, text);
            rig.Clock.Advance(TimeSpan.FromHours(3));
            letters.AddRange(await rig.SendAsync());
        }
        letters.AddRange(await rig.LiveUntilAsync(new(2012, 11, 1, 12, 0, 0, TimeSpan.Zero)));
        await rig.OrderAsync("meeting set 7 --room C");
        letters.AddRange(await rig.LiveUntilAsync(new(2012, 12, 24, 0, 0, 0, TimeSpan.Zero)));
        var own = letters.Where(letter => letter.To.Mailboxes.Any(to => to.Address.EndsWith("@bu.example", StringComparison.Ordinal))).ToList();
        Assert.True(own.Count > 12, $"only {own.Count} letters");
        foreach (var letter in own)
        {
            var part = letter.TextBody!.Split("\n----------------------------------------", 2)[0];
            Assert.False(English().IsMatch(part), $"to {letter.To}: {letter.Subject}: {English().Match(part).Value}\n{part}");
            Assert.DoesNotMatch(English(), letter.Subject);
        }
    }

    [Theory]
    [InlineData("fr", "Oui")]
    [InlineData("zh", "是")]
    [InlineData("ru", "Да")]
    [InlineData("es", "Sí")]
    [InlineData("ar", "نعم")]
    public async Task Whoever_holds_a_seat_for_a_body_is_asked_and_thanked_in_the_language_on_record_of_the_body(string language, string yes)
    {
        const string holder = "seat@nine-desk.example";
        await rig.OrderAsync($"""
            member add "ITU-T SG9" --sort group --body "ITU-T SG9" --email office@nine-desk.example --language {language}
            person add --name "A. Holder" --email {holder}
            seat add "ITU-T SG9" --person 1 --from 2011-10-03
            """);
        // Who was entered today is asked after a year.
        rig.Clock.SetUtcNow(new(2013, 10, 2, 8, 0, 0, TimeSpan.Zero));
        var asked = (await rig.LiveUntilAsync(new(2013, 10, 24, 12, 0, 0, TimeSpan.Zero))).Last(letter => letter.To.Mailboxes.Any(to => to.Address == holder));
        Assert.StartsWith(language, asked.Body!.Headers["Content-Language"], StringComparison.Ordinal);
        await rig.MailAsync(holder, $"Re: {asked.Subject}", $"{yes}\n", $"{TalkRig.Passed.Replace("union.example", "nine-desk.example", StringComparison.Ordinal)}\nIn-Reply-To: <{asked.MessageId}>");
        var thanks = (await rig.SendAsync()).Single(letter => letter.To.Mailboxes.Any(to => to.Address == holder));
        Assert.StartsWith(language, thanks.Body!.Headers["Content-Language"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_written_to_in_the_language_of_the_newest_mail_of_which_something_was_recorded()
    {
        const string holder = "j.renard@bureau.example";
        Assert.DoesNotContain("[Refused]", await rig.OrderAsync($"""
            person add --name "Jeanne Renard" --email {holder}
            seat add "ITU-T SG17" --person 1 --from 2011-11-20
            meeting open 7 --title "Meeting" --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/7
            """), StringComparison.Ordinal);
        Assert.Equal("en", await NextAsync("meeting announce 7"));
        Assert.Equal(MessageState.Processed, (await rig.MailAsync(holder, "Réunion", "Je participerai à distance à la réunion du 5 novembre 2012.\n\nNom : Jeanne Renard\nFonction : Chargée de mission\nOrganisme : Bureau des réseaux\nCourriel : j.renard@bureau.example\n\nCordialement,\nJeanne Renard")).Line.State);
        await rig.MailAsync(holder, "Merci", "Thank you very much, that is all we wanted to know.");
        await rig.MailAsync(holder, "Meeting", "I will attend the meeting on 5 November 2012 in person.\n\nBest regards,\nJeanne Renard", $"Authentication-Results: {TalkRig.Server}; dmarc=fail header.from=bureau.example");
        await rig.SendAsync();
        Assert.Equal("fr", await NextAsync("meeting set 7 --room C"));
        Assert.Contains("registre contient", await StatusAsync(), StringComparison.OrdinalIgnoreCase);

        async Task<string> NextAsync(string order)
        {
            await rig.MailAsync(TalkRig.Secretary, "Orders", order, TalkRig.Passed);
            return LanguageOf((await rig.SendAsync()).Single(letter => letter.To.ToString().Contains(holder, StringComparison.Ordinal)));
        }

        async Task<string> StatusAsync()
        {
            await rig.MailAsync(holder, "status", "status");
            return (await rig.SendAsync()).Single().TextBody!;
        }
    }

    [Theory]
    [InlineData("fr", "Chili (CL)"), InlineData("ru", "Чили (CL)"), InlineData("zh", "智利 (CL)"), InlineData("ar", "شيلي (CL)"), InlineData("es", "Chile (CL)")]
    public async Task A_table_by_mail_has_headings_states_kinds_and_countries_in_the_language_of_the_secretariat(string language, string country)
    {
        await using var own = new TalkRig(over: new Dictionary<string, string?> { ["Groups:g:Language"] = language });
        await own.OrderAsync("member add AU --country CL --email itu@bu.example\nmember add BO --country BO --email itu@bo.example\ncall open 313 --kind nomination --title X\nmeeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva");
        await own.SendAsync();
        var told = "";
        foreach (var order in new[] { "member list", "member show 1", "outbox list", "call answers 313", "meeting show 7" })
        {
            await own.MailAsync(TalkRig.Secretary, "Orders", order, TalkRig.Passed);
            told += (await own.SendAsync()).Single().TextBody;
        }
        Assert.Contains(country, told.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\baccepted\b|command-result|\btries\b|\bsequence\b|Plurinational State|last answer|\bmade\b", told.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task Officers_are_written_to_in_the_language_that_is_set_for_them()
    {
        await using var french = new TalkRig(over: new Dictionary<string, string?> { ["Groups:g:Language"] = "fr", ["Groups:g:ChairmanLanguage"] = "es" });
        await french.MailAsync(TalkRig.Secretary, "Orders", "member list", TalkRig.Passed);
        await french.MailAsync("h.new@ministry.example", "Contribution to the meeting of 5 November 2012", "Please find our contribution attached: Protecting children in games. We ask that it is discussed on 5 November 2012.");
        var letters = await french.SendAsync();
        Assert.Contains(letters, letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal));
        Assert.All(letters, letter => Assert.Equal(
            letter.To.Mailboxes.Single().Address switch { TalkRig.Secretary => "fr", TalkRig.Chairman => "es", _ => "en" }, LanguageOf(letter)));
    }

    [Theory]
    [InlineData("fr"), InlineData("ru"), InlineData("zh"), InlineData("ar"), InlineData("es")]
    public async Task A_secretariat_reads_why_mails_wait_and_what_its_orders_did_in_its_own_language(string language)
    {
        await using var own = new TalkRig(over: new Dictionary<string, string?> { ["Groups:g:Language"] = language, ["Groups:g:Parent"] = "ITU-T SG17" });
        var letters = new List<MimeMessage>();
        foreach (var order in new[]
        {
            "member add AU --country AU --email jane@ministry.example", "member add AU --country AU --email jane@ministry.example", "member list", "member show 1", "member remove X",
            "person add --name Jane --email jane@ministry.example", "person add --name Jane --email jane@ministry.example", "seat add SG17 --person 1 --from 2012-01-01", "seat show 1", "seat show 9", "seat list", "organization list", "organization show 7", "person set 9 --phone 1",
            "call open 270 --kind consultation --title X --deadline 2012-10-20", "call open 270 --kind consultation --title X --deadline 2012-10-20", "call tally 270", "call show 270", "call list", "call show 999",
            "meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva", "meeting set 7 --room C", "meeting show 7", "meeting participants 7", "meeting open 8", "meeting held 7", "report distribute 7", "document show DOC9",
            "liaison draft x --information SG9", "liaison list", "liaison send 9", "review list", "review accept 99", "outbox retry 99", "member add Z --country ZZ --email z", "activity list --as-of yesterday",
        })
        {
            await own.MailAsync(TalkRig.Secretary, "Orders", order, TalkRig.Passed);
            own.Clock.Advance(TimeSpan.FromHours(1));
            letters.AddRange(await own.SendAsync());
        }
        const string nomination = "With reference to TSB Circular 313, we nominate the following organization:\n\nOrganization: Harbour\nCountry: New Zealand\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example";
        await own.MailAsync("someone@gmail.com", "313", nomination);
        await own.MailAsync("kiri@council.example", "Forged", nomination, $"Authentication-Results: {TalkRig.Server}; dmarc=fail header.from=council.example");
        await own.MailAsync("kiri@council.example", "Meeting", "I will attend the meeting of 9 January 2013.\n\nKiri Tane\nHead of Unit");
        await own.MailAsync(TalkRig.Secretary, "Orders", "member list", $"Authentication-Results: {TalkRig.Server}; dmarc=none");
        await own.MailAsync("kiri@council.example", "270", "The Administration of New Zealand objects to it.");
        letters.AddRange(await own.LiveUntilAsync(new(2012, 11, 28, 12, 0, 0, TimeSpan.Zero)));
        var told = letters.Where(letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal)).ToList();
        Assert.Contains(told, letter => letter.TextBody!.Contains("gmail.com", StringComparison.Ordinal));
        Assert.All(told, letter => Assert.Equal(language, LanguageOf(letter)));
        var english = told.SelectMany(letter => letter.TextBody!.Split("\n----------------------------------------", 2)[0].Split('\n').Where(line => OwnEnglish().IsMatch(line) && !Drafted().IsMatch(line)).Select(line => $"{letter.Subject}: {line.Trim()}")).Distinct().ToList();
        Assert.True(english.Count == 0, string.Join("\n", english));
    }

    [Theory]
    [InlineData("fr"), InlineData("ru"), InlineData("zh"), InlineData("ar"), InlineData("es")]
    public async Task A_secretariat_reads_results_changes_and_what_goes_out_next_in_its_own_language(string language)
    {
        await using var own = new TalkRig(over: new Dictionary<string, string?> { ["Groups:g:Language"] = language, ["Groups:g:Parent"] = "ITU-T SG17" });
        await own.OrderAsync("""
            member add "Administration of China" --country CN --email itu@bu.example
            member add "Administration of Jordan" --country JO --email itu@amman.example
            mandate add X --decided-by "ITU-T SG17" --from 2012-01-01 --review 2012-10-29
            call open "TSB Circular 313" --kind nomination --title X --deadline 2012-10-15 --grace 0
            meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva
            meeting announce 7
            """);
        await own.MailAsync("someone@gmail.com", "TSB Circular 313", "In reply to TSB Circular 313, the Administration of Jordan nominates:\n\nOrganization: Harbour\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example");
        var letters = new List<MimeMessage>(await own.LiveUntilAsync(new(2012, 11, 8, 12, 0, 0, TimeSpan.Zero)));
        await own.OrderAsync("report draft 7\nreport approve 7");
        Assert.Contains("DOC001", (await own.RunAsync("report list")).Printed, StringComparison.Ordinal);
        letters.AddRange(await own.LiveUntilAsync(new(2012, 11, 28, 12, 0, 0, TimeSpan.Zero)));
        var told = letters.Where(letter => letter.To.ToString().Contains(TalkRig.Secretary, StringComparison.Ordinal)).ToList();
        Assert.Contains(told, letter => letter.TextBody!.Contains("review list", StringComparison.Ordinal) && letter.TextBody.Contains("call show", StringComparison.Ordinal));
        var english = told.SelectMany(letter => letter.TextBody!.Split('\n').Where(line => RegistersEnglish().IsMatch(line)).Select(line => $"{letter.Subject}: {line.Trim()}")).Distinct().ToList();
        Assert.True(english.Count == 0, string.Join("\n", english));
    }

    /// <summary>Names and sentences by which the register keeps what it tells.</summary>
    [GeneratedRegex(@"\bmeeting of\b|Review of|Report of|Draft meeting|answered|answers of|without answer|An answer came|Administration of (?:China|Jordan)|TSB Circular 313(?!"")|report: |approved (?:by|at)|closed at")]
    private static partial Regex RegistersEnglish();

    private static string LanguageOf(MimeMessage letter) => OwnLanguage().Match(letter.HtmlBody ?? "").Groups[1].Value;

    [GeneratedRegex("<html lang=\"([a-z]{2})\"")]
    private static partial Regex OwnLanguage();

    /// <summary>Words that stand in sentences of the service and in no order, name or title of this story.</summary>
    [GeneratedRegex(@"\b(?:the|is|are|it|its|there|was|were|already|nothing|nobody|not|wait|waits|has|have|none|needs|takes|says|gives|cites|until|end of|Europe/Zurich|UTC'?Z|changed|new)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnEnglish();

    /// <summary>The draft of a circular is in English, and says so (docs/decisions/0046); orders are repeated as they were written.</summary>
    [GeneratedRegex(@"--until|New Zealand|consultation on|considered approved|closing date|the following replies|^\W*(?:Subject|Dear|Yours|The |\d+ )|With reference to")]
    private static partial Regex Drafted();

    /// <summary>Four words of Latin letters after another are a sentence; what a verb or an address looks like is none.</summary>
    [GeneratedRegex(@"\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}\b")]
    private static partial Regex English();
}
