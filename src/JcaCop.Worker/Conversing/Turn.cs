using JcaCop.Reading;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Mail;
using JcaCop.Register.Trust;

namespace JcaCop.Worker.Conversing;

/// <summary>One mail under way.</summary>
internal sealed record Turn(MailRoute Route, TakenMail Taken, MailReading Reading, Known Known, DateTimeOffset Now)
{
    public Group Group => Route.Group;

    public string Sender => Reading.Mail.Sender!.Email;

    public SenderProof Proof { get; } = SenderProof.Of(Reading.Mail, Route.Policy.AuthenticationServer);

    /// <summary>The mail as any other, but that nothing it says is recorded without a person where something speaks against it.</summary>
    public JudgedMail AsAnyOther(string? suspicion) =>
        Judge.DecideAll([(Taken, suspicion is null ? Reading : QuestionReply.WithoutAnswer(Reading, Known))], Known, Route.Policy, Now, suspicion)[0];
}
