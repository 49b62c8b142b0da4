using System.Text.RegularExpressions;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Mail;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Calls;

/// <summary>Whose answer a mail is, and what the secretariat is told of how a circular stands.</summary>
public sealed partial class FollowUpTests : MemberTalk
{
    /// <summary>The form below the sentence stands where a signature would: the organization that is put forward does not write.</summary>
    [Theory]
    [InlineData("NZ", "In reply to TSB Circular 313, New Zealand nominates:", "Organization: Safe Net Trust")]
    [InlineData("NZ", "On behalf of New Zealand, we nominate the following organization with reference to TSB Circular 313:", "Organization: Safe Net Trust")]
    [InlineData("NZ", "TSB Circular 313: the Administration of New Zealand nominates the following.", "Organization: Safe Net Trust")]
    [InlineData("FR", "En réponse à la Circulaire TSB 313, la France propose :", "Organisation : Fondation Exemple")]
    [InlineData("ES", "En respuesta a la Circular TSB 313, España propone:", "Organización: Fundación Ejemplo")]
    [InlineData("AM", "В ответ на Циркуляр 313 БСЭ Армения выдвигает следующую организацию:", "Организация: Центр «Пример»")]
    [InlineData("SG", "关于第313号通函，新加坡提名以下组织：", "组织名称：示例网络中心")]
    [InlineData("OM", "ردا على الرسالة المعممة TSB 313 ترشح سلطنة عمان المنظمة التالية:", "المنظمة: جمعية المثال")]
    public async Task The_secretariats_word_settles_the_call_of_the_member_that_nominates_though_nothing_signs_the_form(string country, string lead, string form) =>
        Assert.Equal(ObligationState.Met, await AcceptedAsync(country, lead, form));

    [Theory]
    [InlineData("In reply to TSB Circular 313 sent to New Zealand, we nominate:")]
    [InlineData("In reply to TSB Circular 313, we put forward our organization from New Zealand:")]
    public async Task Who_puts_itself_forward_in_a_country_settles_nothing_of_its_administration(string lead) =>
        Assert.Equal(ObligationState.Open, await AcceptedAsync("NZ", lead, "Organization: Safe Net Trust"));

    private async Task<ObligationState> AcceptedAsync(string country, string lead, string form)
    {
        await rig.OrderAsync($"member add \"Administration\" --country {country} --email {Kiri}\ncall open \"TSB Circular 313\" --kind nomination --title \"Nomination of organizations\" --deadline 2012-10-31");
        var held = await rig.MailAsync("somebody@gmail.com", "TSB Circular 313", $"Dear Secretariat,\n\n{lead}\n\n{form}\nContact: Ms Anna Sample\nE-mail: anna@safenet.example\n");
        Assert.Equal(MessageState.Held, held.Line.State);
        await rig.OrderAsync($"review accept {held.Line.Id}");
        return (await rig.RegisterAsync()).All<ObligationEntry>().Single(owed => owed.Matter == ObligationMatter.AnswerCall).State;
    }

    [Fact]
    public async Task The_follow_up_list_tells_who_owes_an_answer_still_as_csv_too()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\nmember add \"Administration of Kenya\" --country KE --email itu@authority.example\ncall open \"TSB Circular 313\" --kind nomination --title X --deadline 2012-10-31\ncall waive \"TSB Circular 313\" KE --why \"by telephone\"");
        var (code, printed) = await rig.RunAsync("call answers 313 --asked --format csv");
        Assert.Equal(0, code);
        Assert.Equal(["member,country,state,answered,answer", "Administration of Kenya,Kenya (KE),waived,,", "Administration of New Zealand,New Zealand (NZ),open,,"], printed.Trim('\uFEFF', '\r', '\n').ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task The_result_letter_brings_the_follow_up_list_and_its_figures_say_what_its_sheet_says()
    {
        await rig.OrderAsync($"member add \"Administration of New Zealand\" --country NZ --email {Kiri}\ncall open \"TSB Circular 320\" --kind questionnaire --title \"National approaches\" --deadline 2012-10-31 --question \"1=Is there a hotline?\" --question \"2=Which law applies?\"");
        await AnswersAsync(Stranger, "Administration of New Zealand");
        await AnswersAsync("somebody.else@gmail.com", "Safe Net Trust");
        var answers = (await rig.RegisterAsync()).All<AnswerEntry>().ToList();
        Assert.Equal(2, answers.Sum(answer => answer.Waiting.Count));
        await rig.SendAsync();
        Assert.Equal(0, (await rig.RunAsync("call close 320")).Code);
        var letters = (await rig.SendAsync()).Where(letter => letter.Subject!.Contains("result", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(letters);
        Assert.All(letters, letter =>
        {
            var text = string.Join(' ', letter.TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(["2", "2"], Waiting().Matches(text).Select(found => found.Groups[1].Value));
            Assert.All(answers, answer => Assert.Contains(answer.Respondent, text, StringComparison.Ordinal));
            var list = Assert.Single(letter.Attachments.OfType<MimePart>());
            Assert.Equal("TSB-Circular-320.xlsx", list.FileName);
            using var book = new MemoryStream();
            list.Content!.DecodeTo(book, TestContext.Current.CancellationToken);
            Assert.Equal("PK"u8.ToArray(), book.ToArray()[..2]);
        });
    }

    [GeneratedRegex(@"aiting for a decision\W+(\d+)")]
    private static partial Regex Waiting();

    private Task AnswersAsync(string from, string name) =>
        rig.MailAsync(from, "TSB Circular 320: questionnaire", $"Dear Sir,\n\nAnswers to the questionnaire:\n\n1. Yes, since 2008.\n2. The Online Safety Act of 2011.\n\nKind regards,\nTane Sample\n{name}\n");
}
