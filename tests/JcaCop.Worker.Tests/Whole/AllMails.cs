using System.Globalization;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Whole;

/// <summary>A mail as it is delivered.</summary>
/// <param name="Name">Of its file; tells in a failing test which one it was.</param>
internal sealed record StoryMail(string Name, DateTimeOffset At, string Raw)
{
    /// <summary>Names of mails of which this one speaks: it says nothing that could be recorded before they are there.</summary>
    public IReadOnlyList<string> SpeaksOf { get; init; } = [];

    public string FileName => Name.Replace(' ', '-');
}

/// <summary>One mail of each sort of item, and some that speak of what others said: a few weeks of a group.</summary>
internal static class AllMails
{
    public static readonly DateTimeOffset Start = new(2012, 10, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string[]> Speaking = new()
    {
        ["correction"] = ["nomination"], ["registration cancelled"] = ["registration"], ["contribution revised"] = ["contribution"],
        // A number is told to the sender and never changed: who comes first gets the first. Of two answers the first is the one that stands.
        ["second contribution"] = ["contribution"], ["report of September"] = ["contribution", "second contribution"], ["position against"] = ["position"],
    };

    private const string Jane = "jane@ministry.example";
    private const string Kiri = "kiri@council.example";
    private const string Sixteen = "sg16@sixteen.example";

    public static readonly IReadOnlyDictionary<string, string?> Settings = new Dictionary<string, string?>
    {
        ["Groups:g:Name"] = "JCA-EX", ["Groups:g:Parent"] = "ITU-T SG17", ["Groups:g:OfficialDomains:sixteen.example"] = "ITU-T SG16",
    };

    /// <summary>Members, calls and the meeting of which the mails speak.</summary>
    public static readonly IReadOnlyList<string> Verbs =
    [
        $"member add \"Administration of Australia\" --country AU --email {Jane}",
        $"member add \"Administration of New Zealand\" --country NZ --email {Kiri}",
        $"member add \"ITU-T SG16\" --sort group --body \"ITU-T SG16\" --email {Sixteen}",
        "call open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31",
        "call open \"TSB Circular 270\" --kind consultation --silence approval --title \"Establishment of JCA-EX\" --deadline 2012-10-30",
        "call open \"TSB Circular 320\" --kind questionnaire --title \"National approaches\" --deadline 2012-10-30 --question \"1=Is there a hotline?\" --question \"2=Which law applies?\"",
        "meeting open 6 --date 2012-09-24 --from 9:30 --until 17:30 --place Geneva",
        "meeting held 6",
        "meeting open 7 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/7",
        "meeting announce 7",
    ];

    public static IReadOnlyList<StoryMail> Mails { get; } = [.. Tell().Select(mail => mail with { SpeaksOf = Speaking.GetValueOrDefault(mail.Name, []) })];

    /// <param name="letters">Message-ID of a letter of ours that left, for the mails that speak of one.</param>
    public static IEnumerable<StoryMail> About(string letters) =>
    [
        Plain("absence", 40, Jane, "Automatic reply: TSB Circular 313", "I am out of the office until 23 October 2012.", $"Auto-Submitted: auto-replied\nIn-Reply-To: <{letters}>"),
        new("bounce", Start.AddHours(41), ReachTests.Bounce(Start.AddHours(41), letters, Kiri, "5.1.1", null)),
    ];

    private static IEnumerable<StoryMail> Tell()
    {
        yield return Plain("nomination", 1, Jane, "TSB Circular 313 - nomination", """
            With reference to TSB Circular 313, we nominate the following organization:

            Organization: Lantern Children's Network
            Country: Australia
            Contact person: Ms Anna Sample
            E-mail: anna.sample@lantern.example
            """);
        yield return Plain("nomination completed", 2, Jane, "TSB Circular 313 - nomination", """
            With reference to TSB Circular 313, further to our nomination:

            Organization: Lantern Children's Network
            Country: Australia
            Contact person: Ms Anna Sample
            Telephone: +61 3 5550 0101
            Website: www.lantern.example
            """);
        yield return Plain("nomination of a stranger", 3, "someone@gmail.com", "TSB Circular 313 - nomination", """
            With reference to TSB Circular 313, we nominate the following organization:

            Organization: Harbour Helpline
            Country: New Zealand
            Contact person: Mr Berto Sample
            E-mail: berto@harbour.example
            """);
        yield return Plain("representatives", 4, Jane, "TSB Circular 278 - representatives", """
            With reference to TSB Circular 278, the Administration of Australia designates Mr Peter Hall, Head of Unit, peter.hall@ministry.example, as its representative to ITU-T Study Group 17.

            Yours sincerely,
            Jane Example
            Department of Communications
            """);
        yield return Plain("replacement", 5, Jane, "Change of representative", """
            The Administration of Australia wishes to inform you that Ms Carla Stone, Director, carla.stone@ministry.example, replaces Mr Peter Hall as its representative for ITU-T Study Group 17.

            Jane Example
            Department of Communications
            """);
        yield return Plain("correction", 6, Jane, "Correction", """
            Please note that the telephone number of Ms Anna Sample has changed. The new number is +61 3 5550 0199.

            Jane Example
            """);
        yield return Plain("liaison for action", 7, Sixteen, "LS on reporting tools", Statement("SG16-LS045", "LS on reporting tools", "FOR ACTION TO: JCA-EX\nDEADLINE: 15 October 2012"));
        yield return Plain("liaison for information", 8, Sixteen, "LS on hotlines", Statement("SG16-LS046", "LS on hotlines", "FOR INFORMATION TO: JCA-EX"));
        yield return Plain("activity", 9, Jane, "Activities on child online protection", """
            We would like to inform you of the following activity:

            Title: Regional workshop on child online protection
            Organization: Department of Communications
            Country: Australia
            Date: 12-13 March 2013
            Place: Sydney
            Website: www.workshop.example
            """);
        yield return Plain("position", 10, Kiri, "TSB Circular 270", "The Administration of New Zealand supports the establishment of JCA-EX.");
        yield return Plain("position against", 11, "minister@council.example", "TSB Circular 270", "The Administration of New Zealand objects to the establishment of JCA-EX.");
        yield return Plain("questionnaire", 12, Jane, "TSB Circular 320: questionnaire", "Dear Sir,\n\nAnswers to the questionnaire:\n\n1. Yes, since 2008.\n2. The Online Safety Act of 2011.\n\nKind regards,\nJane Example");
        yield return Plain("registration", 13, Jane, "Registration for the JCA-EX meeting of 5 November 2012", MailTexts.Delegation("JCA-EX on 5 November 2012") + "\n\nJane Example");
        yield return Plain("regret", 14, Kiri, "JCA-EX meeting of 5 November 2012", "I regret that I will not be able to attend the meeting of JCA-EX on 5 November 2012.\n\nKiri Tane");
        yield return Plain("registration cancelled", 15, Jane, "Registration for the JCA-EX meeting of 5 November 2012", "Please cancel the registration of Mr Idris Bangura for the meeting of 5 November 2012.\n\nJane Example");
        yield return Paper("contribution", 16, Jane, "Contribution to the JCA-EX meeting of 5 November 2012", "Please find attached our contribution to the JCA-EX meeting of 5 November 2012, entitled \"Filtering at the source\".\n\nSource: Administration of Australia", "filtering.txt", "RmlsdGVyaW5nIGF0IHRoZSBzb3VyY2UK");
        yield return Paper("second contribution", 17, Kiri, "Contribution to the JCA-EX meeting of 5 November 2012", "Please find attached our contribution to the JCA-EX meeting of 5 November 2012, entitled \"Hotlines compared\".\n\nSource: Administration of New Zealand", "hotlines.txt", "SG90bGluZXMgY29tcGFyZWQK");
        yield return Paper("contribution revised", 17, Jane, "Contribution to the JCA-EX meeting of 5 November 2012", "Please find attached DOC001 Rev.1, our contribution to the JCA-EX meeting of 5 November 2012, entitled \"Filtering at the source\".\n\nSource: Administration of Australia", "filtering-rev1.txt", "RmlsdGVyaW5nIGF0IHRoZSBzb3VyY2UsIGFnYWluCg==", 30);
        yield return Plain("withdrawal", 18, Jane, "TSB Circular 313", "We hereby withdraw the nomination of Harbour Helpline, made in reply to TSB Circular 313.\n\nJane Example");
        yield return Plain("question to the secretariat", 19, Kiri, "Visa", "Could you please tell me whether a visa is needed for the meeting in Geneva?\n\nKiri Tane");
        yield return Plain("status", 20, Kiri, "status", "status");
        yield return Plain("orders", 21, TalkRig.Secretary, "Orders", "organization add \"Red Segura\" --country ES\nperson add --name \"Luz Prueba\" --email luz@red.example\nperson list", TalkRig.Passed);
        yield return Paper("report", 22, TalkRig.Chairman, "Report of the JCA-EX meeting of 5 November 2012", "Dear Secretariat,\n\nplease find attached the draft report of the JCA-EX meeting of 5 November 2012 for distribution.\n\nThe Chairman", "report.txt", "UmVwb3J0Cg==");
        yield return Paper("report of September", 23, TalkRig.Chairman, "Report of the JCA-EX meeting of 24 September 2012", "Dear Secretariat,\n\nplease find attached the draft report of the JCA-EX meeting of 24 September 2012 for distribution.\n\nThe Chairman", "september.txt", "U2VwdGVtYmVyCg==");
    }

    private static string Statement(string number, string title, string fields) => MailTexts.Statement(number, title, fields, "JCA-EX");

    private static StoryMail Plain(string name, int hour, string from, string subject, string body, string? headers = null) =>
        new(name, Start.AddHours(hour), Lines(Head(name, hour, from, subject, headers) + $"Content-Type: text/plain; charset=utf-8\n\n{body}\n"));

    private static StoryMail Paper(string name, int hour, string from, string subject, string body, string file, string content, int minute = 0) => new(name, Start.AddHours(hour).AddMinutes(minute), Lines(
        Head(name, hour, from, subject, null) + $"""
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        {body}
        --b
        Content-Type: application/octet-stream; name="{file}"
        Content-Disposition: attachment; filename="{file}"
        Content-Transfer-Encoding: base64

        {content}
        --b--

        """));

    private static string Head(string name, int hour, string from, string subject, string? headers) => string.Create(CultureInfo.InvariantCulture,
        $"{(headers is null ? "" : headers + "\n")}From: {from}\nTo: {TalkRig.Desk}\nSubject: {subject}\nDate: {Start.AddHours(hour):r}\nMessage-ID: <{name.Replace(' ', '-')}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}>\nMIME-Version: 1.0\n");

    private static string Lines(string text) => text.ReplaceLineEndings("\r\n");
}
