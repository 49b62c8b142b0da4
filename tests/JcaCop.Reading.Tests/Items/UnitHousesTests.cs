using System.Text;
using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Items;

/// <summary>A department is named with the ministry that it belongs to.</summary>
public class UnitHousesTests
{
    private static MailReading Read(string body) => MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
        "From: registry@ministry.example\nTo: tsbjcacop@itu.int\nSubject: Registration for the JCA-COP meeting of 14 May 2024\nDate: Mon, 5 Feb 2024 08:00:00 +0000\nMessage-ID: <a@ministry.example>\n"
        + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + body + "\n")));

    [Theory]
    [InlineData("Please register Mr Peter Hall, Department of Online Safety, Ministry of Communications, for the meeting of 14 May 2024.", "Department of Online Safety, Ministry of Communications")]
    [InlineData("Veuillez inscrire M. Paul Girard, Direction de la cybersécurité, Ministère des communications, à la réunion du 14 mai 2024.", "Direction de la cybersécurité, Ministère des communications")]
    [InlineData("Name: Peter Hall\nOrganization: Department of Online Safety, Ministry of Communications\nCountry: Australia\nAttendance: in person\nMeeting: 14 May 2024", "Department of Online Safety, Ministry of Communications")]
    // nothing but the house, and two people of two departments
    [InlineData("Please register Mr Peter Hall, Ministry of Communications, for the meeting of 14 May 2024.", "Ministry of Communications")]
    public void Department_and_ministry_are_one_house(string body, string house) =>
        Assert.Equal(house, Assert.Single(Read(body).Items.OfType<Registration>()).Organization);
}
