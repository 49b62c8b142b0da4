using System.Text.RegularExpressions;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Sentences;

/// <summary>Single sentences in the six languages, each in a mail of its own: what the lexicons and the composition of clauses must bear beyond the corpus.</summary>
public class SentenceTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Corpus.Folder)!, "..", "JcaCop.Reading.Tests", "Sentences");

    public static TheoryData<string, string, string> Attendance => Rows("attendance.txt");

    public static TheoryData<string, string, string> Attention => Rows("attention.txt");

    public static TheoryData<string, string, string> Documents => Rows("papers.txt");

    public static TheoryData<string, string, string> Questionnaires => Rows("questionnaires.txt");

    public static TheoryData<string, string, string, string> Positions
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            foreach (var row in Lines("positions.txt")) rows.Add(row[0], row[1], row[2], row[3]);
            return rows;
        }
    }

    public static TheoryData<string, string, string> Offers
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in Lines("offers.txt")) rows.Add(row[1], row[2], row[3]);
            return rows;
        }
    }

    [Theory, MemberData(nameof(Offers))]
    public void Tells_offers_that_pose_as_nominations_from_mails_that_speak_of_prizes_and_fees(string subject, string text, string expected) =>
        Assert.Equal(expected == "T" ? MailKind.Spam : MailKind.Human, Sorting.Mails.Plain("Grace Renfield <grace@office.example>", subject, text).Sort.Kind);

    [Theory, MemberData(nameof(Attendance))]
    public void Tells_who_comes_how_and_who_stays_away(string language, string sentence, string expected)
    {
        var reading = SentenceMail.Read(language, sentence);
        var told = reading.Items.Select(item => item switch
        {
            Registration coming => $"R:{Who(coming.Person.Name)}:{(coming.Mode is AttendanceMode.InPerson ? "i" : coming.Mode is AttendanceMode.Remote ? "r" : "-")}{(coming.Meeting == new DateOnly(2015, 9, 10) ? "" : " without its meeting")}",
            Regret missing => $"G:{Who(missing.Name)}{(missing.Meeting == new DateOnly(2015, 9, 10) ? "" : " without its meeting")}",
            _ => item.GetType().Name,
        });
        Assert.Equal(expected.Split(';', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.OrdinalIgnoreCase), told.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);

        string? Who(string? name) => name == SentenceMail.WriterOf(language) ? "S" : name;
    }

    public static TheoryData<string, string, string> Withdrawals => Rows("withdrawals.txt");

    [Theory, MemberData(nameof(Withdrawals))]
    public void Tells_what_is_taken_back_and_puts_nobody_in_its_place(string language, string passage, string expected)
    {
        var told = SentenceMail.Under("JCA-COP", language, passage).Items.Where(static item => item is Withdrawal or Registration).Select(item => item is Withdrawal gone ? $"{gone.Of}:{(gone.Name == SentenceMail.WriterOf(language) ? "S" : gone.Name)}" : item.GetType().Name);
        Assert.Equal(expected, string.Join(';', told), ignoreCase: true);
    }

    public static TheoryData<string, string, string> OwnSeats => Rows("own-seats.txt");

    [Theory, MemberData(nameof(OwnSeats))]
    public void Tells_which_seats_the_writer_gives_up_and_takes_and_on_which_days(string language, string passage, string expected)
    {
        var items = SentenceMail.Under("JCA-COP", language, passage).Items;
        var told = items.Select(item => item switch
        {
            Withdrawal { Of: WithdrawalOf.Representative } gone when gone.Name == SentenceMail.WriterOf(language) => $"gives up {gone.Body}{Day(" until ", gone.Until)}",
            Representative seat when seat.Person.Name == SentenceMail.WriterOf(language) => $"represents {seat.Body}{Day(" from ", seat.From)}",
            _ => "",
        }).Where(text => text.Length > 0);
        Assert.Equal(expected, string.Join("; ", told));
        if (expected.Length > 0) Assert.DoesNotContain(items, item => item is Regret or Registration or Nomination or Withdrawal { Of: WithdrawalOf.Nomination } || item.Decision == Decision.Accept);

        static string Day(string word, DateOnly? day) => day is { } told ? word + told.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "";
    }

    public static TheoryData<string, string, string> OwnAddresses => Rows("own-addresses.txt");

    [Theory, MemberData(nameof(OwnAddresses))]
    public void Tells_who_takes_another_part_whose_second_address_it_is_and_where_a_member_wants_its_letters(string language, string passage, string expected)
    {
        var told = SentenceMail.Under("JCA-COP", language, passage).Items.Select(item => item switch
        {
            Representative { Role: SeatRole.Representative } seat => $"{Who(seat.Person.Name)} is representative of {seat.Body}{(seat.From is { } first ? " from " + first.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "")}{(seat.Replaces is { } gone ? " for " + gone : "")}",
            Correction { Beside: true } further => $"{Who(further.Name)} has also {further.Person!.Email}",
            Correction { Letters: true } post => $"letters to {post.Person!.Email}",
            _ => "",
        }).Where(text => text.Length > 0);
        Assert.Equal(expected, string.Join("; ", told));

        string? Who(string? name) => name == SentenceMail.WriterOf(language) ? "S" : name;
    }

    [Theory]
    [InlineData("en", "Ms Perpetua Lindqvist steps down as our focal point for JCA-COP as of 1 October.", "2015-09-30")]
    [InlineData("en", "Ms Perpetua Lindqvist steps down as our focal point on 30 September 2015.", "2015-09-30")]
    [InlineData("fr", "Mme Perpétue Lindval cesse d'exercer les fonctions de point de contact à compter du 1er octobre.", "2015-09-30")]
    [InlineData("es", "La Sra. Perpetua Lindo deja de ser nuestro punto focal a partir del 1 de octubre.", "2015-09-30")]
    [InlineData("ru", "С 1 октября г-жа Пелагея Линдина прекращает исполнение обязанностей координатора по JCA-COP.", "2015-09-30")]
    [InlineData("ar", "لم تعد السيدة بهية لندان جهة الاتصال لدينا اعتباراً من 1 أكتوبر.", "2015-09-30")]
    public void Whoever_gives_up_a_seat_holds_it_until_the_day_that_is_told(string language, string passage, string last) =>
        Assert.Equal(last, Assert.Single(SentenceMail.Under("JCA-COP", language, passage).Items.OfType<Withdrawal>()).Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory, MemberData(nameof(Positions))]
    public void Tells_the_stance_and_what_it_is_about(string language, string sentence, string stance, string about)
    {
        var position = Assert.Single(SentenceMail.Read(language, sentence).Items.OfType<Position>());
        Assert.Equal(stance.Replace("-", "", StringComparison.Ordinal), position.Taken.ToString(), ignoreCase: true);
        var words = about.Split(' ').Where(word => word.Length > 3);
        Assert.All(words, word => Assert.Contains(word, position.Of, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Attention))]
    public void Calls_a_person_to_questions_complaints_and_requests_and_to_nothing_else(string language, string sentence, string expected) =>
        Assert.Equal(expected == "T", SentenceMail.Read(language, sentence).NeedsAttention);

    [Theory, MemberData(nameof(Documents))]
    public void Tells_titles_and_files_of_what_is_sent_to_a_meeting(string language, string passage, string expected)
    {
        var files = Regex.Matches(passage, @"\[\[([^\]]{1,60})\]\]", RegexOptions.NonBacktracking).Select(match => match.Groups[1].Value).ToArray();
        var reading = SentenceMail.Read(language, Regex.Replace(passage, @"\[\[[^\]]{1,60}\]\]", "", RegexOptions.NonBacktracking), files);
        var told = reading.Items.Select(item => item switch
        {
            Contribution paper => $"C:{paper.Title}:{string.Join(',', paper.Files)}",
            Report report => $"T:{report.Meeting:yyyy-MM-dd}",
            _ => item.GetType().Name,
        });
        Assert.Equal(expected.Split(';'), told);
    }

    [Theory, MemberData(nameof(Questionnaires))]
    public void Tells_answers_apart_from_the_questions_copied_above_them(string language, string passage, string expected)
    {
        var reading = SentenceMail.Read(language, passage);
        var answers = Assert.Single(reading.Items.OfType<Questionnaire>());
        Assert.Equal(expected, string.Join('/', answers.Responses.Select(response => $"{response.Number}={response.Text}")));
        Assert.False(reading.NeedsAttention);
    }

    private static TheoryData<string, string, string> Rows(string file)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in Lines(file)) rows.Add(row[0], row[1], row[2]);
        return rows;
    }

    /// <summary>The rows of a table beside this class, cut at the bars; <c>\n</c> is a line end, <c>\t</c> a tab.</summary>
    internal static IEnumerable<string[]> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal).Split('|'));
}
