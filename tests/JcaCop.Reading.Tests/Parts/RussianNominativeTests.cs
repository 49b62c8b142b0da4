using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tests.Parts;

public class RussianNominativeTests
{
    [Theory]
    [InlineData("г-на ", "Иванова Петра Сергеевича", "Иванов Петр Сергеевич")]
    [InlineData("г-жу ", "Анну Лебедеву", "Анна Лебедева")]
    [InlineData("вместо ", "Олега Смирнова", "Олег Смирнов")]
    [InlineData("господином ", "Виктором Вольским", "Виктор Вольский")]
    [InlineData("", "Ольгой Соколовой", "Ольга Соколова")]
    [InlineData("регистрацию ", "Инны Белко", "Инна Белко")]
    [InlineData("добавьте ", "Инну Белко", "Инна Белко")]
    [InlineData("сменила ", "Павла Рощина", "Павел Рощин")]
    [InlineData("зарегистрировать ", "Айгуль Серикову", "Айгуль Серикова")]
    [InlineData("зарегистрировать ", "Тимура Серикова", "Тимур Сериков")]
    [InlineData("обращаться к ", "Ольге Белко", "Ольга Белко")]
    [InlineData("исключить представителя ", "Ильхама Рощина", "Ильхам Рощин")]
    [InlineData("у нашего представителя ", "Гюльнар Садыковой", "Гюльнар Садыкова")]
    [InlineData("включить эксперта ", "Айнур Садыкову", "Айнур Садыкова")]
    [InlineData("г-на ", "Павла Чебану", "Павел Чебану")]
    [InlineData("господина ", "Андрея Шевчину", "Андрей Шевчину")]
    [InlineData("вместо г-жи ", "Елены Чебану", "Елена Чебану")]
    public void A_russian_name_is_given_in_the_nominative(string before, string name, string nominative) => Assert.Equal(nominative, RussianNominative.Person(name, before, out _));

    [Theory]
    [InlineData("является ", "Виктор Яровой")]
    [InlineData("г-жу ", "Чжоу Мэй")]
    [InlineData("и ", "Александра Рощина")]
    [InlineData("к ", "Павла Дюма")]
    [InlineData("зарегистрировать ", "Хосе Гарсию")]
    [InlineData("", "Инна Белова")]
    [InlineData("г-жу ", "Ли Юйчжу")]
    [InlineData("г-ну ", "Такэмацу")]
    [InlineData("г-на ", "Хосе Гарсия")]
    [InlineData("г-на ", "Дюма")]
    [InlineData("г-на ", "Накамура")]
    [InlineData("г-ном ", "Том Ли")]
    [InlineData("вместо ", "Центра защиты детства")]
    [InlineData("г-на ", "Ого Мбеки")]
    [InlineData("г-ну ", "Ому Ого")]
    [InlineData("нашего представителя ", "Хосе Гарсия")]
    [InlineData("Представитель ", "Вера Рощина")]
    public void A_name_from_abroad_or_one_in_the_nominative_stays_as_written(string before, string name) => Assert.Equal(name, RussianNominative.Person(name, before, out _));

    [Theory]
    [InlineData("Павла Дюма", true)]
    [InlineData("Дюма Павла", true)]
    [InlineData("Александра Рощина", false)]
    [InlineData("Павел Дюма", false)]
    public void A_given_name_of_a_man_in_the_genitive_shows_that_the_name_is_not_the_one_on_record(string name, bool oblique) => Assert.Equal(oblique, RussianNominative.IsOblique(name));

    [Theory]
    [InlineData("Лигу «Светлая сеть»", "Лига «Светлая сеть»")]
    [InlineData("Фондом «Светлая сеть»", "Фонд «Светлая сеть»")]
    [InlineData("Лига «Светлая сеть»", "Лига «Светлая сеть»")]
    public void A_house_is_given_in_the_nominative(string name, string nominative) => Assert.Equal(nominative, RussianNouns.House(name));
}
