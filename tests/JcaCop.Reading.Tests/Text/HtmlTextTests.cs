namespace JcaCop.Reading.Tests.Text;

public class HtmlTextTests
{
    [Fact]
    public void A_data_table_gives_a_line_a_row_with_cells_parted_by_tabs()
    {
        var body = TextMails.Html("<p>Dear all,</p><table><tr><th>Name</th><th>Post</th></tr><tr><td>Kofi<br>Sample</td><td><p>Director</p></td></tr></table>");
        Assert.Equal("Dear all,\n\nName\tPost\nKofi  Sample\tDirector", body.Text);
    }

    [Fact]
    public void A_table_for_layout_gives_its_text_as_it_stands()
    {
        var body = TextMails.Html("<table><tr><td><p>Dear all,</p><p>We agree.</p></td></tr></table>");
        Assert.Equal("Dear all,\n\nWe agree.", body.Text);
    }

    [Fact]
    public void Cells_and_rows_without_end_tags_are_kept_apart()
    {
        var body = TextMails.Html("<table><tr><td>a<td>b<tr><td>c<td>d</table>after");
        Assert.Equal("a\tb\nc\td\nafter", body.Text);
    }

    [Theory]
    [InlineData("<s>+41 22 555 0101</s>")]
    [InlineData("<strike>+41 22 555 0101</strike>")]
    [InlineData("<del>+41 22 555 0101</del>")]
    [InlineData("<span style='color:red;text-decoration:line-through'>+41 22 555 0101</span>")]
    [InlineData("<span style='text-decoration-line: underline line-through'><b>+41 22 555 0101</b></span>")]
    public void What_its_writer_has_struck_out_is_not_read(string struck)
    {
        var body = TextMails.Html($"<html><body><p>Telephone: {struck} +41 22 555 0102</p></body></html>");
        Assert.Equal(("Telephone: +41 22 555 0102", false), (body.Text.Trim(), body.HiddenText));
    }

    [Theory]
    [InlineData("<div style=\"display:none\">secret</div>")]
    [InlineData("<p style='font-size:1px;color:#fefefe'>secret</p>")]
    [InlineData("<span style=\"FONT-SIZE: 0\">secret</span>")]
    [InlineData("<font color=white>secret</font>")]
    [InlineData("<p style=\"color:#ffffff\">secret</p>")]
    [InlineData("<div hidden>secret</div>")]
    [InlineData("<div style='max-height:0;overflow:hidden'>secret</div>")]
    [InlineData("<div style='visibility:hidden'>secret</div>")]
    [InlineData("<style>.x{display:none;mso-hide:all}</style><p class=x>secret</p>")]
    [InlineData("<div style='background:#222222'><span style='color:rgb(34,34,34)'>secret</span></div>")]
    [InlineData("<div style='position:absolute;left:-9999px'>secret</div>")]
    public void Text_that_a_reader_cannot_see_is_not_read_but_noted(string hidden)
    {
        var body = TextMails.Html($"<html><body><p>Seen.</p>{hidden}<p>Seen too.</p></body></html>");
        Assert.Equal("Seen.\n\nSeen too.", body.Text);
        Assert.True(body.HiddenText);
    }

    [Theory]
    [InlineData("<table bgcolor='#003366'><tr><td style='color:white'>White on blue.</td></tr></table>", "White on blue.")]
    [InlineData("<div style='font-size:0'><span style='font-size:12pt'>Large again.</span></div>", "Large again.")]
    [InlineData("<head><title>no</title><script>no()</script></head><body>Body.<!-- no --></body>", "Body.")]
    [InlineData("a &amp; b &lt;c&gt;&nbsp;&#233;", "a & b <c>\u00a0é")]
    [InlineData("<ul><li>one<li>two</ul>", "- one\n- two")]
    [InlineData("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two")]
    [InlineData("<div>a</div><div><br></div><div>b</div>", "a\n\nb")]
    [InlineData("<p class=MsoNormal>a</p><p class=MsoNormal>b</p>", "a\nb")]
    public void What_can_be_seen_is_read_as_it_is_laid_out(string html, string text)
    {
        var body = TextMails.Html(html);
        Assert.Equal(text, body.Text);
        Assert.False(body.HiddenText);
    }

    [Theory]
    [InlineData("<div>New.</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">Xyz zyx:<br></div><blockquote class=\"gmail_quote\">Old.</blockquote></div>")]
    [InlineData("<div>New.</div><div class=\"moz-cite-prefix\">5/11, Desk:<br></div><blockquote type=\"cite\">Old.</blockquote>")]
    [InlineData("<p>New.</p><hr><div id=\"divRplyFwdMsg\"><b>Fx:</b> Desk<br><b>Tx:</b> Ana</div><div>Old.</div>")]
    [InlineData("<p>New.</p><div class=protonmail_quote>On day Desk wrote<br><blockquote>Old.</blockquote></div>")]
    [InlineData("<p>New.</p><div style='border:none;border-top:solid #B5C4DF 1.0pt'><p class=MsoNormal><b>De :</b> Desk<br><b>Envoyé :</b> lundi 5 novembre 2012 10:04<br><b>À :</b> Ana<br><b>Objet :</b> x</p></div><p>Old.</p>")]
    public void Quotes_are_known_by_the_marks_of_mail_programs(string html) => Assert.Equal("New.", TextMails.Html(html).ReplyText);

    [Fact]
    public void Answers_between_quoting_blocks_stay()
    {
        var body = TextMails.Html("<div>See below.</div><div>On 5 Nov 2012 10:04, Desk wrote:</div><blockquote type=cite>Question one?</blockquote><div>Yes.</div><blockquote type=cite>Question two?</blockquote><div>No.</div>");
        Assert.Equal("See below.\n\nYes.\n\nNo.", body.ReplyText);
    }

    [Fact]
    public void The_html_version_is_taken_where_the_plain_one_flattened_its_table()
    {
        const string mail = "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nList:\n\nName\n\nPost\n\nKofi\n\nDirector\n\n--b\n"
            + "Content-Type: text/html; charset=utf-8\n\n<p>List:</p><table><tr><td>Name</td><td>Post</td></tr><tr><td>Kofi</td><td>Director</td></tr></table>\n\n--b--\n";
        Assert.Contains("Kofi\tDirector", TextMails.Body(mail).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stand_in_gives_way_to_the_html_version()
    {
        var words = string.Concat(Enumerable.Repeat("We nominate an organization of our country. ", 10));
        var mail = $"From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nYour program cannot show this.\n--b\nContent-Type: text/html\n\n<p>{words}</p>\n--b--\n";
        Assert.Equal(words.Trim(), TextMails.Body(mail).Text);
    }

    [Fact]
    public void Deep_nesting_and_unclosed_tags_cost_no_stack()
    {
        var html = string.Concat(Enumerable.Repeat("<div><table><tr><td><blockquote type=cite>", 10_000)) + "deep";
        Assert.Contains("deep", TextMails.Html(html).Text, StringComparison.Ordinal);
    }
}
