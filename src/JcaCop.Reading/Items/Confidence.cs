namespace JcaCop.Reading.Items;

/// <summary>Turns the evidence of a nomination or seat into one figure, and the figure into a decision.</summary>
internal static class Confidence
{
    /// <summary>From here on an item may be recorded without a person.</summary>
    private const double Threshold = 0.8;

    public static Item Judge(ItemContext context, Nomination item, DraftOrigin origin) => Decide(item, origin, item.Organization.Name is not null && item.Organization.Country is not null && item.Contact?.Name is not null && item.Contact.Email is not null);

    public static Item Judge(ItemContext context, Representative item, DraftOrigin origin) => Decide(item, origin, item.Body is not null && item.Person.Name is not null && item.Person.Email is not null);

    private static Item Decide(Item item, DraftOrigin origin, bool whole)
    {
        var weakest = item.Evidence.Count == 0 ? 0.3 : item.Evidence.Min(evidence => evidence.Confidence);
        var laidOut = origin switch { DraftOrigin.Form or DraftOrigin.Table => 0.95, DraftOrigin.List or DraftOrigin.Lines => 0.85, _ => 0.75 };
        var confidence = Math.Round(laidOut * (0.5 + weakest / 2) * (whole ? 1 : 0.85), 3);
        return item with { Confidence = confidence, Decision = confidence >= Threshold ? Decision.Accept : Decision.Review };
    }
}
