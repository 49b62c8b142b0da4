using JcaCop.Worker.Commands;
using JcaCop.Worker.Simulation;
using JcaCop.Worker.Tests.Commands;

namespace JcaCop.Worker.Tests.Simulation;

public sealed class SimulateTests : IDisposable
{
    private readonly DataFolder folder = new();

    public SimulateTests() => Write("settings.json", "{}");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_mail_is_taken_after_its_Date_answered_and_told_in_order()
    {
        folder.WriteNomination(folder.In("story", "mail"), 1, "Lantern Children's Network");
        Write("commands.txt", "2012-09-17 18:30 note Circular 313 goes out\n2012-09-25 10:00 note A day later\n");
        var run = await SimulateAsync();
        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        var timeline = Timeline();
        Assert.Equal("2012-09-17 18:30  history     Circular 313 goes out", timeline[0]);
        Assert.StartsWith("2012-09-24 14:0", timeline[1], StringComparison.Ordinal);
        Assert.Contains("mail        1  Jane Example: TSB Circular 313 - nomination", timeline[1], StringComparison.Ordinal);
        Assert.Contains(timeline, line => line.Contains("letter      receipt to jane@ministry.example", StringComparison.Ordinal));
        Assert.Equal("2012-09-25 10:00  history     A day later", timeline[^1]);
        Assert.Equal("0001-2012-09-24-1409-receipt-jane@ministry.example.eml", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(folder.In("result", "sent"), "*.eml"))));
        foreach (var table in RegisterExport.Names)
        {
            Assert.True(File.Exists(folder.In("result", "register", $"{table}.csv")));
            Assert.True(File.Exists(folder.In("result", "register", $"{table}.json")));
        }
    }

    [Fact]
    public async Task What_is_dated_after_the_end_of_a_story_is_told()
    {
        folder.WriteNomination(folder.In("story", "mail"), 1, "Lantern Children's Network");
        Write("commands.txt", "2012-09-17 18:30 note Circular 313 goes out\n2012-09-18 09:00 end\n2012-09-19 09:00 note too late\n");
        Assert.Equal(ExitCode.Ok, (await SimulateAsync()).Code);
        Assert.Equal(2, Timeline().Count(line => line.Contains("trouble", StringComparison.Ordinal) && line.Contains("after the end of the story", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_story_is_told_in_the_same_words_again()
    {
        folder.WriteNomination(folder.In("story", "mail"), 1, "Lantern Children's Network");
        await SimulateAsync();
        var first = Timeline();
        await SimulateAsync();
        Assert.Equal(first, Timeline());
    }

    [Fact]
    public async Task Mail_that_comes_while_the_service_is_down_is_taken_when_it_is_up_again()
    {
        folder.WriteNomination(folder.In("story", "mail"), 1, "Lantern Children's Network");
        Write("commands.txt", "2012-09-24 08:00 down\n2012-09-26 08:00 up\n");
        await SimulateAsync();
        var taken = Assert.Single(Timeline(), line => line.Contains("  mail  ", StringComparison.Ordinal));
        Assert.StartsWith("2012-09-26 08:0", taken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("COP@itu.int", "cwg-cop")]
    [InlineData("tsbjcacop+r.1@itu.int", "jca-cop")]
    [InlineData("jcacop@lists.itu.int", "jca-cop")]
    [InlineData("somebody@else.example", "jca-cop")]
    [InlineData("cop@itu.int, tsbjcacop@itu.int", "jca-cop")]
    [InlineData("cop@itu.int, tsbjcacop@itu.int", "cwg-cop")]
    public async Task A_mail_goes_to_the_group_that_it_names_and_otherwise_to_the_first(string to, string group)
    {
        Write("mail/council.EML", $"From: a@b.example\nTo: {to}\nDate: Mon, 24 Sep 2012 14:07:00 +0200\nMessage-ID: <1@b.example>\n\nHello\n");
        await SimulateAsync();
        Assert.Single(Directory.EnumerateFiles(folder.In("result", "mail", group), "council.*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_verb_of_the_story_works_on_its_register_and_one_that_fails_is_told()
    {
        folder.WriteNomination(folder.In("story", "mail"), 1, "Lantern Children's Network");
        Write("commands.txt", "2012-09-25 10:00 export messages --out \"the messages.json\"\n2012-09-25 11:00 review show 99\n2012-09-25 12:00 note It goes on\n");
        var run = await SimulateAsync();
        Assert.Equal(ExitCode.Problems, run.Code);
        Assert.True(File.Exists(folder.In("result", "the messages.json")));
        Assert.Contains(Timeline(), line => line.Contains("trouble     commands.txt:2: review show 99 (exit code 2)", StringComparison.Ordinal));
        Assert.EndsWith("It goes on", Timeline()[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2012-09-25 10:00 review aprove 1", "commands.txt:1: 'aprove' is no verb. 'review' takes list, ")]
    [InlineData("2012-09-25 10:00 reveiw list", "commands.txt:1: 'reveiw' is no verb; did you mean 'review'?")]
    [InlineData("2012-09-25 10:00 run --once", "commands.txt:1: 'run' makes no sense inside a story")]
    [InlineData("2012-09-25 10:00 member add \"Australia --country AU", "commands.txt:1: a quotation mark is not closed.")]
    [InlineData("2012-09-25 10:00 note", "commands.txt:1: note needs a text.")]
    [InlineData("25 September 10:00 note x", "commands.txt:1: '25 September' is no time")]
    public async Task A_wrong_line_ends_with_2_before_anything_is_written(string line, string error)
    {
        Write("commands.txt", line);
        var run = await SimulateAsync();
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith(error, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.In("result")));
    }

    [Fact]
    public async Task A_wrong_setting_ends_with_3_and_names_its_key()
    {
        Write("settings.json", """{ "Groups": { "x": { "Name": "X", "FullName": "X", "Address": "x@desk.example", "TimeZone": "Europe/Atlantis" } } }""");
        Write("commands.txt", "2012-09-25 10:00 note x");
        var run = await SimulateAsync();
        Assert.Equal(ExitCode.Settings, run.Code);
        Assert.Contains("Groups:x:TimeZone", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_settings_file_is_told_with_the_line_as_people_count_it()
    {
        Write("settings.json", "{\n  \"Groups\": {\n    \"x\": { \"Name\": \"X\" \"FullName\": \"X\" }\n} }");
        Write("commands.txt", "2012-09-25 10:00 note x");
        var run = await SimulateAsync();
        Assert.Equal(ExitCode.Settings, run.Code);
        Assert.Contains("settings.json: line 3, character 24: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_of_the_story_can_answer_a_letter_with_its_code_and_in_its_thread()
    {
        Write("settings.json", """
            { "Groups": { "g": { "Name": "JCA-EX", "FullName": "Joint Activity on Examples", "Address": "jcaex@desk.example", "TimeZone": "America/Montevideo", "Secretaries": [ "ann@desk.example" ] } },
              "Judging": { "AuthenticationServer": "mx.desk.example" } }
            """);
        folder.WriteNomination(folder.In("story", "mail"), 1, "Lantern Children's Network");
        Write("mail/2-phone.eml", Mail("jane@ministry.example", "Tue, 25 Sep 2012 14:00:00 +0200", "The telephone number is +61 3 5550 0199.", "In-Reply-To:\n <{{id of receipt\n to jane@ministry.example}}>\n"));
        Write("mail/3-accept.eml", Mail("ann@desk.example", "Wed, 26 Sep 2012 17:00:00 +0200", "{{code of digest to ann@desk.example}} accept", "Authentication-Results: mx.desk.example; dmarc=pass header.from=desk.example\n"));
        Write("mail/4-nothing.eml", Mail("ann@desk.example", "Thu, 27 Sep 2012 17:00:00 +0200", "{{code of question to chair@desk.example}} accept", ""));
        var run = await SimulateAsync();
        Assert.Equal(ExitCode.Problems, run.Code);
        Assert.Contains("+61 3 5550 0199", await File.ReadAllTextAsync(folder.In("result", "register", "persons.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Lantern Children's Network", await File.ReadAllTextAsync(folder.In("result", "register", "organizations.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(Timeline(), line => line.Contains("trouble     mail/4-nothing.eml: {{code of question to chair@desk.example}}: no such letter has left yet", StringComparison.Ordinal));
        // The digest comes at seven by the clocks of the group, not of Geneva.
        Assert.Contains(Timeline(), line => line.StartsWith("2012-09-25 07:00  letter      digest", StringComparison.Ordinal));
    }

    private static string Mail(string from, string date, string text, string headers) =>
        $"{headers}From: {from}\nTo: jcaex@desk.example\nSubject: Re: your letter\nDate: {date}\nMessage-ID: <{date.GetHashCode(StringComparison.Ordinal)}@x.example>\nContent-Type: text/plain; charset=utf-8\n\n{text}\n";

    [Fact]
    public async Task A_folder_with_something_else_in_it_is_left_alone()
    {
        Write("commands.txt", "2012-09-25 10:00 note x");
        Directory.CreateDirectory(folder.In("result"));
        await File.WriteAllTextAsync(folder.In("result", "thesis.doc"), "mine", TestContext.Current.CancellationToken);
        var run = await SimulateAsync();
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.In("result", "thesis.doc"), TestContext.Current.CancellationToken));
    }

    private Task<JcacopRun> SimulateAsync() => Jcacop.RunAsync("simulate", folder.In("story"), "--out", folder.In("result"));

    private string[] Timeline() => File.ReadAllLines(folder.In("result", SimulationFolder.TimelineFile));

    private void Write(string name, string text)
    {
        var file = folder.In("story", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
