using JcaCop.Register.Entries;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A mail in somebody's name that our own server calls forged: it is shown, and stands in nobody's way.</summary>
public sealed class ForgedWordsTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private static string Checked(string domain, string result) => $"Authentication-Results: {TalkRig.Server}; dmarc={result} header.from={domain}";

    private static IEnumerable<MimeMessage> To(IEnumerable<MimeMessage> letters, string address) => letters.Where(letter => letter.To.Mailboxes.Any(to => to.Address == address));

    [Fact]
    public async Task A_member_in_whose_name_somebody_wrote_is_reminded_like_all_others_and_the_secretariat_may_still_accept_it()
    {
        await rig.OrderAsync($"member add \"Administration of Australia\" --country AU --email {Jane}\ncall open \"TSB Circular 270\" --kind consultation --title \"Establishment of JCA-EX\" --deadline 2012-10-31");
        await rig.SendAsync();
        var forged = await rig.MailAsync(Jane, "TSB Circular 270", "With reference to TSB Circular 270, the Administration of Australia objects to the establishment of JCA-EX.", Checked("ministry.example", "fail"));
        Assert.Equal(MessageState.Held, forged.Line.State);
        Assert.Equal(ObligationState.Open, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).State);
        Assert.NotEmpty(To(await rig.LiveUntilAsync(new(2012, 10, 30, 20, 0, 0, TimeSpan.Zero)), Jane));
        await rig.DeskAsync($"review accept {forged.Line.Id}");
        Assert.Equal(ObligationState.Met, Assert.Single((await rig.RegisterAsync()).All<ObligationEntry>()).State);
    }
}
