using System.Globalization;
using System.Text;
using JcaCop.Post.Letters;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>Whatever machines write, in whatever sequence: the answers to one address have an end.</summary>
public sealed class MachinesTests
{
    private const string Machine = "tickets@ministry.example";
    private const string Other = "bureau@other.example";

    private static readonly LetterWriter Writer = new(new LetterOptions());

    private static readonly string[] Marks =
        ["", "", "", "", "Auto-Submitted: auto-replied\r\n", "Auto-Submitted: no\r\n", "Precedence: bulk\r\n", "X-Loop: desk\r\n", "List-Id: <x.example>\r\n", "Return-Path: <>\r\n", "Reply-To: other@else.example\r\n"];

    private static readonly string[] Texts =
    [
        "status", "help", "statut", "帮助", "Thank you for your message.", "Your ticket [#4711] has been received. We will answer within two days.", "member list", "review accept 1", "accept", "",
        "Could you please tell me when the meeting begins?", "The mailbox is full.", "With reference to TSB Circular 313, we nominate:\r\n\r\nOrganization: Lantern {0}\r\nCountry: Australia\r\nContact person: Ms Anna Sample\r\nE-mail: anna{0}@lantern.example",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static TalkRig Rig(string desk = TalkRig.Desk, string own = TalkRig.Secretary) => new(desk: desk, own: own, change: (services, _) => services.AddSingleton(Writer));

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task No_sequence_of_mails_of_one_machine_makes_more_answers_than_an_hour_and_a_day_allow(int seed)
    {
        var random = new Random(seed);
        await using var rig = Rig();
        var answers = new List<DateTimeOffset>();
        var letters = new List<MimeMessage>();
        for (var n = 0; n < 90; n++)
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(random.Next(10) switch { < 7 => random.Next(3), < 9 => random.Next(4, 90), _ => random.Next(90, 600) }));
            var thread = letters.Count > 0 && random.Next(2) == 0 ? letters[random.Next(letters.Count)] : null;
            await rig.TakeAsync(string.Create(CultureInfo.InvariantCulture, $"{Marks[random.Next(Marks.Length)]}{(thread is null ? "" : $"In-Reply-To: <{thread.MessageId}>\r\n")}")
                + $"From: {Machine}\r\nTo: {TalkRig.Desk}\r\nSubject: {(thread is null ? $"Message {n}" : $"Re: {thread.Subject}")}\r\nDate: {rig.Clock.GetUtcNow():r}\r\nMessage-ID: <{seed}.{n}@ministry.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + string.Format(CultureInfo.InvariantCulture, Texts[random.Next(Texts.Length)], n) + "\r\n");
            foreach (var letter in await rig.SendAsync())
            {
                if (!letter.To.ToString().Contains(Machine, StringComparison.Ordinal)) continue;
                letters.Add(letter);
                answers.Add(rig.Clock.GetUtcNow());
            }
        }
        Assert.NotEmpty(answers);
        var policy = new Settings.JudgingOptions();
        // Two windows may meet within an hour; what the first spent counts half in the second.
        Assert.All(answers, first => Assert.InRange(answers.Count(at => at >= first && at < first.AddHours(1)), 1, (2 * policy.AnswersInHour) - (policy.AnswersInHour / 2)));
        Assert.All(answers.GroupBy(at => at.UtcDateTime.Date), day => Assert.InRange(day.Count(), 1, policy.AnswersOnDay));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task Two_services_stop_however_slowly_their_letters_travel_and_whichever_marks_are_lost(int seed)
    {
        var random = new Random(seed);
        // Of each mark, how many in a hundred come through.
        var kept = seed % 2 == 0 ? 5 : 0;
        await using var one = Rig();
        await using var two = Rig(Other, "somebody@other.example");
        var texts = new[] { "Please note our new circular.", "status", "Could you please tell me when the meeting begins?", "Your ticket [#4711] has been received." };
        foreach (var (from, to) in new[] { (Other, one), (TalkRig.Desk, two) }) await to.MailAsync(from, "First", texts[random.Next(texts.Length)]);
        var exchanged = 0;
        for (var quiet = 0; quiet < 2;)
        {
            // A pace that no budget of an hour or a day would ever stop.
            foreach (var rig in new[] { one, two }) rig.Clock.Advance(TimeSpan.FromHours(2 + (random.NextDouble() * 3)));
            var carried = await CarryAsync(one, two, random, kept) + await CarryAsync(two, one, random, kept);
            exchanged += carried;
            quiet = carried == 0 ? quiet + 1 : 0;
            Assert.True(exchanged <= 16, $"after {exchanged} letters they still answer each other");
        }
        Assert.True(exchanged > 0);
    }

    /// <summary>Carries what one has sent to the other; each mark of automatic letters is lost now and then.</summary>
    private static async Task<int> CarryAsync(TalkRig from, TalkRig to, Random random, int kept)
    {
        var letters = (await from.SendAsync()).Where(letter => letter.To.Mailboxes.Any(box => box.Address.Equals(to.Address, StringComparison.OrdinalIgnoreCase))).ToList();
        foreach (var letter in letters)
        {
            foreach (var field in new[] { "Auto-Submitted", "X-Auto-Response-Suppress", "Precedence", "X-Loop", "Reply-To" })
                if (random.Next(100) >= kept) letter.Headers.RemoveAll(field);
            using var raw = new MemoryStream();
            await letter.WriteToAsync(raw, Stop);
            await to.TakeAsync(Encoding.UTF8.GetString(raw.ToArray()));
        }
        return letters.Count;
    }
}
