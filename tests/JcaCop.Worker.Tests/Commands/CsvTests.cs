using JcaCop.Worker.Commands;

namespace JcaCop.Worker.Tests.Commands;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x.example\")", "\"'=HYPERLINK(\"\"http://x.example\"\")\"")]
    [InlineData("+41 22 730 6301", "'+41 22 730 6301")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Point Écoute, asbl", "\"Point Écoute, asbl\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    public void A_cell_cannot_become_a_formula_nor_break_its_row(string? value, string expected) =>
        Assert.Equal($"{expected},end\r\n", Csv.Line([value, "end"]));
}
