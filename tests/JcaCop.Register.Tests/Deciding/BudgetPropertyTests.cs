using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using JcaCop.Reading;
using JcaCop.Register.Deciding;
using JcaCop.Register.Mail;

namespace JcaCop.Register.Tests.Deciding;

/// <summary>No sequence of mails makes more than the capped number of answers.</summary>
public sealed class BudgetPropertyTests
{
    private static readonly string[] Marks =
    [
        "", "", "", "Auto-Submitted: auto-replied\r\n", "Auto-Submitted: no\r\n", "Precedence: bulk\r\n", "X-Loop: desk\r\n", "List-Id: <x.example>\r\n",
        "Return-Path: <>\r\n", "X-Auto-Response-Suppress: OOF\r\n", "Reply-To: other@else.example\r\n",
    ];

    private static readonly string[] Texts = ["Thank you.", "We nominate.", "Out of office until Monday.", "Your ticket [#1234] has been received.", "status", ""];

    private static readonly Gen<(string Mark, string Text, int Minutes)> Mail =
        from mark in Gen.Elements(Marks)
        from text in Gen.Elements(Texts)
        from minutes in Gen.Frequency((6, Gen.Choose(0, 3)), (2, Gen.Choose(4, 90)), (1, Gen.Choose(90, 600)))
        select (mark, text, minutes);

    [Property(MaxTest = 60)]
    public Property An_address_never_has_more_answers_than_its_window_and_its_day_allow() =>
        Prop.ForAll(Arb.From(Mail.ListOf(120)), mails =>
        {
            var policy = new JudgePolicy("g", []);
            var known = new Known("g");
            var now = Mails.Start;
            var answers = new List<DateTimeOffset>();
            foreach (var (index, mail) in mails.Index())
            {
                now = now.AddMinutes(mail.Minutes);
                var raw = Mails.Raw($"{index}@tel.gov.xx", subject: $"S{index}", body: mail.Text, extra: mail.Mark);
                var taken = new TakenMail(index + 1, new MailKey("box", 7, $"{index}"), $"{index}@tel.gov.xx", now, raw.Length, raw, false, 0);
                var reading = MailReader.Read(new MemoryStream(raw));
                if (Judge.DecideAll([(taken, reading)], known, policy, now)[0].Verdict.ReceiptDue)
                {
                    if (mail.Mark is "Auto-Submitted: auto-replied\r\n" or "Precedence: bulk\r\n" or "X-Loop: desk\r\n" or "List-Id: <x.example>\r\n" or "Return-Path: <>\r\n") return false;
                    answers.Add(now);
                }
            }
            // Two windows may meet within an hour; what the first spent counts half in the second.
            return answers.All(first => answers.Count(at => at >= first && at < first + policy.AnswerWindow) <= (2 * policy.AnswersInWindow) - (policy.AnswersInWindow / 2))
                && answers.GroupBy(at => at.UtcDateTime.Date).All(day => day.Count() <= policy.AnswersOnDay);
        });
}
