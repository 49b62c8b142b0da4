namespace JcaCop.Reading.Items;

/// <summary>Reads who will not attend a meeting.</summary>
public static class RegretReader
{
    public static IEnumerable<Item> Read(ItemContext context) => context.Readings.SelectMany(Attendance.Of).OfType<Regret>();
}
