using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>Whoever answers a call otherwise than before is shown both: what was answered, and what stands now.</summary>
public sealed class ChangedAnswersTests : IAsyncDisposable
{
    private const string Jane = "jane@ministry.example";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Theory]
    [InlineData("en", "Please find the answers of Australia to the questionnaire of TSB Circular 320:", "Yes", "No", "(previously: Yes)")]
    [InlineData("fr", "En réponse au questionnaire de la Circulaire TSB 320 :", "Oui", "Non", "(précédemment : Oui)")]
    [InlineData("es", "En respuesta al cuestionario de la Circular TSB 320:", "Sí", "No", "(anteriormente: Sí)")]
    [InlineData("ru", "В ответ на вопросник Циркуляра БСЭ 320:", "Да", "Нет", "(ранее: Да)")]
    [InlineData("ar", "رداً على الاستبيان الوارد في الرسالة المعممة 320 لمكتب تقييس الاتصالات:", "نعم", "لا", "(سابقاً: نعم)")]
    [InlineData("zh", "答复电信标准化局第320号通函的问卷：", "是", "否", "（原为：是）")]
    public async Task The_receipt_of_another_answer_to_a_questionnaire_shows_the_one_before(string language, string opening, string yes, string no, string before)
    {
        await rig.OrderAsync($"""
            member add "Administration of Australia" --country AU --email {Jane} --language {language}
            call open "TSB Circular 320" --kind questionnaire --title "National approaches" --deadline 2012-10-31 --question "1=Is there a hotline?" --question "2=Which law applies?" --no-letters
            """);
        await rig.SendAsync();
        await rig.MailAsync(Jane, "TSB Circular 320", $"{opening}\n\n1. {yes}\n2. 2011");
        await rig.SendAsync();
        await rig.MailAsync(Jane, "TSB Circular 320", $"{opening}\n\n1. {no}\n2. 2011");
        var receipt = Assert.Single(await rig.SendAsync(), letter => letter.To.ToString().Contains(Jane, StringComparison.Ordinal)).TextBody!.Replace('\u202f', ' ').Replace('\u00a0', ' ');
        Assert.Contains(before, receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("2011)", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_that_is_lifted_is_shown_beside_the_support()
    {
        await rig.OrderAsync($"""
            member add "Administration of Australia" --country AU --email {Jane}
            call open "TSB Circular 270" --kind consultation --title "A proposal" --deadline 2012-10-31 --no-letters
            """);
        await rig.MailAsync(Jane, "TSB Circular 270", "With reference to TSB Circular 270, Australia objects to the proposal.");
        await rig.SendAsync();
        await rig.MailAsync(Jane, "TSB Circular 270", "With reference to TSB Circular 270, Australia withdraws its objection and supports the proposal.", $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=ministry.example");
        var receipt = Assert.Single(await rig.SendAsync(), letter => letter.To.ToString().Contains(Jane, StringComparison.Ordinal)).TextBody!;
        Assert.Contains("(previously: Objection)", receipt, StringComparison.Ordinal);
    }
}
