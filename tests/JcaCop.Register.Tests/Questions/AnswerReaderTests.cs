using JcaCop.Register.Questions;
using Xunit;

namespace JcaCop.Register.Tests.Questions;

public sealed class AnswerReaderTests
{
    [Theory]
    [InlineData("Yes", "accept")]
    [InlineData("OK, thanks!", "accept")]
    [InlineData("D’accord", "accept")]
    [InlineData("Sí.", "accept")]
    [InlineData("Нет, спасибо", "reject")]
    [InlineData("لا أوافق", "reject")]
    [InlineData("不同意", "reject")]
    [InlineData("同意。", "accept")]
    [InlineData("2", "2")]
    [InlineData("Dear colleagues,\n\naccept\n\nJane Example", "accept")]
    public void A_line_that_is_one_word_is_an_answer(string text, string word) =>
        Assert.Equal([new AnswerLine(null, word)], AnswerReader.Read(text)?.Lines ?? []);

    [Theory]
    [InlineData("")]
    [InlineData("I cannot accept this.")]
    [InlineData("accept\nno")]
    [InlineData("yes but wait until Monday please, we need to ask")]
    [InlineData("not yes")]
    [InlineData("accept K7M2-9QXA\nreject")]
    public void Anything_more_or_against_itself_is_none(string text) => Assert.Null(AnswerReader.Read(text));

    [Fact]
    public void Coded_lines_and_fields_are_read()
    {
        var coded = AnswerReader.Read("accept K7M2-9QXA\n#k7m29qxb: no\nThanks\nJane");
        Assert.Equal([new AnswerLine("K7M2-9QXA", "accept"), new AnswerLine("k7m29qxb", "reject")], coded!.Lines);
        var fields = AnswerReader.Read("Téléphone : +33 1 00 00 00 01\nE-mail: a@b.example");
        Assert.Equal([("Téléphone", "+33 1 00 00 00 01"), ("E-mail", "a@b.example")], fields!.Fields);
        Assert.Empty(fields.Lines);
    }
}
