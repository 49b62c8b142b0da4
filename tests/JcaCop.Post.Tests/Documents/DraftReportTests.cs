using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using JcaCop.Post.Documents;
using JcaCop.Register.Entries.Calls;
using JcaCop.Register.Entries.Liaisons;
using JcaCop.Register.Stores;
using Xunit;
using ActivityCategory = JcaCop.Reading.Items.ActivityCategory;
using ActivityEntry = JcaCop.Register.Entries.ActivityEntry;

namespace JcaCop.Post.Tests.Documents;

public sealed class DraftReportTests
{
    [Fact]
    public void The_report_of_a_meeting_says_what_the_register_knows()
    {
        var text = Text(SampleDocuments.MeetingReport());
        foreach (var part in new[]
        {
            "TELECOMMUNICATION STANDARDIZATION SECTOR", "Chairman, JCA-Sample", "as it stood on 3 September 2012, 10:00", "30 and 31 August 2012, 18:00 to 19:30 (Geneva time)",
            "2 participants had registered, from 2 countries: 1 in the room and 1 remotely", "Regrets were received from ETSI.", "The report of the First meeting of JCA-Sample (DOC002 Rev.1) was [approved].",
            "Terminology: “child”, <minor> & “young person” (agenda item 3.1)", "DOC005: مصطلحات مقترحة بشأن حماية الطفل على الخط", "Consultation 1, Establishment of the group: approved (30 April 2012)",
            "SG16-LS219", "JCA-Sample-LS1", "Annex A: List of participants", "Annex B: List of documents",
        }) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_of_a_year_has_the_lists_behind_its_figures()
    {
        var text = Text(AnnualReportDraft.Write(SampleDocuments.Words(), SampleDocuments.Sample.Group, 2012, SampleDocuments.Register, SampleDocuments.At));
        foreach (var part in new[] { "Annual report of JCA-Sample to ITU-T SG17, 2012", "Meetings held", "DOC002 Rev.1, distributed", "Lantern Kids Online Foundation", "Educational", "Circular 313", "[Evaluation of the year" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        // What ended the year before, or begins after it, is not of the year.
        Assert.DoesNotContain("儿童上网保护指南第一版", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Safer Internet Day 2013", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_came_is_told_with_the_day_on_which_it_came()
    {
        var statement = SampleDocuments.Register.All<LiaisonEntry>().First(one => one.Way == LiaisonWay.Incoming) with { Date = null, ReceivedAt = new(2012, 8, 12, 22, 30, 0, TimeSpan.Zero) };
        var text = Text(AnnualReportDraft.Write(SampleDocuments.Words(), SampleDocuments.Sample.Group, 2012, new RegisterSnapshot([], [], []) { Filed = [statement] }, SampleDocuments.At));
        Assert.Contains("13 August 2012", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActivityCategory.Educational, 2013, true)]   // it goes on: nobody told an end
    [InlineData(ActivityCategory.Event, 2012, true)]
    [InlineData(ActivityCategory.Event, 2013, false)]        // one day of 2012
    public void What_goes_on_is_told_of_in_every_year_from_its_first_on(ActivityCategory category, int year, bool told)
    {
        var helpline = new ActivityEntry(1, "g", "Helpline 116 111", category, null, "AU", new(2012, 3, 1), null, null, null, false, null);
        var text = Text(AnnualReportDraft.Write(SampleDocuments.Words(), SampleDocuments.Sample.Group, year, new RegisterSnapshot([], [], []) { Filed = [helpline] }, SampleDocuments.At));
        Assert.Equal(told, text.Contains("Helpline 116 111", StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_of_an_empty_register_are_whole_too()
    {
        Assert.Contains("Nobody had registered in advance.", Text(SampleDocuments.EmptyReport()), StringComparison.Ordinal);
        Assert.Contains("No meeting was held.", Text(AnnualReportDraft.Write(SampleDocuments.Words(), SampleDocuments.Sample.Group, 2010, new RegisterSnapshot([], [], []), SampleDocuments.At)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "SECTEUR DE LA NORMALISATION DES TÉLÉCOMMUNICATIONS", "les 30 et 31 août 2012", "heure de Genève", "Participants inscrits\u00a0: 2", "français")]
    [InlineData("es", "SECTOR DE NORMALIZACIÓN DE LAS TELECOMUNICACIONES", "30 y 31 de agosto de 2012", "hora de Ginebra", "Participantes inscritos: 2", "español")]
    [InlineData("ru", "СЕКТОР СТАНДАРТИЗАЦИИ ЭЛЕКТРОСВЯЗИ", "30–31 августа 2012 года", "часовой пояс: Женева", "Зарегистрировано участников: 2", "русский")]
    [InlineData("ar", "قطاع تقييس الاتصالات", "يومي 30 و31 أغسطس 2012", "بتوقيت جنيف", "عدد المشاركين المسجلين: 2", "العربية")]
    [InlineData("zh", "电信标准化部门", "2012年8月30日", "日内瓦时间", "已注册与会者：2人", "中文")]
    public void A_group_may_have_its_drafts_in_another_language(string language, params string[] parts)
    {
        var words = SampleDocuments.Words(language);
        var text = Text(SampleDocuments.MeetingReport(language));
        foreach (var part in parts) Assert.Contains(part, text, StringComparison.Ordinal);
        var whole = text + Text(AnnualReportDraft.Write(words, SampleDocuments.Sample.Group, 2012, SampleDocuments.Register, SampleDocuments.At)) + Text(AnnualReportDraft.Write(words, SampleDocuments.Sample.Group, 2010, new RegisterSnapshot([], [], []), SampleDocuments.At));
        var own = Sentences(language);
        foreach (var (key, english) in Sentences("en").Where(pair => pair.Value[^1] is '.' or ']' && !pair.Value.Contains('{', StringComparison.Ordinal))) Assert.False(whole.Contains(english, StringComparison.Ordinal), $"{key}: {english}");
        foreach (var word in new[] { "August", "in person", "focal point", "for action", "distributed", "Draft report", "Draft prepared" }) Assert.DoesNotContain(word, whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Subject: Approval: Establishment of the group", "At the closing date, 27 April 2012, no comment had been received after an extension.", "Yours faithfully,")]
    [InlineData("fr", "Objet\u00a0: Approbation\u00a0: Establishment of the group", "À la date limite, reportée au 27 avril 2012, aucune observation n’avait été reçue.", "Madame, Monsieur,")]
    [InlineData("ru", "Предмет: Утверждение: Establishment of the group", "К продленному предельному сроку, 27 апреля 2012 года, замечаний не поступило.", "С уважением,")]
    [InlineData("zh", "事由：批准：Establishment of the group", "截至延长后的截止日期2012年4月27日，未收到任何意见。", "负责组为ITU-T SG17。")]
    public void A_circular_that_announces_a_result_is_drafted_in_the_language_of_drafts(string language, params string[] parts)
    {
        var group = SampleDocuments.Sample.Group;
        var call = SampleDocuments.Register.All<CallEntry>().Single(one => one.Number == "Consultation 1") with
        {
            Rule = new DecisionRule(SilenceMeaning.Approval), Extensions = 1, Deadline = JcaCop.Register.Deciding.Calls.ClosingDay.EndOf(new(2012, 4, 27), group.Zone),
        };
        var text = CircularDraft.Write(SampleDocuments.Words(language), group, call, new CallSheet(CallOutcome.Approved, [new SheetLine("replies that count", "0 of 12")]), new(2012, 4, 30));
        foreach (var part in parts) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "1 of them received after the closing date, 27 April 2012: 1 (", "made available to all addressees again on 2 April 2012", "adjusted proposal: 2.")]
    [InlineData("fr", "dont 1 parvenues après la date limite", "le 2 avril 2012", "proposition adaptée\u00a0: 2.")]
    public void A_circular_tells_late_replies_and_the_adjusted_proposal_as_they_were(string language, params string[] parts)
    {
        var group = SampleDocuments.Sample.Group;
        var call = SampleDocuments.Register.All<CallEntry>().Single(one => one.Number == "Consultation 1") with
        {
            Rule = new DecisionRule(SilenceMeaning.Approval) { LateCounts = true }, Adjusted = new AdjustedProposal(new(2012, 4, 2, 9, 0, 0, TimeSpan.Zero), new(2012, 4, 2)),
            Deadline = JcaCop.Register.Deciding.Calls.ClosingDay.EndOf(new(2012, 4, 27), group.Zone),
        };
        var text = CircularDraft.Write(SampleDocuments.Words(language), group, call, new CallSheet(CallOutcome.Approved,
            [new SheetLine("replies that count", "1 (1 support, 0 no objection, 0 comment, 0 objection)"), new SheetLine("of these late", "1") { Figure = 1 }, new SheetLine("comments answered by it", "2: A, B") { Figure = 2 }]), new(2012, 4, 30));
        foreach (var part in parts) Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.DoesNotContain("By the closing date", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Drafts_have_the_same_sentences_and_values_in_all_languages()
    {
        var english = Sentences("en");
        foreach (var language in new[] { "fr", "es", "ru", "ar", "zh" })
        {
            var own = Sentences(language);
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), own.Keys.Order(StringComparer.Ordinal));
            foreach (var (key, sentence) in english) Assert.Equal((key, Values(sentence)), (key, Values(own[key])));
        }
    }

    private static string Values(string sentence) => string.Join(' ', System.Text.RegularExpressions.Regex.Matches(sentence, @"\{\d\}").Select(one => one.Value).Distinct().Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Sentences(string language)
    {
        using var stream = typeof(MeetingReportDraft).Assembly.GetManifestResourceStream($"Templates/drafts/{language}.json")!;
        return System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    private static string Text(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        return string.Join('\n', file.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText));
    }
}
