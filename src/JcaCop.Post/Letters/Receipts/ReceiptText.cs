using JcaCop.Post.Letters.Wording;
using JcaCop.Register.Entries;
using JcaCop.Register.Entries.Calls;

namespace JcaCop.Post.Letters.Receipts;

/// <summary>Puts a receipt into the words of one language. Pure.</summary>
internal sealed class ReceiptText(LetterLanguage language)
{
    private readonly ItemFields fields = new(language);

    public ReceiptModel Of(Receipt receipt)
    {
        var waiting = receipt.Items.Count(item => item.Standing == Standing.Held);
        var any = receipt.Items.Count > 0;
        var mail = receipt.Mail;
        return new ReceiptModel
        {
            Date = mail.WrittenAt is { } written ? DateOnly.FromDateTime(written.DateTime) : receipt.Taken,
            Subject = LetterValue.Clean(mail.Subject, 200),
            Items = [.. receipt.Items.Select(Entry)],
            Call = receipt.CallHeld ? null : receipt.Call,
            CallHeld = receipt.CallHeld ? receipt.Call : null,
            Late = receipt is { IsLate: true, IsLeftOut: false, IsCalledOff: false },
            LeftOut = receipt is { IsLate: true, IsLeftOut: true, IsCalledOff: false },
            CalledOff = receipt.IsCalledOff,
            AllRecorded = any && waiting == 0,
            AllHeld = any && waiting == receipt.Items.Count,
            Mixed = waiting > 0 && waiting < receipt.Items.Count,
            Filed = !any && !receipt.Attention && receipt.Call is null && receipt.Joined is null,
            ForPerson = !any && receipt.Attention,
            NoComment = receipt.Denied == AnswerSort.Position,
            Nothing = receipt.Denied == AnswerSort.Nothing,
            Joins = receipt.Joined is { State: OrganizationState.TakingPart } joined ? LetterValue.Clean(joined.Name, 200) : null,
            StaysOut = receipt.Joined is { State: OrganizationState.Declined } declined ? LetterValue.Clean(declined.Name, 200) : null,
            Correctable = any || receipt.Denied is not null || receipt.Joined is not null,
            Attention = any && receipt.Attention,
        };
    }

    public ReceiptEntry Entry(ReceiptItem item)
    {
        var rows = new List<ReceiptRow>();
        List<string>? missing = null;
        foreach (var field in fields.Of(item.Item))
        {
            var label = language.Items.Label(field.Field);
            if (LetterValue.Of(field.Text) is null)
            {
                (missing ??= []).Add(label);
                continue;
            }
            var change = field is { Field: "question", Suffix: { } number } ? item.Changes.FirstOrDefault(changed => changed.Field == ReceiptItem.Question(number))
                : item.Changes.FirstOrDefault(changed => Key(changed.Field) == field.Field);
            rows.Add(Row(field.Suffix is null ? label : $"{label} {LetterValue.Clean(field.Suffix, 20)}", field.Text, change));
        }
        foreach (var change in item.Changes)
        {
            if (item.Item is Reading.Items.Questionnaire || rows.Exists(row => row.Changed && row.Label == language.Items.Label(Key(change.Field)))) continue;
            rows.Add(Row(language.Items.Label(Key(change.Field)), Shown(change, change.After), change));
        }
        return new ReceiptEntry
        {
            Type = language.Items.Type(item.Item),
            Standing = item.Standing,
            Rows = rows,
            Because = item.Standing == Standing.Held ? item.Because : null,
            Missing = missing is null ? null : string.Join(language.Words.ListSeparator, missing),
        };
    }

    private ReceiptRow Row(string label, string? value, FieldChange? change) =>
        new() { Label = label, Value = value, Changed = change is not null, Before = Shown(change, change?.Before) };

    /// <summary>The register keeps countries and roles as codes.</summary>
    private string? Shown(FieldChange? change, string? value) => (change is null ? null : Key(change.Field), value) switch
    {
        ("country", { } code) => language.Country(code),
        ("role", { } role) => language.Items.Value("role", role == "FocalPoint" ? "focal-point" : role.ToLowerInvariant()),
        ("position", { } position) => language.Items.Value("position", position),
        _ => value,
    };

    /// <summary>From a path (<c>contact.email</c>, <c>organization.name</c>) to the label's key: a name is shown under what it names.</summary>
    private static string Key(string path)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0) return path;
        return path[(dot + 1)..] == "name" ? path[(path.LastIndexOf('.', dot - 1) + 1)..dot] : path[(dot + 1)..];
    }
}
