using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Somebody comes for somebody whom a pronoun means.</summary>
public class PronounTests
{
    private static MailReading Read(string body, string sender = "Luc Exemple") => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        $"From: {sender} <luc@ministry.example>\nTo: tsbjcacop@itu.int\nSubject: JCA-COP\nDate: Mon, 6 Aug 2012 08:00:00 +0000\nMessage-ID: <a@ministry.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}\n\n{sender}\nMinistère du numérique\n")));

    [Theory]
    [InlineData("Je vous informe que je la remplace comme représentant de la France auprès de la JCA-COP.")]
    [InlineData("Le informo que la reemplazo como representante ante la JCA-COP.")]
    [InlineData("I replace her as representative of France to JCA-COP.")]
    [InlineData("Сообщаю, что я заменяю её в качестве представителя в JCA-COP.")]
    [InlineData("由我接替她担任JCA-COP代表。")]
    [InlineData("أفيدكم بأنني أحل محلها ممثلاً لدى JCA-COP.")]
    [InlineData("M. Yves Petit, Directeur (yves.petit@ministry.example, +33 1 55 50 01 07), la remplace comme représentant de la France auprès de la JCA-COP.")]
    [InlineData("El Sr. Luis Vega, Director (luis.vega@ministry.example, +34 91 555 01 07), la reemplaza como representante ante la JCA-COP.")]
    [InlineData("Mr Tim Hall, Director (tim.hall@ministry.example, +33 1 55 50 01 07), replaces her as our representative to JCA-COP.")]
    [InlineData("Mme Claire Morvan et Mme Ida Roux nous ont représentés. M. Yves Petit, Directeur (yves.petit@ministry.example, +33 1 55 50 01 07), la remplace comme représentant de la France auprès de la JCA-COP.")]
    [InlineData("غادرت السيدة آنا مثال الوزارة. وتبقى السيدة ليلى حسن مناوبة. ويحل محلها السيد سمير علي (samir.ali@ministry.example، ‎+33 1 55 50 01 07) ممثلاً لدى JCA-COP.")]
    [InlineData("A partir du 1er mars, je la remplace auprès de la JCA-COP (tél. +33 1 55 50 01 07).")]
    public void Whom_nobody_names_and_one_of_several_are_asked_about(string body)
    {
        var reading = Read(body);
        Assert.DoesNotContain(reading.Items, item => item is Representative { Decision: Decision.Accept });
        Assert.True(reading.NeedsAttention || reading.Items.OfType<Representative>().Any());
    }

    [Theory]
    [InlineData("Mme Claire Morvan a quitté le ministère. M. Yves Petit (yves.petit@ministry.example, +33 1 55 50 01 07) la remplace comme représentant de la France auprès de la JCA-COP.", "Claire Morvan")]
    [InlineData("Mme Claire Morvan a quitté le ministère. Mme Ida Roux reste suppléante. M. Yves Petit (yves.petit@ministry.example, +33 1 55 50 01 07) la remplace comme représentant de la France auprès de la JCA-COP.", "Claire Morvan")]
    public void Whoever_alone_is_said_to_have_gone_is_replaced(string body, string gone) =>
        Assert.Equal((gone, Decision.Accept), Read(body).Items.OfType<Representative>().Select(item => (item.Replaces, item.Decision)).Single());

    [Theory]
    [InlineData("王敏已调离，我接替她。")]
    [InlineData("Ann Sample has left the Department and I replace her until further notice.")]
    [InlineData("Claire Morvan a quitté ses fonctions. Je la remplace.")]
    [InlineData("Анна Примерова покинула министерство. Я заменяю её.")]
    [InlineData("王敏已调离，由张华（zhang.hua@ministry.example）接任主要联系人。")]
    [InlineData("欧阳敏因工作调动已调离我司，由张华接任。")]
    public void Whoever_comes_for_somebody_else_writes_no_absence_note(string body) => Assert.Equal(MailKind.Human, Read(body, "Li Example").Sort.Kind);
}
