namespace JcaCop.Reading.Items;

/// <summary>All readers of items, in the order in which they are asked. A new sort of item is a new line here.</summary>
public static class ItemReaders
{
    private static readonly Func<ItemContext, IEnumerable<Item>>[] Readers =
    [
        NominationReader.Read,
        RepresentativeReader.Read,
        LiaisonReader.Read,
        ActivityReader.Read,
        QuestionnaireReader.Read,
        RegistrationReader.Read,
        RegretReader.Read,
        WithdrawalReader.Read,
        CorrectionReader.Read,
        PositionReader.Read,
        ContributionReader.Read,
        ReportReader.Read,
    ];

    /// <returns>The items in the order of the mail.</returns>
    public static IReadOnlyList<Item> Read(ItemContext context)
    {
        var items = new List<Item>();
        foreach (var read in Readers)
            foreach (var item in read(context)) items.Add(Nominatives.Of(context, item));
        items = [.. NamedByNoun.Settle(WithRepresentative.Settle(context, Addressed.Settle(context, [.. EditorialRemarks.Settle(context, items)])))];
        return [.. DelegationRanks.Settle(context, TookPart.Settle(context,
            ContactMyself.Settle(context, ContactOfNominee.Settle(context, RecordedHouses.Settle(context, OwnAddresses.Settle(context, OwnSeats.Settle(context, Promotions.Settle(context,
            LabelledContacts.Settle(context, [.. Overlaps.Settle(NewContacts.Settle(context, Translations.Settle(NamedInFull.Settle(context, UnitHouses.Settle(context, items)))))]))))))))).OrderBy(Position)];
    }

    private static int Position(Item item) => item.Evidence.Count == 0 ? int.MaxValue : item.Evidence.Min(e => e.Offset);
}
