using System.Text;
using Xunit;

namespace JcaCop.Reading.Tests.Parts;

public class RespondentCountryTests
{
    private static Respondent? Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"Date: Tue, 20 Nov 2012 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\nFrom: A. Writer <writer@post.example>\nSubject: Circular 313\n\n{text}"));
        return MailReader.Read(stream, TestContext.Current.CancellationToken).Respondent;
    }

    [Theory]
    [InlineData("Не приеду, извините.\n\nОтправлено с iPad\nВахтанг Лежава, Тбилиси\n", "GE")]
    [InlineData("收到，我来参会。\n\n发自我的小米手机\n鲁怀安 / 白鹭测试实验室（南京）\n", "CN")]
    [InlineData("Noted with thanks, we shall answer soon.\n\nSent from my iPhone\nTama Reweti\nHarbour Wireless, Wellington\n", "NZ")]
    public void A_signature_below_the_line_of_a_telephone_tells_of_the_country(string text, string country) => Assert.Equal(country, Read(text)?.Country);

    [Theory]
    [InlineData("Noted with thanks.\n\nRegards\n\nTama Reweti\nStandards Manager, Harbour Wireless (NZ)\n", "NZ")]
    [InlineData("Noted with thanks.\n\nRegards\n\nTama Reweti\nManager (IT), Harbour Wireless\n", null)]
    public void Two_letters_in_brackets_are_a_country_where_nothing_else_tells_and_they_mean_nothing_else(string text, string? country) => Assert.Equal(country, Read(text)?.Country);

    [Theory]
    [InlineData("已收到通函，由同事代为处理（010-55550166）。\n\n鲁怀安\n白鹭通信中心\n", "CN")]
    [InlineData("已收到通函，請洽 02-5555-0166。\n\n魯懷安\n白鷺通訊中心\n", null)]
    public void A_number_as_it_is_dialled_in_mainland_China_tells_its_country(string text, string? country) => Assert.Equal(country, Read(text)?.Country);

    [Theory]
    [InlineData("We have looked into it.\n\nRegards\n\nTama Reweti\nMalta Harbour Authority\n", "MT")]
    [InlineData("Panama has no organization to propose at this stage.\n\nRegards\n\nTama Reweti\n", "PA")]
    [InlineData("Jordan has no organization to propose at this stage.\n\nRegards\n\nTama Reweti\n", null)] // a first name as well
    [InlineData("已收到通函。\n\n鲁怀安\n白鹭通信中心\n手机 136 5550 0166\n", "CN")]
    public void A_name_that_means_something_else_too_is_a_country_before_an_authority_or_a_verb(string text, string? country) => Assert.Equal(country, Read(text)?.Country);

    [Theory]
    [InlineData("Madame, Monsieur,\nLa Norvège désigne M. Jean Delcourt, conseiller, comme représentant auprès de la Commission d'études 17 de l'UIT-T (j.delcourt@north.example, tél. +47 22 55 04 04).", "NO")]
    [InlineData("尊敬的秘书处：挪威主管部门指定林海先生（处长）为国际电联ITU-T第17研究组的代表，邮箱 linhai@north.example。", "NO")]
    public void Who_sends_somebody_into_a_group_does_not_write_for_the_group(string text, string country)
    {
        var respondent = Read(text);
        Assert.Equal((country, null), (respondent?.Country, respondent?.Body));
    }

    [Theory]
    [InlineData("تحية طيبة وبعد، تعترض إدارة عمان على المقترح الوارد في الرسالة المعممة 273.", false)]
    [InlineData("تحية طيبة وبعد، نشكركم.\n\nسامي الخطيب\nشركة النخيل، عمان، الأردن", true)]
    public void An_administration_named_by_a_name_that_is_a_citys_as_well_is_not_taken_for_the_country_of_the_city(string text, bool jordan) => Assert.Equal(jordan, Read(text)?.Country == "JO");
}
