using JcaCop.Reading.Text;

namespace JcaCop.Reading.Tests.Text;

public class GridTablesTests
{
    private const string Drawn = """
        Below is what was asked for:
        +---------------+-----------------+
        | Organization  | Contact         |
        +---------------+-----------------+
        | Bright        | Ms Judith       |
        | Harbour Trust | Harlow          |
        +---------------+-----------------+
        | Kindred       | p.quill@        |
        |               | kindred.example |
        +---------------+-----------------+
        Regards
        """;

    [Fact]
    public void A_row_that_fills_two_lines_stands_on_one_and_what_follows_keeps_its_place()
    {
        var drawn = Drawn.ReplaceLineEndings("\n");
        var unwrapped = GridTables.Unwrap(drawn);
        Assert.Contains("|Bright Harbour Trust|Ms Judith Harlow|", unwrapped, StringComparison.Ordinal);
        Assert.Contains("|Kindred|p.quill@kindred.example|", unwrapped, StringComparison.Ordinal);
        Assert.Equal(drawn.Length, unwrapped.Length);
        Assert.Equal(drawn.IndexOf("Regards", StringComparison.Ordinal), unwrapped.IndexOf("Regards", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_that_no_stroke_parts_stay_as_they_are()
    {
        const string drawn = "+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n| 3 | 4 |\n+---+---+\n";
        Assert.Same(drawn, GridTables.Unwrap(drawn));
    }

    [Fact]
    public void What_was_read_in_a_drawn_table_points_at_the_mail_itself()
    {
        var body = Drawn.ReplaceLineEndings("\n");
        var reading = MailReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes("From: Ida Holm <ida@office.example>\r\nTo: tsbjcacop@itu.int\r\nSubject: Circular 313\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body)), TestContext.Current.CancellationToken);
        var evidence = reading.Items.SelectMany(static item => item.Evidence).Where(static one => one.Source is null).ToList();
        Assert.NotEmpty(evidence);
        Assert.All(evidence, one => Assert.Equal(one.Text, reading.Mail.Body.Text.Substring(one.Offset, one.Text.Length)));
    }
}
