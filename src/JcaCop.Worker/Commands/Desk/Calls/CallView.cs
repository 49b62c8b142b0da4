using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Stores;

namespace JcaCop.Worker.Commands.Desk.Calls;

/// <summary>A call as verbs show it: with who was asked, who answered, and how it stands.</summary>
internal sealed record CallView(CallEntry Call, IReadOnlyList<Addressee> Asked, IReadOnlyList<AnswerEntry> Others)
{
    /// <summary>The sheet on file where something was decided by it; otherwise as if it closed now: where nothing is decided, what comes or is accepted later counts as well.</summary>
    public CallSheet Sheet => Call.Rule is null ? CallTally.Of(Call, Asked, Others) : Call.Result?.Sheet ?? CallTally.Of(Call, Asked, Others);

    public IEnumerable<AnswerEntry> Answers => Asked.Select(one => one.Answer).OfType<AnswerEntry>().Concat(Others);

    /// <exception cref="Refusal">There is no such call.</exception>
    public static async Task<CallView> LoadAsync(DeskLine line, string number, CancellationToken stop) =>
        await FindAsync(line, number, stop) ?? throw new Refusal(ExitCode.Usage, $"There is no call '{number}'. 'call list --all' shows them.");

    /// <returns>Null where there is no such call.</returns>
    public static async Task<CallView?> FindAsync(DeskLine line, string number, CancellationToken stop)
    {
        var snapshot = await AsOf.RegisterAsync(line, stop);
        var known = new Known(line.Group.Key);
        foreach (var call in snapshot.All<CallEntry>()) known.Put(call);
        return CallMatch.Named(number, known) is { } found ? Of(found, snapshot) : null;
    }

    public static async Task<IReadOnlyList<CallView>> AllAsync(DeskLine line, CancellationToken stop)
    {
        var snapshot = await AsOf.RegisterAsync(line, stop);
        return [.. snapshot.All<CallEntry>().Select(call => Of(call, snapshot))];
    }

    public static CallView Of(CallEntry call, RegisterSnapshot snapshot)
    {
        var asked = CallTally.Addressees(call, snapshot.All<ObligationEntry>(), snapshot.All<AnswerEntry>(), snapshot.All<MemberEntry>());
        return new CallView(call, asked, CallClosing.Others(call, asked, snapshot.All<AnswerEntry>()));
    }
}
