using JcaCop.Reading.Accepting;
using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Names that hold words which are none of them, or lack some, are asked about; the words that lead to an address are no part of it.</summary>
public class BrokenNameTests
{
    [Theory]
    [InlineData("Mr Salah Awad will attend.", 3, "Salah", null, true)]
    [InlineData("مدير المنظمة صلاح عوض الكريم", 13, "صلاح", null, true)]
    [InlineData("我们去两个人：珊瑚海和同事。", 7, "珊瑚海", "珊瑚海科技有限公司", true)]
    [InlineData("Mr Salah, director, will attend.", 3, "Salah", null, false)]
    [InlineData("Виктор Григорьевич не сможет участвовать.", 0, "Виктор Григорьевич", null, true)]
    [InlineData("Виктор Лунин не сможет участвовать.", 0, "Виктор Лунин", null, false)]
    [InlineData("El Viceministro Tomás Rey no podrá asistir.", 3, "Viceministro Tomás Rey", null, true)]
    [InlineData("El Viceministro Tomás Rey no podrá asistir.", 16, "Tomás Rey", null, false)]
    [InlineData("لن يتمكن السيد الشيخ ولد محمود من حضور", 21, "ولد محمود", null, true)]
    [InlineData("M. El Hadji Malick Sow assistera", 12, "Malick Sow", null, true)]
    [InlineData("我们去两个人：苏珊珊和同事。", 7, "苏珊珊", "珊瑚海科技有限公司", false)]
    public void A_name_cut_short_with_words_that_are_none_of_it_or_the_beginning_of_a_house_is_no_whole_name(string text, int at, string name, string? house, bool broken)
    {
        var reading = SentenceMail.Read("en", "Nothing.");
        var context = new ItemContext(reading.Mail, "en", null, reading.Answers, text, null);
        var coming = new Registration(null, null, new Person(name), house, null) { Evidence = [new Evidence("person.name", null, at, name, 0.9)] };
        Assert.Equal(broken, BrokenName.Is(context, coming));
    }

    [Theory]
    [InlineData("es", "En su listado la Asociación Luz figura con una dirección antigua. La correcta es Calle Real 14, 42001 Soria.", "Calle Real 14, 42001 Soria")]
    [InlineData("ru", "В вашем списке указан старый адрес Фонда «Цапля». Правильный: ул. Садовая, 14, Тверь.", "ул. Садовая, 14, Тверь")]
    public void The_words_that_lead_to_an_address_are_no_part_of_it(string language, string passage, string address) =>
        Assert.Equal(address, Assert.Single(SentenceMail.Under("JCA-COP", language, passage).Items.OfType<Correction>()).Organization?.Address);

    [Theory]
    [InlineData("ar", "نرشح جمعية النور (info@nour.example). أما المنظمة الثالثة التي راسلناها فقد اعتذرت عن المشاركة.")]
    [InlineData("en", "We nominate the Heron Foundation (info@heron.example). The third organization that we wrote to has declined to take part.")]
    [InlineData("ru", "Предлагаем Фонд «Цапля» (info@tsaplya.example). Третья организация, к которой мы обращались, отказалась участвовать.")]
    public void A_house_that_is_only_counted_withdraws_from_nothing(string language, string passage) =>
        Assert.DoesNotContain(SentenceMail.Under("Circular 313", language, passage).Items, item => item is Withdrawal);

    [Theory]
    [InlineData("fr", "Mme Rose Petit suivra la réunion du 10 septembre 2015 à distance à ma place. Merci de lui transmettre les documents.")]
    [InlineData("en", "Ms Oona Birch will follow the meeting of 10 September 2015 remotely in my place. Please send her the documents.")]
    [InlineData("ru", "Вместо меня в собрании 10 сентября 2015 года дистанционно примет участие Нина Котова. Просьба направить ей документы.")]
    public void Whoever_asks_for_documents_for_another_is_read_by_a_person(string language, string passage) => Assert.True(SentenceMail.Read(language, passage).NeedsAttention);
}
