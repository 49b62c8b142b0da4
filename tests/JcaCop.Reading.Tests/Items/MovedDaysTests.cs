using JcaCop.Reading.Items;
using JcaCop.Reading.Tests.Sentences;

namespace JcaCop.Reading.Tests.Items;

/// <summary>An activity that moved, where the mail names the days for which it was planned beside the new ones (docs/decisions/0168).</summary>
public sealed class MovedDaysTests
{
    private static Activity Told(string language, string passage) => Assert.Single(SentenceMail.Under("JCA-COP", language, passage).Items.OfType<Activity>());

    [Theory]
    [InlineData("en", "The workshop \"Little Explorers\" in Leeds, planned for 4 to 6 February 2016, has been postponed to 7 March 2016.", "2016-03-07", null)]
    [InlineData("en", "The workshop \"Little Explorers\", originally scheduled for 4 February 2016 in Leeds, will now be held on 7 and 8 March 2016.", "2016-03-07", "2016-03-08")]
    [InlineData("fr", "L'atelier « Petits explorateurs » de Lille, prévu du 4 au 6 février 2016, est reporté au 7 mars 2016.", "2016-03-07", null)]
    [InlineData("fr", "L'atelier « Petits explorateurs » programmé à Lille le 4 février 2016 aura finalement lieu du 7 au 9 mars 2016.", "2016-03-07", "2016-03-09")]
    [InlineData("es", "El taller «Pequeños exploradores» de Soria, previsto para los días 4 y 5 de febrero de 2016, se aplaza al 7 de marzo de 2016.", "2016-03-07", null)]
    [InlineData("ru", "Семинар «Юные исследователи» в Твери, запланированный на 4–6 февраля 2016 года, перенесен на 7 марта 2016 года.", "2016-03-07", null)]
    [InlineData("zh", "原定于2016年2月4日至6日在成都举行的“小小探险家”研讨会改期至2016年3月7日至9日举行。", "2016-03-07", "2016-03-09")]
    [InlineData("ar", "نفيدكم بتأجيل ورشة العمل \"المستكشفون الصغار\" المقررة في عمان من 4 إلى 6 فبراير 2016 إلى 7 مارس 2016.", "2016-03-07", null)]
    public void The_new_days_are_the_activitys_and_never_the_old(string language, string passage, string start, string? end)
    {
        var told = Told(language, passage);
        Assert.Equal((start, end), (told.Start?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), told.End?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("en", "The workshop \"Little Explorers\" of 4 February 2016 in Leeds has been postponed; we shall tell you the new date.")]
    [InlineData("fr", "L'atelier « Petits explorateurs » prévu à Lille du 4 au 6 février 2016 est reporté à une date ultérieure.")]
    [InlineData("es", "El taller «Pequeños exploradores», fijado para el 4 de febrero de 2016 en Soria, queda aplazado hasta nuevo aviso.")]
    [InlineData("ru", "Семинар «Юные исследователи», назначенный на 4 февраля 2016 года в Твери, откладывается.")]
    [InlineData("zh", "原定于2016年2月4日在成都举行的“小小探险家”研讨会推迟举行，具体时间另行通知。")]
    [InlineData("ar", "تأجلت ورشة العمل \"المستكشفون الصغار\" المقررة في عمان يوم 4 فبراير 2016 إلى موعد لاحق.")]
    public void Without_new_days_the_old_ones_are_not_confirmed(string language, string passage) =>
        Assert.All(SentenceMail.Under("JCA-COP", language, passage).Items.OfType<Activity>(), told => Assert.Equal((null, Decision.Review), (told.Start, told.Decision)));

    [Theory]
    [InlineData("fr", "L'atelier « Petits explorateurs » prévu à Lille le 4 février 2016 se tiendra finalement à Roubaix le 7 mars 2016.")]
    [InlineData("en", "The registration deadline of the workshop \"Little Explorers\", planned for 4 February 2016 in Leeds, has been postponed to 20 January 2016.")]
    [InlineData("es", "El taller «Pequeños exploradores» de Soria, previsto para el 4 de febrero de 2016, podría aplazarse: se aplaza quizás al 7 de marzo de 2016.")]
    public void A_new_town_another_thing_that_moves_and_what_may_be_are_asked_about(string language, string passage) =>
        Assert.All(SentenceMail.Under("JCA-COP", language, passage).Items.OfType<Activity>(), told => Assert.Equal(Decision.Review, told.Decision));

    [Fact]
    public void A_day_is_no_address_to_which_somebody_moved() =>
        Assert.DoesNotContain(SentenceMail.Under("JCA-COP", "en", "Please note that the workshop \"Little Explorers\" in Leeds has been moved from 4 February to 7 March 2016.").Items, item => item is Correction);
}
