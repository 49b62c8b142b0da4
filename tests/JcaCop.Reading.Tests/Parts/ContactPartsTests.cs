using JcaCop.Reading.Items;
using JcaCop.Reading.Layout;
using JcaCop.Reading.Lexicons;
using JcaCop.Reading.Parts;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Parts;

public class ContactPartsTests
{
    [Theory]
    [InlineData("write to a.b@example.org.", "a.b@example.org")]
    [InlineData("g.khoury (at) example (dot) org", "g.khoury@example.org")]
    [InlineData("jst[à]example[point]qc[point]ca", "jst@example.qc.ca")]
    [InlineData("rmolina ARROBA example PUNTO org PUNTO do, cel.", "rmolina@example.org.do")]
    [InlineData("ivan @ example.ru", "ivan@example.ru")]
    public void An_obfuscated_address_is_given_in_normal_form(string text, string address) => Assert.Equal(address, EmailAddresses.Parse(text));

    [Theory]
    [InlineData("no address at all here")]
    [InlineData("see you at the meeting. dot")]
    [InlineData("@ home")]
    [InlineData("our site is now at www.lark.example")]
    [InlineData("what we do can be seen at lark.example")]
    [InlineData("more information at lark.example.org")]
    public void Words_alone_are_no_address(string text) => Assert.Null(EmailAddresses.Parse(text));

    [Theory]
    [InlineData("tel. +254 20 271 8890", "+254 20 271 8890", PhoneKind.Phone)]
    [InlineData("факс (992 37) 221-60-17", "(992 37) 221-60-17", PhoneKind.Fax)]
    [InlineData("هاتف ٢٢٥٥٠١٤٣ تحويلة ١٢", "٢٢٥٥٠١٤٣ تحويلة ١٢", PhoneKind.Phone)]
    [InlineData("电话010-62301186转8021", "010-62301186转8021", PhoneKind.Phone)]
    [InlineData("GSM 034 11 702 55", "034 11 702 55", PhoneKind.Mobile)]
    [InlineData("514 555-0147, poste 22", "514 555-0147, poste 22", PhoneKind.Phone)]
    public void A_number_keeps_its_extension_and_is_what_its_label_says(string text, string number, PhoneKind kind)
    {
        var found = Assert.Single(JcaCop.Reading.Parts.PhoneNumbers.Find(text));
        Assert.Equal((number, kind), (found.Value.Value, found.Value.Kind));
    }

    [Theory]
    [InlineData("on 2012-08-30 we met")]
    [InlineData("P.O. Box 40721-00100, Nairobi")]
    [InlineData("on 30.08.2012")]
    [InlineData("Circular 313")]
    public void Dates_and_boxes_are_no_numbers(string text) => Assert.Empty(JcaCop.Reading.Parts.PhoneNumbers.Find(text));

    [Theory]
    [InlineData("Mrs. Ngozi Eze-Okafor", "Ngozi Eze-Okafor")]
    [InlineData("السيدة مريم بنت أحمد سالم، مكلفة بمهمة", "مريم بنت أحمد سالم")]
    [InlineData("Ing. Byron Estuardo Pop, Gerente", "Byron Estuardo Pop")]
    [InlineData("г-жа Иванова Мария Сергеевна, председатель", "Иванова Мария Сергеевна")]
    [InlineData("欧阳慧敏女士", "欧阳慧敏")]
    [InlineData("Josephine Otieno (Ms), Programme Lead", "Josephine Otieno")]
    [InlineData("M. Codjo Félicien AGBOSSOU, Directeur", "Codjo Félicien AGBOSSOU")]
    public void A_name_is_without_honorific_and_post(string cell, string name) =>
        Assert.Equal(name, PersonNames.Parse(new MarkedText(cell), 0, cell.Length, true)?.Value);

