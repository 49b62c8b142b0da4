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
    public void Is_no_whole_name(string name, string behind) => Assert.True(ImpossibleName.Is(name + behind, 0, name));

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
    [InlineData("MINISTERIO DE COMUNICACIONES. DIRECCIÓN", "")]
    public void May_be_a_whole_name(string name, string behind) => Assert.False(ImpossibleName.Is(name + behind, 0, name));
}
