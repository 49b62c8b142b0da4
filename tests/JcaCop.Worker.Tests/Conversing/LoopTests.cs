using System.Text.RegularExpressions;

namespace JcaCop.Worker.Tests.Conversing;

/// <summary>Machines that write to machines stop.</summary>
public sealed partial class LoopTests
{
    private const string Other = "bureau@other.example";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_services_that_answer_each_other_stop(bool marksAreLost)
    {
        await using var one = new TalkRig();
        await using var two = new TalkRig(desk: Other, own: "somebody@other.example");
        // A person's mail in the name of the other service begins it.
        await one.MailAsync(Other, "Status", "Please note our new circular.");
        var exchanged = 0;
        for (var round = 0; round < 200; round++)
        {
            var going = await PassAsync(one, two, marksAreLost);
            var coming = await PassAsync(two, one, marksAreLost);
            if (going + coming == 0) break;
            exchanged += going + coming;
        }
        // Each answers the other no more often than one address is answered in its window.
        Assert.InRange(exchanged, 1, marksAreLost ? 10 : 1);
        Assert.Equal(0, await PassAsync(one, two, marksAreLost) + await PassAsync(two, one, marksAreLost));
    }

    [Fact]
    public async Task Whoever_writes_under_a_members_address_uses_up_none_of_its_answers()
    {
        const string jane = "jane@ministry.example";
        const string passed = $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=ministry.example";
        await using var rig = new TalkRig();
        await rig.OrderAsync($"member add \"Administration of Australia\" --country AU --email {jane}\ncall open \"Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-10");
        await rig.SendAsync();
        for (var i = 0; i < 40; i++) await rig.MailAsync(jane, $"Junk {i}", "Please note that our offices are closed on Friday.");
        Assert.InRange((await rig.SendAsync()).Count(ToJane), 1, 3);
        for (var i = 0; i < 5; i++) await rig.MailAsync(jane, $"Word {i}", $"The Administration of Australia nominates:\n\nOrganization: Lantern Network {i}\nCountry: Australia\nContact person: Ms Ana Sample\nE-mail: ana{i}@lantern.example", passed);
        Assert.Equal(5, (await rig.SendAsync()).Count(ToJane));
        // What the address has had of answers postpones nothing that the calendar owes it.
        await rig.OrderAsync("call open \"Circular 314\" --kind contacts --title \"Contacts\" --deadline 2012-10-10");
        var sent = (await rig.SendAsync()).Where(ToJane).ToList();
        for (var day = 0; day < 9; day++)
        {
            for (var i = 0; i < 12; i++) await rig.MailAsync(jane, $"Junk {day}-{i}", "Please note that our offices are closed on Friday.");
            for (var hours = 0; hours < 24; hours += 4)
            {
                rig.Clock.Advance(TimeSpan.FromHours(4));
                await rig.WorkAsync(typeof(JcaCop.Worker.Reminders.RemindersJob));
                sent.AddRange((await rig.SendAsync()).Where(ToJane));
            }
        }
        Assert.Contains(sent, letter => letter.Subject!.Contains("314", StringComparison.Ordinal) && letter.Subject.Contains("reminder", StringComparison.OrdinalIgnoreCase));

        static bool ToJane(MimeKit.MimeMessage letter) => letter.To.Mailboxes.Single().Address == jane;
    }

    /// <summary>Carries what one has sent to the other, as a relay would that keeps or loses what marks a letter as automatic.</summary>
    private static async Task<int> PassAsync(TalkRig from, TalkRig to, bool marksAreLost)
    {
        var letters = (await from.SendAsync()).Where(letter => letter.To.Mailboxes.Any(box => box.Address.Equals(to.Address, StringComparison.OrdinalIgnoreCase))).ToList();
        foreach (var letter in letters)
        {
            if (marksAreLost)
                foreach (var field in letter.Headers.Where(header => Mark().IsMatch(header.Field)).Select(header => header.Field).ToList()) letter.Headers.RemoveAll(field);
            using var raw = new MemoryStream();
            await letter.WriteToAsync(raw, TestContext.Current.CancellationToken);
            await to.TakeAsync(System.Text.Encoding.UTF8.GetString(raw.ToArray()));
        }
        return letters.Count;
    }

    [GeneratedRegex("^(Auto-Submitted|X-Auto-Response-Suppress|Precedence|X-Loop|Reply-To)$", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
