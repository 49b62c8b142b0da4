using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Tests.Parts;

public sealed class MeetingNumbersTests
{
    [Theory]
    [InlineData("Please register me for the seventh meeting.", "7")]
    [InlineData("I will attend the 21st meeting remotely.", "21")]
    [InlineData("The seventh JCA-COP meeting", "7 ITU-T JCA-COP")]
    [InlineData("Re: Invitation: JCA-COP meeting No. 1, 30 August 2012", "1 ITU-T JCA-COP")]
    [InlineData("the third meeting of ITU-T Study Group 17", "3 ITU-T SG17")]
    [InlineData("Je participerai à la septième réunion de la JCA-COP.", "7 ITU-T JCA-COP")]
    [InlineData("Inscription à la 7e réunion", "7")]
    [InlineData("la 1re réunion", "1")]
    [InlineData("Objet : réunion n° 12", "12")]
    [InlineData("Asistiré a la octava reunión.", "8")]
    [InlineData("la 7.ª reunión", "7")]
    [InlineData("Приму участие в седьмом собрании дистанционно.", "7")]
    [InlineData("на 8-е заседание", "8")]
    [InlineData("собрание № 3", "3")]
    [InlineData("请为我注册第七次会议。", "7")]
    [InlineData("第12次会议", "12")]
    [InlineData("أرجو تسجيلي في الاجتماع السابع.", "7")]
    [InlineData("اجتماع رقم 4", "4")]
    [InlineData("the report of the sixth meeting", "(6)")]                      // a document, not where somebody comes
    [InlineData("Register me for the eighth meeting, not the ninth meeting.", "8, 9")]
    [InlineData("our meeting of 13th April", "")]                              // a day
    [InlineData("the 13th April meeting", "")]
    [InlineData("on the first day of the meeting", "")]
    [InlineData("the meeting in room no. 5", "")]
    [InlineData("Second, the meeting starts too early.", "")]
    public void A_meeting_called_by_its_number_is_known_by_it(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", MeetingNumbers.Find(text).Select(found => found.OfPaper ? $"({found.Number})" : found.Body is { } body ? $"{found.Number} {body}" : $"{found.Number}")));
}
