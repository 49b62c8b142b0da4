using System.Text;
using JcaCop.Reading.Items;
using JcaCop.Reading.Parts;
using MimeKit;
using Xunit;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Whatever a mail holds, and wherever it breaks off, reading it ends without an exception.</summary>
public class OddTextTests
{
    private const string Odd =
        """
        LIAISON STATEMENT
        Ref.: SG17-LS
        Source: ITU-T SG17 (
        For action to: SGs 2, 9 and
        Deadline: by 03/04/2013,
        Contact: Ms Ann Example, Tel: +41 22  Fax:
        PARAGRAPH 4 - ACTIVITIES
        (a) Educational: "Think, before you post",
        1) Law N.º 9048, sobre
        b) Workshop «Net (Geneva, 22-
        Q1 - Yes
        Q2
        > 3. Does your country?
        2012年8月 第313号通函（ 李多哥 С 22 по — ISO/IEC JTC 1/SC
        22 أغسطس/ آب ( لجنة الدراسات ورشة عمل "
        """;

    public static IEnumerable<TheoryDataRow<string>> Pieces()
    {
        for (var end = 1; end <= Odd.Length; end += 3) yield return Odd[..end];
        for (var start = 1; start < Odd.Length; start += 7) yield return Odd[start..];
        yield return new string(',', 3000);
        yield return string.Concat(Enumerable.Repeat("1, ", 2000));
        yield return string.Concat(Enumerable.Repeat("«\"(", 1000));
        yield return string.Concat(Enumerable.Repeat("22 May - ", 800));
    }

    [Theory, MemberData(nameof(Pieces))]
    public void A_text_that_breaks_off_anywhere_is_read_to_its_end(string text)
    {
        Assert.NotNull(Dates.Find(text, new DateOnly(2013, 1, 1), "en"));
        Assert.NotNull(Countries.Find(text));
        Assert.NotNull(Bodies.Find(text));
        Assert.NotNull(Bodies.ParseList(text));
        Assert.NotNull(Circulars.Find(text));
        Assert.NotNull(LiaisonForm.Read(text, null).Fields);
        _ = ActivityEntry.Read(text.ReplaceLineEndings(" "), null, null, "en");
        var mime = new MimeMessage { Subject = text.ReplaceLineEndings(" ")[..Math.Min(text.Length, 60)], Body = new TextPart("plain") { Text = text } };
        mime.From.Add(new MailboxAddress("Ann Example", "ann@example.org"));
        using var raw = new MemoryStream();
        mime.WriteTo(raw, TestContext.Current.CancellationToken);
        raw.Position = 0;
        Assert.NotNull(MailReader.Read(raw, TestContext.Current.CancellationToken).Items);
    }
}
