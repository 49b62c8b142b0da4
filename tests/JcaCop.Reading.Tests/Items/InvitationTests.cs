using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>How an organization that was invited to take part in the work answers: sentences of our own in six languages.</summary>
public class InvitationTests
{
    [Theory]
    [InlineData("The Harbour Foundation thanks you for the invitation and is pleased to take part in the work of JCA-COP.")]
    [InlineData("We accept your kind invitation to join JCA-COP.")]
    [InlineData("Thank you for inviting us. The Harbour Foundation confirms its participation in JCA-COP.")]
    [InlineData("L'association Clé du Port vous remercie de l'invitation et accepte de participer aux travaux de la JCA-COP.")]
    [InlineData("Nous acceptons volontiers votre aimable invitation.")]
    [InlineData("Notre association est heureuse de prendre part aux travaux du groupe.")]
    [InlineData("La Fundación Puerto Claro agradece la invitación y acepta participar en los trabajos de la JCA-COP.")]
    [InlineData("Aceptamos con mucho gusto su invitación.")]
    [InlineData("Nuestra asociación se complace en formar parte de la actividad conjunta de coordinación.")]
    [InlineData("Мы с благодарностью принимаем ваше приглашение.")]
    [InlineData("Наша организация согласна участвовать в деятельности группы.")]
    [InlineData("感谢贵方邀请，我会愿意参加JCA-COP的工作。")]
    [InlineData("我方接受贵秘书处的邀请。")]
    [InlineData("我基金会很高兴加入该联合协调活动。")]
    [InlineData("تشكركم جمعية المرفأ على الدعوة ويسرها المشاركة في أعمال JCA-COP.")]
    [InlineData("نقبل دعوتكم الكريمة مع الشكر.")]
    public void Whoever_accepts_the_invitation_is_understood_and_never_filed_as_thanks(string sentence)
    {
        var reading = Read(sentence);
        Assert.Equal(InvitationAnswer.Accepted, reading.Invitation);
        Assert.True(reading.NeedsAttention);
    }

    [Theory]
    [InlineData("Harbour Helpline regrets that it cannot take part in the work of JCA-COP.")]
    [InlineData("We must decline your invitation to join JCA-COP.")]
    [InlineData("Thank you for the invitation, but our foundation is not in a position to participate in the work.")]
    [InlineData("L'association Clé du Port vous remercie de l'invitation mais ne peut pas participer aux travaux.")]
    [InlineData("Nous déclinons votre invitation.")]
    [InlineData("La Fundación Puerto Claro agradece la invitación, pero no podrá participar en los trabajos.")]
    [InlineData("Declinamos la invitación.")]
    [InlineData("Благодарим за приглашение, однако наш фонд не сможет принять участие в работе JCA-COP.")]
    [InlineData("感谢邀请，但我会无法参加JCA-COP的工作。")]
    [InlineData("نشكركم على الدعوة ونعتذر عن المشاركة في أعمال النشاط.")]
    [InlineData("Фонд «Тихая гавань» благодарит за приглашение и готов принять участие в работе JCA-COP.")]
    [InlineData("Our foundation will be glad to participate in the Joint Coordination Activity.")]
    [InlineData("توافق مؤسستنا على الانضمام إلى نشاط التنسيق.")]
    public void Whoever_declines_it_or_answers_at_more_length_is_shown_to_a_person(string sentence)
    {
        var reading = Read(sentence);
        Assert.Equal(InvitationAnswer.Unclear, reading.Invitation);
        Assert.True(reading.NeedsAttention);
    }

    [Theory]
    [InlineData("If our board agrees, we will take part in the work of JCA-COP.")]
    [InlineData("Could you tell us whether we may accept the invitation later?")]
    [InlineData("Nous participerons aux travaux de la JCA-COP si notre conseil l'approuve.")]
    [InlineData("Если совет одобрит, мы примем участие в работе JCA-COP.")]
    public void What_stands_under_a_condition_is_for_a_person(string sentence)
    {
        var reading = Read(sentence);
        Assert.NotEqual(InvitationAnswer.Accepted, reading.Invitation);
        Assert.NotEqual(InvitationAnswer.Declined, reading.Invitation);
        Assert.True(reading.NeedsAttention);
    }

    [Theory]
    [InlineData("Thank you for your invitation. We have passed it on to our board.")]
    [InlineData("Nous vous remercions de votre invitation.")]
    [InlineData("Le agradecemos su invitación.")]
    [InlineData("Благодарим за приглашение.")]
    [InlineData("感谢贵方邀请。")]
    [InlineData("نشكركم على الدعوة.")]
    public void Thanks_alone_answer_nothing(string sentence) => Assert.Null(Read(sentence).Invitation);

    [Theory]
    [InlineData("We accept your invitation to the meeting on 14 May 2013 in Geneva.")]
    [InlineData("Nous acceptons votre invitation à la réunion du 14 mai 2013.")]
    public void An_invitation_to_a_meeting_is_another_matter(string sentence) => Assert.Null(Read(sentence).Invitation);

    private static MailReading Read(string sentence) => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        $"From: office@harbour.example\r\nTo: desk@group.example\r\nSubject: JCA-COP\r\nDate: Mon, 24 Sep 2012 14:07:00 +0200\r\nMessage-ID: <1@harbour.example>\r\nMIME-Version: 1.0\r\n"
        + $"Content-Type: text/plain; charset=utf-8\r\n\r\n{sentence}\r\n")));
}
