using JcaCop.Reading.Items;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>A member takes back what it had against a proposal (docs/decisions/0148).</summary>
public sealed class LiftedObjectionsByMailTests : IAsyncDisposable
{
    private const string Al = "Al Brook <al@council.example>";

    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    private async Task ObjectAsync()
    {
        await rig.DeskAsync("member add \"Administration of New Zealand\" --country NZ --email al@council.example\n"
            + "call open \"TSB Circular 270\" --kind consultation --title \"Establishment of a Joint Coordination Activity\" --deadline 2012-10-26 --silence approval");
        var told = await rig.MailAsync(Al, "TSB Circular 270", "The Administration of New Zealand objects to the establishment of the JCA as the scope in point 3 is too wide.");
        Assert.Equal(MessageState.Processed, told.Line.State);
        await rig.SendAsync();
    }

    private const string Proved = $"Authentication-Results: {TalkRig.Server}; dmarc=pass header.from=council.example";

    private async Task<AnswerEntry> AnswerAsync() => Assert.Single((await rig.RegisterAsync()).All<AnswerEntry>());

    [Theory]
    [InlineData("TSB Circular 270", "The Administration of New Zealand withdraws its objection and is content for the JCA to be established.", PositionTaken.NoObjection)]
    [InlineData("TSB Circular 270", "Having seen the explanations, New Zealand withdraws its objection and supports the proposal.", PositionTaken.Support)]
    [InlineData("TSB Circular 270", "New Zealand no longer has any reservations and supports the proposal.", PositionTaken.Support)]
    [InlineData("Circulaire TSB 270", "La Nouvelle-Zélande retire son objection et appuie la proposition.", PositionTaken.Support)]
    [InlineData("Circulaire TSB 270", "La Nouvelle-Zélande lève ses réserves et n'a pas d'objection à la création de la JCA.", PositionTaken.NoObjection)]
    [InlineData("Circular 270 de la TSB", "La Administración de Nueva Zelandia retira su objeción y apoya la propuesta.", PositionTaken.Support)]
    [InlineData("Циркуляр БСЭ 270", "Администрация Новой Зеландии снимает свои возражения и поддерживает предложение.", PositionTaken.Support)]
    [InlineData("电信标准化局第270号通函", "新西兰主管部门撤回其反对意见，同意设立JCA。", PositionTaken.Support)]
    [InlineData("الرسالة المعممة 270", "تسحب إدارة نيوزيلندا اعتراضها وتؤيد المقترح.", PositionTaken.Support)]
    public async Task An_objection_that_is_taken_back_with_another_word_gives_way_to_that_word(string subject, string words, PositionTaken taken)
    {
        await ObjectAsync();
        var mail = await rig.MailAsync(Al, subject, words, Proved);
        Assert.True(mail.Line.State == MessageState.Processed, mail.Line.Reason);
        var answer = await AnswerAsync();
        Assert.Equal((taken, 0, 1), (answer.Given!.Said.Position, answer.Waiting.Count, answer.Former.Count));
    }

    [Fact]
    public async Task Nobody_takes_an_objection_back_of_whom_our_server_does_not_say_who_it_is()
    {
        await ObjectAsync();
        Assert.Equal(MessageState.Held, (await rig.MailAsync(Al, "TSB Circular 270", "New Zealand withdraws its objection and supports the proposal.")).Line.State);
        Assert.Equal(PositionTaken.Objection, (await AnswerAsync()).Given!.Said.Position);
    }

    [Theory]
    [InlineData("TSB Circular 270", "New Zealand will withdraw its objection once point 3 is deleted. New Zealand supports the proposal.")]
    [InlineData("TSB Circular 270", "We hear that Fiji withdrew its objection to point 3. New Zealand supports the work on child protection.")]
    [InlineData("TSB Circular 270", "The Administration of New Zealand withdraws its objection.")]
    [InlineData("TSB Circular 270", "New Zealand withdraws its objection and supports the proposal, but cannot accept point 3.")]
    [InlineData("TSB Circular 270", "New Zealand does not withdraw its objection.")]
    [InlineData("Circulaire TSB 270", "L'Administration de la Nouvelle-Zélande retire son objection à la circulaire TSB 270.")]
    public async Task Where_the_words_leave_open_what_the_member_thinks_now_its_objection_stands_until_a_person_has_looked(string subject, string words)
    {
        await ObjectAsync();
        var mail = await rig.MailAsync(Al, subject, words, Proved);
        Assert.DoesNotContain(mail.Items, item => item.Type == "withdrawal");
        Assert.Equal(PositionTaken.Objection, (await AnswerAsync()).Given!.Said.Position);
    }
}
