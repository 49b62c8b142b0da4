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
