using JcaCop.Post.Letters.Wording;
using JcaCop.Reading;
using JcaCop.Reading.Items;
using JcaCop.Register;
using JcaCop.Register.Deciding;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Post.Letters.Receipts;

/// <summary>What became of one item of a mail.</summary>
public enum Standing
{
    /// <summary>It stands in the register.</summary>
    Recorded,
    /// <summary>It waits for a person.</summary>
    Held,
    /// <summary>The register said so before; nothing changed.</summary>
    Known,
}

/// <summary>One item as the receipt shows it.</summary>
/// <param name="Because">Null unless held.</param>
/// <param name="Changes">Only fields that held something else before; a new entry is shown by its fields.</param>
public sealed record ReceiptItem(Item Item, Standing Standing, HeldBecause? Because, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Fields of register entries that a sender knows by the same name; the others are the register's own business.</summary>
    private static readonly HashSet<string> Shown = ["name", "country", "website", "address", "function", "email", "phone", "fax", "role"];

    /// <param name="changes">All changes of the mail; those of this item are picked.</param>
    public static ReceiptItem Of(ItemVerdict verdict, IReadOnlyList<RegisterChange> changes)
    {
        var own = changes.Where(change => change.ItemPosition == verdict.Position).ToList();
        var standing = verdict.State != ItemState.Accepted ? Standing.Held
            : own.Count == 0 && verdict.Item is (Nomination or Representative) ? Standing.Known : Standing.Recorded;
        return new ReceiptItem(verdict.Item, standing, verdict.Because,
        [
            .. from change in own
               where !change.IsNew
               from field in change.Fields
               where field.Before is not null && Shown.Contains(field.Field)
               select field with { Field = $"{Place(change.Kind, verdict.Item)}.{field.Field}" },
            .. Answered(verdict.Item, changes),
        ]);
    }

    /// <summary>The field under which the answer to a question of a questionnaire is shown.</summary>
    internal static string Question(string number) => $"question {number}";

    /// <summary>What the member answered before where this says otherwise: to a question, or to the proposal.</summary>
    private static IEnumerable<FieldChange> Answered(Item item, IReadOnlyList<RegisterChange> changes) =>
        from change in changes
        where change.ItemPosition == RegisterChange.OfMail
        let stood = (change.Before as AnswerEntry)?.Given?.Said
        let stands = (change.After as AnswerEntry)?.Given?.Said
        where stood is not null && stands is not null && (change.After as AnswerEntry)?.Waiting.Count <= ((AnswerEntry)change.Before!).Waiting.Count
        from field in item switch
        {
            Questionnaire filled => from told in filled.Responses
                                    from before in stood.Responses
                                    where before.Number == told.Number && !string.Equals(before.Text.Trim(), told.Text.Trim(), StringComparison.OrdinalIgnoreCase)
                                        && stands.Responses.Any(now => now.Number == told.Number && now.Text == told.Text)
                                    select new FieldChange(Question(told.Number), before.Text, told.Text),
            Position position when stood.Position is { } before && before != position.Taken && stands.Position == position.Taken =>
                [new FieldChange("position", ItemFields.Code(before), ItemFields.Code(position.Taken))],
            _ => Enumerable.Empty<FieldChange>(),
        }
        select field;

    private static string Place(EntryKind kind, Item item) => (kind, item) switch
    {
        (EntryKind.Organization, _) => "organization",
        (_, Nomination or Liaison) => "contact",
        _ => "person",
    };
}

/// <summary>What a sender is told about their mail.</summary>
/// <param name="Attention">A person will read the mail, whatever became of its items.</param>
public sealed record Receipt(Group Group, ReceivedMail Mail, string Language, IReadOnlyList<ReceiptItem> Items, bool Attention) : Letter("receipt")
{
    /// <summary>Stands for the day of a mail that has no date.</summary>
    public DateOnly Taken { get; init; }

    /// <summary>The circular to which the mail was taken as an answer, as the secretariat numbers it; null where it answers none.</summary>
    public string? Call { get; init; }

    /// <summary>What the mail denied having, where it said nothing else: comments on a consultation (<see cref="AnswerSort.Position"/>), or anything to put forward.</summary>
    public AnswerSort? Denied { get; init; }

    /// <summary>The organization that has answered the invitation to take part, as it is on record now; null where none has.</summary>
    public OrganizationEntry? Joined { get; init; }

    /// <summary>That answer waits for a person.</summary>
    public bool CallHeld { get; init; }

    /// <summary>It came after the closing date of the call.</summary>
    public bool IsLate { get; init; }

    /// <summary>It came late, and counts only on the secretariat's word.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>The call was called off before it came.</summary>
    public bool IsCalledOff { get; init; }

    /// <summary>The receipt for a mail that has been judged.</summary>
    public static Receipt About(Group group, JudgedMail judged) => new(
        group, judged.Reading.Mail, judged.Reading.Language,
        [.. judged.Verdict.Items.Select(verdict => ReceiptItem.Of(verdict, judged.Changes))],
        judged.Reading.NeedsAttention)
    {
        Call = judged.Verdict.Answer?.All.Where(answer => answer.Said is not null).Select(answer => answer.Call).ToList() is { Count: > 0 } calls ? string.Join(", ", calls) : null,
        CallHeld = judged.Verdict.Answer is { State: ItemState.Held } or { Waits: true },
        Denied = judged.Verdict is { Items.Count: 0, Answer.Said.Sort: (AnswerSort.Position or AnswerSort.Nothing) and var denied } ? denied : null,
        Joined = judged.Changes.Where(change => change.ItemPosition == RegisterChange.OfMail && change.Fields.Any(field => field.Field == "state"))
            .Select(change => change.After).OfType<OrganizationEntry>().FirstOrDefault(),
        IsLate = judged.Verdict.Answer is { Said: not null, IsLate: true },
        IsLeftOut = judged.Verdict.Answer is { Said: not null, IsLate: true, IsLeftOut: true },
        IsCalledOff = judged.Verdict.Answer is { Said: not null, IsCalledOff: true, Beside.Count: 0 },
    };

    internal override object In(LetterLanguage language) => new ReceiptText(language).Of(this);
}
