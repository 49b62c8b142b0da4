using JcaCop.Reading.Items;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using Xunit;

namespace JcaCop.Register.Tests.Deciding.Calls;

public sealed class CallTallyTests
{
    private static readonly DateTimeOffset Deadline = new(2012, 4, 27, 21, 59, 59, TimeSpan.Zero);
    private static readonly DecisionRule Shares = new(SilenceMeaning.Nothing) { Share = 0.7m, CommentsBlock = false };

    /// <param name="positions">One letter a member: s support, n no objection, c comment, o objection, l late support, w waiting, - silent.</param>
    [Theory]
    [InlineData("---", CallOutcome.Approved)]
    [InlineData("sn-", CallOutcome.Approved)]
    [InlineData("so-", CallOutcome.Extended)]
    [InlineData("c--", CallOutcome.Extended)]
    [InlineData("sw-", CallOutcome.Undecided)]
    [InlineData("sl-", CallOutcome.Approved)]
    public void Silence_consents_and_substantive_comments_put_off(string positions, CallOutcome outcome) =>
        Assert.Equal(outcome, Tally(DecisionRule.ConsentBySilence, positions).Outcome);

    [Theory]
    [InlineData("sssssssooo", CallOutcome.Approved)]     // exactly 70 %
    [InlineData("ssssssoooo", CallOutcome.NotApproved)]
    [InlineData("s---------", CallOutcome.Approved)]     // one reply, and all of the replies
    [InlineData("o---------", CallOutcome.NotApproved)]
    [InlineData("----------", CallOutcome.NotApproved)]
    public void Seventy_percent_of_the_replies(string positions, CallOutcome outcome) => Assert.Equal(outcome, Tally(Shares, positions).Outcome);

    [Fact]
    public void No_reply_at_all_approves_where_the_rule_says_so() => Assert.Equal(CallOutcome.Approved, Tally(Shares with { NoReplyApproves = true }, "---").Outcome);

    [Theory]
    [InlineData("sssssssss-", CallOutcome.Approved)]
    [InlineData("ssssss----", CallOutcome.NotApproved)]
    public void A_share_of_the_eligible(string positions, CallOutcome outcome) => Assert.Equal(outcome, Tally(Shares with { ShareOf = ShareBase.Eligible }, positions).Outcome);

    [Theory]
    [InlineData(3, null, "ss--------", CallOutcome.NoQuorum)]
    [InlineData(3, null, "sss-------", CallOutcome.Approved)]
    [InlineData(null, 0.25, "ss--------", CallOutcome.NoQuorum)]   // 2.5 of 10: three are needed
    [InlineData(null, 0.25, "sss-------", CallOutcome.Approved)]
    [InlineData(3, null, "ssl-------", CallOutcome.NoQuorum)]
    public void A_quorum_as_number_or_share(int? count, double? share, string positions, CallOutcome outcome) =>
        Assert.Equal(outcome, Tally(Shares with { QuorumCount = count, QuorumShare = (decimal?)share }, positions).Outcome);

    [Fact]
    public void Late_replies_count_where_the_rule_or_the_chairman_says_so()
    {
        var rule = Shares with { QuorumCount = 3 };
        Assert.Equal(CallOutcome.Approved, Tally(rule with { LateCounts = true }, "ssl").Outcome);
        Assert.Equal(CallOutcome.Approved, Tally(rule, "ssl", answer => answer with { CountedWord = true }).Outcome);
        Assert.Equal(CallOutcome.NoQuorum, Tally(rule, "sss", answer => answer with { CountedWord = false }).Outcome);
    }

    [Fact]
    public void A_comment_that_asks_for_nothing_stops_nothing() =>
        Assert.Equal(CallOutcome.Approved, Tally(DecisionRule.ConsentBySilence, "c--", answer => answer with { SubstantiveWord = false }).Outcome);

