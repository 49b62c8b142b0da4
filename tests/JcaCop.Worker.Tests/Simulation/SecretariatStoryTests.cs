using JcaCop.Worker.Commands;
using JcaCop.Worker.Simulation;
using JcaCop.Worker.Tests.Commands;

namespace JcaCop.Worker.Tests.Simulation;

/// <summary>Unusual months of a secretariat, told as scenarios by somebody who knows the handbook alone.</summary>
public sealed class SecretariatStoryTests : IDisposable
{
    private const string Members = """
        2013-03-01 09:00 member add "Administration of Australia" --country AU --email jane@ministry-a.example
        2013-03-01 09:01 member add "Administration of New Zealand" --country NZ --email kiri@ministry-b.example
        2013-03-01 09:02 member add "Administration of France" --country FR --email luc@ministry-c.example --language fr
        2013-03-01 09:03 member add "Administration of Spain" --country ES --email ana@ministry-d.example --language es

        """;

    private readonly DataFolder folder = new();
    private int mails;

    public SecretariatStoryTests() => Write("settings.json", """
        {
          "PrimaryGroup": "jca-ex", "Judging": { "AuthenticationServer": "mx.desk.example" },
          "Groups": {
            "jca-ex": {
              "Name": "JCA-EX", "FullName": "Joint Coordination Activity on Examples", "Address": "jcaex@desk.example", "TimeZone": "Europe/Zurich", "Secretaries": ["ines@desk.example"],
              "Chairman": "chair@presidency.example", "OfficialDomains": { "ministry-a.example": "AU", "ministry-b.example": "NZ", "ministry-c.example": "FR", "ministry-d.example": "ES" } },
            "cwg-ex": {
              "Name": "CWG-EX", "FullName": "Council Working Group on Examples", "Address": "cwgex@desk.example", "TimeZone": "America/New_York", "Secretaries": ["otto@desk.example"],
              "OfficialDomains": { "ministry-a.example": "AU" } }
          }
        }
        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_code_in_the_hands_of_another_does_nothing_and_the_member_itself_decides_with_one_word()
    {
        Write("commands.txt", Members + """
            2013-03-02 09:00 call open "Circular 7" --kind nomination --title "Nomination of organizations" --deadline 2013-04-30
            2013-03-12 09:00 organization list
            """);
        Mail("2013-03-05 10:00", "assistant.kiri@gmail.com", "Circular 7", "The Administration of New Zealand replies to Circular 7.\n\nOrganization: Harbour Helpline\nCountry: New Zealand\nContact person: Mr Berto Sample\nE-mail: berto@harbour.example\nTelephone: +64 4 555 0101");
        Mail("2013-03-06 10:00", "luc@ministry-c.example", "Re: Please confirm", "{{code of question to kiri@ministry-b.example}} accept");
        Mail("2013-03-08 10:00", "kiri@ministry-b.example", "Re: Please confirm [JCA-EX #{{code of question to kiri@ministry-b.example}}]", "yes\n\nKiri Tane");
        var timeline = await PlayAsync();
        Assert.Contains("luc@ministry-c.example is not entitled to decide", timeline, StringComparison.Ordinal);
        Assert.Contains("item-decided to assistant.kiri@gmail.com", timeline, StringComparison.Ordinal);
        Assert.Contains("answer-noted to kiri@ministry-b.example", timeline, StringComparison.Ordinal);
        Assert.Contains("berto@harbour.example", timeline[timeline.IndexOf("organization list", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consultation_that_was_put_off_is_approved_when_the_objection_is_withdrawn_and_the_quorum_is_there()
    {
        Write("commands.txt", Members + """
            2013-03-02 09:00 call open "Circular 8" --kind consultation --title "Establishment of a correspondence group" --deadline 2013-03-29 --silence nothing --quorum 3
            2013-06-01 09:00 call show "Circular 8"
            """);
        Mail("2013-03-10 10:00", "jane@ministry-a.example", "Circular 8", "The Administration of Australia supports the establishment of the correspondence group.");
        Mail("2013-03-12 10:00", "luc@ministry-c.example", "Lettre circulaire 8", "L'Administration française formule une objection à la création du groupe : le mandat doit d'abord être précisé.");
        Mail("2013-04-15 10:00", "luc@ministry-c.example", "Lettre circulaire 8", "L'Administration française n'a plus d'objection à la création du groupe.");
        Mail("2013-04-16 10:00", "ana@ministry-d.example", "Circular 8", "La Administración de España no tiene objeción a la creación del grupo.");
        var timeline = await PlayAsync();
        Assert.Contains("Circular 8: put off", timeline, StringComparison.Ordinal);
        Assert.Contains("3 (1 support, 2 no objection, 0 comment, 0 objection)", timeline, StringComparison.Ordinal);
        Assert.Contains("3 replies; 3 came: reached", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain("  held  ", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_day_ends_at_midnight_by_the_clocks_that_were_changed_on_it()
    {
        Write("commands.txt", Members + """
            2013-03-02 09:00 call open "Circular 9" --kind consultation --title "New terms of reference" --deadline 2013-03-31 --silence approval
            2013-04-05 09:00 call show "Circular 9"
            """);
        Mail("2013-03-31 23:59:30", "kiri@ministry-b.example", "Circular 9", "The Administration of New Zealand supports the new terms of reference.", "+0200");
        Mail("2013-04-01 00:00:30", "ana@ministry-d.example", "Circular 9", "The Administration of Spain objects to the new terms of reference.", "+0200");
        var timeline = await PlayAsync();
        Assert.Contains("Circular 9: approved", timeline, StringComparison.Ordinal);
        Assert.Matches("Spain \\(ES\\) +met-late", timeline);
        Assert.Matches("New Zealand \\(NZ\\) +met +2013-03-31 23:59", timeline);
    }

    [Fact]
    public async Task A_day_of_an_export_ends_in_each_group_by_its_own_clocks()
    {
        Write("commands.txt", """
            2013-03-01 09:00 member add "Administration of Australia" --country AU --email jane@ministry-a.example --group jca-ex
            2013-03-01 09:01 member add "Administration of Australia" --country AU --email jane@ministry-a.example --group cwg-ex
            2013-05-03 09:02 export organizations --as-of 2013-03-05 --format csv
            """);
        // In Geneva it is the sixth already, in New York still the fifth.
        foreach (var group in new[] { "jcaex", "cwgex" })
            Mail("2013-03-06 02:00", "jane@ministry-a.example", "Nomination", $"The Administration of Australia nominates the following organization:\n\nOrganization: Lantern Network {group}\nCountry: Australia\nContact person: Ms Anna Sample\nE-mail: anna@lantern.example", to: $"{group}@desk.example");
        var exported = await PlayAsync();
        exported = exported[exported.IndexOf("export organizations", StringComparison.Ordinal)..];
        Assert.Contains("Lantern Network cwgex", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("Lantern Network jcaex", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_was_never_announced_is_over_after_a_month_and_nobody_hears_of_it()
    {
        Write("commands.txt", Members + """
            2013-03-02 09:00 meeting open 3 --date 2013-03-02 --from 18:00 --until 19:00 --place Geneva
            2013-04-05 09:00 meeting list
            """);
        var timeline = await PlayAsync();
        Assert.Contains("never announced nor noted as held: cancelled", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain("  letter      meeting", timeline, StringComparison.Ordinal);
    }

    private async Task<string> PlayAsync()
    {
        Assert.Equal(ExitCode.Ok, (await Jcacop.RunAsync("simulate", folder.In("story"), "--out", folder.In("result"))).Code);
        return await File.ReadAllTextAsync(folder.In("result", SimulationFolder.TimelineFile), TestContext.Current.CancellationToken);
    }

    /// <param name="zone">Of the clocks by which the time is told.</param>
    private void Mail(string at, string from, string subject, string body, string zone = "+0100", string to = "jcaex@desk.example") => Write($"mail/{++mails}.eml",
        $"From: {from}\nTo: {to}\nSubject: {subject}\nDate: {DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture).ToString("ddd, dd MMM yyyy HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)} {zone}\nMessage-ID: <{mails}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}\n");

    private void Write(string name, string text)
    {
        var file = folder.In("story", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
