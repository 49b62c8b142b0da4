using JcaCop.Worker.Commands;
using JcaCop.Worker.Simulation;
using JcaCop.Worker.Tests.Commands;

namespace JcaCop.Worker.Tests.Simulation;

/// <summary>The life of liaison statements, told by mail and verbs.</summary>
public sealed class LiaisonStoryTests : IDisposable
{
    private readonly DataFolder folder = new();

    public LiaisonStoryTests() => Write("settings.json", """
        { "Groups": { "jca-ex": {
            "Name": "JCA-EX", "FullName": "Joint Coordination Activity on Examples", "Address": "jcaex@desk.example", "Parent": "ITU-T SG17",
            "Chairman": "chairman@desk.example", "OfficialDomains": { "sixteen.example": "ITU-T SG16" } } } }
        """);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_statement_for_action_is_acknowledged_passed_on_and_settled_by_our_own_statement()
    {
        Write("mail/1.eml", Statement("1", "SG16-LS045", "LS on accessible reporting tools", "FOR ACTION TO: JCA-EX", "DEADLINE: 15 October 2012"));
        Write("mail/2.eml", Statement("2", "SG16 – LS 45 – E", "LS on accessible reporting tools", "FOR ACTION TO: JCA-EX", "DEADLINE: 15 October 2012"));
        Write("commands.txt", """
            2012-09-01 09:00 member add "ITU-T SG16" --sort group --body "ITU-T SG16" --email sg16@sixteen.example
            2012-09-10 09:00 liaison list
            2012-09-10 09:01 liaison draft "reporting tools" --text "JCA-EX thanks SG16." --information "ITU-T SG16" --reply-to SG16-LS45
            2012-09-12 09:00 liaison send 2
            2012-09-12 09:05 liaison list
            2012-09-12 10:00 end
            """);
        Assert.Equal(ExitCode.Ok, (await Jcacop.RunAsync("simulate", folder.In("story"), "--out", folder.In("result"))).Code);
        var timeline = await File.ReadAllTextAsync(folder.In("result", SimulationFolder.TimelineFile), TestContext.Current.CancellationToken);
        Assert.Contains("liaison-acknowledgement to sg16@sixteen.example", timeline, StringComparison.Ordinal);
        Assert.Equal(1, Count(timeline, "liaison-routed to chairman@desk.example: For action"));
        Assert.Contains("state open -> met", timeline, StringComparison.Ordinal);
        Assert.Contains("liaison-out to sg16@sixteen.example: Liaison statement JCA-EX-LS1", timeline, StringComparison.Ordinal);
        Assert.Equal(1, Count(timeline, "2012-10-15  routed"));
        Assert.Equal(1, Count(timeline, "2012-10-15  answered"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Statement(string id, string number, string title, params string[] fields) => $"""
        From: SG16 Secretariat <sg16@sixteen.example>
        To: jcaex@desk.example
        Subject: {title}
        Date: Mon, 3 Sep 2012 10:0{id}:00 +0200
        Message-ID: <{id}@sixteen.example>
        Content-Type: text/plain; charset=utf-8

        {number}

        QUESTION(S): 26/16
        SOURCE: ITU-T Study Group 16 (Geneva, 27 August 2012)
        TITLE: {title}

        LIAISON STATEMENT

        {string.Join("\n", fields)}
        CONTACT: Ms Ingrid Falkenrath, Rapporteur Q26/16
        E-mail: ingrid.falkenrath@sixteen.example

        Study Group 16 asks for a list of reporting tools known to the members of JCA-EX.
        """;

    private void Write(string name, string text)
    {
        var file = folder.In("story", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