    [Fact]
    public void What_was_said_before_the_proposal_was_made_available_again_stops_nothing_and_a_second_objection_ends_it()
    {
        var sheet = CallTally.Of(Adjusted(-1), Asked("o--"), []);
        Assert.Equal(CallOutcome.Approved, sheet.Outcome);
        Assert.Contains(sheet.Lines, line => line is { Label: "adjusted proposal", Value: "made available again on 2012-04-20" });
        Assert.Contains(sheet.Lines, line => line is { Label: "comments answered by it", Value: "1: Member 0", Figure: 1 });
        Assert.Equal(CallOutcome.NotApproved, CallTally.Of(Adjusted(-20), Asked("o--"), []).Outcome);
    }

    [Fact]
    public void A_closing_that_was_only_put_off_answers_no_comment()
    {
        var call = Call(DecisionRule.ConsentBySilence) with { Extensions = 1, RoundAt = Deadline.AddDays(-1) };
        var sheet = CallTally.Of(call, Asked("o--"), []);
        Assert.Equal(CallOutcome.NotApproved, sheet.Outcome);
        Assert.Contains(sheet.Lines, line => line is { Label: "adjusted proposal", Value: "not made available again yet: comments go on counting" });
        Assert.True(CallTally.AwaitsAdjustment(call, Asked("o--")));
        Assert.False(CallTally.AwaitsAdjustment(call, Asked("s--")));
        Assert.False(CallTally.AwaitsAdjustment(Adjusted(-20), Asked("o--")));
        // Adjusted in an earlier round, and put off again since.
        Assert.True(CallTally.AwaitsAdjustment(Adjusted(-20) with { Extensions = 2, RoundAt = Deadline.AddDays(-1) }, Asked("o--")));
    }

    private static CallEntry Adjusted(int days) =>
        Call(DecisionRule.ConsentBySilence) with { Extensions = 1, RoundAt = Deadline.AddDays(days), Adjusted = new AdjustedProposal(Deadline.AddDays(days), new(2012, 4, 20)) };

    [Fact]
    public void Replies_that_count_though_late_are_told_apart()
    {
        Assert.Contains(Tally(Shares with { LateCounts = true }, "ssl").Lines, line => line is { Label: "of these late", Value: "1" });
        Assert.DoesNotContain(Tally(Shares, "ssl").Lines, line => line.Label == "of these late");
    }

    [Fact]
    public void The_rule_is_told_in_plain_words()
    {
        Assert.Equal("silence counts as nothing; administrations decide; sector members decide; at least one reply; more approvals than objections; comments do not stop it; late replies count",
            (Shares with { Share = null, Eligible = [MemberSort.Administration, MemberSort.SectorMember], QuorumCount = 1, LateCounts = true }).Describe());
        Assert.Contains(Tally(Shares with { QuorumCount = 1 }, "s-").Lines, line => line is { Label: "quorum", Value: "1 reply; 1 came: reached" });
    }

    [Fact]
    public void An_objection_that_is_said_again_in_the_new_round_stops_again()
    {
        var call = Adjusted(-5);
        var first = new AnswerVoice([1], Deadline.AddDays(-10), "a@b.example", new AnswerSaid(AnswerSort.Position, PositionTaken.Objection, null, []));
        var again = first with { Messages = [9], At = Deadline.AddDays(-2) };
        foreach (var joined in new[] { AnswerStance.Join(first, again), AnswerStance.Join(again, first), AnswerStance.Join(AnswerStance.Join(first, again), again) })
        {
            Assert.Equal((first.At, again.At), (joined.At, joined.AgainAt));
            Assert.Equal(CallOutcome.NotApproved, CallTally.Of(call, [.. Asked("o--").Select((one, index) => index > 0 ? one : one with { Answer = one.Answer! with { Given = joined } })], []).Outcome);
        }
    }

