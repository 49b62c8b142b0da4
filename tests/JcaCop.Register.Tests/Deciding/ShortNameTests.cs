using JcaCop.Register.Deciding;
using Xunit;

namespace JcaCop.Register.Tests.Deciding;

/// <summary>How people shorten names, in six languages.</summary>
public sealed class ShortNameTests
{
    [Theory]
    [InlineData("S. V. Laptev", "Sergei Viktorovich Laptev")]
    [InlineData("S.V. Laptev", "LAPTEV Sergei")]
    [InlineData("С. В. Лаптева", "Сергей Викторович Лаптев")]
    [InlineData("Лаптевым С.В.", "Лаптев Сергей Викторович")]
    [InlineData("Т. В. Орловой", "Орлова Татьяна Викторовна")]
    [InlineData("г-ну Толстому", "Толстой Иван")]
    [InlineData("Yu. A. Ivanov", "Yuri Andreevich Ivanov")]
    [InlineData("J.-P. Dupont", "Jean-Pierre Dupont")]
    [InlineData("KONÉ", "Ibrahim Koné")]
    [InlineData("Mme d'Orval", "Hélène d’ORVAL")]
    [InlineData("Mr Park", "Lucy Park")]
    [InlineData("Sra. Fernández de Córdoba", "Lucía Fernández de Córdoba")]
    [InlineData("刘处长", "刘洋")]
    [InlineData("刘副局长", "刘洋")]
    [InlineData("欧阳先生", "欧阳明")]
    [InlineData("السيد منصوري", "عادل المنصوري")]
    [InlineData("القحطاني", "نورة القحطاني")]
    [InlineData("المهندسة نورة", "نورة القحطاني")]
    public void A_short_name_fits_the_whole_one(string told, string full)
    {
        Assert.True(ShortName.Fits(told, full));
        Assert.True(ShortName.Fits(full, told));
    }

    [Theory]
    [InlineData("S. V. Laptev", "Viktor Laptev")]
    [InlineData("V. S. Laptev", "Sergei Viktorovich Laptev")]
    [InlineData("P. Turner", "Mia Turner")]
    [InlineData("Ivan P. Petrov", "Ivan Sergeevich Petrov")]
    [InlineData("Иванов", "Сергей Иванович")]
    [InlineData("Ким", "Кимова Анна")]
    [InlineData("欧先生", "欧阳明明")]
    [InlineData("刘洋", "刘洋洋")]
    [InlineData("Mr", "Mia Turner")]
    [InlineData("M. T.", "Mia Turner")]
    [InlineData("", "Mia Turner")]
    public void Another_name_does_not(string told, string full)
    {
        Assert.False(ShortName.Fits(told, full));
        Assert.False(ShortName.Fits(full, told));
    }

    [Theory]
    [InlineData("Park", true)]
    [InlineData("S. V. Laptev", true)]
    [InlineData("刘处长", true)]
    [InlineData("刘洋先生", false)]
    [InlineData("Lucy Park", false)]
    public void A_name_is_short_where_it_is_a_surname_alone_or_has_initials(string name, bool shortened) => Assert.Equal(shortened, ShortName.IsShort(name));

    [Fact]
    public void Whoever_bears_the_name_whole_is_meant_before_those_whose_name_holds_it() =>
        Assert.Equal(["Ana Lopez"], ShortName.Meant("Ana Lopez", ["Ana Lopez Garcia", "Ana Lopez", "Luis Lopez"], name => name));
}
