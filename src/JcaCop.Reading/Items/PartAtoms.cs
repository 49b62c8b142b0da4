using JcaCop.Reading.Layout;
using JcaCop.Reading.Parts;

namespace JcaCop.Reading.Items;

/// <summary>Pieces of an entry that no sign parts: e-mail addresses, telephone numbers and web addresses.</summary>
internal static class PartAtoms
{
    /// <summary>In order; none reaches into another.</summary>
    public static List<Part> Of(ItemContext context, TextSpan span)
    {
        var atoms = new List<Part>();
        foreach (ref readonly var email in context.Emails.From(span.Start, span.End))
            if (email.End <= span.End) atoms.Add(new Part(PartKind.Email, email.Value, email.Start, email.Length, email.Confidence));
        var known = atoms.Count;
        foreach (ref readonly var phone in context.Phones.From(span.Start, span.End))
            if (phone.End <= span.End && !Overlaps(atoms, known, phone.Start, phone.End))
                atoms.Add(new Part(KindOf(phone.Value.Kind), phone.Value.Value, phone.Start, phone.Length, phone.Confidence));
        if (atoms.Count > known) atoms.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        known = atoms.Count;
        foreach (ref readonly var site in context.Websites.From(span.Start, span.End))
            if (site.End <= span.End && !Overlaps(atoms, known, site.Start, site.End))
                atoms.Add(new Part(PartKind.Website, site.Value, site.Start, site.Length, site.Confidence));
        if (atoms.Count > known) atoms.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return atoms;
    }

    /// <summary>Whether one of the first atoms, which are in order and stand apart, reaches into the range.</summary>
    private static bool Overlaps(List<Part> atoms, int count, int start, int end)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (atoms[middle].Start < end) low = middle + 1; else high = middle;
        }
        return low > 0 && atoms[low - 1].End > start;
    }

    private static PartKind KindOf(PhoneKind kind) => kind switch
    {
        PhoneKind.Fax => PartKind.Fax,
        PhoneKind.Mobile => PartKind.Mobile,
        PhoneKind.PhoneAndFax => PartKind.PhoneAndFax,
        _ => PartKind.Phone,
    };
}
