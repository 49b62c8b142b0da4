using JcaCop.Reading.Parts;
using Xunit;

namespace JcaCop.Reading.Tests.Parts;

public class CountriesTests
{
    [Theory]
    [InlineData("Kenya", "KE")]
    [InlineData("Republic of Korea", "KR")]
    [InlineData("Korea (Rep. of)", "KR")]
    [InlineData("Iran, Islamic Republic of", "IR")]
    [InlineData("Islamic Republic of Iran", "IR")]
    [InlineData("République démocratique du Congo", "CD")]
    [InlineData("République du Congo", "CG")]
    [InlineData("Congo (République du)", "CG")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("Cote d'Ivoire", "CI")]
    [InlineData("Guinea-Bissau", "GW")]
    [InlineData("Papua New Guinea", "PG")]
    [InlineData("Guinea", "GN")]
    [InlineData("Granada", "GD")]
    [InlineData("REPÚBLICA DE CHILE", "CL")]
    [InlineData("Российская Федерация", "RU")]
    [InlineData("Республика Казахстан", "KZ")]
    [InlineData("جمهورية مصر العربية", "EG")]
    [InlineData("سلطنة عمان", "OM")]
    [InlineData("دولة قطر", "QA")]
    [InlineData("中华人民共和国", "CN")]
    [InlineData("马来西亚", "MY")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("St. Kitts and Nevis", "KN")]
    [InlineData("UK", "GB")]
    [InlineData("TD", "TD")]
    public void A_cell_with_a_country_gives_its_code(string cell, string code) => Assert.Equal(code, Countries.Parse(cell));

    [Theory]
    [InlineData("Congo")]
    [InlineData("Korea")]
    [InlineData("عمان")] // Oman, or the town of Amman
    [InlineData("Gulf of Guinea")]
    [InlineData("Department of Telecommunications")]
    [InlineData("France and Spain")]
    public void A_name_of_several_countries_or_of_none_gives_no_country(string cell) => Assert.Null(Countries.Parse(cell));

    [Fact]
    public void Other_evidence_settles_a_name_that_two_countries_share() => Assert.Equal("CD", Countries.Parse("Congo", "CD"));

    [Theory]
    [InlineData("the Ministry of Communications of Kenya presents", "KE")]
    [InlineData("l'Administration de la République du Bénin a l'honneur", "BJ")]
    [InlineData("Министерство связи Республики Беларусь сообщает", "BY")]
    [InlineData("Администрация Казахстана не возражает", "KZ")]
    [InlineData("Министерство связи Кыргызской Республики", "KG")]
    [InlineData("в Объединенных Арабских Эмиратах", "AE")]
    [InlineData("تهدي وزارة الاتصالات بالمملكة العربية السعودية أطيب تحياتها", "SA")]
    [InlineData("وزارة الاتصالات في لبنان", "LB")]
    [InlineData("肯尼亚通信管理局", "KE")]
    [InlineData("P.O. Box 12, Amman, Jordan", "JO")]
    [InlineData("the Government of Georgia", "GE")]
    public void Countries_are_found_in_running_text(string text, string code) =>
        Assert.Equal([code], Countries.Find(text).Select(mention => mention.Value).Distinct());

    [Theory]
    [InlineData("Mr Jordan Smith will attend")]
    [InlineData("Prochaine réunion: La Réunion du groupe")]
    [InlineData("Réunion")] // a subject of nothing but "meeting"
    [InlineData("Reunión")]
    [InlineData("Того же дня состоялось заседание")]
    [InlineData("please let us know")]
    [InlineData("الدعم المالي للمشروع")]
    [InlineData("Maurice Dupont")]
    [InlineData("tous les pays de la région")]
    [InlineData("turkey is eaten")]
    public void Names_and_words_that_only_look_like_countries_are_left_alone(string text) => Assert.Empty(Countries.Find(text));

    [Theory]
    [InlineData("ict.gov.ke", "KE", 0.97)]
    [InlineData("minsvyaz.go.ug", "UG", 0.97)]
    [InlineData("ofcom.org.uk", "GB", 0.85)]
    [InlineData("fcc.gov", "US", 0.97)]
    [InlineData("example.fr", "FR", 0.85)]
    [InlineData("yahoo.fr", "FR", 0.4)]
    [InlineData("agency.io", "IO", 0.5)]
    public void The_senders_domain_speaks_for_a_country(string domain, string code, double confidence) =>
        Assert.Equal((code, confidence), CountryOrigin.OfDomain(domain));

    [Theory]
    [InlineData("itu.int")]
    [InlineData("example.org")]
    [InlineData("unodc.un.org")]
    [InlineData("")]
    public void A_generic_domain_speaks_for_none(string domain) => Assert.Null(CountryOrigin.OfDomain(domain));

    [Theory]
    [InlineData("+254 20 555 0100", "KE")]
    [InlineData("00 41 22 730 6301", "CH")]
    [InlineData("+1 (876) 555-0101", "JM")]
    [InlineData("+ 7 7172 55 50 38", "KZ")]
    [InlineData("+7 495 555-00-00", "RU")]
    [InlineData("٠٠٩٦٢ ٦ ٥٥٥ ٤١٠٢", "JO")]
    [InlineData("022 730 63 01", null)]
    [InlineData("ext. 12", null)]
    public void A_telephone_number_has_the_country_of_its_code(string phone, string? code) => Assert.Equal(code, CountryOrigin.OfPhone(phone));

    [Theory]
    [InlineData("هيئة تنظيم الاتصالات، عُمان", "OM")]
    [InlineData("هيئة تنظيم الاتصالات، عمّان", "")]
    public void Vowel_signs_tell_oman_from_the_capital_of_jordan(string text, string country) => Assert.Equal(country, string.Concat(Countries.Find(text).Select(static mention => mention.Value)));
}