    [Theory]
    [InlineData("联络人由法务部副经理古丽娜尔·买买提接替", "古丽娜尔·买买提")]
    [InlineData("现任命统计师哈立德·纳赛尔先生为代表", "哈立德·纳赛尔")]
    [InlineData("由让·保罗·德斯坦女士担任", "让·保罗·德斯坦")]
    [InlineData("任命马依拉·买买提，电话", "马依拉·买买提")]
    public void A_Chinese_name_with_points_is_one_name(string text, string name) =>
        Assert.Contains(name, PersonNames.Find(new MarkedText(text), 0, text.Length).Select(found => found.Value));

    [Theory]
    [InlineData("السيدة أمينة العياري تعتذر عن الحضور.", "أمينة العياري")]
    [InlineData("الست كارلا معلوف ما رح تقدر تيجي", "كارلا معلوف")]
    [InlineData("بتكليف من السيدة المديرة العامة أعلمكم بأن السيد أنيس الغربي سيكون معكم", "أنيس الغربي")]
    [InlineData("السيدة منى السيد الشاذلي، مديرة", "منى السيد الشاذلي")]
    public void A_verb_and_a_post_are_no_part_of_an_Arabic_name_and_a_title_may_be(string text, string name) =>
        Assert.Equal([name], PersonNames.Find(new MarkedText(text), 0, text.Length).Select(found => found.Value));

    [Theory]
    [InlineData("· 章程 · 名单")]
    [InlineData("第一项·")]
    public void A_point_between_no_two_words_makes_no_name(string text) => Assert.Empty(PersonNames.Find(new MarkedText(text), 0, text.Length));

    [Theory]
    [InlineData("Associate Rapporteur, Q2/15", "Associate Rapporteur", "Associate Rapporteur, Q2/15")]
    [InlineData("éditeur de X.1248, Genève", "éditeur", "éditeur de X.1248")]
    [InlineData("Rapporteur associé (Q8/17), Paris", "Rapporteur associé", "Rapporteur associé (Q8/17)")]
    [InlineData("Director, Paris", "Director", "Director")]
    [InlineData("Manager of 12 people", "Manager", "Manager")]
    public void A_post_goes_on_with_the_Question_or_Recommendation_that_it_is_for(string text, string post, string whole)
    {
        var context = ContextOf(text);
        Assert.Equal(whole, text[..PostReference.End(context, post.Length, text.Length)]);
    }

    private static ItemContext ContextOf(string text) => new(SentenceMail.Read("en", "Thank you.").Mail, "en", null, Answers.Nothing, text, null);

    [Theory]
    [InlineData("Director, Child Safety Unit", PostHead.Post)]
    [InlineData("Directrice de la Fondation Bleue", PostHead.Post)]
    [InlineData("начальник отдела связи", PostHead.Post)]
    [InlineData("标准与知识产权部副总经理", PostHead.Post)]
    [InlineData("Ministry of Communications", PostHead.Organization)]
    [InlineData("Association des directeurs", PostHead.Organization)]
    [InlineData("中国网络协会", PostHead.Organization)]
    [InlineData("blue sky", PostHead.None)]
    public void The_head_word_tells_a_post_from_an_organization(string phrase, PostHead head) =>
        Assert.Equal(head, Posts.Head(new MarkedText(phrase), 0, phrase.Length));

    [Theory]
    [InlineData("labels")]
    [InlineData("sections")]
    [InlineData("oneself")]
    [InlineData("nameStops")]
    public void Each_code_of_a_lexicon_has_words_in_all_six_languages(string lexicon)
    {
        foreach (var code in LexiconFile.Phrases(lexicon).GroupBy(entry => entry.Code))
            Assert.Equal(["ar", "en", "es", "fr", "ru", "zh"], code.Select(entry => entry.Language).Distinct().Order());
    }

    [Fact]
    public void Every_label_code_is_a_field_label() =>
        Assert.All(LexiconFile.Phrases("labels").Select(entry => entry.Code).Distinct(), code => Assert.True(Enum.TryParse<FieldLabel>(code, out _), code));
}
