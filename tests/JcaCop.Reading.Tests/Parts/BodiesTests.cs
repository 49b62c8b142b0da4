using JcaCop.Reading.Parts;
using Xunit;

namespace JcaCop.Reading.Tests.Parts;

public class BodiesTests
{
    [Theory]
    [InlineData("SG17", "ITU-T SG17")]
    [InlineData("ITU-T Study Group 2 (Geneva, 11-20 September 2012)", "ITU-T SG2")]
    [InlineData("ITU-T SG 16", "ITU-T SG16")]
    [InlineData("ITU-D SG1 (Q22-1/1)", "ITU-D SG1")]
    [InlineData("Study Group 1 of ITU-D", "ITU-D SG1")]
    [InlineData("Q4/17", "ITU-T SG17")]
    [InlineData("ITU-T Q.4/17", "ITU-T SG17")]
    [InlineData("Q22-1/1", "ITU-D SG1")]
    [InlineData("COM 17", "ITU-T SG17")]
    [InlineData("CE 17 de l'UIT-T", "ITU-T SG17")]
    [InlineData("Commission d'études 2 de l'UIT-T", "ITU-T SG2")]
    [InlineData("Comisión de Estudio 17 del UIT-T", "ITU-T SG17")]
    [InlineData("Comisión de Estudio 1 (UIT-D)", "ITU-D SG1")]
    [InlineData("ИК17 МСЭ-Т", "ITU-T SG17")]
    [InlineData("17-я Исследовательская комиссия МСЭ-Т", "ITU-T SG17")]
    [InlineData("1-я Исследовательская комиссия МСЭ-D", "ITU-D SG1")]
    [InlineData("لجنة الدراسات 17 لقطاع تقييس الاتصالات", "ITU-T SG17")]
    [InlineData("لجنة الدراسات 1 لقطاع تنمية الاتصالات", "ITU-D SG1")]
    [InlineData("ITU-T第17研究组", "ITU-T SG17")]
    [InlineData("第17研究组", "ITU-T SG17")]
    [InlineData("ITU-D第1研究组", "ITU-D SG1")]
    [InlineData("Working Party 6B", "ITU-R WP 6B")]
    [InlineData("ITU-R WP5D", "ITU-R WP 5D")]
    [InlineData("WP 2/17", "ITU-T SG17")]
    [InlineData("JCA-COP (UIT-T)", "ITU-T JCA-COP")]
    [InlineData("ITU-T JCA-COP (TSB JCA-COP <tsbjcacop@itu.int>)", "ITU-T JCA-COP")]
    [InlineData("JCA-IDM", "ITU-T JCA-IdM")]
    [InlineData("TSAG", "ITU-T TSAG")]
    [InlineData("КГСЭ", "ITU-T TSAG")]
    [InlineData("ITU-D", "ITU-D")]
    [InlineData("UIT-R", "ITU-R")]
    [InlineData("CWG-CP", "CWG-COP")]
    [InlineData("理事会保护上网儿童工作组", "CWG-COP")]
    [InlineData("فريق العمل التابع للمجلس والمعني بحماية الأطفال على الخط", "CWG-COP")]
    [InlineData("SA3", "3GPP SA3")]
    [InlineData("3GPP TSG-SA WG3", "3GPP SA3")]
    [InlineData("ETSI TC HF", "ETSI TC HF")]
    [InlineData("ISO/IEC JTC1/SC27", "ISO/IEC JTC 1/SC 27")]
    [InlineData("SC 36 Secretariat", "ISO/IEC JTC 1/SC 36")]
    [InlineData("ISO/IEC JTC 1/SC 27/WG 5", "ISO/IEC JTC 1/SC 27/WG 5")]
    [InlineData("中国通信标准化协会（CCSA）", "CCSA")]
    [InlineData("Internet Architecture Board (Ann Example <ann@example.net>)", "IAB")]
    public void A_field_gives_the_code_of_the_body_it_names(string cell, string code) => Assert.Equal(code, Bodies.Parse(cell));

    [Theory]
    [InlineData("Child Helpline International")]
    [InlineData("Union des télécommunications")]
    [InlineData("ce 17 mai")]
    [InlineData("Ministry of Communications")]
    public void A_body_that_has_no_code_is_not_forced_into_one(string cell) => Assert.Null(Bodies.Parse(cell));

    [Theory]
    [InlineData("ITU-T SG17 (Q4/17), ITU-D SG1 (Q22-1/1)", new[] { "ITU-T SG17", "ITU-D SG1" })]
    [InlineData("CWG-COP; Child Helpline International", new[] { "CWG-COP", "Child Helpline International" })]
    [InlineData("SGs 2, 9, 13, 15 and 16", new[] { "ITU-T SG2", "ITU-T SG9", "ITU-T SG13", "ITU-T SG15", "ITU-T SG16" })]
    [InlineData("ITU-T SG9 and SG16", new[] { "ITU-T SG9", "ITU-T SG16" })]
    [InlineData("SA1, ETSI TC HF", new[] { "3GPP SA1", "ETSI TC HF" })]
    [InlineData("JCA-COP、ITU-T第17研究组", new[] { "ITU-T JCA-COP", "ITU-T SG17" })]
    [InlineData("فريق العمل التابع للمجلس والمعني بحماية الأطفال على الخط؛ ITU-D", new[] { "CWG-COP", "ITU-D" })]
    [InlineData("Groupe de travail du Conseil sur la protection en\n ligne des enfants ; UIT-D", new[] { "CWG-COP", "ITU-D" })]
    [InlineData("–", new string[0])]
    [InlineData("N/A", new string[0])]
    [InlineData("无", new string[0])]
    [InlineData("نشاط JCA-COP، لجنة الدراسات 2", new[] { "ITU-T JCA-COP", "ITU-T SG2" })]
    public void A_list_gives_codes_and_names_as_written(string cell, string[] expected) => Assert.Equal(expected, Bodies.ParseList(cell));

    [Fact]
    public void Bodies_in_running_text_have_their_offsets()
    {
        const string text = "The delegates of SG 17 met those of ITU-D Study Group 1 and JCA-AHF on 17 May.";
        var found = Bodies.Find(text);
        Assert.Equal(["ITU-T SG17", "ITU-D SG1", "ITU-T JCA-AHF"], found.Select(mention => mention.Value));
        Assert.Equal(["SG 17", "ITU-D Study Group 1", "JCA-AHF"], found.Select(mention => text.Substring(mention.Start, mention.Length)));
    }
}
