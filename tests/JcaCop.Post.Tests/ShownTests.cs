using JcaCop.Post.Letters;
using JcaCop.Post.Letters.Calls;
using JcaCop.Post.Letters.Meetings;
using JcaCop.Post.Letters.Wording;
using JcaCop.Register.Entries;
using Xunit;
using Deadline = JcaCop.Post.Letters.Deadline;

namespace JcaCop.Post.Tests;

public class ShownTests
{
    private static readonly DateTimeOffset Start = new(2012, 8, 30, 16, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Draft meeting report", "Projet de rapport de réunion")]
    [InlineData("Draft meeting report of our own", "Draft meeting report of our own")]
    [InlineData("Report of the 3rd meeting", "Report of the 3rd meeting")]
    public void The_service_calls_a_report_in_the_readers_words_and_leaves_titles_of_people_alone(string title, string told) =>
        Assert.Equal(told, new DocumentTitle(title).In(LetterLanguage.Load(new TemplateFolder(null), "fr")));

    [Theory]
    [InlineData("meeting-announcement", "3rd meeting of JCA-COP", "собрание JCA-COP №\u00a03 – приглашение на собрание")]
    [InlineData("mandate-review", "Review of the mandate", "Пересмотр мандата – пересмотр круга ведения")]
    [InlineData("call-reminder", "TSB Circular 313", "Циркуляр 313 БСЭ – напоминание о циркуляре")]
    [InlineData("liaison-reminder", "JCA-COP-LS1: age verification", "JCA-COP-LS1: age verification – напоминание о заявлении о взаимодействии")]
    public void A_coming_letter_is_about_what_the_reader_calls_it(string kind, string about, string told) => Assert.Equal(told, In("ru", new ComingName(kind, about)));

    [Theory]
    [InlineData(EntryKind.Obligation, "TSB Circular 313, Administration of China", "state", "Ожидается – Циркуляр 313 БСЭ, Администрация (Китайская Народная Республика) – Состояние")]
    [InlineData(EntryKind.Obligation, "TSB Circular 313, Administration of Jordan", null, "Ожидается – Циркуляр 313 БСЭ, Администрация (Иордания)")]
    [InlineData(EntryKind.Meeting, "3rd meeting of JCA-COP", "report.approvedBy", "Собрание – собрание JCA-COP №\u00a03 – Утвердил")]
    [InlineData(EntryKind.Document, "Draft meeting report", null, "Документ – Проект отчета о собрании")]
    [InlineData(EntryKind.Document, "Review of the mandate", null, "Документ – Review of the mandate")]
    public void What_changed_is_called_in_the_readers_words(EntryKind kind, string title, string? field, string told) => Assert.Equal(told, In("ru", new EntryName(kind, title, field)));

    [Fact]
    public void What_came_of_a_call_is_told_in_the_readers_words_and_answers_as_they_were_written()
    {
        var told = In("fr", new CallAccount("TSB Circular 313", [("closing date", "end of 2013-03-01, Europe/Zurich"), ("answered", "1"), ("without answer", "1"), ("outcome", "1 of 2 answered")])
        {
            Said = [("Administration of Chile", "no objection", "The Administration of Chile has no objection.")], Silent = ["Administration of Jordan", "Administration of China"],
            Undecided = ["Administration of Oman"], IsCollected = true,
        }).Replace('\u00a0', ' ');
        Assert.Equal("""
            Calcul :
            date de clôture : fin du 1er mars 2013, Genève
            ont répondu : 1
            sans réponse : 1
            résultat : 1 sur 2 ont répondu

            Ce qui a été dit :
            Administration (Chili) (sans objection) : The Administration of Chile has no objection.

            Sans réponse : Administration (Jordanie) ; Administration (République populaire de Chine).

            Une réponse est parvenue et attend une décision : Administration (Oman). Elle n’est pas encore comprise dans les chiffres. « review list » la montre ;
            """, told[..(told.IndexOf(" la montre ;", StringComparison.Ordinal) + " la montre ;".Length)], ignoreLineEndingDifferences: true);
        Assert.EndsWith("une fois la décision prise, « call show \"TSB Circular 313\" » donne de nouveau les chiffres et le projet.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void An_administration_is_called_in_Chinese_though_no_blank_follows_its_name() =>
        Assert.Equal("比利时主管部门此前答复：支持；约旦主管部门", RegisterNames.In("Administration of Belgium此前答复：支持；Administration of Jordan", LetterLanguage.Load(new TemplateFolder(null), "zh")));

    [Fact]
    public void A_late_contribution_is_shown_with_its_meeting_in_the_readers_words() => Assert.Equal("DOC001: Report of hotlines – Администрация (Чили)\n\nСобрание JCA-COP №\u00a05, 25 апреля 2013 года",
        In("ru", new LateDocument("DOC001", "Report of hotlines", "Administration of Chile", new MeetingName(Sample.Group, 5, new(2013, 4, 25)) { Begins = true })));

    [Theory]
    [InlineData("en", "30 August 2012 (end of day, Geneva time)")]
    [InlineData("fr", "30 août 2012 (fin de journée, heure de Genève)")]
    [InlineData("es", "30 de agosto de 2012 (al final del día, hora de Ginebra)")]
    [InlineData("ru", "30 августа 2012 года (до конца дня, часовой пояс: Женева)")]
    [InlineData("ar", "30 أغسطس 2012 (نهاية اليوم بتوقيت جنيف)")]
    [InlineData("zh", "2012年8月30日（当日结束前，日内瓦时间）")]
    public void A_deadline_says_when_it_ends_and_where(string language, string text) => Assert.Equal(text, In(language, new Deadline(new(2012, 8, 30), Sample.Geneva)));

    [Theory]
    [InlineData("en", "Europe/Zurich", "Thursday, 30 August 2012, 18:00–19:30 (Geneva, UTC+2)")]
    [InlineData("en", "America/New_York", "Thursday, 30 August 2012, 12:00–13:30 (New York, UTC−4)")]
    [InlineData("en", "Asia/Kolkata", "Thursday, 30 August 2012, 21:30–23:00 (New Delhi, UTC+5:30)")]
    [InlineData("en", "Asia/Tokyo", "Friday, 31 August 2012, 01:00–02:30 (Tokyo, UTC+9)")]
    [InlineData("en", "Pacific/Port_Moresby", "Friday, 31 August 2012, 02:00–03:30 (Port Moresby, UTC+10)")]
    [InlineData("en", "Asia/Dhaka", "Thursday, 30 August 2012, 22:00–23:30 (Dhaka, UTC+6)")]
    [InlineData("en", "UTC", "Thursday, 30 August 2012, 16:00–17:30 (UTC)")]
    [InlineData("en", "Asia/Karachi", "Thursday, 30 August 2012, 21:00–22:30 (Karachi, UTC+5)")]
    [InlineData("en", "Asia/Novosibirsk", "Thursday, 30 August 2012, 23:00 (Novosibirsk, UTC+7) to Friday, 31 August 2012, 00:30 (Novosibirsk, UTC+7)")]
    [InlineData("fr", "Europe/Zurich", "jeudi 30 août 2012, 18:00–19:30 (Genève, UTC+2)")]
    [InlineData("zh", "Asia/Shanghai", "2012年8月31日（星期五）00:00–01:30（北京，UTC+8）")]
    public void A_time_is_shown_as_clocks_of_the_zone_show_it(string language, string zone, string text) =>
        Assert.Equal(text, In(language, new ZonedSpan(Start, Start.AddMinutes(90), TimeZoneInfo.FindSystemTimeZoneById(zone))));

    [Theory]
    [InlineData("en", 4, "7–10 December 2012, 09:30–17:30 each day (Geneva, UTC+1); no sittings: Saturday, Sunday")]
    [InlineData("en", 2, "7 and 8 December 2012, 09:30–17:30 each day (Geneva, UTC+1)")]
    [InlineData("fr", 4, "du 7 au 10 décembre 2012, 09:30–17:30 chaque jour (Genève, UTC+1) ; pas de séance : samedi, dimanche")]
    [InlineData("zh", 2, "2012年12月7日至8日，每日09:30–17:30（日内瓦，UTC+1）")]
    public void A_meeting_of_several_days_is_shown_with_the_hours_of_each_day(string language, int days, string text) =>
        Assert.Equal(text, In(language, ZonedSpan.Of(new(new(2012, 12, 7), new DateOnly(2012, 12, 6).AddDays(days), new(9, 30), new(17, 30), "Europe/Zurich"))));

    [Theory]
    [InlineData("en", "28 March to 2 April 2024, 09:30–17:30 each day (Geneva, UTC+1; 31 March 2024: UTC+2)")]
    [InlineData("es", "UTC+1; 31 de marzo de 2024: UTC+2")]
    public void A_meeting_over_the_change_of_clocks_is_shown_with_both_offsets(string language, string text) =>
        Assert.Contains(text, In(language, ZonedSpan.Of(new(new(2024, 3, 28), new DateOnly(2024, 4, 2), new(9, 30), new(17, 30), "Europe/Zurich"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("en", 4, 5, "4 and 5 April 2024")]
    [InlineData("en", 4, 8, "4–8 April 2024")]
    [InlineData("fr", 4, 5, "les 4 et 5 avril 2024")]
    [InlineData("fr", 1, 2, "les 1er et 2 avril 2024")]
    [InlineData("fr", 1, 8, "du 1er au 8 avril 2024")]
    [InlineData("es", 4, 5, "4 y 5 de abril de 2024")]
    [InlineData("es", 4, 8, "del 4 al 8 de abril de 2024")]
    [InlineData("ru", 4, 5, "4–5 апреля 2024 года")]
    [InlineData("zh", 4, 5, "2024年4月4日至5日")]
    [InlineData("ar", 4, 5, "يومي 4 و5 أبريل 2024")]
    [InlineData("ar", 4, 8, "من 4 إلى 8 أبريل 2024")]
    public void Days_of_one_month_tell_month_and_year_once(string language, int from, int until, string text) =>
        Assert.Equal(text, In(language, new DayRange(new(2024, 4, from), new(2024, 4, until))));

    [Theory]
    [InlineData("en", 2024, "30 March to 2 April 2024")]
    [InlineData("es", 2024, "del 30 de marzo al 2 de abril de 2024")]
    [InlineData("zh", 2024, "2024年3月30日至4月2日")]
    [InlineData("ru", 2024, "30 марта – 2 апреля 2024 года")]
    [InlineData("fr", 2023, "du 30 mars 2023 au 2 avril 2024")]
    public void Days_of_one_year_tell_the_year_once(string language, int year, string text) =>
        Assert.Equal(text, In(language, new DayRange(new(year, 3, 30), new(2024, 4, 2))));

    [Theory]
    [InlineData("en", "from 1 September 2012")]
    [InlineData("ru", "с 1 сентября 2012 года")]
    [InlineData("zh", "2012年9月1日起")]
    public void What_has_no_end_is_told_from_its_first_day(string language, string text) => Assert.Equal(text, In(language, new OpenDays(new(2012, 9, 1))));

    [Fact]
    public void Languages_in_a_row_are_parted_as_a_language_parts_names()
    {
        Assert.Equal("英文、法文", In("zh", new LanguageNames(["en", "fr"])));
        Assert.Equal("anglais, français", In("fr", new LanguageNames(["en", "fr"])));
    }

    [Theory]
    [InlineData("en", "TSB Circular 300, Administration of France")]
    [InlineData("fr", "Circulaire TSB 300, Administration (France)")]
    [InlineData("es", "Circular TSB 300, Administración (Francia)")]
    [InlineData("ru", "Циркуляр 300 БСЭ, Администрация (Франция)")]
    [InlineData("zh", "电信标准化局第300号通函, 法国主管部门")]
    [InlineData("ar", "الرسالة المعممة 300 لمكتب تقييس الاتصالات, إدارة فرنسا")]
    public void An_administration_and_a_circular_are_named_in_the_language_of_the_letter(string language, string text) =>
        Assert.Equal(text, RegisterNames.In("TSB Circular 300, Administration of France", LetterLanguage.Load(new TemplateFolder(null), language)));

    [Theory]
    [InlineData("fr", "Administration of Egypt", "Administration (République arabe d’Égypte)")]
    [InlineData("fr", "Administration of Venezuela", "Administration (République bolivarienne du Venezuela)")]
    [InlineData("es", "Administration of Iran", "Administración (República Islámica del Irán)")]
    [InlineData("ru", "Administration of Iran", "Администрация (Исламская Республика Иран)")]
    public void No_brackets_stand_in_brackets(string language, string name, string told) =>
        Assert.Equal(told, RegisterNames.In(name, LetterLanguage.Load(new TemplateFolder(null), language)));

    [Theory]
    [InlineData("Administration of Harbours and Ports")]
    [InlineData("Administration")]
    public void What_names_no_country_stays_as_it_is(string name) => Assert.Equal(name, RegisterNames.In(name, LetterLanguage.Load(new TemplateFolder(null), "fr")));

    [Fact]
    public void A_time_in_winter_has_the_offset_of_winter() =>
        Assert.Equal("Monday, 3 December 2012, 10:00 (Geneva, UTC+1)", In("en", new ZonedTime(new(2012, 12, 3, 9, 0, 0, TimeSpan.Zero), Sample.Geneva)));

    [Theory]
    [InlineData("fr", "Geneva, Switzerland", "Genève, Switzerland")]   // cities are known, other words stand as they were told
    [InlineData("ru", "Room H, Geneva", "Room H, Женева")]
    [InlineData("ar", "Geneva", "جنيف")]
    [InlineData("zh", "Bad Homburg", "Bad Homburg")]
    [InlineData("en", "Geneva", "Geneva")]
    public void A_city_is_called_as_the_readers_language_calls_it(string language, string told, string text) => Assert.Equal(text, In(language, (PlaceName)told));

    [Theory]
    [InlineData("en", "English, French")]
    [InlineData("fr", "anglais, français")]
    [InlineData("ru", "английский, французский")]
    [InlineData("ar", "الإنكليزية، الفرنسية")]
    [InlineData("zh", "英文、法文")]
    public void Languages_are_called_as_the_readers_language_calls_them(string language, string text) => Assert.Equal(text, In(language, new LanguageNames(["en", "fr"])));

    [Fact]
    public void A_meeting_is_called_by_its_number_and_days()
    {
        Assert.Equal("JCA-COP meeting No. 7, 13 April 2015", In("en", new MeetingName(Sample.Group, 7, new(2015, 4, 13))));
        Assert.Equal("réunion de JCA-COP, les 1er et 2 avril 2015", In("fr", new MeetingName(Sample.Group, null, new(2015, 4, 1), new(2015, 4, 2))));
    }

    [Fact]
    public void What_has_no_name_is_shown_as_it_is()
    {
        Assert.Equal("XX", In("fr", new CountryName("XX")));
        Assert.Equal("antarctica", In("fr", new RegionName("antarctica")));
        Assert.Equal("Afrique", In("fr", new RegionName("africa")));
        Assert.Equal("Suisse", In("fr", new CountryName("CH")));
        Assert.Equal("only", In("fr", (LocalText)"only"));
        Assert.Equal("seul", In("ru", new LocalText(new Dictionary<string, string> { ["fr"] = "seul" })));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 7, 0)]
    [InlineData(199, 200, 99)]
    [InlineData(200, 200, 100)]
    public void Hundred_percent_are_all(int part, int whole, int percent) => Assert.Equal(percent, new Share(part, whole).Percent);

    private static string In(string language, Shown shown) => shown.In(LetterLanguage.Load(new TemplateFolder(null), language));
}
