using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tests.Accepting;

/// <summary>Seats of the tuning sets as they are read whole.</summary>
public class SwayingSeatTests
{
    private static readonly Lazy<List<Representative>> Seats = new(() =>
    [
        .. new[] { "replies", "fourteenth", "fifteenth" }
            .SelectMany(set => Directory.GetFiles(Path.Combine(Path.GetDirectoryName(Corpus.Folder)!, set), "*.eml"))
            .SelectMany(file => { using var raw = File.OpenRead(file); return MailReader.Read(raw).Items; }).OfType<Representative>(),
    ]);

    [Fact]
    public void Few_seats_that_would_be_recorded_otherwise_sway()
    {
        var swaying = Seats.Value.Count(Sways);
        Assert.InRange(swaying, 1, Seats.Value.Count(seat => seat.Decision == Decision.Accept) / 5);
    }

    [Fact]
    public void Hardly_any_seat_that_sways_is_recorded_without_a_person()
    {
        var swaying = Seats.Value.Where(Sways).ToList();
        Assert.True(swaying.Count(seat => seat.Decision == Decision.Accept) * 10 <= swaying.Count);
    }

    private static bool Sways(Item item) => item.Signs.Any(sign => sign.Name == "sways");
}
