using System.Text;

namespace JcaCop.Reading.Tests.Parts;

/// <summary>Whose answers they are: the head of the letter tells, and not what is answered or put forward.</summary>
public sealed class AnsweringHouseTests
{
    [Theory]
    [InlineData("Respuestas del Instituto Nacional de Redes:\n\n1. Sí.\n2. No existe.\n3. La policía.", "Instituto Nacional de Redes")]
    [InlineData("Respuesta de la Comisión Nacional del Espectro al cuestionario\n\n1. Sí.\n2. No.", "Comisión Nacional del Espectro")]
    [InlineData("Réponses de l'Office togolais des réseaux au questionnaire :\n\n1. Oui.\n2. Non.", "Office togolais des réseaux")]
    [InlineData("Answers of the Harbour Communications Board to your questionnaire:\n\n1. Yes.\n2. No.", "Harbour Communications Board")]
    [InlineData("Ответ Национального комитета по связи на вопросник:\n\n1. Да.\n2. Нет.", "Национальный комитет по связи")]
    [InlineData("ردود هيئة تنظيم الاتصالات:\n\n1. نعم.\n2. لا.", "هيئة تنظيم الاتصالات")]
    [InlineData("Please find our answers.\n\n1. The Ministry of Education runs a helpline.\n2. No.", null)]
    [InlineData("We propose the Gull Rock Foundation, contact Ivy Lund (i.lund@gull.example).", null)]
    [InlineData("Proponemos a la Asociación Peña Gaviota, contacto Raúl Lomas (rlomas@gaviota.example).", null)]
    public void The_house_is_that_of_the_head_and_none_that_is_answered_with_or_put_forward(string text, string? house)
    {
        var reading = MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
            $"From: Noel Firth <firth@registry.example>\nTo: desk@x.example\nSubject: Questionnaire\nDate: Mon, 1 Oct 2012 10:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\nNoel Firth\n")), TestContext.Current.CancellationToken);
        Assert.Equal(house, reading.Respondent?.Organization);
    }
}
