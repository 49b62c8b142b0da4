using JcaCop.Register.Deciding;
using JcaCop.Register.Deciding.Desk;
using JcaCop.Register.Deciding.Meetings;
using JcaCop.Register.Entries;
using JcaCop.Register.Stores;
using Xunit;

namespace JcaCop.Register.Tests.Meetings;

public sealed class DocumentTests : MeetingTests
{
    private const int Days = 24 * 60;

    [Fact]
    public async Task A_contribution_gets_the_next_number_and_a_file_named_by_it()
    {
        await OpenAsync();
        await OrderAsync(draft => DocumentDesk.Add(new DocumentOrder("Draft agenda", DocumentSort.Agenda, null, "1", "DOC063", null, null), Group, "s", draft));
        await SayAsync("1", 1, Contributes("Notice & action times: hotlines", files: ["../../etc/päss wd.docx", "figures.exe"]));
        var document = (await AllAsync<DocumentEntry>())[1];
        Assert.Equal(("DOC064", DocumentState.Filed, false, "2012_10_15_Geneva"), (document.Number, document.State, document.IsLate, document.Folder));
        Assert.Equal(["DOC064_notice_action_times_hotlines.docx", "DOC064_notice_action_times_hotlines.bin"], document.Newest!.Files.Select(file => file.ArchivedAs));
    }

    [Fact]
    public async Task The_folder_follows_the_day_of_the_meeting_until_something_lies_in_it()
    {
        await OpenAsync();
        await OrderAsync(draft => DocumentDesk.Add(new DocumentOrder("Draft agenda", DocumentSort.Agenda, null, "1", null, null, null), Group, "s", draft));
        await MoveAsync(new(2012, 10, 22));
        Assert.Equal(["2012_10_22_Geneva", "2012_10_22_Geneva"], [(await AllAsync<MeetingEntry>())[0].Folder, (await AllAsync<DocumentEntry>())[0].Folder]);
        await OrderAsync(draft => DocumentDesk.Add(new DocumentOrder("Report", DocumentSort.Information, null, "1", null, "report.docx", 10), Group, "s", draft));
        await MoveAsync(new(2012, 10, 29));
        Assert.Equal("2012_10_22_Geneva", (await AllAsync<MeetingEntry>())[0].Folder);

        async Task MoveAsync(DateOnly day) => Assert.True((await OrderAsync(draft => MeetingDesk.Set(new MeetingOrder("1") { FirstDay = day }, Group, (_, _, _) => [], draft))).Done);
    }

    [Fact]
    public async Task A_title_in_other_letters_is_filed_by_its_kind()
    {
        await OpenAsync();
        await SayAsync("1", 1, Contributes("Национальная горячая линия", files: ["вклад.pdf"]));
        Assert.Equal("DOC001_contribution.pdf", Assert.Single(await AllAsync<DocumentEntry>()).Newest!.Files[0].ArchivedAs);
    }

    [Theory]
    [InlineData("Hotlines in 2012", "report.docx")]         // the same title and source
    [InlineData("Rev.1 to DOC001", "report.docx")]          // names the number
    [InlineData("Hotlines", "DOC001_corrected.docx")]       // the file bears the number
    [InlineData("DOC-1 R1: hotlines", "report.docx")]       // another spelling of it
    public async Task Another_text_of_a_known_contribution_is_its_revision(string title, string file)
    {
        await OpenAsync();
        await SayAsync("1", 1, Contributes("Hotlines in 2012", files: ["report.docx"]));
        await SayAsync("2", 2, Contributes(title, files: [file]));
        var document = Assert.Single(await AllAsync<DocumentEntry>());
        Assert.Equal(("DOC001 Rev.1", "DOC001_Rev1_hotlines_in_2012.docx"), (document.Cited, document.Newest!.Files[0].ArchivedAs));
    }

    [Theory]
    [InlineData("Comments on DOC001", "comments.docx")]
    [InlineData("Hotlines in 2013", "report13.docx")]
    public async Task A_document_about_another_one_gets_a_number_of_its_own(string title, string file)
    {
        await OpenAsync();
        await SayAsync("1", 1, Contributes("Hotlines in 2012", files: ["report.docx"]));
        await SayAsync("2", 2, Contributes(title, files: [file]));
        Assert.Equal(["DOC001", "DOC002"], (await AllAsync<DocumentEntry>()).Select(document => document.Number));
    }

