using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>The changes to one person or organization as they are being read.</summary>
internal sealed class CorrectionDraft(string name, TextSpan where, double confidence)
{
    public string Name { get; } = name;
    public TextSpan Where { get; } = where;
    public double Confidence { get; } = confidence;
    public bool IsOrganization { get; set; }

    /// <summary>Several values of one kind, none of them marked as the old one.</summary>
    public bool Doubtful { get; set; }

    /// <summary>Least probability of the tags at its name and values, 0 to 1; null where no piece lies there.</summary>
    public double? Sure { get; set; }

    /// <summary>Only the tagger reads it.</summary>
    public bool Alone { get; set; }

    public string? NewName { get; set; }
    public string? Function { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Fax { get; set; }
    public string? Website { get; set; }
    public string? Address { get; set; }
    public string? NewOrganization { get; set; }

    /// <summary>Takes the value of a labelled field or cell, where none of its kind was taken before.</summary>
    /// <param name="email">The address that stands there; null where none does.</param>
    public void Take(FieldLabel? label, string value, string? email)
    {
        switch (label)
        {
            case FieldLabel.Email: Email ??= email; break;
            case FieldLabel.Phone or FieldLabel.Mobile: Phone ??= value; break;
            case FieldLabel.Fax: Fax ??= value; break;
            case FieldLabel.PhoneAndFax: Phone ??= value; Fax ??= value; break;
            case FieldLabel.Website: Website ??= value; break;
            case FieldLabel.Address: Address ??= value; break;
            case FieldLabel.Function when !IsOrganization: Function ??= value; break;
        }
    }

    public bool Empty => NewName is null && Function is null && Email is null && Phone is null && Fax is null && Website is null && Address is null && NewOrganization is null;

    public Correction Finish(ItemContext context)
    {
        IsOrganization |= Website is not null || context.Respondent?.Organization is { } writes && SameName.Is(writes, Name);
        var own = IsOrganization ? null : Address;
        var person = NewName is null && Function is null && Email is null && Phone is null && Fax is null && own is null ? null : new Person(NewName, Function, Email, Phone, Fax, own);
        var organization = NewOrganization is null && Website is null && (Address is null || !IsOrganization) ? null : new Organization(NewOrganization, null, Website, IsOrganization ? Address : null);
        var sure = Confidence >= 0.85 && !Doubtful && NewName is null && NewOrganization is null;
        return new Correction(Name, person, organization)
        {
            Confidence = Math.Round(sure ? Confidence * 0.95 : Confidence * 0.8, 3),
            Decision = sure ? Decision.Accept : Decision.Review,
            Signs = SecondOpinion.Signs(Sure, Alone),
            Evidence = [new Evidence("name", context.Source, Where.Start, Where.In(context.Text), Confidence)],
        };
    }
}
