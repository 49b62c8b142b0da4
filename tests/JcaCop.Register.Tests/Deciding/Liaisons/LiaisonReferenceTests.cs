using JcaCop.Register.Deciding.Liaisons;

namespace JcaCop.Register.Tests.Deciding.Liaisons;

public sealed class LiaisonReferenceTests
{
    [Theory]
    [InlineData("SG17-LS012")]
    [InlineData("SG17 – LS 12 – E")]
    [InlineData("COM 17 – LS 12 – E")]     // used until about 2012
    [InlineData("SG17-LS12R1")]            // a revision replaces
    [InlineData("SG17-LS12 (Rev.1)")]
    [InlineData("sg 17 - ls 012")]
    [InlineData("ITU-T SG17-LS12")]
    public void One_statement_has_one_key_however_its_number_is_written(string reference) =>
        Assert.Equal("sg17 ls12", LiaisonReference.Key(reference, null));

    [Theory]
    [InlineData("LS/o-12", "ITU-T SG17")]
    [InlineData("LS 12", "ITU-T SG17")]
    [InlineData("LS/o 012", "ITU-T SG17")]
    public void A_number_that_names_no_group_takes_that_of_the_sender(string reference, string from) =>
        Assert.Equal("sg17 ls12", LiaisonReference.Key(reference, [from]));

    [Theory]
    [InlineData("SG17-LS12", "SG17-LS121")]
    [InlineData("SG17-LS12", "SG16-LS12")]
    [InlineData("TSAG-LS4", "TDAG-LS4")]
    [InlineData("S3-120987", "S3-120988")]
    [InlineData("LS 12", "LS 13")]
    public void Two_statements_have_two_keys(string one, string other) =>
        Assert.NotEqual(LiaisonReference.Key(one, ["ITU-T SG17"]), LiaisonReference.Key(other, ["ITU-T SG17"]));

    [Theory]
    [InlineData("SG17-LS12", 0)]
    [InlineData("COM 17 – LS 12 – E", 0)]
    [InlineData("SG17-LS12 (Rev.1)", 1)]
    [InlineData("SG17-LS12R2", 2)]
    [InlineData("SG17-LS12 Corr.", 1)]
    [InlineData("SG17-LS12 Corr.3", 3)]
    [InlineData("LS/r 12", 0)]
    [InlineData(null, 0)]
    public void A_reference_tells_which_text_it_names(string? reference, int version) => Assert.Equal(version, LiaisonReference.Version(reference));

    [Fact]
    public void A_document_number_of_another_house_is_taken_as_it_is() => Assert.Equal("s3 120987", LiaisonReference.Key("S3-120987", ["3GPP SA3"]));

    [Theory]
    [InlineData(null)]
    [InlineData(" - ")]
    public void Nothing_has_no_key(string? reference) => Assert.Null(LiaisonReference.Key(reference, null));

    [Theory]
    [InlineData("LS on age verification")]
    [InlineData("LS/o on age verification")]
    [InlineData("New Liaison Statement, \"LS on age verification\"")]
    [InlineData("FW: LS/r on age verification")]
    public void A_title_counts_without_what_stands_before_it(string title) => Assert.Equal("title age verification", LiaisonReference.TitleKey(title));

    [Theory]
    [InlineData("Reply to liaison statement on age verification (JCA-COP-LS3)", "age verification")]
    [InlineData("Réponse à la note de liaison sur la vérification de l'âge (JCA-COP-LS3)", "la vérification de l'âge")]
    [InlineData("Respuesta a la declaración de coordinación sobre la verificación de edad", "la verificación de edad")]
    [InlineData("Ответ на заявление о взаимодействии о проверке возраста", "проверке возраста")]
    [InlineData("رد على بيان الاتصال بشأن التحقق من العمر", "التحقق من العمر")]
    [InlineData("关于年龄核验工作的联络声明的答复", "年龄核验工作")]
    public void A_reply_repeats_the_matter_of_the_statement_that_it_answers_in_six_languages(string reply, string matter) =>
        Assert.Equal(LiaisonReference.TitleKey(matter), LiaisonReference.RepliedKey(reply));
}
