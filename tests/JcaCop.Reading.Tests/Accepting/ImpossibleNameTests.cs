using JcaCop.Reading.Accepting;

namespace JcaCop.Reading.Tests.Accepting;

public class ImpossibleNameTests
{
    [Theory]
    [InlineData("y Marta Ferrán", "")]
    [InlineData("et Léa Morin", "")]
    [InlineData("и Анна Лисицына", "")]
    [InlineData("’ordre", "")]
    [InlineData("Réseau Alouette. Les points de contact", "")]
    [InlineData("شبكة القبرة. جهتا الاتصال", "")]
    [InlineData("Blvd. Ribera", "")]
    [InlineData("百灵基金会 青云街12号", "")]
    [InlineData("Familias 3", ".0, de Soria")]
    [InlineData("Светлая сеть – детям»", "")]
    [InlineData("Фонд «Светлая сеть", "")]
    [InlineData("Lark Society (Leeds", "")]
    [InlineData("Association Tala", " ya Net")]
    [InlineData("Office du Héron à partir du 1er octobre 2015", "")]
    [InlineData("Heron Office from 1 October 2015", "")]
    [InlineData("a.1 Fundación Calandria", "")]
    [InlineData("2) Lark Society", "")]
    [InlineData("ª Lucía Ferrán", "")]
    [InlineData("Centre Alouette de", "")]
    [InlineData("Фонд содействия по", "")]
    public void Is_no_whole_name(string name, string behind) => Assert.True(ImpossibleName.Is(name + behind, 0, name));

    [Fact]
    public void Nor_is_the_tail_of_one_that_a_foreign_word_joins() => Assert.True(ImpossibleName.Is("we thank Kanner am Haus asbl", 19, "Haus asbl"));

    [Theory]
    [InlineData("24 April 2013", true)]
    [InlineData("Safer Internet Day, 10 February 2015", false)]
    [InlineData("Lark Week", false)]
    public void A_day_alone_is_no_title(string title, bool day) => Assert.Equal(day, ImpossibleName.IsDay(title));

    [Fact]
    public void Behind_a_small_word_of_the_language_a_name_begins() => Assert.False(ImpossibleName.Is("we thank Oona of Haus asbl", 17, "Haus asbl"));

    [Theory]
    [InlineData("Andy Holm", "")]
    [InlineData("Yara Etxeberria", "")]
    [InlineData("’Malefa Ntsane", "")]
    [InlineData("Lark Society Ltd. (Leeds)", "")]
    [InlineData("St. Brendan’s Trust", "")]
    [InlineData("J. R. Kettlewell", "")]
    [InlineData("Д. А. Лисицын", "")]
    [InlineData("Г. Мельников", "")]
    [InlineData("Форум \"Семья. Сеть. Дом\"", "")]
    [InlineData("Street Children Network", "")]
    [InlineData("Helpline 116", ", Leeds")]
    [InlineData("Familias 3.0", " de Soria")]
    [InlineData("Association Tala", " et Net")]
    [InlineData("Lark Society", " in Leeds")]
    [InlineData("Lark Society", " has asked Ms Oona Birch")]
    [InlineData("Réseau du 20 novembre", "")]
    [InlineData("4H Club", "")]
    [InlineData("116 111 Helpline", "")]
    [InlineData("A. Lisitsyn", "")]
    [InlineData("Casa De La", "")]
    [InlineData("Helpline 2015", "")]
    [InlineData("организация «Фонд «Тихая гавань»", "")]
    [InlineData("MINISTERIO DE COMUNICACIONES. DIRECCIÓN", "")]
    public void May_be_a_whole_name(string name, string behind) => Assert.False(ImpossibleName.Is(name + behind, 0, name));
}
