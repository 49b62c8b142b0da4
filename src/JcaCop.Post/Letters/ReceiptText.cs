using System.Globalization;
using JcaCop.Register.Entries;

namespace JcaCop.Post.Letters;

/// <summary>Puts a receipt into the words of one language. Pure.</summary>
internal sealed class ReceiptText(ItemWords items, Words words, Func<string, string> country)
{
    /// <summary>Room for the items of one language, in bytes of HTML: two languages and their frame stay below 100 kB, above which Gmail cuts a mail.</summary>
    private const int Room = 36_000;

    /// <summary>What a row costs beside its words: the markup of <c>html.hbs</c>.</summary>
    private const int RowCost = 240;
    private const int EntryCost = 900;

    private readonly ItemFields fields = new(items, country);

    public ReceiptModel Of(Receipt receipt, DateOnly day)
    {
        var entries = new List<ReceiptEntry>(receipt.Items.Count);
        var room = Room;
        foreach (var item in receipt.Items)
        {
            if (room < EntryCost) break;
            entries.Add(Entry(item, entries.Count + 1, ref room));
        }
        var waiting = receipt.Items.Count(item => item.Standing == Standing.Held);
        var any = receipt.Items.Count > 0;
        var hidden = receipt.Items.Count - entries.Count;
        return new ReceiptModel
        {
            Group = Required(receipt.Group.Name),
            FullName = Required(receipt.Group.FullName),
            Address = Required(receipt.Group.Address),
            Date = Required(items.Write(day)),
            Subject = LetterValue.Of(LetterValue.Clean(receipt.Mail.Subject, 200)),
            Items = entries,
            More = hidden > 0 ? Required(hidden.ToString(CultureInfo.InvariantCulture)) : null,
            AllRecorded = any && waiting == 0,
            AllHeld = any && waiting == receipt.Items.Count,
            Mixed = waiting > 0 && waiting < receipt.Items.Count,
            Filed = !any && !receipt.Attention,
            ForPerson = !any && receipt.Attention,
            Attention = any && receipt.Attention,
        };
    }

    private ReceiptEntry Entry(ReceiptItem item, int number, ref int room)
    {
        room -= EntryCost;
        var rows = new List<ReceiptRow>();
        List<string>? missing = null;
        var cut = false;
        foreach (var field in fields.Of(item.Item))
        {
            var label = items.Label(field.Field);
            if (LetterValue.Of(field.Text) is not { } value)
            {
                (missing ??= []).Add(label);
                continue;
            }
            var change = item.Changes.FirstOrDefault(changed => Same(changed.Field, field.Field));
            cut |= !Take(rows, Row(field.Suffix is null ? label : $"{label} {LetterValue.Clean(field.Suffix, 20)}", value, change), ref room);
        }
        foreach (var change in item.Changes)
        {
            if (rows.Exists(row => row.Changed && row.Label == items.Label(Key(change.Field)))) continue;
            cut |= !Take(rows, Row(items.Label(Key(change.Field)), LetterValue.Of(Shown(change, change.After)), change), ref room);
        }
        return new ReceiptEntry
        {
            Number = number,
            Type = items.Type(item.Item),
            Recorded = item.Standing == Standing.Recorded,
            Held = item.Standing == Standing.Held,
            Known = item.Standing == Standing.Known,
            Rows = rows,
            Cut = cut,
            Reason = item is { Standing: Standing.Held, Because: { } because } ? words["reason." + because.ToString().ToLowerInvariant()] : null,
            Missing = missing is null ? null : string.Join(items.ListSeparator, missing),
        };
    }

    private ReceiptRow Row(string label, LetterValue? value, FieldChange? change) =>
        new() { Label = label, Value = value, Changed = change is not null, Before = LetterValue.Of(Shown(change, change?.Before)) };

    /// <summary>The register keeps countries and roles as codes.</summary>
    private string? Shown(FieldChange? change, string? value) => (change is null ? null : Key(change.Field), value) switch
    {
        ("country", { } code) => country(code),
        ("role", { } role) => items.Value("role", role == "FocalPoint" ? "focal-point" : role.ToLowerInvariant()),
        _ => value,
    };

    private static bool Take(List<ReceiptRow> rows, ReceiptRow row, ref int room)
    {
        var cost = RowCost + Cost(row.Label) + Cost(row.Value?.Text) + Cost(row.Before?.Text);
        if (cost > room) return false;
        room -= cost;
        rows.Add(row);
        return true;
    }

    /// <summary>Bytes in UTF-8 after encoding for HTML, at most.</summary>
    private static int Cost(string? text)
    {
        var bytes = 0;
        foreach (var c in text ?? "")
            bytes += c switch { '&' or '<' or '>' or '"' or '\'' or '`' or '=' => 6, < '\u0080' => 1, < '\u0800' => 2, _ => 3 };
        return bytes;
    }

    private static bool Same(string path, string field) => Key(path) == field;

    /// <summary>From a path (<c>contact.email</c>, <c>organization.name</c>) to the label's key: a name is shown under what it names.</summary>
    private static string Key(string path)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0) return path;
        return path[(dot + 1)..] == "name" ? path[(path.LastIndexOf('.', dot - 1) + 1)..dot] : path[(dot + 1)..];
    }

    private static LetterValue Required(string text) => LetterValue.Of(text) ?? throw new TemplateException("A group needs a name, a full name and an address.");
}
