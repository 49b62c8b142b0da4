using JcaCop.Reading.Accepting;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Turns the evidence of a nomination or seat into one figure, and the figure into a decision.</summary>
/// <remarks>
/// The figures are chosen on the corpus: forms and tables with name and address were right in all of 51 cases, lists and lines in nine of ten, prose in
/// three of four. What lifts prose over the threshold is an address that agrees with the name; what keeps a form below it is a name that holds digits.
/// </remarks>
internal static class Confidence
{
    /// <summary>From here on an item may be recorded without a person.</summary>
    private const double Threshold = 0.83;

    /// <summary>A seat has more to get wrong than an organization: whom the person stands for, and as what. Mails by other authors were wrong from 0.83 to 0.86.</summary>
    private const double SeatThreshold = 0.84;

    private const double FormBase = 0.96;
    private const double ListBase = 0.88;
    private const double ProseBase = 0.76;

    /// <summary>The address says the name: one of its words stands before the @.</summary>
    private const double Agreement = 0.08;

    /// <summary>The domain says the organization, or is the sender's own.</summary>
    private const double HouseAgreement = 0.06;

    /// <summary>A nomination without name or address of a contact may have lost it.</summary>
    private const double Incomplete = 0.87;

    /// <summary>A name with a house number or a whole clause in it.</summary>
    private const double OddName = 0.75;

    /// <param name="sure">Least probability of the tags that the item was read by, 0 to 1.</param>
    public static Item Judge(Nomination item, DraftOrigin origin, double sure)
    {
        var confidence = Base(item, origin, "organization.name", "contact.name", "contact.email");
        if (item.Contact?.Name is null || item.Contact.Email is null || item.Organization.Country is null) confidence *= Incomplete;
        if (Agrees(item.Contact)) confidence += Agreement;
        if (AddressAgreement.House(item.Organization.Name, item.Contact?.Email) || AddressAgreement.House(item.Organization.Name, item.Organization.Website)) confidence += HouseAgreement;
        if (IsOdd(item.Organization.Name)) confidence *= OddName;
        return Decide(item with { Signs = [LaidOut(origin), Tagged(sure)] }, confidence);
    }

    /// <summary>The body was not named beside the person but follows from whom the mail speaks for.</summary>
    private const double InferredBody = 0.82;

    /// <summary>… and the person writes from the sender's own domain.</summary>
    private const double InferredInHouse = 0.97;

    /// <param name="named">True where the text itself names the body for this person.</param>
    /// <param name="roleTold">True where words give the role; false where it is supposed.</param>
    /// <param name="sure">Least probability of the tags that the item was read by, 0 to 1.</param>
    /// <param name="sender">Address of the one who wrote: whoever shares its domain belongs to the house that the mail speaks for.</param>
    public static Item Judge(Representative item, DraftOrigin origin, bool named, bool roleTold, string? sender, double sure)
    {
        var house = AddressAgreement.SameHouse(item.Person.Email, sender);
        var confidence = Base(item, origin, "person.name", "person.email", "replaces");
        if (item.Person.Email is null || item.Body is null) confidence *= Incomplete;
        if (Agrees(item.Person)) confidence += Agreement;
        if (IsOdd(item.Body)) confidence *= OddName;
        if (house || AddressAgreement.House(item.Body, item.Person.Email)) confidence += HouseAgreement;
        if (!named) confidence *= house ? InferredInHouse : InferredBody;
        List<Sign> signs = [LaidOut(origin), Tagged(sure)];
        if (!named) signs.Add(new Sign("bodyInferred", 1));
        if (!roleTold) signs.Add(new Sign("roleSupposed", 1));
        if (item.Role is { } role) signs.Add(new Sign(RoleSigns[(int)role], 1));
        return Decide(item with { Signs = signs }, confidence);
    }

    /// <param name="modeTold">True where a tagged piece tells how the person will take part; false where it is supposed or unknown.</param>
    /// <param name="sure">Least probability of the tags that the item was read by, 0 to 1.</param>
    public static Item Judge(Registration item, DraftOrigin origin, bool modeTold, double sure)
    {
        var confidence = Base(item, origin, "person.name", "person.email");
        if (item.Meeting is null || item.Mode is null || item.Person.Email is null) confidence *= Incomplete;
        if (Agrees(item.Person)) confidence += Agreement;
        List<Sign> signs = [LaidOut(origin), Tagged(sure)];
        if (!modeTold && item.Mode is not null) signs.Add(new Sign("modeSupposed", 1));
        return Decide(item with { Signs = signs }, confidence);
    }

    /// <param name="sure">Probability of the tag that the item was read by, 0 to 1.</param>
    public static Item Judge(Regret item, DraftOrigin origin, double sure)
    {
        var confidence = Base(item, origin, "name");
        if (item.Meeting is null) confidence *= Incomplete;
        return Decide(item with { Signs = [LaidOut(origin), Tagged(sure)] }, confidence);
    }

    private static readonly string[] RoleSigns = ["isRepresentative", "isAlternate", "isFocal", "isExpert"];

    private static Sign LaidOut(DraftOrigin origin) => new(origin switch
    {
        DraftOrigin.Form or DraftOrigin.Table => "inForm",
        DraftOrigin.List or DraftOrigin.Lines => "inLines",
        _ => "inProse",
    }, 1);

    /// <summary>The logit of the probability, within bounds.</summary>
    public static Sign Tagged(double sure)
    {
        var bounded = Math.Clamp(sure, 0.05, 0.999);
        return new Sign("tagged", Math.Round(Math.Log(bounded / (1 - bounded)), 2));
    }

    private static double Base(Item item, DraftOrigin origin, params ReadOnlySpan<string> keys)
    {
        var weakest = 1.0;
        foreach (var evidence in item.Evidence)
            if (keys.Contains(evidence.Field)) weakest = Math.Min(weakest, evidence.Confidence);
        var laidOut = origin switch
        {
            DraftOrigin.Form or DraftOrigin.Table => FormBase,
            DraftOrigin.List or DraftOrigin.Lines => ListBase,
            _ => ProseBase,
        };
        return laidOut * (0.5 + weakest / 2);
    }

    private static Item Decide(Item item, double confidence)
    {
        confidence = Math.Round(Math.Clamp(confidence, 0, 0.99), 3);
        return item with { Confidence = confidence, Decision = confidence >= (item is Representative ? SeatThreshold : Threshold) ? Decision.Accept : Decision.Review };
    }

    private static bool Agrees(Person? person) => person is { Name: { } name, Email: { } email } && AddressAgreement.Person(name, email);

    private static bool IsOdd(string? name)
    {
        if (name is null) return true;
        var digits = 0;
        foreach (var c in name) if (char.IsDigit(c)) digits++;
        return digits >= 4 && !name.StartsWith("ITU", StringComparison.Ordinal) && !name.StartsWith("ISO", StringComparison.Ordinal) || name.Length > 110;
    }
}
