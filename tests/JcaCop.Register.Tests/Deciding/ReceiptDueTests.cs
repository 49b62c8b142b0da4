using System.Text;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register.Mail;
using Xunit;

namespace JcaCop.Register.Tests.Deciding;

/// <summary>Who gets a receipt, and who never does.</summary>
public sealed class ReceiptDueTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("Auto-Submitted: no", true)]
    [InlineData("Auto-Submitted: auto-generated", false)]
    [InlineData("Precedence: bulk", false)]
    [InlineData("List-Id: <all.example.org>", false)]
    [InlineData("X-Auto-Response-Suppress: All", false)]
    [InlineData("Return-Path: <>", false)]
    [InlineData("X-Loop: group", false)]
    public void A_receipt_goes_to_persons_only(string? header, bool due)
    {
        var reading = JudgeTests.Read(Mails.Raw("1", extra: header is null ? null : header + "\r\n"));
        var verdict = JudgeTests.Decide(reading with { Sort = Finding.Human });
        Assert.Equal(due, verdict.ReceiptDue);
        Assert.NotEmpty(verdict.ReceiptWhy);
    }

    [Theory]
    [InlineData("noreply@tel.gov.xx")]
    [InlineData("MAILER-DAEMON@tel.gov.xx")]
    [InlineData("owner-list@tel.gov.xx")]
    [InlineData("group@example.org")]
    public void Some_addresses_are_never_answered(string from) => Assert.False(JudgeTests.Decide(JudgeTests.Read(Mails.Raw("1", from)) with { Sort = Finding.Human }).ReceiptDue);

    [Fact]
    public void A_machines_mail_is_processed_without_items_and_without_answer()
    {
        var reading = JudgeTests.Read(Mails.Raw("1"), Mails.Nomination("Safe Net")) with { Sort = new Finding(MailKind.AutoReply, "Auto-Submitted: auto-replied") };
        var verdict = JudgeTests.Decide(reading);
        Assert.Equal((MessageState.Processed, false), (verdict.State, verdict.ReceiptDue));
        Assert.Empty(verdict.Items);
    }

    [Fact]
    public void A_mail_without_sender_is_held_and_not_answered()
    {
        var verdict = JudgeTests.Decide(JudgeTests.Read(Encoding.ASCII.GetBytes("Subject: x\r\n\r\nWe nominate.\r\n"), Mails.Nomination("Safe Net")) with { Sort = Finding.Human });
        Assert.Equal((MessageState.Held, false), (verdict.State, verdict.ReceiptDue));
    }
}
