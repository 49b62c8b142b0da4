using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>The only address and number of a mail that seats nobody but one, and names nobody else, are that person's, in whichever sentence they stand.</summary>
internal static class LoneDetails
{
    /// <summary>Whom tags tell surely has the details that they give.</summary>
    private const double Unsure = 0.6;

    public static void Settle(ItemContext context, Drafts drafts)
    {
        if (context.Source is not null || drafts.Organizations.Count > 0 || drafts.Persons is not [{ Name: { } name, Sure: < Unsure, Origin: DraftOrigin.Prose } person]) return;
        if (person.Email is not null || SenderPerson.Is(context, name.Value) || NamesIn.Find(context, 0, context.Text.Length).Exists(other => !IsOf(name.Value, other.Value))) return;
        if (context.Emails is not [var only] || only.Start < person.Start || string.Equals(only.Value, context.Mail.Sender?.Email, StringComparison.OrdinalIgnoreCase)) return;
        person.Email = Found.Of(only);
        if (person.Phone is null && context.Phones is [{ Value.Kind: PhoneKind.Phone or PhoneKind.Mobile } phone] && phone.Start > person.Start)
            person.Phone = new Found(phone.Value.Value, phone.Start, phone.Length, phone.Confidence);
    }

    private static bool IsOf(string name, string other) => SameName.Is(other, name) || name.Contains(other, StringComparison.OrdinalIgnoreCase);
}
