using JcaCop.Reading.Items;

namespace JcaCop.Reading.Accepting;

/// <summary>Whether a seat might well be another one, or none: it is read again with each doubtful tag of its text turned.</summary>
/// <remarks>
/// Whose alternate somebody is, and for which body, hangs on many tags. The probability of a tag does not tell whether the seat would change with it;
/// so the tags are joined again (docs/decisions/0094). One text, whose seats are read once for each tag that is turned, and only when one is about to be recorded.
/// </remarks>
internal sealed class Swaying(ItemContext reading)
{
    /// <summary>With so much probability on other tags a seat sways. Above it the share of wrong seats is the same throughout.</summary>
    private const double Doubtful = 0.1;

    private List<Representative>? seats;
    private List<(double Chance, List<Representative> Seats)>? others;

    public bool Is(Representative item)
    {
        seats ??= [.. RepresentativeReader.Of(reading)];
        others ??= [.. (reading.Others?.All() ?? []).Select(other => (other.Chance, RepresentativeReader.Of(reading.Retold(other.Told)).ToList()))];
        if (Same(seats, item) is not { } seat) return false;
        var doubt = 0.0;
        foreach (var (chance, told) in others) if (!Stays(seat, Same(told, seat))) doubt += chance;
        return doubt >= Doubtful;
    }

    /// <summary>The seat of the person whose name stands in the same place; of the same name, where it stands nowhere.</summary>
    private static Representative? Same(List<Representative> among, Representative item)
    {
        var at = Place(item);
        return among.Find(seat => at is null ? seat.Person.Name == item.Person.Name : Place(seat) == at);
    }

    private static int? Place(Representative seat) => seat.Evidence.FirstOrDefault(piece => piece.Field == "person.name")?.Offset;

    private static bool Stays(Representative seat, Representative? other) =>
        other is not null && seat.Body == other.Body && seat.Role == other.Role && seat.Person.Name == other.Person.Name && seat.Person.Email == other.Person.Email;
}