    [Fact]
    public async Task Another_text_from_somebody_else_waits_for_a_person()
    {
        await OpenAsync();
        await SayAsync("1", 1, Contributes("Hotlines in 2012", files: ["report.docx"]));
        var judged = await PassAsync("2", Mails.Raw("2", "b@other.gov.yy"), 2, Contributes("Hotlines", "Administration of Yland", "DOC001.docx"));
        Assert.StartsWith("it would be a new text of DOC001", judged.Verdict.Items[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_text_would_be_replaced_is_told_before_how_well_the_mail_was_read()
    {
        await OpenAsync();
        await SayAsync("1", 1, Contributes("Hotlines in 2012", files: ["report.docx"]));
        var judged = await PassAsync("2", Mails.Raw("2", "b@other.gov.yy"), 2, Contributes("Rev.1 to DOC001", "Administration of Yland", "filters.docx") with { Decision = JcaCop.Reading.Items.Decision.Review });
        Assert.StartsWith("it would be a new text of DOC001, which Administration of Xland submitted", judged.Verdict.Items[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revised_text_of_which_the_first_still_waits_is_no_new_contribution()
    {
        await OpenAsync();
        var first = await SayAsync("1", 1, Contributes("Фильтрация контента", files: ["вклад.docx"]) with { Decision = JcaCop.Reading.Items.Decision.Review });
        var revised = await SayAsync("2", 5, Contributes("Фильтрация контента", files: ["вклад_rev1.docx"]));
        Assert.Equal("it says that it is a revised text, and no earlier one is on record", revised.Verdict.Items[0].Why);
        Assert.Null((await Review.AcceptAsync(first.Taken.Id, null, "s", null, Stop)).Problem);
        Assert.Null((await Review.AcceptAsync(revised.Taken.Id, null, "s", null, Stop)).Problem);
        Assert.Equal("DOC001 Rev.1", Assert.Single(await AllAsync<DocumentEntry>()).Cited);
    }

    [Fact]
    public async Task An_older_text_that_is_read_late_does_not_take_the_place_of_the_newer_one()
    {
        await OpenAsync();
        await SayAsync("2", 5, Contributes("Hotlines", files: ["text.docx"]));
        var older = await SayAsync("1", 1, Contributes("Hotlines", files: ["draft.docx"]));
        Assert.Equal("a later text of it, of 2012-09-03, is on file as DOC001", older.Verdict.Items[0].Why);
        Assert.EndsWith("reject it", (await Review.AcceptAsync(older.Taken.Id, null, "s", null, Stop)).Problem, StringComparison.Ordinal);
        Assert.Single(Assert.Single(await AllAsync<DocumentEntry>()).Revisions);
    }

    [Theory]
    [InlineData("Rev.1 to DOC001", true)]
    [InlineData("вклад_rev1.docx", true)]
    [InlineData("Вклад: пересмотр", true)]
    [InlineData("文稿修订版1.docx", true)]
    [InlineData("Contribution révisée", true)]
    [InlineData("Reverse image search", false)]
    [InlineData("Hotlines in 2012", false)]
    public void A_title_or_file_name_tells_a_revised_text(string text, bool revised) => Assert.Equal(revised, DocumentNumber.TellsRevision(text));

    [Theory]
    [InlineData(29, false)]
    [InlineData(31, true)]   // after 3 October: 12 calendar days before the 15th
    public async Task A_contribution_after_the_deadline_is_late(int day, bool late)
    {
        await OpenAsync();
        await SayAsync("1", day * Days, Contributes("Hotlines in 2012", files: ["report.docx"]));
        Assert.Equal(late, Assert.Single(await AllAsync<DocumentEntry>()).IsLate);
    }

    [Fact]
    public async Task A_number_is_reserved_before_the_text_exists_and_never_given_twice()
    {
        await OpenAsync();
        var agenda = new DocumentOrder("Draft agenda", DocumentSort.Agenda, null, "1", null, null, null);
        await OrderAsync(draft => DocumentDesk.Add(agenda, Group, "s", draft));
        var taken = await OrderAsync(draft => DocumentDesk.Add(agenda with { Number = "DOC001" }, Group, "s", draft));
        Assert.Equal("DOC001 is given: Draft agenda", taken.Problem);
        await SayAsync("1", 1, Contributes("Hotlines", files: ["a.pdf"]));
        await OrderAsync(draft => DocumentDesk.Revise("DOC001", "s", "agenda.docx", 10, draft));
        var all = await AllAsync<DocumentEntry>();
        Assert.Equal([("DOC001", DocumentState.Filed), ("DOC002", DocumentState.Filed)], all.Select(document => (document.Cited, document.State)));
    }

    [Fact]
    public async Task Two_workers_that_number_at_the_same_time_give_no_number_twice()
    {
        await OpenAsync();
        var first = await TakeAsync("1", null, 1, Contributes("Hotlines", files: ["a.pdf"]));
        var second = await TakeAsync("2", null, 2, Contributes("Helplines", files: ["b.pdf"]));
        var (one, other) = (await JudgeAsync(first), await JudgeAsync(second));
        Assert.True((await Records.RecordAsync(one, "g", Stop)).Recorded);
        Assert.False((await Records.RecordAsync(other, "g", Stop)).Recorded);
        Assert.True((await Records.RecordAsync(await JudgeAsync(second), "g", Stop)).Recorded);
        Assert.Equal(["DOC001", "DOC002"], (await AllAsync<DocumentEntry>()).Select(document => document.Number));
    }

    [Theory]
    [InlineData("DOC{number:000}", 65, "DOC065")]
    [InlineData("WG-CP-2/{number:00}", 1, "WG-CP-2/01")]
    [InlineData("TD {number}", 123, "TD 123")]
    public void A_series_writes_and_reads_its_numbers(string pattern, int number, string written)
    {
        Assert.True(DocumentNumber.IsPattern(pattern));
        Assert.Equal(written, DocumentNumber.Of(pattern, number));
        Assert.Equal(number, DocumentNumber.ReadBy(pattern, written));
        Assert.Contains(DocumentNumber.KeyOf(written), DocumentNumber.KeysIn($"Rev.1 to {written} (clean)"));
    }

    [Theory]
    [InlineData("DOC")]
    [InlineData("../{number}{number}")]
    [InlineData("DOC{number:##}")]
    [InlineData("{meeting}/{number}")]
    public void What_is_no_pattern_is_told(string pattern) => Assert.False(DocumentNumber.IsPattern(pattern));

    [Theory]
    [InlineData("Draft report of the third meeting of the group on filters for distribution", "DOC004_draft_report_of_the_third_meeting_of_the_group_on_filters.docx")]
    [InlineData("Draft report of the third meeting of the groups on filterings for distribution", "DOC004_draft_report_of_the_third_meeting_of_the_groups_on.docx")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle", "DOC004_donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenausz.docx")]
    [InlineData("Hotlines in 2012", "DOC004_hotlines_in_2012.docx")]
    public void A_long_title_is_cut_behind_a_word_in_the_name_of_its_file(string title, string name) =>
        Assert.Equal(name, ArchiveName.File("DOC004", 0, title, DocumentSort.Report, "report.docx", []));

    [Theory]
    [InlineData("Geneva", "2015_04_13_Geneva")]
    [InlineData("São Paulo", "2015_04_13_Sao_Paulo")]
    [InlineData("../..", "2015_04_13_meeting")]
    [InlineData("جنيف", "2015_04_13_meeting")]
    public void A_folder_is_named_by_day_and_city_whatever_the_city_holds(string place, string folder) =>
        Assert.Equal(folder, ArchiveName.Folder(new DateOnly(2015, 4, 13), place));

    [Theory]
    [InlineData("Éducation aux médias à l'école", "DOC004_education_aux_medias_a_l_ecole.docx")]
    [InlineData("Protection de l’enfance aujourd’hui", "DOC004_protection_de_l_enfance_aujourdhui.docx")]
    [InlineData("Children's rights online", "DOC004_childrens_rights_online.docx")]
    public void An_elided_word_stands_for_itself_in_the_name_of_a_file(string title, string name) =>
        Assert.Equal(name, ArchiveName.File("DOC004", 0, title, DocumentSort.Contribution, "a.docx", []));
}
