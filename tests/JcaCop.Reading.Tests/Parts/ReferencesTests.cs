using JcaCop.Reading.Parts;
using Xunit;

namespace JcaCop.Reading.Tests.Parts;

public class ReferencesTests
{
    [Theory]
    [InlineData("With reference to TSB Circular 313 of 28 November 2012", "313")]
    [InlineData("Circ. No. 313", "313")]
    [InlineData("Suite à la Circulaire TSB n° 313", "313")]
    [InlineData("Réponse à la circulaire 313 du TSB", "313")]
    [InlineData("En relación con la Circular 278 de la TSB", "278")]
    [InlineData("Circular N.º 278", "278")]
    [InlineData("В ответ на Циркуляр БСЭ 313", "313")]
    [InlineData("по циркуляру № 313", "313")]
    [InlineData("بالإشارة إلى الرسالة المعممة رقم ٣١٣", "313")]
    [InlineData("الرسالة المعممة لمكتب تقييس الاتصالات رقم 313", "313")]
    [InlineData("إجابةً عن تعميمكم رقم 313", "313")]
    [InlineData("关于电信标准化局第313号通函", "313")]
    [InlineData("电标局313号通函", "313")]
    [InlineData("TSB 第 313 號通函", "313")]
    [InlineData("通函第 313 号", "313")]
    [InlineData("Corrigendum 1 to TSB Circular 313", "313")]
    [InlineData("TSB Circular:\n313", null)]
    [InlineData("paragraph 3 of your circular", null)]
    [InlineData("the circular of 24 March 2012", null)]
    [InlineData("按通函第 3 段提交", null)] // a paragraph of the circular
    public void The_number_of_a_circular_is_found(string text, string? number) =>
        Assert.Equal(number, Circulars.Find(text).Select(mention => mention.Value).FirstOrDefault());

    [Theory]
    [InlineData("your liaison statement SG17-LS45 of May", "SG17-LS45")]
    [InlineData("COM 17 – LS 12 – E", "COM 17 – LS 12 – E")]
    [InlineData("(reply to JCA-COP-LS3)", "JCA-COP-LS3")]
    [InlineData("LS on identity aspects of child online protection (SG17-LS012)", "SG17-LS012")]
    [InlineData("LS on age indication (LS/o 4)", "LS/o 4")]
    [InlineData("TSAG-LS4", "TSAG-LS4")]
    [InlineData("LS JCA-COP-LS5 on age indication", "JCA-COP-LS5")]
    [InlineData("LS/o-23", "LS/o-23")]
    [InlineData("S6-252007", "S6-252007")]
    [InlineData("ISO/IEC JTC 1/SC 27 N12345", "ISO/IEC JTC 1/SC 27 N12345")]
    [InlineData("Document 6B/TEMP/118", "6B/TEMP/118")]
    [InlineData("COP-LS-3-E", "COP-LS-3-E")]
    [InlineData("no statement at all", null)]
    [InlineData("SKILLS 2020", null)]
    public void The_number_of_a_liaison_statement_is_copied_as_written(string text, string? number) =>
        Assert.Equal(number, LiaisonReferences.First(text)?.Value);
}
