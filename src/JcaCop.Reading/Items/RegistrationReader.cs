namespace JcaCop.Reading.Items;

/// <summary>Reads who will attend a meeting.</summary>
public static class RegistrationReader
{
    public static IEnumerable<Item> Read(ItemContext context) => context.Readings.SelectMany(Attendance.Of).OfType<Registration>();
}
