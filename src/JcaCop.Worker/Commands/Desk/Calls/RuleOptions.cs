using System.CommandLine;
using System.Globalization;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Worker.Commands.Desk.Calls;

/// <summary>The options that say by which rule a consultation is decided.</summary>
internal sealed class RuleOptions
{
    private readonly Option<SilenceMeaning?> silence = Choice.Of<SilenceMeaning>("--silence", "Of a consultation: approval (default; Rec. ITU-T A.1, 2.2.2) or nothing.", "approval|nothing");
    private readonly Option<MemberSort[]> eligible = Choice.ManyOf<MemberSort>("--eligible", $"Sorts of members that decide: {Choice.Words<MemberSort>()}; may be repeated. Default: all addressees.", "SORT");
    private readonly Option<string?> quorum = new("--quorum") { Description = "Replies needed: a number, or a share of the eligible as in 25%.", HelpName = "N|N%" };
    private readonly Option<string?> share = new("--share") { Description = "Share of approvals needed, as in 70%. Default: more approvals than objections.", HelpName = "N%" };
    private readonly Option<ShareBase?> of = Choice.Of<ShareBase>("--share-of", "Of what the share is taken: replies (default) or eligible.", "replies|eligible");
    private readonly Option<bool> noReply = new("--no-reply-approves") { Description = "With --silence nothing: no reply at all approves." };
    private readonly Option<string?> comments = new("--comments") { Description = "Whether substantive comments stop the approval: block (default) or count.", HelpName = "block|count" };
    private readonly Option<string?> extension = new("--extension") { Description = "Days by which substantive comments put the closing off: a number (default 28) or none.", HelpName = "DAYS|none" };
    private readonly Option<int?> extensions = new Option<int?>("--extensions") { Description = "How often they may. Default 1.", HelpName = "N" }.Between(0, 99);
    private readonly Option<string?> late = new("--late") { Description = "Whether late replies count: ignore (default) or count.", HelpName = "ignore|count" };

    public RuleOptions()
    {
        comments.OneOf("block", "count");
        late.OneOf("ignore", "count");
    }

    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[silence, eligible, quorum, share, of, noReply, comments, extension, extensions, late]) verb.Add(option);
    }

    /// <returns>Null where no part of a rule is given.</returns>
    public DecisionRule? Read(DeskLine line)
    {
        if (line.Value(silence) is null && line.Value(eligible) is not { Length: > 0 } && line.Value(quorum) is null && line.Value(share) is null && line.Value(of) is null
            && !line.Value(noReply) && line.Value(comments) is null && line.Value(extension) is null && line.Value(extensions) is null && line.Value(late) is null) return null;
        var (count, part) = line.Value(quorum) is { } given ? NumberOrShare(given, "--quorum") : (null, null);
        return new DecisionRule(line.Value(silence) ?? SilenceMeaning.Approval)
        {
            Eligible = line.Value(eligible) ?? [], QuorumCount = count, QuorumShare = part,
            Share = line.Value(share) is { } needed ? ShareOf(needed, "--share") : null, ShareOf = line.Value(of) ?? ShareBase.Replies,
            NoReplyApproves = line.Value(noReply), CommentsBlock = line.Value(comments) != "count",
            ExtensionDays = line.Value(extension) switch { null => 28, "none" => null, var days => Days(days) },
            MostExtensions = line.Value(extensions) ?? 1, LateCounts = line.Value(late) == "count",
        };
    }

    private static (int?, decimal?) NumberOrShare(string text, string option) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? (number, null) : (null, ShareOf(text, option));

    private static decimal ShareOf(string text, string option) =>
        text.EndsWith('%') && decimal.TryParse(text[..^1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            ? percent / 100 : throw new Refusal(ExitCode.Usage, $"{option}: '{text}' is no share; seventy percent is 70%.");

    private static int Days(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 1000
            ? days : throw new Refusal(ExitCode.Usage, $"--extension takes a number of days, or none; '{text}' is neither.");
}
