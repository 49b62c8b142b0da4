using JcaCop.Reading.Items;

namespace JcaCop.Reading.Tagging;

using Told = List<(Piece Piece, Tag Tag, double Sure)>;

/// <summary>What grammar settles of the tags, rule by rule; each sees what those before it have changed. A new rule is a new line here.</summary>
internal static class Settling
{
    private static readonly Func<ItemContext, Told, Told>[] Rules =
    [
        AnswersBelow.Settle,
        Corrigenda.Settle,
        Delegations.Settle,
        FormSenders.Settle,
        SeatTold.Settle,
        WritersForm.Settle,
        SplitHouses.Settle,
        PutForward.Settle,
        VerbObjects.Settle,
        EntryHeads.Settle,
        SeatLists.Settle,
        SubjectHouses.Settle,
        InItsPlace.Settle,
        Orphans.Settle,
        AddressedNames.Settle,
        OrphanSeats.Settle,
        Keepers.Settle,
        WholePieces.Settle,
        Entries.Settle,
        ExpertContacts.Settle,
        PostsAhead.Settle,
        BracketDetails.Settle,
        Unclaimed.Settle,
        OwnWord.Settle,
        ListedAttendees.Settle,
        RoleNames.Settle,
        RoleBeside.Settle,
        NowSeated.Settle,
        ComesInstead.Settle,
        OwnDetails.Settle,
        Alternation.Settle,
        InAbsence.Settle,
        WithAlternate.Settle,
        RoleLines.Settle,
        BodyLines.Settle,
        Appointed.Settle,
        Represents.Settle,
        RoleTold.Settle,
        Plans.Settle,
        EachWay.Settle,
        Supposed.Settle,
        ComposedOf.Settle,
        JoinedComers.Settle,
        SentenceParts.Settle,
        Corrigenda.Spelled,
        static (_, told) => Rows.Settle(told),
        FormRecords.Settle,
        SeatForms.Settle,
        BareRegistrations.Settle,
        TablesPutForward.Settle,
        CountedOff.Settle,
        Recommended.Settle,
        BareForms.Settle,
        FormerLatter.Settle,
        OnlySaid.Settle,
    ];

    public static Told Of(ItemContext context, Told told)
    {
        foreach (var rule in Rules) told = rule(context, told);
        return told;
    }
}