    [Theory, InlineData("sn--l", "2", "1"), InlineData("sw---", "3", "0"), InlineData("slw", "0", "1")]
    public void Whose_answer_waits_or_came_too_late_was_not_silent(string positions, string silent, string late)
    {
        var lines = Tally(DecisionRule.ConsentBySilence, positions).Lines.ToDictionary(line => line.Label, line => line.Value);
        Assert.Equal(($"{silent}, counted as approval", late), (lines["silent"], lines["late, not counted"]));
    }

    [Fact]
    public void Only_the_eligible_decide_and_a_waived_member_is_not_counted()
    {
        var asked = Asked("oss").Select((one, index) => index == 0 ? one with { Member = one.Member! with { Sort = MemberSort.Group } } : one).ToList();
        Assert.Equal(CallOutcome.Approved, CallTally.Of(Call(Shares with { Eligible = [MemberSort.Administration] }), asked, []).Outcome);
        var waived = Asked("ss--").Select((one, index) => index == 3 ? one with { Owed = one.Owed with { State = ObligationState.Waived } } : one).ToList();
        Assert.Contains(CallTally.Of(Call(Shares), waived, []).Lines, line => line is { Label: "eligible", Value: "3" });
    }

    [Fact]
    public void The_sheet_tells_rule_numbers_and_outcome()
    {
        var sheet = Tally(Shares with { QuorumCount = 2 }, "sno-");
        Assert.Equal(
            [
                ("rule", "silence counts as nothing; all addressees decide; at least 2 replies; approval by 70 % of the replies; comments do not stop it; late replies do not count unless the secretariat says so"),
                ("closing date", "test"), ("asked", "4"), ("eligible", "4"), ("replies that count", "3 (1 support, 1 no objection, 0 comment, 1 objection)"),
                ("silent", "1, counted as nothing"), ("late, not counted", "0"), ("not asked, not counted", "0"), ("waiting for a decision", "0"), ("substantive comments of this round", "1: Member 2"),
                ("quorum", "2 replies; 3 came: reached"), ("share", "2 of 3 replies approve = 66.67 %; needed 70 %: not reached"), ("outcome", "not approved: the share was not reached"),
            ], sheet.Lines.Select(line => (line.Label, line.Value)));
    }

    private static CallSheet Tally(DecisionRule rule, string positions, Func<AnswerEntry, AnswerEntry>? word = null) =>
        CallTally.Of(Call(rule), [.. Asked(positions).Select(one => one with { Answer = one.Answer is { } answer && word is not null ? word(answer) : one.Answer })], []);

    private static CallEntry Call(DecisionRule rule) =>
        new(1, "g", "TSB Circular 270", CallSort.Consultation, "Title", Deadline.AddDays(-36), new Deadline(Deadline, "test"), ["all"], CallState.Open) { Rule = rule };

    private static List<Addressee> Asked(string positions) => [.. positions.Select((letter, index) => new Addressee(
        new ObligationEntry(index + 1, "g", ObligationMatter.AnswerCall, EntryKind.Call, 1, "TSB Circular 270", new Debtor($"Member {index}", MemberId: index + 1), null,
            letter == '-' ? ObligationState.Open : ObligationState.Met, Deadline.AddDays(-36), null, null),
        new MemberEntry(index + 1, "g", $"Member {index}", MemberSort.Administration, "AU", null, [], null, true),
        letter == '-' ? null : Answer(letter, index)))];

    private static AnswerEntry Answer(char letter, int index)
    {
        PositionTaken position = letter switch { 'n' => PositionTaken.NoObjection, 'c' => PositionTaken.Comment, 'o' => PositionTaken.Objection, _ => PositionTaken.Support };
        var voice = new AnswerVoice([index + 1], letter == 'l' ? Deadline.AddDays(1) : Deadline.AddDays(-10), "a@b.example", new AnswerSaid(AnswerSort.Position, position, null, []));
        return new AnswerEntry(index + 1, "g", 1, "TSB Circular 270", index + 1, null, $"Member {index}", "AU", letter == 'w' ? null : voice) { Waiting = letter == 'w' ? [voice] : [] };
    }
}
