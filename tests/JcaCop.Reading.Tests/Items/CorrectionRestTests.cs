using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Items;

/// <summary>What of a change in several parts was read into no item brings the mail before a person; what was read whole does not.</summary>
public class CorrectionRestTests
{
    private const string Left = "a part of the change was not read";

    private static readonly (Item Item, bool Recorded) Shown = (new Nomination(new Organization("Lark House", "AU"), new Person("Anna Sample", null, "anna@lark.example")), true);

    public static TheoryData<string, string, string, string> Replies => new()
    {
        { "en", "Anna Sample", "Lark House", "Sorry, the number should read +61 2 5550 1001, and the contact is Ms Anne Sample, not Anna." },
        { "fr", "Anna Sample", "Lark House", "Le numéro de téléphone est le +33 1 55 50 10 00, et le nom exact est « Association Alouette Bleue »." },
        { "es", "Anna Sample", "Lark House", "El teléfono es +52 55 5550 1000, y el nombre correcto es «Fundación Alondra Azul»." },
        { "ru", "Ольга Ким", "Фонд «Безопасное детство»", "Просим исправить: телефон Ольги Ким +7 727 555 10 00; правильное название – Общественный фонд «Безопасные дети»." },
        { "ar", "ليلى حسن", "جمعية القبرة", "رقم الهاتف الصحيح هو +20 2 5550 1000، والاسم الكامل هو «مؤسسة الطفولة الآمنة»." },
        { "zh", "赵丽", "百灵基金会", "电话应为+86 10 5550 1000，名称应为“百灵儿童基金会”。" },
    };

    [Theory, MemberData(nameof(Replies))]
    public void A_reply_of_which_only_a_part_is_taken_in_is_read_by_a_person(string language, string contact, string house, string passage)
    {
        var earlier = new Nomination(new Organization(house), new Person(contact, null, "anna@lark.example"));
        var (reading, _) = ReplyReader.Read(SentenceMail.Under("Correction", language, passage), [(earlier, true)]);
        Assert.NotEmpty(reading.Items);
        Assert.True(reading.NeedsAttention || reading.Items.Any(item => item.Decision == Decision.Review && item is Correction { Organization.Name: not null } or Correction { Person.Name: not null }),
            $"{string.Join("; ", reading.Items)}");
        if (language == "en") Assert.StartsWith(Left, reading.AttentionReasons[^1], StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Whole => new()
    {
        { "en", "The telephone number of Ms Sample is +61 2 5550 1001." },
        { "en", "Sorry, the number should read +61 2 5550 1001, not +61 2 5550 1000." },
        { "fr", "Le numéro de téléphone de Mme Sample est le +33 1 55 50 10 00." },
        { "es", "El teléfono de la Sra. Sample es +52 55 5550 1000." },
        { "ru", "Телефон следует читать: +7 727 555 10 00." },
        { "ar", "رقم الهاتف الصحيح هو +20 2 5550 1000." },
        { "zh", "电话应为+86 10 5550 1000。" },
    };

    [Theory, MemberData(nameof(Whole))]
    public void A_reply_that_is_taken_in_whole_needs_nobody(string language, string passage)
    {
        var (reading, _) = ReplyReader.Read(SentenceMail.Under("Correction", language, passage), [Shown]);
        Assert.NotEmpty(reading.Items);
        Assert.DoesNotContain(reading.AttentionReasons, reason => reason.StartsWith(Left, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Correction: the telephone number of Ms Ida Holm is +47 22 55 50 10, and the name of her organization is “Safe Nest Norway”.")]
    [InlineData("fr", "Rectification : le téléphone de Mme Ida Holm est le +33 1 55 50 10 10, et le nom exact est « Nid Sûr ».")]
    [InlineData("es", "Corrección: el teléfono de la Sra. Ida Holm es +34 91 555 01 01, y el nombre exacto es «Nido Seguro».")]
    [InlineData("ru", "Исправление: телефон г-жи Иды Хольм +7 495 555 01 01, а точное название – «Безопасное гнездо».")]
    [InlineData("ar", "تصحيح: هاتف السيدة ليلى حسن هو +20 2 5550 1000، والاسم الدقيق هو «العش الآمن».")]
    [InlineData("zh", "更正：赵丽女士的电话应为+86 10 5550 1000，准确名称是“安巢基金会”。")]
    public void A_correction_beside_which_another_name_stands_is_read_by_a_person(string language, string passage)
    {
        var reading = SentenceMail.Under("Correction", language, passage);
        Assert.True(reading.NeedsAttention || reading.Items.Any(item => item is Correction { Organization.Name: not null }), string.Join("; ", reading.Items));
    }
}
