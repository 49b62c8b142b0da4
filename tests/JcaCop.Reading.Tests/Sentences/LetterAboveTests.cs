using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Sentences;

/// <summary>Mails whose layout tells whose words count: a letter above an earlier mail, and the title of a paper beside what is told of it.</summary>
public class LetterAboveTests
{
    private const string Letter =
        "From: Gontran Vasseur <vasseur@alouette.example>\nTo: tsbjcacop@itu.int\nSubject: Association lilloise\nDate: Wed, 05 Dec 2012 17:33:08 +0100\n"
        + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        + "Bonjour,\n\nL'administration nous a fait suivre la circulaire 313 en nous laissant le soin de répondre. "
        + "Alouette S.A. est prête à participer, et je serai votre interlocuteur (coordonnées en bas de page).\n\n"
        + "Nous vous recommandons aussi l'ASBL Écrans Calmes, avec laquelle nous travaillons depuis 2009 : "
        + "18, rue de la Chapelle, Roubaix, contact Mme Odile Tancrède, juriste, odile@ecrans.example, tél. 03 20 55 14 80.\n\n"
        + "Cordialement,\n\nGontran Vasseur\nResponsable Affaires réglementaires\nAlouette S.A., Luxembourg\nTél. +352 27 555 310\n\n"
        + "De :   Service Normes <normes@admin.example>\n"
        + "A :    vasseur@alouette.example\nDate : 29/11/2012 08:40\nObjet :        Circulaire 313\n\nBonjour, ceci vous concerne plus que nous.\nS. Kramer\n";

    [Fact]
    public void Below_a_letter_of_its_own_an_earlier_mail_is_quoted_and_not_passed_on()
    {
        var reading = Sorting.Mails.Read(Letter);
        Assert.Equal("LU", reading.Respondent?.Country);
        Assert.Equal(["Alouette S.A.: Gontran Vasseur", "ASBL Écrans Calmes: Odile Tancrède"], reading.Items.OfType<Nomination>().Select(static one => $"{one.Organization.Name}: {one.Contact?.Name}"));
    }

    [Fact]
    public void The_title_of_a_paper_is_no_activity()
    {
        var reading = SentenceMail.Under("Paper", "en", "Here is our paper for the JCA-COP meeting on 10 September 2015: \"School networks after dark: what campaigns achieve\". Lark Society is the source.", "dark.docx");
        Assert.IsType<Contribution>(Assert.Single(reading.Items));
    }
}
