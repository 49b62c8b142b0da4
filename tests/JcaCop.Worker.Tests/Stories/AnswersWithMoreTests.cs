using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Answers that say more than the one thing they were asked for: all of it counts.</summary>
public sealed class AnswersWithMoreTests : IAsyncDisposable
{
    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Theory]
    [InlineData("Title: LS on trust marks (reply to JCA-COP-LS1 and JCA-COP-LS2)")]
    [InlineData("Title: LS on trust marks\nIn reply to: JCA-COP-LS1, JCA-COP-LS2")]
    public async Task A_statement_in_reply_to_two_of_ours_answers_both(string lines)
    {
        const string From = "tsbsg17@sg17-desk.example";
        await rig.OrderAsync($"member add \"ITU-T Study Group 17\" --sort group --body \"ITU-T SG17\" --email {From}\n"
            + "liaison draft \"trust marks\" --action \"ITU-T SG17\" --deadline 2012-11-30 --text \"Please send your plan.\"\nliaison draft \"hotlines\" --action \"ITU-T SG17\" --deadline 2012-11-30 --text \"Please send your list.\"\nliaison send 1\nliaison send 2");
        await rig.MailAsync(From, "LS on trust marks", $"Question(s): 3/17\nSource: ITU-T Study Group 17\n{lines}\n\nLIAISON STATEMENT\n\nFor action to: -\nFor information to: JCA-COP, ITU-T SG16\nApproval: SG17\n"
            + "Contact: Jane Roe, Rapporteur, jane.roe@sg17-desk.example\n\nSG17 replies to both statements.");
        var register = await rig.RegisterAsync();
        Assert.All(register.All<LiaisonEntry>().Where(one => one.Way == LiaisonWay.Outgoing), ours => Assert.Equal(LiaisonState.Answered, ours.State));
        Assert.All(register.All<ObligationEntry>().Where(owed => owed.Matter == ObligationMatter.AnswerLiaison && owed.Debtor.Name == "ITU-T SG17"), owed => Assert.Equal(ObligationState.Met, owed.State));
    }
}
