using System.Text;
using JcaCop.Worker.Tests.Conversing;
using MimeKit;

namespace JcaCop.Worker.Tests.Stories;

/// <summary>What a meeting is called in the calendars of those who come.</summary>
public sealed class InvitedTests : IAsyncDisposable
{
    private readonly TalkRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Theory]
    [InlineData("fr", "SUMMARY:Réunion n° 9 de JCA-COP", "Participation à distance", "Ordre du jour")]
    [InlineData("es", "SUMMARY:Reunión núm. 9 de JCA-COP", "Participación a distancia", "Orden del día")]
    [InlineData("ru", "SUMMARY:Собрание JCA-COP № 9", "Дистанционное участие", "Повестка дня")]
    [InlineData("zh", "SUMMARY:JCA-COP第9次会议", "远程参会", "议程")]
    [InlineData("ar", "SUMMARY:اجتماع JCA-COP رقم 9", "المشاركة عن بعد", "جدول الأعمال")]
    [InlineData("en", "SUMMARY:9th meeting of JCA-COP", "Remote participation", "Agenda")]
    public async Task The_entry_speaks_the_language_of_the_letter_that_brings_it(string language, params string[] words)
    {
        await rig.DeskAsync($"member add \"Administration of Australia\" --country AU --email itu@ministry.example --language {language}\nmeeting open 9 --date 2012-11-05 --from 9:30 --until 17:30 --place Geneva --remote --link https://conference.example/9\nmeeting agenda 9 \"1 Opening\"\nmeeting announce 9");
        var letters = await rig.SendAsync();
        var letter = letters.First(one => one.To.Mailboxes.Any(to => to.Address == "itu@ministry.example") && one.BodyParts.OfType<MimePart>().Any(IsCalendar));
        using var content = new MemoryStream();
        letter.BodyParts.OfType<MimePart>().First(IsCalendar).Content!.DecodeTo(content, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(content.ToArray()).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    private static bool IsCalendar(MimePart part) => part.ContentType.IsMimeType("text", "calendar") || part.FileName?.EndsWith(".ics", StringComparison.Ordinal) == true;
}
