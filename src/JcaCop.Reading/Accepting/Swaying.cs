using JcaCop.Reading.Items;
using JcaCop.Reading.Tagging;

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

    /// <summary>Chances are added in another order here than below.</summary>
    private const double Rounding = 1e-9;

    private readonly List<(int At, List<Representative> Seats)> turned = [];
    private readonly List<(int[] Tags, List<Representative> Seats)> retold = [];
    private List<Representative>? seats;

    /// <remarks>Reads again only as long as what is left can still decide.</remarks>
    public bool Is(Representative item)
    {
        seats ??= [.. RepresentativeReader.Of(reading)];
        if (reading.Others is not { } others || Same(seats, item) is not { } seat) return false;
        var (doubt, left) = (0.0, others.Doubtful.Sum(others.Chance));
        foreach (var at in others.Doubtful)
        {
            if (doubt + left < Doubtful - Rounding) return false;
            left -= others.Chance(at);
            if (Stays(seat, Same(Without(others, at), seat))) continue;
            doubt += others.Chance(at);
            if (doubt >= Doubtful) return true;
        }
        return false;
    }

    /// <summary>The seats if the tag of one place is wrong; two places that turn each other are read once.</summary>
    private List<Representative> Without(OtherTags others, int at)
    {
        foreach (var (place, known) in turned) if (place == at) return known;
        var tags = others.Without(at);
        if (retold.Find(other => other.Tags.AsSpan().SequenceEqual(tags)).Seats is not { } read) retold.Add((tags, read = [.. RepresentativeReader.Of(reading.Retold(others.Told(tags)))]));
        turned.Add((at, read));
        return read;
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
