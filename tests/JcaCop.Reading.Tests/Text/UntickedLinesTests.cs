using JcaCop.Reading.Text;

namespace JcaCop.Reading.Tests.Text;

public class UntickedLinesTests
{
    [Theory]
    [InlineData("a\n[ ] one\n[x] two\nb", "a\n       \n[x] two\nb")]
    [InlineData("☐ one\n\n☒ two", "     \n\n☒ two")]
    [InlineData("- ( ) one\n  goes on\n- (x) two", "         \n         \n- (x) two")]
    [InlineData("[ ] one\n[ ] two", "[ ] one\n[ ] two")]               // nothing is ticked: a person looks
    [InlineData("[x] one\n[x] two", "[x] one\n[x] two")]
    [InlineData("■ Activities\n□ a workshop", "■ Activities\n□ a workshop")] // heads a paragraph
    [InlineData("Participation: [ ] on site [x] remote", "Participation: [ ] on site [x] remote")] // whose words stand where is told elsewhere
    [InlineData("[ ] one\n\nWe write to you\nof something else.\n\n[x] two", "[ ] one\n\nWe write to you\nof something else.\n\n[x] two")]
    public void What_is_not_ticked_beside_what_is_is_blanked_in_its_place(string text, string read) => Assert.Equal(read, UntickedLines.Blank(text));
}
