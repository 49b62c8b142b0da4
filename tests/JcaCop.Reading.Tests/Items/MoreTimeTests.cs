using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Items;

public class MoreTimeTests
{
    [Theory]
    [InlineData("en", "We would need an extension until 30 June to answer Circular 313. For any question, please call +44 20 5550 0199.")]
    [InlineData("en", "We kindly ask for an extension to 15 July (contact: Mr P. Hale, tel. +44 20 5550 0122).")]
    [InlineData("en", "Could you grant us more time for our reply, until 30 June (my number is +44 20 5550 0199)?")]
    [InlineData("es", "Solicitamos una prórroga hasta el 30 de junio; mi teléfono es +34 91 555 0133.")]
    [InlineData("fr", "Nous demandons un délai supplémentaire jusqu'au 30 juin ; vous pouvez me joindre au +33 1 55 50 01 99.")]
    [InlineData("ru", "Просим продлить срок ответа до 30 июня, тел. для связи +7 495 555 01 99.")]
    [InlineData("zh", "请将答复期限延长至6月30日，联系电话 +86 10 5550 0144。")]
    [InlineData("ar", "نرجو تمديد المهلة حتى 30 يونيو، وهاتفي هو +962 6 555 0144")]
    public void Whoever_asks_for_more_time_may_tell_a_number_beside_it(string language, string passage) =>
        Assert.Contains(SentenceMail.Under("Circular 313", language, passage).AttentionReasons, Attention.AsksForTime);

    [Theory]
    [InlineData("es", "La extensión de mi teléfono cambió: 294-7800 ext. 12.")]
    [InlineData("en", "Ms Oona Birch's extension has changed, please note 020 7946 0122 ext. 45.")]
    public void The_extension_of_a_telephone_is_no_extension_of_the_time(string language, string passage) =>
        Assert.DoesNotContain(SentenceMail.Under("Circular 313", language, passage).AttentionReasons, Attention.AsksForTime);
}
