using System.Text;
using JcaCop.Reading;
using JcaCop.Register.Deciding.Calls;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;
using Xunit;

namespace JcaCop.Register.Tests.Deciding.Calls;

public sealed class CitedCallsTests
{
    private readonly CallRegister register = new CallRegister().Members("AU");

    [Theory]
    [InlineData("With reference to TSB Circulars 270, 271 and 15, we agree.", "270 271 15")]
    [InlineData("Suite aux Circulaires TSB 270 et 271, nous approuvons.", "270 271")]
    [InlineData("With reference to TSB Circular 270 of 15 May 2012, we agree.", "270")]
    [InlineData("With reference to TSB Circular 270, 15 May 2012, we agree.", "270")]
    [InlineData("With reference to TSB Circular 270 dated 15.5.2012, we agree.", "270")]
    [InlineData("Suite à la Circulaire TSB 270 du 15 mai 2012, nous approuvons.", "270")]
    [InlineData("En respuesta a la Circular TSB 270 de 15 de mayo de 2012.", "270")]
    [InlineData("В ответ на Циркуляр 270 от 15 мая 2012 года сообщаем.", "270")]
    public void The_numbers_of_a_list_are_circulars_and_those_of_a_date_behind_it_are_none(string words, string cited)
    {
        foreach (var number in new[] { "270", "271", "15" }) register.Open($"TSB Circular {number}", CallSort.Consultation);
        var reading = MailReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(
            $"From: itu@ministry-au.example\nTo: desk@x.example\nSubject: Answer\nDate: Mon, 1 Oct 2012 10:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n{words}\n")), TestContext.Current.CancellationToken);
        Assert.Equal(cited.Split(' ').Select(number => $"TSB Circular {number}").Order(), CitedCalls.Of(reading, register.Known).Select(call => call.Number).Order());
    }
}
