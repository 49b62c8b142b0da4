using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Items;

/// <summary>Forms that ask by boxes to tick, or by yes and no, and forms that say who comes by nothing but their labels.</summary>
public class FilledFormsTests
{
    [Theory]
    [InlineData("en", "Registration, 10 September 2015", "Name: Ms Oona Fairweather\nOrganization: Lark Society\nE-mail: fairweather@lark.example.uk\n[ ] in the room\n[x] remotely", AttendanceMode.Remote)]
    [InlineData("fr", "Inscription à la réunion du 10 septembre 2015", "Nom : Mme Oona Fairweather\nFonction : juriste\nCourriel : fairweather@lark.example.uk\n☐ Participation sur place\n☑ Participation à distance", AttendanceMode.Remote)]
    [InlineData("es", "Inscripción, reunión del 10 de septiembre de 2015", "Nombre: Oona Fairweather\nCargo: jurista\nCorreo: fairweather@lark.example.uk\n(X) Presencial\n( ) A distancia", AttendanceMode.InPerson)]
    [InlineData("ru", "Регистрация на собрание 10 сентября 2015 года", "ФИО: Мельников Гордей Ильич\nДолжность: юрист\nЭл. почта: melnikov@zhavoronok.example.ru\n☐ очное участие\n☒ дистанционное участие", AttendanceMode.Remote)]
    [InlineData("zh", "参会回执（2015年9月10日JCA-COP会议）", "姓名：凌霜\n职务：项目主任\n邮箱：ling@bailing.example.cn\n□ 现场参会\n☑ 远程参会", AttendanceMode.Remote)]
    [InlineData("ar", "التسجيل في اجتماع 10 سبتمبر 2015", "الاسم: ليلى الخطيب\nالوظيفة: باحثة\nالبريد الإلكتروني: layla@qubbara.example.jo\n☒ حضورياً\n☐ عن بعد", AttendanceMode.InPerson)]
    [InlineData("en", "Registration, 10 September 2015", "Name: Ms Oona Fairweather\nOrganization: Lark Society\nE-mail: fairweather@lark.example.uk\nIn person: No\nRemote participation: Yes", AttendanceMode.Remote)]
    [InlineData("en", "Registration, 10 September 2015", "Name: Ms Oona Fairweather\nOrganization: Lark Society\nE-mail: fairweather@lark.example.uk\nAttending in person (yes/no): yes\nAttending remotely (yes/no): no", AttendanceMode.InPerson)]
    [InlineData("fr", "Inscription à la réunion du 10 septembre 2015", "Nom et prénom : FAIRWEATHER Oona\nOrganisme : Association Alouette\nCourriel : fairweather@alouette.example.fr\nPrésence physique : non\nParticipation à distance : oui", AttendanceMode.Remote)]
    [InlineData("es", "Inscripción, reunión del 10 de septiembre de 2015", "Nombre: Oona Fairweather\nEntidad: Fundación Calandria\nCorreo: fairweather@calandria.example.es\nAsistencia presencial: Sí\nAsistencia remota: No", AttendanceMode.InPerson)]
    [InlineData("ru", "Регистрация на собрание 10 сентября 2015 года", "ФИО: Мельников Гордей Ильич\nОрганизация: Фонд «Жаворонок»\nЭл. почта: melnikov@zhavoronok.example.ru\nОчное участие: нет\nДистанционное участие: да", AttendanceMode.Remote)]
    [InlineData("zh", "参会回执（2015年9月10日JCA-COP会议）", "姓名：凌霜\n单位：百灵基金会\n邮箱：ling@bailing.example.cn\n现场参会：否\n远程参会：是", AttendanceMode.Remote)]
    [InlineData("ar", "التسجيل في اجتماع 10 سبتمبر 2015", "الاسم: ليلى الخطيب\nالجهة: جمعية القبرة\nالبريد الإلكتروني: layla@qubbara.example.jo\nالحضور الشخصي: لا\nالمشاركة عن بعد: نعم", AttendanceMode.Remote)]
    public void Of_the_ways_of_taking_part_the_one_that_is_ticked_or_answered_with_yes_counts(string language, string subject, string form, AttendanceMode mode)
    {
        var coming = Assert.Single(SentenceMail.Under(subject, language, form).Items.OfType<Registration>());
        Assert.Equal(mode, coming.Mode);
    }

    [Theory]
    [InlineData("en", "Registration for the JCA-COP meeting of 10 September 2015", "Name: Ms Oona Fairweather\nOrganization: Lark Society\nE-mail: fairweather@lark.example.uk")]
    [InlineData("es", "Inscripción a la reunión de la JCA-COP del 10 de septiembre de 2015", "Nombre: Oona Fairweather\nEntidad: Fundación Calandria\nCorreo: fairweather@calandria.example.es")]
    public void A_form_under_a_subject_of_registration_says_who_comes_and_a_person_confirms_it(string language, string subject, string form)
    {
        var reading = SentenceMail.Under(subject, language, form);
        var coming = Assert.Single(reading.Items.OfType<Registration>());
        Assert.Equal(("Oona Fairweather", null, Decision.Review), (coming.Person.Name, coming.Mode, coming.Decision));
        Assert.Single(reading.Items);
    }

    [Theory]
    [InlineData("[ ] We object to the establishment of JCA-COP\n[x] We support the establishment of JCA-COP", PositionTaken.Support)]
    [InlineData("( ) We agree to the establishment of JCA-COP\n( ) We agree with comments\n\n(X) We do not agree to the establishment of JCA-COP", PositionTaken.Objection)]
    [InlineData("- [x] We have no objection to the establishment of JCA-COP\n- [ ] We object to the establishment of JCA-COP,\n  for the reasons given below", PositionTaken.NoObjection)]
    public void Of_the_options_of_a_reply_form_only_what_is_ticked_is_said(string form, PositionTaken stance)
    {
        var said = Assert.Single(SentenceMail.Under("TSB Circular 270", "en", "Administration: United Kingdom\n\n" + form).Items.OfType<Position>());
        Assert.Equal((stance, true), (said.Taken, said.Of!.EndsWith("establishment of JCA-COP", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_nothing_is_ticked_nothing_is_taken_for_said_alone() =>
        Assert.DoesNotContain(SentenceMail.Under("TSB Circular 270", "en", "[ ] We support the establishment of JCA-COP\n[ ] We object to the establishment of JCA-COP").Items, item => item.Decision == Decision.Accept);
}
