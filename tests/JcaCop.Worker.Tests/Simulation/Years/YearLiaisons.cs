using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Worker.Liaisons;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Simulation.Years;

/// <summary>Statements: drafted, approved by the chairman, sent and answered, or not; and one that comes.</summary>
internal sealed class YearLiaisons(ChanceYear year) : YearSubject(year)
{
    public const string Sixteen = "sg16@sixteen.example";

    private const int Rounds = 3;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly List<Draft> drafts = [];
    private DateTimeOffset? cameAt;
    private bool routed;
    private bool answered;

    private sealed class Draft(string title)
    {
        public string Title => title;
        public long Id { get; set; }
        public List<DateTimeOffset> Asked { get; } = [];
        public bool Decided { get; set; }
        public bool Answered { get; set; }
    }

    public override void Draw()
    {
        Year.At(YearDice.Start, () => Year.DoAsync($"member add \"Study Group 16\" --sort group --body \"ITU-T SG16\" --email {Sixteen}"));
        for (var n = Dice.Some(3); n > 0; n--) DrawDraft(n);
        if (!Dice.Happens(2)) return;
        var comes = Dice.Chance(2, 280);
        var deadline = OpenHours.DayOf(comes).AddDays(Dice.Next(3, 60));
        Year.At(comes, () => ReceiveAsync(deadline));
        if (Dice.Next(2) == 0) Year.At(Dice.Between(comes.AddDays(1), deadline.AddDays(10)), ReplyAsync);
    }

    public override bool IsSettled(ObligationEntry owed) => owed.OfKind == EntryKind.Liaison && owed.Matter switch
    {
        ObligationMatter.AnswerLiaison when owed.Debtor.Role is null => drafts.Exists(draft => draft.Answered && owed.Title.EndsWith(draft.Title, StringComparison.Ordinal)),
        ObligationMatter.AnswerLiaison => answered,
        _ => drafts.Exists(draft => draft.Decided && owed.Title.EndsWith(draft.Title, StringComparison.Ordinal)),
    };

    public override Task HoldAsync(YearLook look)
    {
        foreach (var draft in drafts) Hold(draft, look);
        foreach (var letter in look.Of("liaison-routed"))
        {
            Must(cameAt is not null && !routed && letter.To == TalkRig.Chairman, $"passed on twice, or to {letter.To}: {letter.Subject}");
            routed = true;
            Year.Note("routed", "");
        }
        if (MustBeDone(look, typeof(LiaisonRoutingJob)) && cameAt is not null && !answered) Must(routed, "the statement that came was not passed on");
        return Task.CompletedTask;
    }

    private void Hold(Draft draft, YearLook look)
    {
        var last = draft.Asked.Count == 0 ? (DateTimeOffset?)null : draft.Asked[^1];
        foreach (var letter in look.Of("question").Where(letter => letter.Subject.Contains(draft.Title, StringComparison.Ordinal)))
        {
            var what = $"{letter.Subject}, asked {draft.Asked.Count} times before, at {Year.Told:u}";
            Must(letter.To == TalkRig.Chairman && !draft.Decided && draft.Asked.Count < Rounds, $"asked again: {what}");
            if (last is { } before)
            {
                Must(before > Year.Told || Year.Told >= before + Week, $"within a week: {what}");
                Must(OpenHours.Hold(Year.Told), $"asked again outside office hours: {what}");
                Must(!(Year.AwayUntil.GetValueOrDefault(TalkRig.Chairman) > Year.Told), $"asked again while away: {what}");
                Year.Note("asked again", draft.Title);
            }
            draft.Asked.Add(Year.Told);
        }
        if (!MustBeDone(look, typeof(LiaisonApprovalJob)) || draft.Decided) return;
        Must(draft.Asked.Count > 0, $"the chairman was not asked about {draft.Title}");
        // The question runs out after thirty days.
        if (draft.Asked.Count < Rounds && last is { } latest && Year.Told >= latest + Week && Year.Told < draft.Asked[0].AddDays(30) && OpenHours.Hold(Year.Told) && !(Year.AwayUntil.GetValueOrDefault(TalkRig.Chairman) > Year.Told))
            Must(draft.Asked[^1] == Year.Told, $"the chairman was not asked again about {draft.Title}");
    }

    private void DrawDraft(int number)
    {
        var draft = new Draft($"work on filters F{number}");
        var at = Dice.Chance(2, 280);
        var deadline = OpenHours.DayOf(at).AddDays(Dice.Next(5, 90));
        Year.At(at, async () =>
        {
            await Year.DoAsync($"liaison draft \"{draft.Title}\" --action \"ITU-T SG16\" --deadline {deadline:yyyy-MM-dd} --text \"Please tell.\"");
            draft.Id = (await Year.Rig.RegisterAsync()).All<LiaisonEntry>().Single(entry => entry.Title == draft.Title).Id;
            drafts.Add(draft);
        });
        if (Dice.Next(4) == 0) return;
        var decided = at.AddHours(Dice.Next(1, 30 * 24));
        var (rejected, byMail) = (Dice.Next(5) == 0, Dice.Next(2) == 0);
        Year.At(decided, () => DecideAsync(draft, rejected, byMail));
        if (Dice.Next(2) == 0)
            Year.At(Dice.Between(decided.AddHours(1), deadline.AddDays(10)), async () =>
            {
                if (draft.Decided && !rejected && await Year.TryAsync($"liaison close {draft.Id}")) draft.Answered = true;
            });
    }

    private async Task DecideAsync(Draft draft, bool rejected, bool byMail)
    {
        if (byMail && (await Year.Rig.LettersAsync()).FirstOrDefault(letter => letter.Kind == "question" && letter.Subject.Contains(draft.Title, StringComparison.Ordinal)) is { } asked)
            await Year.MailAsync(TalkRig.Chairman, $"Re: {asked.Subject}", rejected ? "reject" : "accept", $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=presidency.example\nIn-Reply-To: <{asked.InternetId}>");
        var state = (await Year.Rig.RegisterAsync()).All<LiaisonEntry>().Single(entry => entry.Id == draft.Id).State;
        if (state != LiaisonState.Draft) Year.Note("decided by mail", draft.Title);
        draft.Decided = state != LiaisonState.Draft || await Year.TryAsync($"liaison {(rejected ? "close" : "send")} {draft.Id}");
    }

    private async Task ReceiveAsync(DateOnly deadline)
    {
        await Year.MailAsync(Sixteen, "LS on reporting tools", MailTexts.Statement("SG16-LS045", "LS on reporting tools", $"FOR ACTION TO: JCA-COP\nDEADLINE: {deadline:d MMMM yyyy}", "JCA-COP"));
        if ((await Year.Rig.RegisterAsync()).All<LiaisonEntry>().Any(entry => entry.Way == LiaisonWay.Incoming)) cameAt = Year.Told;
        Year.Note("statement", cameAt is null ? "held" : "came");
    }

    private async Task ReplyAsync()
    {
        if (cameAt is null) return;
        await Year.DoAsync("liaison draft \"reporting tools\" --text \"Here they are.\" --information \"ITU-T SG16\" --reply-to SG16-LS45");
        var id = (await Year.Rig.RegisterAsync()).All<LiaisonEntry>().Single(entry => entry.Title == "reporting tools").Id;
        answered = await Year.TryAsync($"liaison send {id}");
        Year.Note("answered", "");
    }
}
